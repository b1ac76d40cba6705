//! All SQL. The only module that knows diesel.
