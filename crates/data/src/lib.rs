//! What the binary carries: the files of `lang/` and the packs, or an analyst's own folder in
//! their place.
//!
//! This crate holds data and no logic, so that a line added to a lexicon rebuilds nothing else.

use std::path::Path;
use std::{fs, io};

use selon_text::Files;

include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// The embedded files of `lang/`.
///
/// ```
/// assert!(selon_data::lang().get("fr/tokens.toml").is_some());
/// ```
pub fn lang() -> Files {
    Files::new(
        FILES
            .iter()
            .map(|&(path, content)| (path.to_owned(), content.into())),
    )
}

/// The embedded files with those of `folder` (laid out like `lang/`) over them.
pub fn lang_with(folder: &Path) -> io::Result<Files> {
    let mut files = lang();
    overlay(folder, folder, &mut files)?;
    Ok(files)
}

fn overlay(root: &Path, folder: &Path, files: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            overlay(root, &path, files)?;
        } else if let Ok(name) = path.strip_prefix(root) {
            files.insert(
                name.to_string_lossy().replace('\\', "/"),
                fs::read_to_string(&path)?,
            );
        }
    }
    Ok(())
}
