use std::fmt;

use encoding_rs::WINDOWS_1252;

use crate::ByteMap;

/// How the bytes of a dispatch were encoded.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-8 with broken sequences, each shown as U+FFFD.
    BrokenUtf8,
    /// UTF-16, little-endian.
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
    /// ISO 8859-1.
    Latin1,
    /// Windows code page 1252.
    Windows1252,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "utf-8",
            Self::BrokenUtf8 => "utf-8 (broken)",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Latin1 => "iso-8859-1",
            Self::Windows1252 => "windows-1252",
        })
    }
}

/// Decodes bytes to clean text: which encoding it was, and the map back to the bytes.
///
/// A byte-order mark decides; without one, NULs on every second byte mean UTF-16, valid UTF-8 is
/// UTF-8, and anything else is Windows-1252 or Latin-1 unless most of its high bytes form good
/// UTF-8 sequences, when it is UTF-8 with damage.
pub fn decode(bytes: &[u8]) -> (String, Encoding, ByteMap) {
    let mut out = Clean::with_capacity(bytes.len());
    let encoding = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, 3, &mut out),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, 2, true, &mut out),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, 2, false, &mut out),
        _ => match sniff_utf16(bytes) {
            Some(little) => utf16(bytes, 0, little, &mut out),
            None => utf8(bytes, 0, &mut out),
        },
    };
    (out.text, encoding, out.map)
}

/// Collects clean text and notes where it came from.
struct Clean {
    text: String,
    map: ByteMap,
    after_return: bool,
}

impl Clean {
    fn with_capacity(n: usize) -> Self {
        Self {
            text: String::with_capacity(n),
            map: ByteMap::default(),
            after_return: false,
        }
    }

    fn push(&mut self, c: char, source: usize) {
        let returned = std::mem::replace(&mut self.after_return, c == '\r');
        let c = match c {
            '\n' if returned => return,
            '\r' => '\n',
            '\0' => ' ',
            c => c,
        };
        self.map.note(self.text.len(), source);
        self.text.push(c);
    }
}

fn utf8(bytes: &[u8], offset: usize, out: &mut Clean) -> Encoding {
    if std::str::from_utf8(bytes).is_err() {
        let (mut good, mut bad) = (0_usize, 0_usize);
        for chunk in bytes.utf8_chunks() {
            good += chunk.valid().bytes().filter(|&b| b >= 0xC0).count();
            bad += chunk.invalid().len();
        }
        if bad > good {
            return single_byte(bytes, offset, out);
        }
    }
    let mut at = offset;
    let mut broken = false;
    for chunk in bytes.utf8_chunks() {
        for (i, c) in chunk.valid().char_indices() {
            out.push(c, at + i);
        }
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            out.push(char::REPLACEMENT_CHARACTER, at);
            at += chunk.invalid().len();
            broken = true;
        }
    }
    if broken {
        Encoding::BrokenUtf8
    } else {
        Encoding::Utf8
    }
}

fn single_byte(bytes: &[u8], offset: usize, out: &mut Clean) -> Encoding {
    // 0x80–0x9F are invisible controls in Latin-1 and curly quotes, dashes and œ in Windows-1252.
    let windows = bytes.iter().any(|b| (0x80..0xA0).contains(b));
    for (i, byte) in bytes.iter().enumerate() {
        let (decoded, _) = WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(byte));
        for c in decoded.chars() {
            out.push(c, offset + i);
        }
    }
    if windows {
        Encoding::Windows1252
    } else {
        Encoding::Latin1
    }
}

fn utf16(bytes: &[u8], offset: usize, little: bool, out: &mut Clean) -> Encoding {
    let units = bytes.chunks_exact(2).map(|pair| {
        let pair = [pair[0], pair[1]];
        if little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        }
    });
    let mut at = offset;
    for c in char::decode_utf16(units) {
        let (c, length) = match c {
            Ok(c) => (c, 2 * c.len_utf16()),
            Err(_) => (char::REPLACEMENT_CHARACTER, 2),
        };
        out.push(c, at);
        at += length;
    }
    if bytes.len() % 2 == 1 {
        out.push(char::REPLACEMENT_CHARACTER, at);
    }
    if little {
        Encoding::Utf16Le
    } else {
        Encoding::Utf16Be
    }
}

/// UTF-16 without a mark: in European text nearly every second byte is NUL. `Some(true)` is
/// little-endian.
fn sniff_utf16(bytes: &[u8]) -> Option<bool> {
    let head = &bytes[..bytes.len().min(1024) & !1];
    if head.len() < 8 {
        return None;
    }
    let half = head.len() / 2;
    let nul = |parity: usize| {
        head.iter()
            .skip(parity)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let (even, odd) = (nul(0), nul(1));
    if odd * 10 > half * 7 && even * 20 < half {
        Some(true)
    } else if even * 10 > half * 7 && odd * 20 < half {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_encodings_apart() {
        let cases: [(&[u8], &str, Encoding); 8] = [
            ("L’armée".as_bytes(), "L’armée", Encoding::Utf8),
            (b"\xEF\xBB\xBFOui", "Oui", Encoding::Utf8),
            (b"arm\xe9e d'\xc9tat", "armée d'État", Encoding::Latin1),
            (
                b"L\x92arm\xe9e \x93lib\xe9r\xe9e\x94",
                "L’armée “libérée”",
                Encoding::Windows1252,
            ),
            (b"\xFF\xFEO\0u\0i\0", "Oui", Encoding::Utf16Le),
            (b"\xFE\xFF\0O\0u\0i", "Oui", Encoding::Utf16Be),
            (b"O\0u\0i\0 \0n\0o\0n\0", "Oui non", Encoding::Utf16Le),
            (
                b"\xc3\xa9t\xc3\xa9 \xff",
                "été \u{FFFD}",
                Encoding::BrokenUtf8,
            ),
        ];
        for (bytes, text, encoding) in cases {
            let (got, kind, _) = decode(bytes);
            assert_eq!((got.as_str(), kind), (text, encoding));
        }
    }

    #[test]
    fn lone_surrogates_and_half_units_become_marks() {
        let (text, _, _) = decode(b"\xFF\xFEa\0\x00\xD8b\0c");
        assert_eq!(text, "a\u{FFFD}b\u{FFFD}");
    }

    #[test]
    fn the_map_leads_back_through_every_encoding() {
        for bytes in [
            &b"\xEF\xBB\xBFa\r\nb\rc"[..],
            b"arm\xe9e\r\nfin",
            b"\xFF\xFEa\0\r\0\n\0\xe9\0b\0",
            b"nul\0nul",
        ] {
            let (text, encoding, map) = decode(bytes);
            for (i, c) in text.char_indices() {
                let source = bytes[map.source(i as u32) as usize];
                let expected = match c {
                    '\n' => vec![b'\n', b'\r'],
                    ' ' => vec![b' ', 0],
                    'é' => vec![0xe9, 0xc3],
                    c => vec![c as u8],
                };
                let at = map.source(i as u32) as usize;
                let source = if encoding == Encoding::Utf16Be {
                    bytes[at + 1]
                } else {
                    source
                };
                assert!(
                    expected.contains(&source),
                    "{c:?} at {i} leads to {source:#x}"
                );
            }
        }
    }
}
