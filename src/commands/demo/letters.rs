//! Letters of the town, which are kept and never sent: two people ask to hear what came of a consultation, one of them
//! confirms, and a third is told.
//!
//! Their addresses are of example.org, which belongs to nobody. Leaves out invitations, which come with a campaign.

use crate::letter::{Dispatch, MailAddress};
use crate::library::Library;
use crate::store::{HearRequest, Store};
use crate::web::public::{confirm_letter, told_letter};

/// Writes the letters, unless there are some.
///
/// # Errors
/// When the database fails.
pub fn write(library: &Library, store: &Store, website: &str) -> anyhow::Result<()> {
    if !store.count_letters()?.is_empty() {
        return Ok(());
    }
    let today = crate::web::today();
    let people = [("ana", "en", 'a', false), ("bogdan", "ro", 'b', false), ("carys", "cy", 'c', true)];
    let consultations: Vec<_> = library.consultations().take(2).cloned().collect();
    for (name, language, digit, confirms) in people {
        // Whoever confirms asks about another consultation, which is then told of.
        let Some(consultation) = consultations.get(usize::from(confirms)) else { continue };
        let request = HearRequest {
            consultation: consultation.key.clone(),
            address: MailAddress::parse(&format!("{name}@example.org")).map_err(|_| anyhow::anyhow!("no address"))?,
            language: language.to_owned(),
            code: digit.to_string().repeat(32),
        };
        let (about, at) = (consultation.clone(), website.to_owned());
        store.ask_to_hear(request, move |request| confirm_letter(&about, request, &at), Dispatch::Keep, today)?;
        if confirms {
            store.confirm_hearing(&consultation.key, &digit.to_string().repeat(32))?;
            let write =
                told_letter(consultation, website, "We asked, you said, we did", &format!("/c/{}", consultation.key));
            store.tell_who_asked(&consultation.key, write, Dispatch::Keep, today)?;
        }
    }
    Ok(())
}
