//! Why a letter is sent, what is to become of it, and what became of it.

/// Why a letter is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LetterKind {
    /// Asks whoever has an address whether they want to hear.
    Confirm,
    /// Tells somebody who asked to hear what came of a consultation.
    Told,
    /// Invites a school or a club to a campaign.
    Invitation,
}

impl LetterKind {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Confirm, Self::Told, Self::Invitation];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Told => "told",
            Self::Invitation => "invitation",
        }
    }

    /// Reads the stored form.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// What became of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LetterState {
    /// It is to be sent.
    Waiting,
    /// It is kept to be looked at and is never sent.
    Kept,
    /// The mail server took it.
    Sent,
    /// The mail server will not take it.
    Refused,
}

impl LetterState {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Kept, Self::Sent, Self::Refused];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Kept => "kept",
            Self::Sent => "sent",
            Self::Refused => "refused",
        }
    }

    /// Reads the stored form.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// What is to become of letters that are written now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dispatch {
    Send,
    /// Kept to be looked at, also by a server that could send it later.
    Keep,
}
