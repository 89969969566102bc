use std::fmt::Write as _;

use selon_text::Span;

use crate::{Deprel, Feats, Sentence, Trees, Upos, Word};

/// Why CoNLL-U text was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct ConlluError {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and what is expected.
    pub message: String,
}

impl Trees {
    /// Trees from CoNLL-U, and the text they stand over: tokens joined by spaces (except where
    /// `SpaceAfter=No`), sentences by a line end. Empty nodes are passed over.
    pub fn from_conllu(conllu: &str) -> Result<(String, Trees), ConlluError> {
        let mut text = String::new();
        let mut trees = Trees::default();
        // The words of the sentence being read, and the last ID of a multiword token under way.
        let mut first = 0;
        let mut inside_until = 0;
        let mut token = Span::default();
        let mut space = false;
        let mut paragraph = true;
        for (number, line) in conllu.lines().enumerate() {
            let error = |message: &str| ConlluError {
                line: number + 1,
                message: message.to_owned(),
            };
            if line.starts_with('#') {
                paragraph |= line.starts_with("# newpar") || line.starts_with("# newdoc");
                continue;
            }
            if line.trim().is_empty() {
                if trees.words.len() > first {
                    close(&mut trees, first, std::mem::replace(&mut paragraph, false))
                        .map_err(|message| error(&message))?;
                    first = trees.words.len();
                    text.push('\n');
                    space = false;
                    inside_until = 0;
                }
                continue;
            }
            let cols: Vec<&str> = line.split('\t').collect();
            if cols.len() != 10 {
                return Err(error("a word line has ten columns, separated by tabs"));
            }
            if cols[0].contains('.') {
                continue;
            }
            let mut place = |form: &str, misc: &str, text: &mut String| {
                if std::mem::replace(&mut space, !misc.split('|').any(|m| m == "SpaceAfter=No")) {
                    text.push(' ');
                }
                let start = text.len() as u32;
                text.push_str(form);
                Span::new(start, text.len() as u32)
            };
            if let Some((from, to)) = cols[0].split_once('-') {
                let (Ok(_), Ok(to)) = (from.parse::<u32>(), to.parse::<u32>()) else {
                    return Err(error(
                        "the ID of a multiword token is two numbers, such as 3-4",
                    ));
                };
                token = place(cols[1], cols[9], &mut text);
                inside_until = to;
                trees.words.reserve(2);
                // The first word of the token is the next line; it opens the token.
                continue;
            }
            let id: u32 = cols[0].parse().map_err(|_| error("the ID is no number"))?;
            let opened = trees
                .words
                .last()
                .is_some_and(|w| trees.words.len() > first && w.span == token);
            let (span, inside) = if id <= inside_until {
                (token, opened)
            } else {
                (place(cols[1], cols[9], &mut text), false)
            };
            let upos = Upos::from_name(cols[3]).unwrap_or(Upos::X);
            let deprel = Deprel::from_name(cols[7]).unwrap_or(Deprel::DEP);
            let head: u32 = cols[6].parse().unwrap_or(0);
            let form = trees.intern(cols[1]);
            let lemma = trees.intern(cols[2]);
            trees.words.push(Word {
                span,
                upos,
                feats: Feats::parse(cols[5]),
                deprel,
                head,
                sentence: trees.sentences.len() as u32,
                inside,
                form,
                lemma,
            });
        }
        if trees.words.len() > first {
            close(&mut trees, first, paragraph)
                .map_err(|message| ConlluError { line: 0, message })?;
        }
        while text.ends_with('\n') {
            text.pop();
        }
        trees.link();
        Ok((text, trees))
    }

    /// The trees in CoNLL-U, with the text of each sentence above it.
    ///
    /// `text` is the clean text that the trees were made from.
    pub fn to_conllu(&self, text: &str) -> String {
        let mut out = String::new();
        for (number, sentence) in self.sentences.iter().enumerate() {
            if sentence.opens_paragraph {
                out.push_str("# newpar\n");
            }
            let shown = sentence
                .span
                .of(text)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let _ = writeln!(out, "# sent_id = {}\n# text = {shown}", number + 1);
            let words = sentence.words.clone();
            for id in words.clone() {
                let word = self.word(id);
                let local = id - words.start + 1;
                let misc = |last: Span| {
                    let rest = &text[last.end as usize..];
                    let spaced = rest.is_empty() || rest.starts_with(char::is_whitespace);
                    if spaced { "_" } else { "SpaceAfter=No" }
                };
                let joined = (id + 1..words.end)
                    .take_while(|&w| self.word(w).inside)
                    .count() as u32;
                if !word.inside && joined > 0 {
                    let form = shown_form(word.span.of(text));
                    let _ = writeln!(
                        out,
                        "{local}-{}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{}",
                        local + joined,
                        misc(word.span)
                    );
                }
                let alone = !word.inside && joined == 0;
                let head = if word.head == id {
                    0
                } else {
                    word.head - words.start + 1
                };
                let _ = writeln!(
                    out,
                    "{local}\t{}\t{}\t{}\t_\t{}\t{head}\t{}\t_\t{}",
                    shown_form(self.form(id)),
                    shown_form(self.lemma(id)),
                    word.upos,
                    word.feats,
                    word.deprel,
                    if alone { misc(word.span) } else { "_" }
                );
            }
            out.push('\n');
        }
        out
    }
}

/// A form as a CoNLL-U cell: never empty, never with a tab or line end.
fn shown_form(form: &str) -> String {
    if form.is_empty() {
        "_".to_owned()
    } else {
        form.replace(['\t', '\n', '\r'], " ")
    }
}

fn close(trees: &mut Trees, first: usize, opens_paragraph: bool) -> Result<(), String> {
    let n = (trees.words.len() - first) as u32;
    let mut span = trees.words[first].span;
    for word in &mut trees.words[first..] {
        span = span.cover(word.span);
        if word.head > n {
            return Err(format!(
                "a head points to word {}, and the sentence has {n}",
                word.head
            ));
        }
    }
    for i in first..trees.words.len() {
        let head = trees.words[i].head;
        trees.words[i].head = if head == 0 {
            i as u32
        } else {
            first as u32 + head - 1
        };
    }
    trees.sentences.push(Sentence {
        words: first as u32..trees.words.len() as u32,
        span,
        opens_paragraph,
    });
    Ok(())
}
