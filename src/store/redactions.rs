//! Stretches of personal data in answers: kept, and taken out of the words that people see.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use diesel::prelude::*;

use super::StoreError;
use super::answers::IDS;
use super::connections::Conn;
use super::tables::{answers, redactions};

/// A stretch of personal data in an answer, in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redaction {
    /// From the first character to the one after the last, counted from 0.
    pub characters: Range<usize>,
    /// What it is, for example `name`.
    pub kind: String,
}

/// A part of an answer as people may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown<'a> {
    Words(&'a str),
    /// Personal data, by its kind.
    Hidden(&'a str),
}

/// Words as one text, with `[name]` and the like where personal data was.
pub(super) fn redacted(body: &str, redactions: &[Redaction], screened: bool) -> String {
    let text = |part: Shown<'_>| match part {
        Shown::Words(words) => words.to_owned(),
        Shown::Hidden(kind) => format!("[{kind}]"),
    };
    parts(body, redactions, screened).into_iter().map(text).collect()
}

/// Words in parts, with personal data left out. What nothing has looked through yet is a single hidden part of the
/// kind `unchecked`.
pub(super) fn parts<'a>(body: &'a str, redactions: &'a [Redaction], screened: bool) -> Vec<Shown<'a>> {
    if !screened {
        return vec![Shown::Hidden("unchecked")];
    }
    if redactions.is_empty() && !body.is_empty() {
        return vec![Shown::Words(body)];
    }
    let mut starts: Vec<usize> = body.char_indices().map(|(byte, _)| byte).collect();
    starts.push(body.len());
    let byte = |character: usize| starts.get(character).copied().unwrap_or(body.len());
    let (mut parts, mut from) = (Vec::new(), 0);
    for Redaction { characters, kind } in redactions {
        let words = &body[byte(from)..byte(characters.start.max(from))];
        if !words.is_empty() {
            parts.push(Shown::Words(words));
        }
        parts.push(Shown::Hidden(kind));
        from = characters.end.max(from);
    }
    if byte(from) < body.len() {
        parts.push(Shown::Words(&body[byte(from)..]));
    }
    parts
}

/// Adds the redactions of these answers, by answer.
pub(super) fn add_redactions(
    conn: &mut Conn,
    ids: &[i64],
    all: &mut BTreeMap<i64, Vec<Redaction>>,
) -> Result<(), StoreError> {
    let rows =
        redactions::table.filter(redactions::answer_id.eq_any(ids)).order((redactions::answer_id, redactions::begins));
    collect_redactions(on!(conn, c => rows.load(c))?, all)
}

/// The redactions of answers from one identifier up to another, which is left out.
pub(super) fn list_redactions_between(
    conn: &mut Conn,
    first: i64,
    end: i64,
) -> Result<BTreeMap<i64, Vec<Redaction>>, StoreError> {
    let rows = redactions::table
        .filter(redactions::answer_id.ge(first))
        .filter(redactions::answer_id.lt(end))
        .order((redactions::answer_id, redactions::begins));
    let mut all = BTreeMap::new();
    collect_redactions(on!(conn, c => rows.load(c))?, &mut all)?;
    Ok(all)
}

fn collect_redactions(
    rows: Vec<(i64, i32, i32, String)>,
    all: &mut BTreeMap<i64, Vec<Redaction>>,
) -> Result<(), StoreError> {
    for (answer_id, begins, ends, kind) in rows {
        let place = |at: i32| usize::try_from(at).map_err(|_| StoreError::Damaged("redaction"));
        all.entry(answer_id).or_default().push(Redaction { characters: place(begins)?..place(ends)?, kind });
    }
    Ok(())
}

#[derive(Insertable)]
#[diesel(table_name = redactions, treat_none_as_default_value = false)]
struct RedactionRow<'a> {
    answer_id: i64,
    begins: i32,
    ends: i32,
    kind: &'a str,
}

/// Marks answers as looked through, and keeps what was found instead of what was found before.
pub(super) fn replace_redactions(conn: &mut Conn, screened: &[(i64, Vec<Redaction>)]) -> Result<(), StoreError> {
    let ids: Vec<i64> = screened.iter().map(|(id, _)| *id).collect();
    let these = answers::table.filter(answers::id.eq_any(&ids));
    on!(&mut *conn, c => diesel::update(these).set(answers::screened.eq(true)).execute(c))?;
    let present = answers::table.filter(answers::id.eq_any(&ids)).select(answers::id);
    let present: Vec<i64> = on!(&mut *conn, c => present.load(c))?;
    let present: BTreeSet<i64> = present.into_iter().collect();
    let before = redactions::table.filter(redactions::answer_id.eq_any(&ids));
    on!(&mut *conn, c => diesel::delete(before).execute(c))?;
    let joined: Vec<(i64, Vec<Redaction>)> =
        screened.iter().filter(|(id, _)| present.contains(id)).map(|(id, found)| (*id, joined(found))).collect();
    let place = |at: usize| i32::try_from(at).unwrap_or(i32::MAX);
    let rows: Vec<RedactionRow<'_>> = joined
        .iter()
        .flat_map(|(id, found)| found.iter().map(move |one| (*id, one)))
        .map(|(answer_id, Redaction { characters, kind })| RedactionRow {
            answer_id,
            begins: place(characters.start),
            ends: place(characters.end),
            kind,
        })
        .collect();
    for rows in rows.chunks(IDS) {
        on!(&mut *conn, c => diesel::insert_into(redactions::table).values(rows).execute(c))?;
    }
    Ok(())
}

/// In order, without empty stretches, those that overlap made one of the first one's kind.
fn joined(found: &[Redaction]) -> Vec<Redaction> {
    let mut sorted: Vec<Redaction> = found.iter().filter(|one| !one.characters.is_empty()).cloned().collect();
    sorted.sort_by_key(|one| (one.characters.start, one.characters.end));
    let mut joined: Vec<Redaction> = Vec::with_capacity(sorted.len());
    for one in sorted {
        match joined.last_mut() {
            Some(last) if one.characters.start < last.characters.end => {
                last.characters.end = last.characters.end.max(one.characters.end);
            }
            _ => joined.push(one),
        }
    }
    joined
}
