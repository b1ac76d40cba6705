//! Where someone answers from, as they told us: a district of the geography, elsewhere, or not sure.

/// A person's own answer to "where do you live, learn or work?".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum District {
    /// The key of a district of the consultation's geography, for example `wyre-forest`.
    Area(String),
    /// Somewhere else.
    Outside,
    /// Not sure, or did not say.
    Unknown,
}

impl District {
    /// Reads the stored or submitted form: `outside`, `unknown`, or the key of a district.
    /// Whether that district exists is for the caller to ask of the geography.
    pub fn parse(text: &str) -> Self {
        match text {
            "outside" => Self::Outside,
            "unknown" | "" => Self::Unknown,
            key => Self::Area(key.to_owned()),
        }
    }

    /// The form that is stored, submitted and exported.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Area(key) => key,
            Self::Outside => "outside",
            Self::Unknown => "unknown",
        }
    }
}
