//! What looks like personal data in a text that a team or an officer writes for the public, in words. Leaves out finding it
//! (`text`) and what is done about it: whoever wrote it takes it out or says that it is nobody's.

use crate::text::{PersonalData, PersonalDataKind, find_personal_data};

/// What is found: `“Zoë Smith” looks like a name`.
pub fn personal_data_in(text: &str) -> Vec<String> {
    personal_data_but(text, None)
}

/// [`personal_data_in`] without what is of one kind.
pub(super) fn personal_data_but(text: &str, without: Option<PersonalDataKind>) -> Vec<String> {
    let said = |found: PersonalData| {
        let words: String = text.chars().skip(found.span.start).take(found.span.len()).collect();
        let kind = match found.kind {
            PersonalDataKind::Name => "a name",
            PersonalDataKind::Phone => "a telephone number",
            PersonalDataKind::Email => "an e-mail address",
            PersonalDataKind::Address => "somebody’s address",
            PersonalDataKind::Postcode => "a whole postcode",
            PersonalDataKind::School => "a school",
            PersonalDataKind::Handle => "an account",
            PersonalDataKind::DateOfBirth => "a date of birth",
            PersonalDataKind::Id => "a number that identifies somebody",
        };
        format!("“{words}” looks like {kind}")
    };
    find_personal_data(text).into_iter().filter(|found| Some(found.kind) != without).map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_is_said_with_what_it_looks_like_and_one_kind_can_be_passed_over() {
        let text = "Ring Zoë Smith on 07700 900123.";
        let said = personal_data_in(text);
        assert!(said.iter().any(|one| one.ends_with("looks like a telephone number")), "{said:?}");
        let but = personal_data_but(text, Some(PersonalDataKind::Phone));
        assert!(but.len() < said.len() && but.iter().all(|one| !one.contains("telephone")), "{but:?}");
        assert!(personal_data_in("More buses, please.").is_empty());
    }
}
