use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language, by its two-letter ISO 639-1 code in lower case.
///
/// A language is data: which codes are known is decided by the folders of `lang/`, never by this
/// type, which is why it is no enumeration.
///
/// ```
/// use selon_text::Lang;
/// let lang: Lang = "fr".parse().unwrap();
/// assert_eq!(lang.code(), "fr");
/// assert!("french".parse::<Lang>().is_err());
/// ```
#[derive(Copy, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lang([u8; 2]);

impl Lang {
    /// The two-letter code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

impl FromStr for Lang {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        // A region or script may follow, as in BCP 47: `fr-CA` is French.
        let primary = code.split(['-', '_']).next().unwrap_or("");
        match primary.as_bytes() {
            &[a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(Lang([a.to_ascii_lowercase(), b.to_ascii_lowercase()]))
            }
            _ => Err(format!(
                "`{code}` is no language code: write two letters, such as `fr` or `en`"
            )),
        }
    }
}

impl TryFrom<String> for Lang {
    type Error = String;
    fn try_from(code: String) -> Result<Self, String> {
        code.parse()
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> String {
        lang.code().to_owned()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The language a text is written in, judged from its first 4 kB by character statistics
/// (`whichlang`); `None` when there are no letters to judge by.
///
/// The answer may be a language Selon cannot read: that is for the caller to say.
///
/// ```
/// use selon_text::detect;
/// let lang = detect("Des combats ont éclaté mardi à Goma, selon des habitants.").unwrap();
/// assert_eq!(lang.code(), "fr");
/// assert!(detect("12 : 34").is_none());
/// ```
pub fn detect(text: &str) -> Option<Lang> {
    let mut end = text.len().min(4096);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    if head.chars().filter(|c| c.is_alphabetic()).count() < 3 {
        return None;
    }
    // The crate answers with ISO 639-3; the two-letter code is what UD, BCP 47 and our folders use.
    let code = match whichlang::detect_language(head).three_letter_code() {
        "ara" => "ar",
        "cmn" => "zh",
        "deu" => "de",
        "eng" => "en",
        "fra" => "fr",
        "hin" => "hi",
        "ita" => "it",
        "jpn" => "ja",
        "kor" => "ko",
        "nld" => "nl",
        "por" => "pt",
        "rus" => "ru",
        "spa" => "es",
        "swe" => "sv",
        "tur" => "tr",
        "vie" => "vi",
        _ => return None,
    };
    code.parse().ok()
}
