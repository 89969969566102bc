//! A dispatch as text.
//!
//! This crate turns bytes into a [`Document`]: clean UTF-8 text with a map back to the bytes it
//! came from, and cuts that text into [`Token`]s and sentences. Everything later in the way
//! through (trees, times, places, claims) points into this text with [`Span`]s.
//!
//! Offsets are **bytes of the clean UTF-8 text**, `u32`, end exclusive. Code points (JSON, Python)
//! and UTF-16 units (browser) are made at the edges with [`Offsets`].
//!
//! Nothing here reads a file, a clock or a locale.

mod date;
mod decode;
mod dispatch;
mod document;
mod files;
mod lang;
mod span;

pub use date::{DateError, PartialDate};
pub use decode::{Encoding, decode};
pub use dispatch::{Dispatch, sha256};
pub use document::{ByteMap, Document, DocumentError, MAX_TEXT, Offsets};
pub use files::{Files, FilesError};
pub use lang::{Lang, detect};
pub use span::Span;
