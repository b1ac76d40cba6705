//! The tables of campaigns as diesel sees them. Leaves out what a response keeps of one, which is a column of its own
//! table.

use diesel::{allow_tables_to_appear_in_same_query, table};

table! {
    campaigns (key) {
        key -> Text,
        about -> Text,
        subject -> Text,
        template -> Text,
        name -> Text,
        team -> Text,
        colour -> Text,
        languages -> Text,
        target -> Integer,
        starts_on -> Text,
        ends_on -> Text,
    }
}

table! {
    campaign_targets (campaign, ways, group_key) {
        campaign -> Text,
        ways -> Text,
        group_key -> Text,
        target -> Integer,
    }
}

table! {
    campaign_places (word) {
        word -> Text,
        campaign -> Text,
        name -> Text,
        code -> Nullable<Text>,
        people -> Nullable<Integer>,
        target -> Nullable<Integer>,
        counted -> BigInt,
        counted_on -> Text,
        sent -> BigInt,
    }
}

table! {
    campaign_tasks (id) {
        id -> BigInt,
        campaign -> Text,
        kind -> Text,
        what -> Text,
        who -> Text,
        place -> Text,
        on_day -> Text,
        begins -> Nullable<Text>,
        done -> Bool,
    }
}

table! {
    campaign_posts (id) {
        id -> BigInt,
        campaign -> Text,
        kind -> Text,
        title -> Text,
        words -> Text,
        written_by -> Text,
        written_on -> Text,
        state -> Text,
        remark -> Text,
        decided_by -> Nullable<Text>,
        decided_at -> Nullable<BigInt>,
    }
}

table! {
    campaign_lives (campaign) {
        campaign -> Text,
        shown -> BigInt,
        counted_at -> BigInt,
    }
}

table! {
    campaign_turnout (campaign, kind, group_key) {
        campaign -> Text,
        kind -> Text,
        group_key -> Text,
        people -> BigInt,
    }
}

allow_tables_to_appear_in_same_query!(campaign_places, campaigns);
