use std::ops::Range;

use selon_text::Span;

use crate::{Deprel, Feats, Upos};

/// The place of a word in [`Trees`]: counted over the whole dispatch, from 0.
pub type WordId = u32;

/// One syntactic word.
///
/// A contraction such as French *du* is two words (*de*, *le*) over one token; both carry the
/// token's span, and the second says so in `inside`.
#[derive(Copy, Clone, Debug)]
pub struct Word {
    /// The letters of the word in the clean text, in bytes.
    pub span: Span,
    /// Universal part of speech.
    pub upos: Upos,
    /// Morphological features.
    pub feats: Feats,
    /// Relation to the head.
    pub deprel: Deprel,
    /// The head, or the word itself for the root of a sentence.
    pub head: WordId,
    /// The sentence it stands in.
    pub sentence: u32,
    /// Whether it is the second or later word of one token.
    pub inside: bool,
    pub(crate) form: (u32, u32),
    pub(crate) lemma: (u32, u32),
}

/// One sentence: its words and its span from first to last letter.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// The words, as a range of [`WordId`]s.
    pub words: Range<WordId>,
    /// From the first to the last token, in bytes.
    pub span: Span,
    /// Whether a paragraph begins here.
    pub opens_paragraph: bool,
}

/// The Universal Dependencies trees of a whole dispatch, as columns with views.
///
/// ```
/// use selon_syntax::Trees;
/// let conllu = "1\tGoma\tGoma\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\ttombe\ttomber\tVERB\t_\t_\t0\troot\t_\t_\n\n";
/// let (text, trees) = Trees::from_conllu(conllu).unwrap();
/// assert_eq!(text, "Goma tombe");
/// assert_eq!(trees.lemma(1), "tomber");
/// assert_eq!(trees.children(1).collect::<Vec<_>>(), [0]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Trees {
    pub(crate) words: Vec<Word>,
    pub(crate) sentences: Vec<Sentence>,
    /// Forms and lemmas that the words point into.
    pub(crate) pool: String,
    /// Children of each word, `first_child[w]..first_child[w + 1]` of `children`, in text order.
    first_child: Vec<u32>,
    children: Vec<WordId>,
}

impl Trees {
    /// All words of the dispatch, in order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// One word.
    pub fn word(&self, id: WordId) -> &Word {
        &self.words[id as usize]
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The sentence a word stands in.
    pub fn sentence_of(&self, id: WordId) -> &Sentence {
        &self.sentences[self.word(id).sentence as usize]
    }

    /// The word's form: the letters of the text, or the full word a contraction stands for.
    pub fn form(&self, id: WordId) -> &str {
        let (start, end) = self.word(id).form;
        &self.pool[start as usize..end as usize]
    }

    /// The word's lemma.
    pub fn lemma(&self, id: WordId) -> &str {
        let (start, end) = self.word(id).lemma;
        &self.pool[start as usize..end as usize]
    }

    /// The head, or `None` for the root of a sentence.
    pub fn head(&self, id: WordId) -> Option<WordId> {
        let head = self.word(id).head;
        (head != id).then_some(head)
    }

    /// The words that depend on this one, in text order.
    pub fn children(&self, id: WordId) -> impl DoubleEndedIterator<Item = WordId> + Clone + '_ {
        let range =
            self.first_child[id as usize] as usize..self.first_child[id as usize + 1] as usize;
        self.children[range].iter().copied()
    }

    /// The first child in a relation (`nsubj` finds `nsubj:pass` too when asked by its base).
    pub fn child(&self, id: WordId, deprel: Deprel) -> Option<WordId> {
        self.children(id).find(|&c| self.word(c).deprel.is(deprel))
    }

    /// The words of the subtree below and with `id`, in text order.
    pub fn subtree(&self, id: WordId) -> Vec<WordId> {
        let mut out = vec![id];
        let mut next = 0;
        while next < out.len() {
            out.extend(self.children(out[next]));
            next += 1;
        }
        out.sort_unstable();
        out
    }

    /// From the first to the last letter of the subtree of `id`.
    pub fn subtree_span(&self, id: WordId) -> Span {
        self.subtree(id)
            .iter()
            .fold(self.word(id).span, |span, &w| span.cover(self.word(w).span))
    }

    /// The heads above a word, nearest first.
    pub fn ancestors(&self, id: WordId) -> impl Iterator<Item = WordId> + '_ {
        std::iter::successors(self.head(id), |&w| self.head(w))
    }

    /// Whether `above` is `id` or one of its heads.
    pub fn dominates(&self, above: WordId, id: WordId) -> bool {
        above == id || self.ancestors(id).any(|w| w == above)
    }

    /// The word whose token holds a byte offset of the text.
    pub fn word_at(&self, offset: u32) -> Option<WordId> {
        let next = self.words.partition_point(|w| w.span.start <= offset);
        // The words of a contraction share a span; the first of them answers.
        let last = next.checked_sub(1)?;
        let start = self.words[last].span.start;
        let first = self.words[..=last]
            .iter()
            .rposition(|w| w.span.start < start)
            .map_or(0, |i| i + 1);
        self.words[first]
            .span
            .holds(offset)
            .then_some(first as WordId)
    }

    /// The words whose tokens overlap a span, as a range.
    pub fn words_in(&self, span: Span) -> Range<WordId> {
        let first = self.words.partition_point(|w| w.span.end <= span.start);
        let last = self.words.partition_point(|w| w.span.start < span.end);
        first as WordId..last.max(first) as WordId
    }

    /// Adds a form or lemma to the pool.
    pub(crate) fn intern(&mut self, text: &str) -> (u32, u32) {
        let start = self.pool.len() as u32;
        self.pool.push_str(text);
        (start, self.pool.len() as u32)
    }

    /// Lays out the children of every word; called once all heads are set.
    pub(crate) fn link(&mut self) {
        let n = self.words.len();
        let mut first = vec![0_u32; n + 2];
        for (i, word) in self.words.iter().enumerate() {
            if word.head as usize != i {
                first[word.head as usize + 2] += 1;
            }
        }
        for i in 2..n + 2 {
            first[i] += first[i - 1];
        }
        let mut children = vec![0; first[n + 1] as usize];
        for (i, word) in self.words.iter().enumerate() {
            if word.head as usize != i {
                let at = &mut first[word.head as usize + 1];
                children[*at as usize] = i as WordId;
                *at += 1;
            }
        }
        first.truncate(n + 1);
        self.first_child = first;
        self.children = children;
    }
}
