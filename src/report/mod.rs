//! Files people take away: CSV and JSON.
