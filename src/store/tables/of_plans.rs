//! The tables of what officers add to plans, as diesel sees them: evidence, progress, local plans, versions.

use diesel::table;

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
        source -> Text,
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
