//! The tables of letters, of who asked to hear, and of invitations, as diesel sees them.

use diesel::{allow_tables_to_appear_in_same_query, joinable, table};

table! {
    outbox (id) {
        id -> BigInt,
        kind -> Text,
        about -> Text,
        state -> Text,
        recipient -> Nullable<Text>,
        letter -> Nullable<Text>,
        message_id -> Text,
        tries -> Integer,
        reply -> Nullable<Integer>,
        due_at -> BigInt,
        queued_on -> Text,
    }
}

table! {
    hear_requests (id) {
        id -> BigInt,
        consultation -> Text,
        address -> Text,
        language -> Text,
        code -> Text,
        confirmed -> Bool,
        asked_on -> Text,
    }
}

table! {
    invitations (id) {
        id -> BigInt,
        campaign -> Text,
        subject -> Text,
        words -> Text,
        state -> Text,
        remark -> Text,
        written_by -> Text,
        approved_by -> Nullable<Text>,
        written_on -> Text,
    }
}

table! {
    invited (id) {
        id -> BigInt,
        invitation_id -> BigInt,
        line -> Integer,
        name -> Text,
        place -> Text,
        address -> Nullable<Text>,
        address_hash -> Text,
        code -> Text,
        letter_id -> Nullable<BigInt>,
    }
}

table! {
    uninvited (address_hash) {
        address_hash -> Text,
        asked_on -> Text,
    }
}

joinable!(invited -> invitations (invitation_id));
allow_tables_to_appear_in_same_query!(invitations, invited, outbox);
