use std::fmt;

/// The morphological features of a word, packed.
///
/// The universal features that French and English treebanks use; layered and language-specific
/// ones (`Number[psor]`, `ExtPos`, `Typo`…) are left out, since nothing downstream asks for them.
///
/// ```
/// use selon_syntax::{Feat, Feats};
/// let feats = Feats::parse("Mood=Cnd|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin");
/// assert!(feats.has(Feat::Mood, "Cnd"));
/// assert_eq!(feats.get(Feat::Gender), None);
/// assert_eq!(feats.to_string(), "Mood=Cnd|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin");
/// ```
#[derive(Copy, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Feats(u64);

/// A feature that [`Feats`] holds.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Feat {
    Abbr,
    Case,
    Definite,
    Degree,
    Foreign,
    Gender,
    Mood,
    Number,
    NumType,
    Person,
    Polarity,
    Poss,
    PronType,
    Reflex,
    Tense,
    VerbForm,
    Voice,
}

/// Names, values, and where a field stands in the packed number (first bit, width), in the order
/// of [`Feat`] and of CoNLL-U. Value `i` is stored as `i + 1`; 0 means absent.
const TABLE: [(&str, &[&str], u32, u32); 17] = [
    ("Abbr", &["Yes"], 0, 1),
    ("Case", &["Acc", "Gen", "Nom"], 1, 3),
    ("Definite", &["Def", "Ind"], 4, 2),
    ("Degree", &["Cmp", "Pos", "Sup"], 6, 2),
    ("Foreign", &["Yes"], 8, 1),
    ("Gender", &["Fem", "Masc", "Neut"], 9, 3),
    ("Mood", &["Cnd", "Imp", "Ind", "Sub"], 12, 3),
    ("Number", &["Plur", "Ptan", "Sing"], 15, 3),
    ("NumType", &["Card", "Frac", "Mult", "Ord"], 18, 3),
    ("Person", &["1", "2", "3"], 21, 3),
    ("Polarity", &["Neg", "Pos"], 24, 2),
    ("Poss", &["Yes"], 26, 1),
    (
        "PronType",
        &[
            "Art", "Dem", "Emp", "Exc", "Ind", "Int", "Neg", "Prs", "Rcp", "Rel", "Tot",
        ],
        27,
        5,
    ),
    ("Reflex", &["Yes"], 32, 1),
    ("Tense", &["Fut", "Imp", "Past", "Pres"], 33, 3),
    ("VerbForm", &["Fin", "Ger", "Inf", "Part"], 36, 3),
    ("Voice", &["Act", "Pass"], 39, 2),
];

impl Feats {
    /// Reads CoNLL-U's form; what this type does not hold is passed over.
    pub fn parse(text: &str) -> Self {
        let mut feats = Feats(0);
        for pair in text.split('|') {
            if let Some((name, value)) = pair.split_once('=')
                && let Some(&(_, values, shift, _)) = TABLE.iter().find(|row| row.0 == name)
                && let Some(i) = values.iter().position(|&v| v == value)
            {
                feats.0 |= (i as u64 + 1) << shift;
            }
        }
        feats
    }

    /// The value of a feature.
    pub fn get(self, feat: Feat) -> Option<&'static str> {
        let (_, values, shift, bits) = TABLE[feat as usize];
        let stored = (self.0 >> shift) & ((1 << bits) - 1);
        values.get((stored as usize).checked_sub(1)?).copied()
    }

    /// Whether a feature has this value.
    pub fn has(self, feat: Feat, value: &str) -> bool {
        self.get(feat) == Some(value)
    }

    /// The packed number, for model files and hashing.
    pub fn bits(self) -> u64 {
        self.0
    }

    /// From the packed number of a model file; unknown bits are dropped.
    pub fn from_bits(bits: u64) -> Self {
        Feats(bits & ((1 << 41) - 1))
    }

    /// Singular or plural, for agreement.
    pub fn number(self) -> Option<&'static str> {
        self.get(Feat::Number)
    }

    /// Finite verb.
    pub fn is_finite(self) -> bool {
        self.has(Feat::VerbForm, "Fin")
    }

    /// Participle.
    pub fn is_participle(self) -> bool {
        self.has(Feat::VerbForm, "Part")
    }

    /// Infinitive.
    pub fn is_infinitive(self) -> bool {
        self.has(Feat::VerbForm, "Inf")
    }
}

impl fmt::Display for Feats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        for (name, values, shift, bits) in TABLE {
            let stored = (self.0 >> shift) & ((1 << bits) - 1);
            if let Some(value) = (stored as usize).checked_sub(1).and_then(|i| values.get(i)) {
                if !first {
                    f.write_str("|")?;
                }
                first = false;
                write!(f, "{name}={value}")?;
            }
        }
        if first { f.write_str("_") } else { Ok(()) }
    }
}

impl fmt::Debug for Feats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
