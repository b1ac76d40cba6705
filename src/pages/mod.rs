//! All HTML. The only module that knows maud.
