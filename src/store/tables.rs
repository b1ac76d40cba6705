//! The tables as diesel sees them; the same for both databases. `migrations/` makes them.

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

table! {
    evidence (id) {
        id -> BigInt,
        plan -> Text,
        outcome -> Text,
        district -> Text,
        basis -> Text,
        stance -> Text,
        note -> Text,
        officer -> Text,
        linked_on -> Text,
    }
}

table! {
    none_found (plan, outcome) {
        plan -> Text,
        outcome -> Text,
        looked -> Text,
        officer -> Text,
        noted_on -> Text,
    }
}

table! {
    local_plans (plan) {
        plan -> Text,
        county -> Text,
        district -> Text,
        body -> Text,
        version -> BigInt,
        officer -> Text,
        saved_on -> Text,
    }
}

table! {
    measurements (plan, indicator, period, place) {
        plan -> Text,
        indicator -> Text,
        period -> Text,
        place -> Integer,
        value -> Nullable<Double>,
        source -> Text,
        officer -> Text,
        changed_on -> Text,
    }
}

table! {
    action_changes (plan, action, place) {
        plan -> Text,
        action -> Text,
        place -> Integer,
        owner -> Text,
        due -> Text,
        status -> Text,
        officer -> Text,
        changed_on -> Text,
    }
}

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
    plan_drafts (plan) {
        plan -> Text,
        body -> Text,
        stage -> Text,
        writers -> Text,
        document -> Nullable<Text>,
        signed_by -> Nullable<Text>,
        saved_on -> Text,
    }
}

table! {
    plan_comments (plan, version, place) {
        plan -> Text,
        version -> Integer,
        place -> Integer,
        officer -> Text,
        says -> Text,
        said_on -> Text,
    }
}

table! {
    plan_versions (plan, version) {
        plan -> Text,
        version -> Integer,
        document -> Text,
        officer -> Text,
        published_on -> Text,
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
