//! One file a command.

pub mod reindex;
pub mod table_file;
