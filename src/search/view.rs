//! The index as of one commit, with what searches need at hand: the place and day of every answer.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use tantivy::index::SegmentId;
use tantivy::schema::Field;
use tantivy::{Searcher, SegmentReader};

use super::schema::{Fields, Place};
use super::stemming::Stemming;

/// The places and days of one segment's answers: eight bytes an answer, so that counting never waits for a
/// packed column.
pub(super) struct Places {
    /// Every place that occurs.
    pub list: Vec<Place>,
    /// For each document its place, as an index into `list`.
    pub of_document: Vec<u32>,
    /// For each document its day, in days since 1970.
    pub days: Vec<i32>,
}

/// A searcher and what belongs to it. Never changes; a commit makes another.
pub(super) struct View {
    pub searcher: Searcher,
    /// In the order of the searcher's segments.
    pub places: Vec<Arc<Places>>,
    /// The stemmed fields that hold anything, so that a word is not looked for in seventeen languages in vain.
    pub stems: Vec<(Stemming, Field)>,
    /// Whether there is more than one consultation to keep apart.
    pub has_several_consultations: bool,
    by_segment: FxHashMap<SegmentId, Arc<Places>>,
}

impl View {
    /// The view of a searcher. Segments never change, so what `before` knew of them is kept.
    pub fn new(searcher: Searcher, fields: &Fields, before: Option<&Self>) -> tantivy::Result<Self> {
        let mut by_segment = FxHashMap::default();
        let mut places = Vec::new();
        for segment in searcher.segment_readers() {
            let known = before.and_then(|before| before.by_segment.get(&segment.segment_id()));
            let of_segment = match known {
                Some(known) => Arc::clone(known),
                None => Arc::new(read_places(segment)?),
            };
            by_segment.insert(segment.segment_id(), Arc::clone(&of_segment));
            places.push(of_segment);
        }
        let mut stems = Vec::new();
        for &(stemming, field) in &fields.stems {
            if has_terms(&searcher, field)? {
                stems.push((stemming, field));
            }
        }
        let consultations: BTreeSet<&str> =
            places.iter().flat_map(|places| &places.list).map(|place| place.consultation.as_str()).collect();
        let has_several_consultations = consultations.len() > 1;
        Ok(Self { searcher, places, stems, has_several_consultations, by_segment })
    }
}

fn has_terms(searcher: &Searcher, field: Field) -> tantivy::Result<bool> {
    for segment in searcher.segment_readers() {
        if segment.inverted_index(field)?.terms().num_terms() > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

fn read_places(segment: &SegmentReader) -> tantivy::Result<Places> {
    let damaged = || tantivy::TantivyError::InternalError("an answer in the index has no place".into());
    let column = segment.fast_fields().str("place")?.ok_or_else(damaged)?;
    let mut list = Vec::with_capacity(column.num_terms());
    let mut text = String::new();
    for ordinal in 0..column.num_terms() as u64 {
        column.ord_to_str(ordinal, &mut text)?;
        list.push(Place::parse(&text).ok_or_else(damaged)?);
    }
    let ordinals = column.ords();
    let mut of_document = Vec::with_capacity(segment.max_doc() as usize);
    for document in 0..segment.max_doc() {
        let ordinal = ordinals.first(document).ok_or_else(damaged)?;
        of_document.push(u32::try_from(ordinal).map_err(|_| damaged())?);
    }
    let day_column = segment.fast_fields().i64("day")?;
    let mut days = Vec::with_capacity(segment.max_doc() as usize);
    for document in 0..segment.max_doc() {
        let day = day_column.first(document).ok_or_else(damaged)?;
        days.push(i32::try_from(day).map_err(|_| damaged())?);
    }
    Ok(Places { list, of_document, days })
}
