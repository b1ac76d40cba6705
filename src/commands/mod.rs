//! One file a command.

pub mod analyse;
pub mod reindex;
pub mod table_file;
