//! Invented answers, the same every time: people of uneven districts, perspectives and ages who name themes of uneven
//! size.

use heard::breakdown::{Attribute, ColumnProblem, ColumnResponse, Columns};

pub const THEMES: usize = 40;
pub const QUESTIONS: usize = 4;
pub const DISTRICTS: usize = 7;
pub const PERSPECTIVES: usize = 5;
const AGES: usize = 6;
/// How many of a thousand people come from each: as in life, a few are small, so that numbers must be hidden.
const OF_DISTRICTS: [u64; DISTRICTS] = [260, 220, 180, 150, 120, 60, 10];
const OF_PERSPECTIVES: [u64; PERSPECTIVES] = [520, 330, 120, 25, 5];

/// One answer to one question.
pub struct Answer {
    pub person: usize,
    pub question: usize,
    pub district: usize,
    pub perspective: usize,
    pub themes: Vec<usize>,
}

/// Everybody who answered.
pub struct People(Vec<Person>);

struct Person {
    district: usize,
    perspective: usize,
    age: usize,
    answers: Vec<Vec<usize>>,
}

/// Numbers that look drawn: SplitMix64 (Steele, Lea and Flood 2014).
struct Drawn(u64);

impl Drawn {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// One of several that come so often in a thousand.
    fn among(&mut self, of_a_thousand: &[u64]) -> usize {
        let mut drawn = self.next() % 1_000;
        let falls_here = |share: &u64| {
            let here = drawn < *share;
            drawn = drawn.saturating_sub(*share);
            here
        };
        of_a_thousand.iter().position(falls_here).unwrap_or(0)
    }

    /// From 0 to below this, the smaller numbers more often: the square of an even draw.
    fn uneven(&mut self, below: usize) -> usize {
        let share = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        (share * share * below as f64) as usize
    }
}

impl People {
    /// So many people, each with an answer to every question.
    pub fn invent(number: usize) -> Self {
        let mut drawn = Drawn(1);
        let mut person = || {
            let (district, perspective) = (drawn.among(&OF_DISTRICTS), drawn.among(&OF_PERSPECTIVES));
            let age = drawn.uneven(AGES);
            let mut answer = || {
                let themes = [0, 1, 1, 2, 2, 4][drawn.uneven(6).max((drawn.next() % 6) as usize)];
                let mut themes: Vec<usize> = (0..themes).map(|_| drawn.uneven(THEMES)).collect();
                themes.sort_unstable();
                themes.dedup();
                themes
            };
            let answers = (0..QUESTIONS).map(|_| answer()).collect();
            Person { district, perspective, age, answers }
        };
        Self((0..number).map(|_| person()).collect())
    }

    /// Every answer.
    pub fn answers(&self) -> impl Iterator<Item = Answer> {
        self.0.iter().enumerate().flat_map(|(number, person)| {
            person.answers.iter().enumerate().map(move |(question, themes)| Answer {
                person: number,
                question,
                district: person.district,
                perspective: person.perspective,
                themes: themes.clone(),
            })
        })
    }

    /// The same in columns.
    pub fn columns(&self) -> Result<Columns, ColumnProblem> {
        let keys = |count: usize| (0..count).map(|at| at.to_string()).collect::<Vec<_>>();
        let attribute = |key: &str, values: usize| Attribute { key: key.to_owned(), values: keys(values) };
        let attributes =
            vec![attribute("district", DISTRICTS), attribute("perspective", PERSPECTIVES), attribute("age-band", AGES)];
        let mut columns = Columns::new(keys(THEMES), keys(QUESTIONS), attributes);
        for person in &self.0 {
            columns.push(&ColumnResponse {
                values: vec![Some(person.district), Some(person.perspective), Some(person.age)],
                answers: person.answers.iter().cloned().enumerate().collect(),
            })?;
        }
        Ok(columns)
    }
}
