//! What words are: language, words, stems, phrases, vectors, personal data.
