//! Follows the change log: language, redactions, codings, then the index.
