//! Letters of the town, which are kept and never sent: two people ask to hear what came of a consultation, one of them
//! confirms, and a third is told. An invitation of the town's campaign waits for the officer.
//!
//! All addresses are of example.org, which belongs to nobody.

use jiff::civil::Date;

use crate::campaign::read_list;
use crate::letter::{Dispatch, MailAddress};
use crate::library::Library;
use crate::store::{HearRequest, NewInvitation, Store};
use crate::web::public::{confirm_letter, told_letter};

/// The campaign whose invitation waits, and the list of those it goes to.
const CAMPAIGN: &str = "winter-of-listening";
const INVITED: &str = "Evesham Youth Centre, evesham@example.org, Evesham Youth Centre\n\
                       Redditch Young Readers, readers@example.org, Redditch Library\n\
                       Kidderminster Skate Club, skate@example.org";
const SUBJECT: &str = "Ten minutes to say what should change";
const WORDS: &str = "We are the youth cabinet. We ask children and young people all over the county what should change, and what they say goes into the plan.\n\nPlease give your group ten minutes for it before Christmas. You need no account: show the link or put up the poster.";

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
    invite(store, today)
}

/// An invitation as a member wrote it, which waits.
fn invite(store: &Store, today: Date) -> anyhow::Result<()> {
    if store.find_campaign(CAMPAIGN)?.is_none() || !store.list_invitations(Some(CAMPAIGN), None)?.is_empty() {
        return Ok(());
    }
    let places: Vec<_> = store.count_places(CAMPAIGN, today)?.into_iter().map(|counted| counted.place).collect();
    let invitees = read_list(INVITED, &places).map_err(|wrong| anyhow::anyhow!(wrong.join("; ")))?;
    store.save_invitation(NewInvitation {
        campaign: CAMPAIGN.to_owned(),
        subject: SUBJECT.to_owned(),
        words: WORDS.to_owned(),
        written_by: "member".to_owned(),
        written_on: today,
        invitees,
        replaces: None,
    })?;
    Ok(())
}
