//! One file a command.

pub mod table_file;
