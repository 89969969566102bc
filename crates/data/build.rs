//! Lists every file of `lang/` so that the binary carries them; a new file needs no line here.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap())
        .join("../..")
        .canonicalize()
        .unwrap();
    let mut out = String::from("pub(crate) const FILES: &[(&str, &str)] = &[\n");
    let mut paths = Vec::new();
    collect(&root.join("lang"), &mut paths);
    paths.sort();
    for path in paths {
        let name = path
            .strip_prefix(root.join("lang"))
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        writeln!(
            out,
            "    ({name:?}, include_str!({:?})),",
            path.display().to_string()
        )
        .unwrap();
    }
    out.push_str("];\n");
    fs::write(
        Path::new(&env::var("OUT_DIR").unwrap()).join("files.rs"),
        out,
    )
    .unwrap();
    println!("cargo::rerun-if-changed={}", root.join("lang").display());
}

fn collect(folder: &Path, out: &mut Vec<PathBuf>) {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, out);
        } else if path
            .extension()
            .is_some_and(|e| e == "toml" || e == "tsv" || e == "rules" || e == "md")
        {
            out.push(path);
        }
    }
}
