//! The tables of votes as diesel sees them. None joins papers with anything.

use diesel::{allow_tables_to_appear_in_same_query, table};

table! {
    opened_ballots (ballot) {
        ballot -> Text,
        digest -> Text,
        files -> Text,
    }
}

table! {
    papers (ballot, marks) {
        ballot -> Text,
        marks -> Text,
        drawer -> Integer,
        number -> BigInt,
    }
}

table! {
    turnout (ballot, kind, key, day) {
        ballot -> Text,
        kind -> Text,
        key -> Text,
        day -> Text,
        papers -> BigInt,
    }
}

table! {
    polling_places (id) {
        id -> BigInt,
        ballot -> Text,
        name -> Text,
        district -> Text,
        entitled -> Nullable<BigInt>,
        target -> Nullable<BigInt>,
        first_hash -> Text,
        second_hash -> Text,
    }
}

table! {
    voucher_batches (id) {
        id -> BigInt,
        ballot -> Text,
        place -> BigInt,
        made_on -> Text,
        stopped -> Bool,
        used -> Text,
    }
}

table! {
    vouchers (hash) {
        hash -> Text,
        batch -> BigInt,
        place -> Integer,
    }
}

table! {
    browser_marks (ballot, mark) {
        ballot -> Text,
        mark -> Text,
    }
}

table! {
    tally_typings (place, turn) {
        place -> BigInt,
        turn -> Integer,
        typist -> Text,
        body -> Text,
        browser -> Text,
        tried_other -> Bool,
    }
}

table! {
    tallies (place) {
        place -> BigInt,
        received -> BigInt,
        body -> Text,
        counted_on -> Text,
    }
}

table! {
    tally_openings (id) {
        id -> BigInt,
        place -> BigInt,
        reason -> Text,
        opened_by -> Text,
        opened_at -> BigInt,
        agreed -> Text,
        typings -> Text,
    }
}

table! {
    ballot_results (ballot) {
        ballot -> Text,
        audit -> Text,
        turnout -> Text,
        approved_by -> Text,
        published_on -> Text,
    }
}

table! {
    ballot_proposals (id) {
        id -> BigInt,
        title -> Text,
        fields -> Text,
        written_by -> Text,
        written_on -> Text,
        state -> Text,
        remark -> Text,
        decided_by -> Nullable<Text>,
        decided_at -> Nullable<BigInt>,
        ballot -> Nullable<Text>,
    }
}

allow_tables_to_appear_in_same_query!(
    voucher_batches,
    vouchers,
    polling_places,
    tally_typings,
    tallies,
    tally_openings
);
