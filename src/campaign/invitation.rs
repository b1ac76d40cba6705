//! A letter by which a campaign invites schools and clubs, and the list of those it goes to, as it is pasted.
//!
//! Nothing of it is sent before an adult officer has approved it. Leaves out sending.

use jiff::civil::Date;

use super::Place;
use crate::letter::{LetterState, MailAddress};

/// The most that one invitation goes to.
pub const MOST_INVITED: usize = 100;
/// The most characters of the name of a school or a club.
const MOST_IN_A_NAME: usize = 120;

/// What has become of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationState {
    /// No officer has decided.
    Waiting,
    /// An officer let it be sent.
    Approved,
    /// An officer asked for changes.
    Returned,
}

impl InvitationState {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Approved => "approved",
            Self::Returned => "returned",
        }
    }

    /// Reads the stored form.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Waiting, Self::Approved, Self::Returned].into_iter().find(|state| state.as_str() == text)
    }
}

/// An invitation and those it goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub id: i64,
    pub campaign: String,
    pub subject: String,
    pub words: String,
    pub state: InvitationState,
    /// What the officer said to whoever wrote it.
    pub remark: String,
    pub written_by: String,
    pub written_on: Date,
    pub invited: Vec<Invited>,
}

/// One school or club of an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    pub name: String,
    /// The word of its place, or nothing.
    pub place: String,
    /// Until its letter is in the outbox.
    pub address: Option<MailAddress>,
    /// What the link of its letter bears: 32 hexadecimal digits.
    pub code: String,
    /// What became of its letter; none before there is one, and where they asked to be invited no more.
    pub fate: Option<LetterState>,
    /// The mail server's last number, where it would not take the letter.
    pub reply: Option<u16>,
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitee {
    /// The school or the club.
    pub name: String,
    pub address: MailAddress,
    /// The word of the place whose link it gets; none for the campaign's own.
    pub place: Option<String>,
}

/// Reads a list: one a line, name, address and place, parted by tabs as a spreadsheet copies them, by semicolons or by
/// commas. A first line without an address is a heading.
///
/// # Errors
/// What is wrong, one sentence each, with its line counted from 1.
pub fn read_list(text: &str, places: &[Place]) -> Result<Vec<Invitee>, Vec<String>> {
    let (mut invited, mut wrong) = (Vec::<Invitee>::new(), Vec::new());
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    for (at, line) in lines {
        if at == 0 && !line.contains('@') {
            continue;
        }
        match read_line(line, places) {
            Ok(one) if invited.iter().any(|known| known.address == one.address && known.place == one.place) => {
                wrong.push(format!("Line {}: {} is there twice with this address", at + 1, one.name));
            }
            Ok(one) => invited.push(one),
            Err(problem) => wrong.push(format!("Line {}: {problem}", at + 1)),
        }
    }
    if invited.is_empty() && wrong.is_empty() {
        wrong.push("Write at least one school or club, with its address".to_owned());
    }
    if invited.len() > MOST_INVITED {
        wrong.push(format!("Make two lists of it: at most {MOST_INVITED} at once"));
    }
    if wrong.is_empty() { Ok(invited) } else { Err(wrong) }
}

fn read_line(line: &str, places: &[Place]) -> Result<Invitee, String> {
    let parting = ['\t', ';', ','].into_iter().find(|mark| line.contains(*mark)).unwrap_or(',');
    let cells: Vec<String> = line.split(parting).map(clean).collect();
    let at = cells.iter().position(|cell| cell.contains('@')).ok_or("write an email address")?;
    let address = MailAddress::parse(&cells[at]).map_err(|_| "the email address is not like office@school.example")?;
    // A comma inside a name, as in "St Mary, Malvern", belongs to it.
    let name = cells[..at].join(", ");
    if name.is_empty() {
        return Err("write the name of the school or club before its address".to_owned());
    }
    if name.chars().count() > MOST_IN_A_NAME {
        return Err(format!("make the name shorter: at most {MOST_IN_A_NAME} characters"));
    }
    let named = cells[at + 1..].join(", ");
    if named.is_empty() {
        return Ok(Invitee { name, address, place: None });
    }
    let same = |place: &&Place| place.word.as_str() == named || place.name.to_lowercase() == named.to_lowercase();
    match places.iter().find(same) {
        Some(place) => Ok(Invitee { name, address, place: Some(place.word.as_str().to_owned()) }),
        None => Err(format!("“{named}” is none of this campaign’s places: make it one first, or leave it out")),
    }
}

/// One cell without quotation marks and line ends.
fn clean(cell: &str) -> String {
    crate::letter::one_line(cell.trim().trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::ShortWord;

    fn places() -> Vec<Place> {
        let word = ShortWord::of_name("Malvern Academy", 0).unwrap();
        let name = "Malvern Academy".to_owned();
        vec![Place { word, campaign: "a".to_owned(), name, code: None, people: None, target: None }]
    }

    #[test]
    fn a_list_is_read_as_a_spreadsheet_or_a_file_has_it() {
        let text = "School\tEmail\tPlace\nMalvern Academy\toffice@malvern.example\tmalvern academy\n\
                    \"St Mary, Malvern\", head@stmary.example\n\nYouth Club;club@example.org;\n";
        let invited = read_list(text, &places()).unwrap();
        let names: Vec<&str> = invited.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names[0], "Malvern Academy");
        assert_eq!((names[2], invited[0].place.is_some(), invited[2].place.is_none()), ("Youth Club", true, true));
        assert!(names[1].contains("St Mary"), "{names:?}");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line_and_nothing_is_taken() {
        let text = "A, a@example.org\nB, b(at)example.org\n, c@example.org\nD, d@example\nE, e@example.org, Nowhere\nA, a@example.org";
        let wrong = read_list(text, &places()).unwrap_err();
        let lines: Vec<&str> = wrong.iter().map(|one| one.split(':').next().unwrap()).collect();
        assert_eq!(lines, ["Line 2", "Line 3", "Line 4", "Line 5", "Line 6"], "{wrong:?}");
        assert!(read_list("", &[]).is_err() && read_list("Name, Email", &[]).is_err());
        let many: String = (0..=MOST_INVITED).map(|at| format!("S{at}, s{at}@example.org\n")).collect();
        assert!(read_list(&many, &[]).unwrap_err()[0].contains("two lists"));
        for state in [InvitationState::Waiting, InvitationState::Approved, InvitationState::Returned] {
            assert_eq!(InvitationState::parse(state.as_str()), Some(state));
        }
    }
}
