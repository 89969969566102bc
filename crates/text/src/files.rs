use std::borrow::Cow;
use std::collections::BTreeMap;

/// The text files of `lang/` and the like, by path below it (`fr/tokens.toml`), already read.
///
/// The engine never opens a file: whoever starts it hands these over, embedded in the binary or
/// read from an analyst's own folder.
#[derive(Clone, Debug, Default)]
pub struct Files {
    by_path: BTreeMap<String, Cow<'static, str>>,
}

/// A language or lexicon file that cannot be used: which, where in it, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}{}: {message}", line.map(|l| format!(":{l}")).unwrap_or_default())]
pub struct FilesError {
    /// Path below `lang/`.
    pub path: String,
    /// Line, from 1, where known.
    pub line: Option<usize>,
    /// What is wrong and what to write instead.
    pub message: String,
}

impl Files {
    /// Files from `(path, content)` pairs; a later pair of the same path wins.
    pub fn new(files: impl IntoIterator<Item = (String, Cow<'static, str>)>) -> Self {
        Self {
            by_path: files.into_iter().collect(),
        }
    }

    /// Adds or replaces one file.
    pub fn insert(&mut self, path: impl Into<String>, content: impl Into<Cow<'static, str>>) {
        self.by_path.insert(path.into(), content.into());
    }

    /// The content of a file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.by_path.get(path).map(AsRef::as_ref)
    }

    /// The content of a file that must be there.
    pub fn need(&self, path: &str) -> Result<&str, FilesError> {
        self.get(path).ok_or_else(|| FilesError {
            path: path.to_owned(),
            line: None,
            message: "the file is missing: a language needs the same file names as lang/en"
                .to_owned(),
        })
    }

    /// All paths and contents, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.by_path
            .iter()
            .map(|(path, content)| (path.as_str(), content.as_ref()))
    }

    /// Reads one file as TOML into `T`, with the line of what is wrong.
    pub fn toml<T: serde::de::DeserializeOwned>(&self, path: &str) -> Result<T, FilesError> {
        let content = self.need(path)?;
        toml::from_str(content).map_err(|error| FilesError {
            path: path.to_owned(),
            line: error
                .span()
                .map(|s| 1 + content[..s.start.min(content.len())].matches('\n').count()),
            message: error.message().to_owned(),
        })
    }
}
