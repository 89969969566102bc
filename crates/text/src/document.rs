use crate::Span;
use crate::decode::{self, Encoding};

/// The longest clean text of one dispatch, in bytes: 64 MiB, some ten million words.
pub const MAX_TEXT: usize = 64 << 20;

/// Why bytes are no document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// The text is longer than [`MAX_TEXT`].
    #[error(
        "the text is {0} bytes long, over the limit of {MAX_TEXT}: a dispatch is one text, so split the file"
    )]
    TooLong(usize),
}

/// The clean text of a dispatch and the map back to the bytes it came from.
///
/// Clean means decoded to UTF-8, without a byte-order mark, with `\n` for every line end and a
/// space for NUL. Nothing else is changed: soft hyphens, zero-width joiners and right-to-left
/// marks stay, so that what a person sees in the original is found again.
///
/// ```
/// use selon_text::{Document, Encoding};
/// let document = Document::from_bytes(b"L'arm\xe9e\r\navance").unwrap();
/// assert_eq!(document.text(), "L'armée\navance");
/// assert_eq!(document.encoding(), Encoding::Latin1);
/// // "avance" begins at byte 9 of the clean text and also at byte 9 of the original:
/// // the accent is one byte longer here, the line end one byte shorter.
/// assert_eq!(document.source_offset(9), 9);
/// ```
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    encoding: Encoding,
    map: ByteMap,
}

impl Document {
    /// Decodes and cleans bytes of any encoding.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DocumentError> {
        // Decoding at most doubles or triples the length; refuse before allocating for nothing.
        if bytes.len() > 2 * MAX_TEXT + 4 {
            return Err(DocumentError::TooLong(bytes.len()));
        }
        let (text, encoding, map) = decode::decode(bytes);
        if text.len() > MAX_TEXT {
            return Err(DocumentError::TooLong(text.len()));
        }
        Ok(Self {
            text,
            encoding,
            map,
        })
    }

    /// A document from parts of another: `text` must be what `keep` cuts out of it.
    ///
    /// Used by the readers of formats, which drop headers: the map still leads to the bytes of the
    /// whole original.
    pub fn cut(&self, keep: Span) -> Document {
        Document {
            text: keep.of(&self.text).to_owned(),
            encoding: self.encoding,
            map: self.map.cut(keep),
        }
    }

    /// The same document with the bytes of `span` replaced by spaces, character for character, so
    /// that no offset moves in code points.
    pub fn blank(&self, span: Span) -> Document {
        let mut text = String::with_capacity(self.text.len());
        text.push_str(&self.text[..span.start as usize]);
        // A header is ASCII; a longer character would shift the map, so it is left alone.
        text.extend(
            span.of(&self.text)
                .chars()
                .map(|c| if c.is_ascii() { ' ' } else { c }),
        );
        text.push_str(&self.text[span.end as usize..]);
        Document {
            text,
            encoding: self.encoding,
            map: self.map.clone(),
        }
    }

    /// The clean text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How the original was encoded.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The map back to the original bytes.
    pub fn map(&self) -> &ByteMap {
        &self.map
    }

    /// The byte of the original that a byte of the clean text came from.
    pub fn source_offset(&self, clean: u32) -> u64 {
        self.map.source(clean)
    }
}

/// Where each stretch of clean text stands in the original bytes.
///
/// A list of `(clean, source)` starts; inside a stretch both advance byte for byte.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByteMap {
    runs: Vec<(u32, u64)>,
}

impl ByteMap {
    /// Notes that the clean byte `clean` came from the source byte `source`. Calls must come in
    /// rising order; one that only continues the last stretch adds nothing.
    pub(crate) fn note(&mut self, clean: usize, source: usize) {
        if let Some(&(c, s)) = self.runs.last()
            && clean as u64 - u64::from(c) == source as u64 - s
        {
            return;
        }
        self.runs.push((clean as u32, source as u64));
    }

