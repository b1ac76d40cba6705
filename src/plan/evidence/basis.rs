//! What evidence is taken from, and the one line that stands for it in a form and in the database.

use serde::{Deserialize, Serialize};

use crate::plan::Period;
use crate::plan::indicator::write;

/// What evidence is taken from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Answers that a theme was applied to.
    Theme { consultation: String, theme: String },
    /// An option of a closed question.
    Option { consultation: String, question: String, option: String },
    /// A choice in a ballot.
    Ballot { ballot: String, choice: String },
    /// A figure that somebody else publishes. `value` is finite.
    Outside { title: String, publisher: String, value: f64, unit: String, period: Period },
}

impl Basis {
    /// The consultation whose answers it is taken from, where it is from answers.
    pub fn consultation(&self) -> Option<&str> {
        match self {
            Self::Theme { consultation, .. } | Self::Option { consultation, .. } => Some(consultation),
            Self::Ballot { .. } | Self::Outside { .. } => None,
        }
    }

    /// A figure that somebody else publishes, with its unit and time: `31.9% (2012/13)`; none for what is counted here.
    pub fn outside_figure(&self) -> Option<String> {
        let Self::Outside { value, unit, period, .. } = self else { return None };
        Some(format!("{} ({period})", write(*value, unit)))
    }

    /// The basis as one line, `theme/worcestershire-cypp/bullying`: a word for what it is and then its parts. A
    /// slash or a percent sign within a part is written as in an address.
    pub fn as_text(&self) -> String {
        let value;
        let written;
        let parts: Vec<&str> = match self {
            Self::Theme { consultation, theme } => vec!["theme", consultation, theme],
            Self::Option { consultation, question, option } => vec!["option", consultation, question, option],
            Self::Ballot { ballot, choice } => vec!["ballot", ballot, choice],
            Self::Outside { title, publisher, value: number, unit, period } => {
                (value, written) = (number.to_string(), period.as_text());
                vec!["outside", title, publisher, &value, unit, &written]
            }
        };
        parts.into_iter().map(escape).collect::<Vec<_>>().join("/")
    }

    /// Reads what [`Basis::as_text`] writes; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<String> = text.split('/').map(unescape).collect();
        if parts.iter().any(|part| part.trim().is_empty()) && parts.first().is_some_and(|kind| kind != "outside") {
            return None;
        }
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let own = |text: &&str| (*text).to_owned();
        match parts.as_slice() {
            ["theme", consultation, theme] => Some(Self::Theme { consultation: own(consultation), theme: own(theme) }),
            ["option", consultation, question, option] => {
                Some(Self::Option { consultation: own(consultation), question: own(question), option: own(option) })
            }
            ["ballot", ballot, choice] => Some(Self::Ballot { ballot: own(ballot), choice: own(choice) }),
            ["outside", title, publisher, value, unit, period] => Some(Self::Outside {
                title: own(title),
                publisher: own(publisher),
                value: value.parse().ok().filter(|value: &f64| value.is_finite())?,
                unit: own(unit),
                period: period.parse().ok()?,
            }),
            _ => None,
        }
    }
}

fn escape(part: &str) -> String {
    part.replace('%', "%25").replace('/', "%2F")
}

fn unescape(part: &str) -> String {
    part.replace("%2F", "/").replace("%25", "%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_basis_is_read_as_it_was_written() {
        let own = str::to_owned;
        let outside = |title: &str, unit: &str, period: &str| Basis::Outside {
            title: own(title),
            publisher: own("Council / NHS %2F"),
            value: -0.1 + 0.3,
            unit: own(unit),
            period: period.parse().unwrap(),
        };
        let all = [
            Basis::Theme { consultation: own("c"), theme: own("bullying") },
            Basis::Option { consultation: own("c"), question: own("q"), option: own("very-safe") },
            Basis::Ballot { ballot: own("make-your-mark"), choice: own("transport") },
            outside("Weeks / waited", "%", "2013/14 academic"),
            outside("Ünï 100% %252F", "", "2013/14"),
            outside("x", "per 1,000", "2014-03"),
            outside("x", "weeks", "2014"),
        ];
        for basis in all {
            let text = basis.as_text();
            assert_eq!(Basis::parse(&text).as_ref(), Some(&basis), "{text}");
            assert!(!text.contains('\n'));
        }
    }

    #[test]
    fn what_is_not_a_basis_is_refused() {
        let texts = ["", "theme", "theme/c", "theme/c/ ", "theme/c/t/more", "rumour/c/t", "outside/t/p/NaN/u/2014"];
        for text in texts.into_iter().chain(["outside/t/p/1/u/soon", "outside/t/p/inf/u/2014", "option/c/q"]) {
            assert_eq!(Basis::parse(text), None, "{text}");
        }
    }
}
