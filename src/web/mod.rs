//! Routes and handlers. Joins survey, store, search and pages; decides nothing.
