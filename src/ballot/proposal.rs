//! A ballot that a member of a youth cabinet proposes: what they filled in, and what an officer made of it.
//!
//! Nothing of it is public: an officer reads it, changes what must be, and opens it as a ballot, or sends it back with a
//! remark. Leaves out who may do which (`web/account`) and what the fields mean, which is read when it is opened.

use jiff::civil::Date;

/// What has become of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposalState {
    /// No officer has decided.
    Waiting,
    /// It is a ballot.
    Opened,
    /// An officer asked for changes.
    Returned,
}

impl ProposalState {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Opened => "opened",
            Self::Returned => "returned",
        }
    }

    /// Reads the stored form.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Waiting, Self::Opened, Self::Returned].into_iter().find(|state| state.as_str() == text)
    }
}

/// A proposed ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Unique; 0 before it is stored.
    pub id: i64,
    pub title: String,
    /// The fields of the form as they were filled in, in order; a name may stand several times.
    pub fields: Vec<(String, String)>,
    /// The account that proposes it.
    pub written_by: String,
    pub written_on: Date,
    pub state: ProposalState,
    /// What the officer said to whoever proposed it.
    pub remark: String,
    /// The officer who decided, and when, in seconds since 1970 in UTC.
    pub decided: Option<(String, i64)>,
    /// The key of the ballot that it became.
    pub ballot: Option<String>,
}

impl Proposal {
    /// The first value of a field.
    pub fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }

    /// Whether whoever proposed it may still change it.
    pub fn may_change(&self) -> bool {
        self.state != ProposalState::Opened
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_of_a_state_is_read_back_and_what_was_opened_stands() {
        for state in [ProposalState::Waiting, ProposalState::Opened, ProposalState::Returned] {
            assert_eq!(ProposalState::parse(state.as_str()), Some(state));
            let proposal = Proposal {
                id: 1,
                title: "A".into(),
                fields: vec![("ask".into(), "Which?".into())],
                written_by: "member".into(),
                written_on: jiff::civil::date(2026, 11, 26),
                state,
                remark: String::new(),
                decided: None,
                ballot: None,
            };
            assert_eq!(proposal.may_change(), state != ProposalState::Opened);
            assert_eq!((proposal.field("ask"), proposal.field("why")), ("Which?", ""));
        }
        assert_eq!(ProposalState::parse("lost"), None);
    }
}
