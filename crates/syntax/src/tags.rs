use std::fmt;

/// Universal parts of speech, as Universal Dependencies defines them.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

impl Upos {
    /// All tags, in the order of their names.
    pub const ALL: [Upos; 17] = [
        Upos::Adj,
        Upos::Adp,
        Upos::Adv,
        Upos::Aux,
        Upos::Cconj,
        Upos::Det,
        Upos::Intj,
        Upos::Noun,
        Upos::Num,
        Upos::Part,
        Upos::Pron,
        Upos::Propn,
        Upos::Punct,
        Upos::Sconj,
        Upos::Sym,
        Upos::Verb,
        Upos::X,
    ];

    /// The name as written in CoNLL-U.
    pub fn name(self) -> &'static str {
        const NAMES: [&str; 17] = [
            "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
            "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
        ];
        NAMES[self as usize]
    }

    /// The tag of a name, in CoNLL-U's spelling.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tag| tag.name() == name)
    }

    /// Noun, proper noun or pronoun: what can fill a role.
    pub fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Propn | Self::Pron | Self::Num)
    }

    /// Verb or auxiliary.
    pub fn is_verbal(self) -> bool {
        matches!(self, Self::Verb | Self::Aux)
    }
}

impl fmt::Display for Upos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A dependency relation with its subtype, such as `nsubj:pass`.
///
/// The number is the place in [`Deprel::NAMES`], so model files of one major version agree on it.
#[derive(Copy, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Deprel(pub u8);

macro_rules! deprels {
    ($($konst:ident = $name:literal,)*) => {
        impl Deprel {
            /// Every relation a model may give, a base before its subtypes.
            pub const NAMES: &'static [&'static str] = &[$($name),*];
            deprels!(@consts 0_u8; $($konst = $name,)*);
        }
    };
    (@consts $n:expr; $konst:ident = $name:literal, $($rest:tt)*) => {
        #[doc = concat!("`", $name, "`")]
        pub const $konst: Deprel = Deprel($n);
        deprels!(@consts $n + 1_u8; $($rest)*);
    };
    (@consts $n:expr;) => {};
}

deprels! {
    ACL = "acl",
    ACL_RELCL = "acl:relcl",
    ADVCL = "advcl",
    ADVCL_CLEFT = "advcl:cleft",
    ADVCL_RELCL = "advcl:relcl",
    ADVMOD = "advmod",
    AMOD = "amod",
    APPOS = "appos",
    AUX = "aux",
    AUX_CAUS = "aux:caus",
    AUX_PASS = "aux:pass",
    AUX_TENSE = "aux:tense",
    CASE = "case",
    CC = "cc",
    CC_PRECONJ = "cc:preconj",
    CCOMP = "ccomp",
    CLF = "clf",
    COMPOUND = "compound",
    COMPOUND_PRT = "compound:prt",
    CONJ = "conj",
    COP = "cop",
    CSUBJ = "csubj",
    CSUBJ_OUTER = "csubj:outer",
    CSUBJ_PASS = "csubj:pass",
    DEP = "dep",
    DEP_COMP = "dep:comp",
    DET = "det",
    DET_PREDET = "det:predet",
    DISCOURSE = "discourse",
    DISLOCATED = "dislocated",
    EXPL = "expl",
    EXPL_COMP = "expl:comp",
    EXPL_PASS = "expl:pass",
    EXPL_PV = "expl:pv",
    EXPL_SUBJ = "expl:subj",
    FIXED = "fixed",
    FLAT = "flat",
    FLAT_FOREIGN = "flat:foreign",
    FLAT_NAME = "flat:name",
    GOESWITH = "goeswith",
    IOBJ = "iobj",
    IOBJ_AGENT = "iobj:agent",
    LIST = "list",
    MARK = "mark",
    NMOD = "nmod",
    NMOD_DESC = "nmod:desc",
    NMOD_POSS = "nmod:poss",
    NMOD_UNMARKED = "nmod:unmarked",
    NSUBJ = "nsubj",
    NSUBJ_CAUS = "nsubj:caus",
    NSUBJ_OUTER = "nsubj:outer",
    NSUBJ_PASS = "nsubj:pass",
    NUMMOD = "nummod",
    OBJ = "obj",
    OBJ_AGENT = "obj:agent",
    OBJ_LVC = "obj:lvc",
    OBL = "obl",
    OBL_AGENT = "obl:agent",
    OBL_ARG = "obl:arg",
    OBL_MOD = "obl:mod",
    OBL_UNMARKED = "obl:unmarked",
    ORPHAN = "orphan",
    PARATAXIS = "parataxis",
    PARATAXIS_INSERT = "parataxis:insert",
    PUNCT = "punct",
    REPARANDUM = "reparandum",
    ROOT = "root",
    VOCATIVE = "vocative",
    XCOMP = "xcomp",
}

impl Deprel {
    /// The relation of a name. A subtype this build does not know falls back to its base.
    pub fn from_name(name: &str) -> Option<Self> {
        let find = |wanted: &str| {
            Self::NAMES
                .iter()
                .position(|&n| n == wanted)
                .map(|i| Deprel(i as u8))
        };
        find(name).or_else(|| find(name.split(':').next().unwrap_or(name)))
    }

    /// The name as written in CoNLL-U.
    pub fn name(self) -> &'static str {
        Self::NAMES.get(self.0 as usize).copied().unwrap_or("dep")
    }

    /// The relation without its subtype.
    pub fn base(self) -> Self {
        match self.name().split_once(':') {
            Some((base, _)) => Self::from_name(base).unwrap_or(Self::DEP),
            None => self,
        }
    }

    /// Whether this is `asked`, or a subtype of it when `asked` has none.
    pub fn is(self, asked: Deprel) -> bool {
        self == asked || self.base() == asked
    }
}

impl fmt::Display for Deprel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Deprel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
