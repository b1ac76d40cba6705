//! The published figures of a consultation that an entry of "you said, we did" can rest on: the themes of its code
//! frame for everyone and by district, and the options of its closed questions for everyone.

use super::answers;
use super::counts::{By, FrameCounts};
use super::subject::Subject;
use crate::breakdown::{Counting, is_counted};
use crate::pages::officer::reply_entry::{Offered, OfferedGroup};
use crate::web::{PageError, State};

/// Every figure there is to choose from; hidden ones are among them and say so.
///
/// # Errors
/// When the database fails.
pub fn figures_on_offer(state: &State, subject: &Subject) -> Result<Vec<OfferedGroup>, PageError> {
    let mut groups = Vec::new();
    let policy = state.config.policy;
    if let Some(frame) = subject.find_frame(&state.store)? {
        let counts = FrameCounts::count(&state.store, &subject.consultation.key, frame.id, None)?;
        let themes = counts.topmost();
        let key_of = |id: &str| themes.iter().find(|theme| theme.id.to_string() == id).map(|theme| theme.key.clone());
        let table = counts.breakdown(&themes, subject, By::District, policy);
        for row in &table.rows {
            let Some(key) = key_of(&row.key) else { continue };
            let named = format!("Named “{}”", row.name);
            let whole = Offered { key: format!("theme/{key}"), label: named.clone(), figure: row.everyone };
            let cells = table.groups.iter().zip(&row.cells).map(|(group, cell)| Offered {
                key: format!("theme/{key}/{}", group.key),
                label: format!("{named}, {}", group.name),
                figure: cell.figure,
            });
            groups.push(OfferedGroup { name: row.name.clone(), figures: [whole].into_iter().chain(cells).collect() });
        }
    }
    let closed = answers::count(state, subject)?;
    for question in subject.consultation.questions.iter().filter(|one| is_counted(one) && one.options().is_some()) {
        let table = answers::all_together(subject, &closed, question, Counting::Picked, policy);
        let ask = subject.consultation.heading(&question.key);
        let of = table.rows.iter().map(|row| Offered {
            key: format!("option/{}/{}", question.key, row.key),
            label: format!("{ask} “{}”", row.name),
            figure: row.everyone,
        });
        groups.push(OfferedGroup { name: ask.to_owned(), figures: of.collect() });
    }
    Ok(groups)
}
