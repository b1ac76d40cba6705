//! One file a command.

pub mod analyse;
pub mod table_file;
