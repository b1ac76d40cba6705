//! Quotes that officers have approved for publication, each with the words as they were read.
//!
//! An approval goes with its answer. Leaves out whether the answer still shows those words, which whoever uses a quote
//! must ask, and what a quote may say of who spoke (`web`).

use diesel::prelude::*;
use diesel::upsert::excluded;
use jiff::civil::Date;

use super::tables::{answers, approved_quotes};
use super::{Store, StoreError};

/// How many identifiers one statement names: both databases limit the values in a statement.
const IDS: usize = 500;

/// An answer that an officer has read and approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovedWords {
    pub answer_id: i64,
    /// The theme that it is to speak of, in words.
    pub theme: String,
    /// The answer as it was read, personal data taken out.
    pub words: String,
    /// The account of who approved it.
    pub approved_by: String,
    pub approved_on: Date,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = approved_quotes, treat_none_as_default_value = false)]
struct QuoteRow {
    answer_id: i64,
    consultation: String,
    theme: String,
    words: String,
    approved_by: String,
    approved_on: String,
}

impl Store {
    /// Every approval of a consultation, by theme and then by answer, whether or not its words still stand.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_approved_quotes(&self, consultation: &str) -> Result<Vec<ApprovedWords>, StoreError> {
        let rows: Vec<QuoteRow> = self.read(|conn| {
            let theirs = approved_quotes::table
                .filter(approved_quotes::consultation.eq(consultation))
                .order((approved_quotes::theme, approved_quotes::answer_id));
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        let read = |row: QuoteRow| {
            let approved_on = row.approved_on.parse().map_err(|_| StoreError::Damaged("approved quote"))?;
            let QuoteRow { answer_id, theme, words, approved_by, .. } = row;
            Ok(ApprovedWords { answer_id, theme, words, approved_by, approved_on })
        };
        rows.into_iter().map(read).collect()
    }

    /// Approves some answers and withdraws others in one commit. Approving again takes the words as they are read now.
    /// A quote that is withdrawn leaves every publication it stands in. An answer that is gone is passed over.
    ///
    /// # Errors
    /// When the database fails; then nothing was changed.
    pub fn save_approved_quotes(
        &self,
        consultation: &str,
        approved: Vec<ApprovedWords>,
        withdrawn: Vec<i64>,
    ) -> Result<(), StoreError> {
        let consultation = consultation.to_owned();
        self.write(move |conn| {
            for ids in withdrawn.chunks(IDS) {
                let theirs = approved_quotes::table
                    .filter(approved_quotes::consultation.eq(&consultation))
                    .filter(approved_quotes::answer_id.eq_any(ids));
                on!(&mut *conn, c => diesel::delete(theirs).execute(c))?;
            }
            for quote in approved {
                let here = answers::table.find(quote.answer_id).select(answers::id);
                let here: Option<i64> = on!(&mut *conn, c => here.first(c).optional())?;
                if here.is_none() {
                    continue;
                }
                let ApprovedWords { answer_id, theme, words, approved_by, approved_on } = quote;
                let (consultation, approved_on) = (consultation.clone(), approved_on.to_string());
                let row = QuoteRow { answer_id, consultation, theme, words, approved_by, approved_on };
                // Never replaced as a whole: that would take it out of publications.
                let insert = diesel::insert_into(approved_quotes::table)
                    .values(&row)
                    .on_conflict(approved_quotes::answer_id)
                    .do_update()
                    .set((
                        approved_quotes::theme.eq(excluded(approved_quotes::theme)),
                        approved_quotes::words.eq(excluded(approved_quotes::words)),
                        approved_quotes::approved_by.eq(excluded(approved_quotes::approved_by)),
                        approved_quotes::approved_on.eq(excluded(approved_quotes::approved_on)),
                    ));
                on!(&mut *conn, c => insert.execute(c))?;
            }
            Ok(())
        })
    }
}
