//! Code frames, discovery, naming and coding of themes.
