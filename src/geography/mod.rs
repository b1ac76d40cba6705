//! Areas of a dated geography: names, codes, neighbours, population, outlines.
