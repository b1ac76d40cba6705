//! One struct, read once: file, then environment, then flags.
