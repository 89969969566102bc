//! Universal Dependencies trees of a dispatch.

mod conllu;
mod feats;
mod tags;
mod tree;

pub use conllu::ConlluError;
pub use feats::{Feat, Feats};
pub use tags::{Deprel, Upos};
pub use tree::{Sentence, Trees, Word, WordId};
