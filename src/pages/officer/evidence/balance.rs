//! How whole the evidence of an outcome is, as a tag in a table and as a note on its own page.

use maud::{Markup, html};

use crate::plan::evidence::Balance;

/// How whole the evidence of an outcome is, for a page that holds no plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    Unsupported,
    OnlyContrary,
    OneSided,
    /// With where somebody looked.
    NoneFound(String),
    BothSides,
}

impl From<Balance<'_>> for Shown {
    fn from(balance: Balance<'_>) -> Self {
        match balance {
            Balance::Unsupported => Self::Unsupported,
            Balance::OnlyContrary => Self::OnlyContrary,
            Balance::OneSided => Self::OneSided,
            Balance::NoneFound(looked) => Self::NoneFound(looked.to_owned()),
            Balance::BothSides => Self::BothSides,
        }
    }
}

impl Shown {
    /// Whether an outcome may be published with it.
    pub fn is_enough(&self) -> bool {
        matches!(self, Self::NoneFound(_) | Self::BothSides)
    }

    /// In two or three words, for a table.
    pub fn tag(&self) -> Markup {
        let words = match self {
            Self::Unsupported => "No evidence",
            Self::OnlyContrary => "Only against it",
            Self::OneSided => "Only for it",
            Self::NoneFound(_) => "For it; looked for more",
            Self::BothSides => "For and against",
        };
        let class = if self.is_enough() { "tag done" } else { "tag late" };
        html! { span class=(class) { (words) } }
    }

    /// As a note. `link` is where evidence is linked.
    pub fn note(&self, link: &str) -> Markup {
        let (heading, words, way) = match self {
            Self::Unsupported => (
                "It rests on nothing yet.",
                "Nobody has linked any evidence to it. It cannot be published like this.",
                "Link evidence",
            ),
            Self::OnlyContrary => (
                "Everything that is linked speaks against it.",
                "Link what speaks for it, or ask whether it belongs in the plan.",
                "Link evidence",
            ),
            Self::OneSided => (
                "Only one side is linked.",
                "Link what speaks against it, or say where you looked and found nothing.",
                "Look at the other side",
            ),
            Self::NoneFound(looked) => {
                ("We looked for what speaks against it and found nothing.", looked.as_str(), "Change the evidence")
            }
            Self::BothSides => {
                ("Both sides are linked.", "Read both before you rest a decision on either.", "Change the evidence")
            }
        };
        html! {
            div class={ "note" @if !self.is_enough() { " warn" } } {
                p { b { (heading) } " " (words) }
                p class="noprint" { a href=(link) { (way) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_enough_stands_out_and_says_what_to_do() {
        for balance in [Shown::Unsupported, Shown::OnlyContrary, Shown::OneSided] {
            let (tag, note) = (balance.tag().into_string(), balance.note("/there").into_string());
            assert!(tag.contains("late") && note.contains("warn") && note.contains("/there"), "{tag} {note}");
        }
        let looked = Shown::NoneFound("We read <all> answers.".to_owned());
        let note = looked.note("/there").into_string();
        assert!(note.contains("We read &lt;all&gt; answers.") && !note.contains("warn"), "{note}");
        assert!(Shown::BothSides.tag().into_string().contains("done"));
    }
}
