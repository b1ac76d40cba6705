//! One pass over the matches: how many there are at every place, and which are best.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BinaryHeap};
use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use super::schema::Place;
use super::view::{Places, View};
use super::{Found, Query};

/// How good a match is: by score, then newest first, then by identifier, so that the order is the same
/// however the index is cut into segments.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Rank {
    score: Score,
    day: i32,
    answer_id: i64,
}

impl Eq for Rank {}

impl Ord for Rank {
    fn cmp(&self, other: &Self) -> Ordering {
        let later = (self.day, self.answer_id).cmp(&(other.day, other.answer_id));
        self.score.total_cmp(&other.score).then(later)
    }
}

impl PartialOrd for Rank {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Counts matches by place and keeps the best that pass every filter.
pub(super) struct Tally<'a> {
    pub view: &'a View,
    pub query: &'a Query,
    /// How many of the best to keep.
    pub keep: usize,
    /// Whether matches are ranked by their words, or only by age.
    pub is_ranked: bool,
}

/// The tally of one segment.
pub(super) struct SegmentTally {
    places: Arc<Places>,
    /// By place: whether it passes every filter.
    is_wanted: Vec<bool>,
    counts: Vec<usize>,
    answer_ids: Column<i64>,
    keep: usize,
    best: BinaryHeap<Reverse<Rank>>,
}

/// What a segment brought.
pub(super) struct SegmentCounts {
    places: Arc<Places>,
    counts: Vec<usize>,
    best: Vec<Reverse<Rank>>,
}

impl Collector for Tally<'_> {
    type Fruit = Found;
    type Child = SegmentTally;

    fn for_segment(&self, ordinal: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentTally> {
        let unknown = || tantivy::TantivyError::InternalError("a segment that the view does not know".into());
        let places = Arc::clone(self.view.places.get(ordinal as usize).ok_or_else(unknown)?);
        let is_wanted: Vec<bool> = places.list.iter().map(|place| Passes::of(place, self.query).all()).collect();
        Ok(SegmentTally {
            counts: vec![0; places.list.len()],
            is_wanted,
            answer_ids: segment.fast_fields().i64("answer_id")?,
            places,
            keep: self.keep,
            best: BinaryHeap::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.is_ranked && self.keep > 0
    }

    fn merge_fruits(&self, segments: Vec<SegmentCounts>) -> tantivy::Result<Found> {
        let mut counts = Counts::default();
        let mut best: Vec<Rank> = Vec::new();
        for segment in segments {
            for (place, count) in segment.places.list.iter().zip(&segment.counts) {
                counts.add(place, *count, self.query);
            }
            best.extend(segment.best.into_iter().map(|Reverse(rank)| rank));
        }
        best.sort_unstable_by(|one, other| other.cmp(one));
        let answers =
            best.into_iter().skip(self.query.offset).take(self.query.limit).map(|rank| rank.answer_id).collect();
        let listed = |values: BTreeMap<String, usize>| values.into_iter().collect();
        Ok(Found {
            total: counts.total,
            answers,
            by_question: listed(counts.by_question),
            by_perspective: listed(counts.by_perspective),
            by_district: listed(counts.by_district),
            cut: false,
        })
    }
}

impl SegmentTally {
    fn offer(&mut self, document: DocId, score: Score) {
        let is_full = self.best.len() >= self.keep;
        if is_full && self.best.peek().is_none_or(|Reverse(worst)| score < worst.score) {
            return;
        }
        let day = self.places.days.get(document as usize).copied().unwrap_or_default();
        if is_full && self.best.peek().is_some_and(|Reverse(worst)| score == worst.score && day < worst.day) {
            return;
        }
        let rank = Rank { score, day, answer_id: self.answer_ids.first(document).unwrap_or_default() };
        if !is_full {
            self.best.push(Reverse(rank));
        } else if let Some(mut worst) = self.best.peek_mut()
            && rank > worst.0
        {
            *worst = Reverse(rank);
        }
    }
}

impl SegmentCollector for SegmentTally {
    type Fruit = SegmentCounts;

    fn collect(&mut self, document: DocId, score: Score) {
        let Some(&place) = self.places.of_document.get(document as usize) else { return };
        if let Some(count) = self.counts.get_mut(place as usize) {
            *count += 1;
        }
        if self.is_wanted.get(place as usize).is_some_and(|wanted| *wanted) {
            self.offer(document, score);
        }
    }

    fn harvest(self) -> SegmentCounts {
        SegmentCounts { places: self.places, counts: self.counts, best: self.best.into_vec() }
    }
}

/// Which filters a place passes.
struct Passes {
    consultation: bool,
    question: bool,
    perspective: bool,
    district: bool,
}

impl Passes {
    fn of(place: &Place, query: &Query) -> Self {
        let passes = |filter: &[String], key: &str| filter.is_empty() || filter.iter().any(|wanted| wanted == key);
        Self {
            consultation: place.consultation == query.consultation,
            question: passes(&query.questions, &place.question),
            perspective: passes(&query.perspectives, &place.perspective),
            district: passes(&query.districts, &place.district),
        }
    }

    fn all(&self) -> bool {
        self.consultation && self.question && self.perspective && self.district
    }
}

/// Counts per value, each filter seeing past itself.
#[derive(Default)]
struct Counts {
    total: usize,
    by_question: BTreeMap<String, usize>,
    by_perspective: BTreeMap<String, usize>,
    by_district: BTreeMap<String, usize>,
}

impl Counts {
    fn add(&mut self, place: &Place, count: usize, query: &Query) {
        let passes = Passes::of(place, query);
        if !passes.consultation {
            return;
        }
        self.total += if passes.all() { count } else { 0 };
        let add = |values: &mut BTreeMap<String, usize>, key: &str, passes_others: bool| {
            *values.entry(key.to_owned()).or_default() += if passes_others { count } else { 0 };
        };
        add(&mut self.by_question, &place.question, passes.perspective && passes.district);
        add(&mut self.by_perspective, &place.perspective, passes.question && passes.district);
        add(&mut self.by_district, &place.district, passes.question && passes.perspective);
    }
}
