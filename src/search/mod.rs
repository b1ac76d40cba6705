//! The free-text index. The only module that knows tantivy.