    /// The original's byte of a clean byte.
    pub fn source(&self, clean: u32) -> u64 {
        match self.runs.partition_point(|&(c, _)| c <= clean) {
            0 => u64::from(clean),
            n => {
                let (c, s) = self.runs[n - 1];
                s + u64::from(clean - c)
            }
        }
    }

    /// The stretches, as `(clean byte, source byte)` starts.
    pub fn runs(&self) -> &[(u32, u64)] {
        &self.runs
    }

    fn cut(&self, keep: Span) -> ByteMap {
        let mut runs = vec![(0, self.source(keep.start))];
        runs.extend(
            self.runs
                .iter()
                .filter(|&&(c, _)| keep.start < c && c < keep.end)
                .map(|&(c, s)| (c - keep.start, s)),
        );
        ByteMap { runs }
    }
}

const STEP: usize = 64;

/// Turns byte offsets of a text into code points or UTF-16 units and back, in constant time.
///
/// ```
/// use selon_text::Offsets;
/// let offsets = Offsets::new("Été 𝄞 fini");
/// assert_eq!(offsets.chars("Été 𝄞 fini", 6), 4);   // the clef is the fifth character
/// assert_eq!(offsets.bytes("Été 𝄞 fini", 6), 11);  // character 6 begins at byte 11
/// assert_eq!(offsets.utf16("Été 𝄞 fini", 11), 7);
/// ```
#[derive(Clone, Debug)]
pub struct Offsets {
    /// Characters and UTF-16 units before every `STEP`th byte; empty for pure ASCII.
    marks: Vec<(u32, u32)>,
}

impl Offsets {
    /// Builds the table for one text.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { marks: Vec::new() };
        }
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let (mut chars, mut units) = (0, 0);
        for (i, &byte) in text.as_bytes().iter().enumerate() {
            if i % STEP == 0 {
                marks.push((chars, units));
            }
            // A byte that begins a character; four-byte characters are two UTF-16 units.
            if byte & 0xC0 != 0x80 {
                chars += 1;
                units += if byte >= 0xF0 { 2 } else { 1 };
            }
        }
        Self { marks }
    }

    /// Code points before a byte offset.
    pub fn chars(&self, text: &str, byte: u32) -> u32 {
        self.count(text, byte).0
    }

    /// UTF-16 units before a byte offset.
    pub fn utf16(&self, text: &str, byte: u32) -> u32 {
        self.count(text, byte).1
    }

    /// The byte at which a code point begins; the text's length when there are fewer.
    pub fn bytes(&self, text: &str, chars: u32) -> u32 {
        if self.marks.is_empty() {
            return chars.min(text.len() as u32);
        }
        let block = self
            .marks
            .partition_point(|&(c, _)| c <= chars)
            .saturating_sub(1);
        let mut left = chars - self.marks[block].0;
        for (i, &byte) in text.as_bytes().iter().enumerate().skip(block * STEP) {
            if byte & 0xC0 != 0x80 {
                if left == 0 {
                    return i as u32;
                }
                left -= 1;
            }
        }
        text.len() as u32
    }

    /// A span in code points, as `(start, end)`.
    pub fn char_span(&self, text: &str, span: Span) -> (u32, u32) {
        (self.chars(text, span.start), self.chars(text, span.end))
    }

    fn count(&self, text: &str, byte: u32) -> (u32, u32) {
        let byte = (byte as usize).min(text.len());
        if self.marks.is_empty() {
            return (byte as u32, byte as u32);
        }
        let block = (byte / STEP).min(self.marks.len() - 1);
        let (mut chars, mut units) = self.marks[block];
        for &b in &text.as_bytes()[block * STEP..byte] {
            if b & 0xC0 != 0x80 {
                chars += 1;
                units += if b >= 0xF0 { 2 } else { 1 };
            }
        }
        (chars, units)
    }
}
