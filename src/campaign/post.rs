//! What a campaign tells the public. Nothing of it is shown before an adult officer has approved it.

use jiff::civil::Date;

/// What it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostKind {
    /// The campaign's own page: why, who and what for. The latest one approved is shown.
    Page,
    /// Something new. All that are approved are shown, the latest first.
    News,
    /// What came of it, after the close. The latest one approved is shown.
    Results,
}

impl PostKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Page, Self::News, Self::Results];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::News => "news",
            Self::Results => "results",
        }
    }

    /// Reads the stored form.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// What has become of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostState {
    /// No officer has decided.
    Waiting,
    /// The public sees it.
    Approved,
    /// An officer asked for changes.
    Returned,
    /// The public saw it and does so no more.
    TakenDown,
}

impl PostState {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Approved => "approved",
            Self::Returned => "returned",
            Self::TakenDown => "taken-down",
        }
    }

    /// Reads the stored form.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Waiting, Self::Approved, Self::Returned, Self::TakenDown]
            .into_iter()
            .find(|state| state.as_str() == text)
    }

    /// Whether an officer may take a post from this state to that one.
    pub fn may_become(self, other: Self) -> bool {
        matches!((self, other), (Self::Waiting, Self::Approved | Self::Returned) | (Self::Approved, Self::TakenDown))
    }
}

/// Something written for the public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Unique; 0 before it is stored.
    pub id: i64,
    /// The campaign's key.
    pub campaign: String,
    pub kind: PostKind,
    pub title: String,
    /// Paragraphs, a line between them.
    pub words: String,
    /// The account that wrote it. Never shown to the public.
    pub written_by: String,
    pub written_on: Date,
    pub state: PostState,
    /// What the officer said to whoever wrote it.
    pub remark: String,
    /// The officer who decided, and when, in seconds since 1970 in UTC.
    pub decided: Option<(String, i64)>,
}

impl Post {
    /// Its paragraphs.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.words.split('\n').map(str::trim).filter(|line| !line.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_goes_public_but_by_approval_and_nothing_comes_back_by_itself() {
        use PostState::*;
        let all = [Waiting, Approved, Returned, TakenDown];
        let ways = all.iter().flat_map(|from| all.iter().map(move |to| (*from, *to)));
        let open: Vec<_> = ways.filter(|(from, to)| from.may_become(*to)).collect();
        assert_eq!(open, [(Waiting, Approved), (Waiting, Returned), (Approved, TakenDown)]);
        for state in all {
            assert_eq!(PostState::parse(state.as_str()), Some(state));
        }
        for kind in PostKind::ALL {
            assert_eq!(PostKind::parse(kind.as_str()), Some(kind));
        }
    }
}
