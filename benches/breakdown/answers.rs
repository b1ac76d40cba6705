//! Invented answers, the same every time: people of uneven districts, perspectives and ages who name themes of uneven
//! size.

use heard::breakdown::{Attribute, ColumnProblem, ColumnResponse, Columns};

pub const THEMES: usize = 40;
pub const QUESTIONS: usize = 4;
pub const DISTRICTS: usize = 7;
pub const PERSPECTIVES: usize = 5;
const AGES: usize = 6;

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
            let (district, perspective) = (drawn.uneven(DISTRICTS), drawn.uneven(PERSPECTIVES));
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
