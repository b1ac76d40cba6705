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
    /// A title and what it asks, for posters, cards and slides in one of [`POSTERS`], by its code. The latest one
    /// approved is used; posters in a language without any say what the consultation or the ballot says of itself.
    Posters(&'static str),
}

/// The languages that a campaign can have words of its own for on posters: ISO 639-1 codes, and how their posters are
/// stored.
pub const POSTERS: [(&str, &str); 5] =
    [("en", "posters-en"), ("cy", "posters-cy"), ("pl", "posters-pl"), ("ro", "posters-ro"), ("ur", "posters-ur")];

impl PostKind {
    /// Every kind that is in the campaign's own language.
    pub const ALL: [Self; 3] = [Self::Page, Self::News, Self::Results];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::News => "news",
            Self::Results => "results",
            Self::Posters(language) => POSTERS.iter().find(|(code, _)| *code == language).map_or("", |(_, kind)| kind),
        }
    }

    /// The kind of words for posters in a language; none where no posters have words of their own.
    pub fn posters(language: &str) -> Option<Self> {
        POSTERS.iter().find(|(code, _)| *code == language).map(|(code, _)| Self::Posters(code))
    }

    /// The language that it is written in, where that is not the campaign's own.
    pub fn language(self) -> Option<&'static str> {
        match self {
            Self::Posters(language) => Some(language),
            Self::Page | Self::News | Self::Results => None,
        }
    }

    /// Reads the stored form.
    pub fn parse(text: &str) -> Option<Self> {
        let posters = POSTERS.iter().map(|(code, _)| Self::Posters(code));
        Self::ALL.into_iter().chain(posters).find(|kind| kind.as_str() == text)
    }
}

/// The most characters of the sentences under a title on posters: more is not read in passing.
pub const MOST_ON_A_POSTER: usize = 220;

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
            assert_eq!((PostKind::parse(kind.as_str()), kind.language()), (Some(kind), None));
        }
        for (language, _) in POSTERS {
            let kind = PostKind::posters(language).unwrap();
            assert_eq!((PostKind::parse(kind.as_str()), kind.language()), (Some(kind), Some(language)));
        }
        assert_eq!((PostKind::posters("de"), PostKind::parse("posters-de"), PostKind::parse("")), (None, None, None));
    }
}
