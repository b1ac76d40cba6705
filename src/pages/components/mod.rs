//! Parts that several pages are made of, each a function from plain values to markup.

pub mod choices;
pub mod errors;
pub mod help;
pub mod mark;
pub mod picture;
pub mod qr;
pub mod ranking;
pub mod scene;
pub mod typed;
