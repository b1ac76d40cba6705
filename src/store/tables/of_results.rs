//! The tables of what is published of a consultation, as diesel sees them: quotes, results, and what came of them.

use diesel::table;

table! {
    reply_entries (consultation, entry) {
        consultation -> Text,
        entry -> Text,
        place -> Integer,
        body -> Text,
        officer -> Text,
        saved_on -> Text,
    }
}

table! {
    reply_versions (consultation, version) {
        consultation -> Text,
        version -> Integer,
        body -> Text,
        officer -> Text,
        published_on -> Text,
    }
}

table! {
    closed_consultations (consultation) {
        consultation -> Text,
        officer -> Text,
        closed_on -> Text,
    }
}

table! {
    approved_quotes (answer_id) {
        answer_id -> BigInt,
        consultation -> Text,
        theme -> Text,
        words -> Text,
        approved_by -> Text,
        approved_on -> Text,
    }
}

table! {
    publications (consultation, number) {
        consultation -> Text,
        number -> Integer,
        identity -> Text,
        title -> Text,
        organisation -> Text,
        published_at -> Text,
        published_by -> Text,
        about -> Text,
        undecided -> Text,
        corrects -> Nullable<Integer>,
        correction -> Nullable<Text>,
        interim -> Bool,
        illustrative -> Bool,
        quotes -> Integer,
        body -> Text,
        people -> Text,
    }
}

table! {
    publication_quotes (consultation, number, place) {
        consultation -> Text,
        number -> Integer,
        place -> Integer,
        answer_id -> BigInt,
        theme -> Text,
        words -> Text,
        speaker -> Nullable<Text>,
        district -> Nullable<Text>,
        language -> Text,
    }
}
