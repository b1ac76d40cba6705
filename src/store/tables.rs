//! The tables as diesel sees them; the same for both databases. `migrations/` makes them.

mod of_campaigns;
mod of_letters;
mod of_plans;
mod of_results;
mod of_votes;

pub use of_campaigns::{
    campaign_lives, campaign_places, campaign_posts, campaign_targets, campaign_tasks, campaign_turnout, campaigns,
};
pub use of_letters::{hear_requests, invitations, invited, outbox, uninvited};
pub use of_plans::{
    action_changes, evidence, local_plans, measurements, none_found, plan_comments, plan_drafts, plan_versions,
};
pub use of_results::{
    approved_quotes, closed_consultations, publication_quotes, publications, reply_entries, reply_versions,
};
pub use of_votes::{
    ballot_proposals, ballot_results, browser_marks, opened_ballots, papers, polling_places, tallies, tally_openings,
    tally_typings, turnout, voucher_batches, vouchers,
};

use diesel::{allow_tables_to_appear_in_same_query, joinable, table};

table! {
    drafts (token_hash) {
        token_hash -> Text,
        consultation -> Text,
        body -> Text,
        saved_on -> Text,
    }
}

table! {
    responses (id) {
        id -> BigInt,
        consultation -> Text,
        digest -> Text,
        perspective -> Text,
        district -> Text,
        language -> Text,
        submitted_on -> Text,
        origin -> Text,
        receipt_hash -> Nullable<Text>,
        import_id -> Nullable<Text>,
        campaign -> Nullable<Text>,
    }
}

table! {
    answers (id) {
        id -> BigInt,
        response_id -> BigInt,
        question -> Text,
        place -> Integer,
        kind -> Text,
        body -> Text,
        language -> Nullable<Text>,
        screened -> Bool,
    }
}

table! {
    redactions (answer_id, begins) {
        answer_id -> BigInt,
        begins -> Integer,
        ends -> Integer,
        kind -> Text,
    }
}

table! {
    changes (seq) {
        seq -> BigInt,
        xid -> BigInt,
        response_id -> BigInt,
        kind -> Text,
    }
}

table! {
    code_frames (id) {
        id -> BigInt,
        consultation -> Text,
        key -> Text,
        question -> Text,
        version -> Text,
        origin -> Text,
        engine -> Text,
        seed -> BigInt,
        wanted -> Bool,
    }
}

table! {
    themes (id) {
        id -> BigInt,
        frame_id -> BigInt,
        place -> Integer,
        key -> Text,
        name -> Text,
        definition -> Text,
        terms -> Text,
        status -> Text,
        parent -> Text,
    }
}

table! {
    codings (theme_id, answer_id) {
        answer_id -> BigInt,
        theme_id -> BigInt,
        judge -> Text,
        score -> Float,
        is_primary -> Bool,
        applied -> Bool,
    }
}

table! {
    judgements (id) {
        id -> BigInt,
        frame_id -> BigInt,
        answer_id -> BigInt,
        officer -> Text,
        in_turn -> Bool,
        suggested -> Integer,
        kept -> Integer,
        added -> Integer,
        learnt -> Bool,
    }
}

table! {
    next_answers (frame_id, place) {
        frame_id -> BigInt,
        place -> Integer,
        answer_id -> BigInt,
    }
}

table! {
    questionnaire_entries (consultation, number, place) {
        consultation -> Text,
        number -> Text,
        place -> Integer,
        officer -> Text,
        body -> Text,
        entered_on -> Text,
    }
}

table! {
    questionnaires (consultation, number) {
        consultation -> Text,
        number -> Text,
    }
}

table! {
    questionnaire_totals (consultation) {
        consultation -> Text,
        fields -> BigInt,
        differed -> BigInt,
    }
}

table! {
    ways_in (code) {
        code -> Text,
        consultation -> Text,
        kind -> Text,
        name -> Text,
        perspective -> Nullable<Text>,
        headcount -> Nullable<Integer>,
        shared_device -> Bool,
        came -> BigInt,
        sent -> BigInt,
        opened_on -> Text,
        closes_on -> Text,
    }
}

table! {
    users (name) {
        name -> Text,
        password_hash -> Text,
        role -> Text,
    }
}

table! {
    sessions (token_hash) {
        token_hash -> Text,
        user_name -> Text,
        csrf -> Text,
        expires_at -> BigInt,
    }
}

table! {
    sign_in_failures (id) {
        id -> BigInt,
        account_hash -> Text,
        failed_at -> BigInt,
    }
}

joinable!(answers -> responses (response_id));
joinable!(redactions -> answers (answer_id));
joinable!(themes -> code_frames (frame_id));
joinable!(codings -> answers (answer_id));
joinable!(codings -> themes (theme_id));
joinable!(judgements -> answers (answer_id));
joinable!(next_answers -> answers (answer_id));
joinable!(sessions -> users (user_name));
allow_tables_to_appear_in_same_query!(
    responses,
    answers,
    redactions,
    code_frames,
    themes,
    codings,
    judgements,
    next_answers
);
allow_tables_to_appear_in_same_query!(users, sessions);
