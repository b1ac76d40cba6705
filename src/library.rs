//! Bundled and local files: surveys, code frames, geographies, plans, vectors.
