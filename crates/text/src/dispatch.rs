use sha2::{Digest, Sha256};

use crate::{Document, Lang, PartialDate};

/// One text as received, and what its sender says about it.
#[derive(Clone, Debug)]
pub struct Dispatch {
    /// Item id of the wire, or the file's stem.
    pub id: String,
    /// SHA-256 of the bytes as received, in lower-case hexadecimal.
    pub sha256: String,
    /// The clean text and the map back to those bytes.
    pub document: Document,
    /// Language: given, or detected.
    pub lang: Option<Lang>,
    /// Publication date, as precise as it is known.
    pub published: Option<PartialDate>,
    /// Who sent it: the agency or site.
    pub provider: Option<String>,
    /// Headline given apart from the text.
    pub title: Option<String>,
}

impl Dispatch {
    /// A dispatch of a text alone, its hash taken over the text's bytes.
    ///
    /// ```
    /// use selon_text::Dispatch;
    /// let dispatch = Dispatch::from_text("note", "L'armée a repris la ville.").unwrap();
    /// assert_eq!(dispatch.lang.unwrap().code(), "fr");
    /// ```
    pub fn from_text(id: &str, text: &str) -> Result<Self, crate::DocumentError> {
        let document = Document::from_bytes(text.as_bytes())?;
        Ok(Self {
            id: id.to_owned(),
            sha256: sha256(text.as_bytes()),
            lang: crate::detect(document.text()),
            document,
            published: None,
            provider: None,
            title: None,
        })
    }
}

/// SHA-256 of bytes, in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect()
}
