//! The coder: which themes an answer has, by the frame, by what codings taught, or by both.

use rayon::prelude::*;

use super::super::Coding;
use super::super::lexicon::Lexicon;
use super::super::seeded::Seeded;
use super::context::{Known, Surroundings, by_rule, people};
use super::cuts::{KnownCut, Table, cuts};
use super::reading::{Evidence, InContext};
use super::teaching::{Learnt, MOST_LEARNT_FROM};
use crate::text::{Content, Vectors, content_of};

/// From this many codings on, surroundings are learnt; below, they follow fixed rules.
const ENOUGH_FOR_SURROUNDINGS: usize = 500;

/// How many codings the fixed rules are worth beside learnt surroundings: the next writer is another.
const RULES_ARE_WORTH: f32 = 1_500.0;

/// How many codings the frame's own cut is worth beside what they say of cuts.
const CODINGS_FRAME_IS_WORTH: f32 = 3_000.0;

/// What a score above its cut by rule counts in log odds, beside learnt surroundings.
const ODDS_OF_RULES: f32 = 8.0;

/// From which chance on learnt surroundings would apply a theme: half the F1 that can be had (Lipton et al. 2014).
const LEARNT_CUT: f32 = 0.37;

/// When fewer answers than this share were left blank by people, none is by the coder.
const FEW_BLANK: f64 = 0.005;

/// A theme this much weaker than the best of its answer is not applied, whatever its cut: short plain answers
/// lift every score, and people do not name what only stands near the one thing said. By rule, and learnt.
const BESIDE_BEST: f32 = 0.55;
const BESIDE_BEST_LEARNT: f32 = 0.3;

/// Codes answers. Its themes are the frame's topmost ones, then those only codings know.
#[derive(Debug, Clone)]
pub struct Coder<'a> {
    vectors: &'a Vectors,
    lexicon: Option<&'a Lexicon>,
    themes: usize,
    learnt: Option<Learnt>,
    /// With the share they have beside the fixed rules.
    surroundings: Option<(Surroundings, f32)>,
    cuts: Vec<f32>,
    beside_best: f32,
    /// Whether every answer has a theme, going by those that taught: then the best is applied whatever its cut.
    is_never_blank: bool,
}

/// What a coder makes of answers.
#[derive(Debug, Clone)]
pub struct Judged {
    scores: Table,
    cuts: Vec<f32>,
    beside_best: f32,
    is_never_blank: bool,
    /// How likely every theme is, where that was learnt.
    likely: Option<Table>,
    /// Answers with nothing to say: they have no theme, whatever the person says elsewhere.
    is_empty: Vec<bool>,
}

impl Judged {
    /// The themes applied to an answer, the strongest first. None where nothing is strong enough.
    pub fn applied(&self, answer: usize) -> Vec<usize> {
        if self.is_empty(answer) {
            return Vec::new();
        }
        let row = self.scores.row(answer);
        let best = row.iter().copied().fold(0.0, f32::max);
        let is_over = |&theme: &usize| {
            let (score, cut) = (row.get(theme), self.cuts.get(theme));
            score.zip(cut).is_some_and(|(&score, &cut)| score > cut && score > self.beside_best * best)
        };
        let mut applied: Vec<usize> = (0..row.len()).filter(is_over).collect();
        let score = |theme: usize| row.get(theme).copied().unwrap_or_default();
        if applied.is_empty() && self.is_never_blank {
            let beyond = |theme: usize| score(theme) - self.cuts.get(theme).copied().unwrap_or_default();
            applied.extend((0..row.len()).max_by(|&a, &b| beyond(a).total_cmp(&beyond(b)).then(b.cmp(&a))));
        }
        applied.sort_by(|&a, &b| score(b).total_cmp(&score(a)).then(a.cmp(&b)));
        applied
    }

    fn is_empty(&self, answer: usize) -> bool {
        self.is_empty.get(answer).copied().unwrap_or_default()
    }

    /// How likely people are to apply a theme to an answer, from 0 to 1, going by the illustrative answers.
    pub fn chance(&self, answer: usize, theme: usize) -> f32 {
        if self.is_empty(answer) {
            return 0.0;
        }
        if let Some(likely) = &self.likely {
            return likely.row(answer).get(theme).copied().unwrap_or_default();
        }
        let row = self.scores.row(answer);
        let score = row.get(theme).copied().unwrap_or_default();
        let best = row.iter().copied().fold(0.0, f32::max);
        super::chance::chance(score, self.cuts.get(theme).copied().unwrap_or(f32::MAX), best)
    }
}

impl<'a> Coder<'a> {
    /// A coder that knows the frame only.
    pub fn of_frame(lexicon: &'a Lexicon, vectors: &'a Vectors) -> Self {
        Self::unlearnt(Some(lexicon), lexicon.count(), vectors)
    }

    fn unlearnt(lexicon: Option<&'a Lexicon>, themes: usize, vectors: &'a Vectors) -> Self {
        let of_frame = lexicon.map_or(0, Lexicon::count);
        let cut = |theme| lexicon.filter(|_| theme < of_frame).map_or(f32::MAX, Lexicon::cut);
        let cuts = (0..themes).map(cut).collect();
        Self {
            vectors,
            lexicon,
            themes,
            learnt: None,
            surroundings: None,
            cuts,
            beside_best: BESIDE_BEST,
            is_never_blank: false,
        }
    }

    /// A coder taught by answers with their themes: places below `themes`, of which the first are the frame's
    /// topmost ones. Of more than [`MOST_LEARNT_FROM`] answers a sample is learnt from, drawn by `seed`.
    pub fn learn(
        lexicon: Option<&'a Lexicon>,
        themes: usize,
        answers: &[InContext<'_>],
        coded: &[Vec<usize>],
        seed: u64,
        vectors: &'a Vectors,
    ) -> Self {
        let mut coder = Self::unlearnt(lexicon, themes, vectors);
        let chosen = Seeded::new(seed).sample(MOST_LEARNT_FROM, answers.len());
        let answers: Vec<InContext<'_>> = chosen.iter().filter_map(|&at| answers.get(at).copied()).collect();
        if answers.is_empty() {
            return coder;
        }
        let mut truth = Table::zeros(answers.len(), themes);
        for (answer, applied) in chosen.iter().filter_map(|&at| coded.get(at)).enumerate() {
            let row = truth.row_mut(answer);
            applied.iter().for_each(|&theme| row.get_mut(theme).into_iter().for_each(|value| *value = 1.0));
        }
        let evidence = Evidence::of(&answers, themes, lexicon, vectors);
        let own = evidence.together();
        let learnt = Learnt::from(&answers, &evidence, &own, &truth, lexicon, vectors);
        let Some((learnt, held_out)) = learnt else { return coder };
        coder.learnt = Some(learnt);
        let around = Around::of(&answers);
        let known = around.known(&evidence, &held_out);
        let has_surroundings = lexicon.is_some() || around.is_there();
        if answers.len() >= ENOUGH_FOR_SURROUNDINGS && has_surroundings {
            let share = answers.len() as f32 / (answers.len() as f32 + RULES_ARE_WORTH);
            coder.surroundings = Some((Surroundings::learn(&known, &truth), share));
        }
        let is_by_rule = coder.surroundings.is_none() && lexicon.is_some();
        coder.beside_best = if is_by_rule { BESIDE_BEST } else { BESIDE_BEST_LEARNT };
        let frame_cut = lexicon.map(|lexicon| if is_by_rule { lexicon.cut() } else { LEARNT_CUT });
        let of_frame = lexicon.map_or(0, Lexicon::count);
        let held = frame_cut.map(|cut| KnownCut { cut, worth: CODINGS_FRAME_IS_WORTH, themes: of_frame });
        coder.cuts = cuts(&coder.weigh(&known).0, &truth, held);
        let blank = coded.iter().filter(|applied| applied.is_empty()).count();
        coder.is_never_blank = (blank as f64) < FEW_BLANK * coded.len() as f64;
        coder
    }

    /// How many themes the coder knows.
    pub fn themes(&self) -> usize {
        self.themes
    }

    /// What to make of these answers. Those of one person help each other, so give them together.
    pub fn judge(&self, answers: &[InContext<'_>]) -> Judged {
        let evidence = Evidence::of(answers, self.themes, self.lexicon, self.vectors);
        let mut own = evidence.together();
        if let Some(learnt) = &self.learnt {
            learnt.correct(&mut own, answers, &evidence, self.vectors, self.lexicon.is_some());
        }
        let around = Around::of(answers);
        let (scores, likely) = self.weigh(&around.known(&evidence, &own));
        Judged {
            scores,
            likely,
            cuts: self.cuts.clone(),
            beside_best: self.beside_best,
            is_never_blank: self.is_never_blank,
            // Without a frame only people say what such answers mean: some code "nothing" as content.
            is_empty: match self.lexicon {
                Some(_) => answers.par_iter().map(|answer| content_of(answer.text) != Content::Something).collect(),
                None => Vec::new(),
            },
        }
    }

    /// Scores with what stands around the answers, which cuts are for; and chances, where they were learnt.
    ///
    /// Beside a frame, learnt surroundings move what the rules decide and do not replace it: a score of 8 × how
    /// far the rules are from deciding otherwise and the learnt log odds beyond their cut are weighed by the
    /// number of codings.
    fn weigh(&self, known: &Known<'_>) -> (Table, Option<Table>) {
        let lean = |theme, question: &str| self.lexicon.map_or(0.0, |lexicon| lexicon.lean(theme, question));
        let Some((surroundings, share)) = &self.surroundings else { return (by_rule(known, lean), None) };
        let mut likely = surroundings.apply(known);
        let Some(lexicon) = self.lexicon else { return (likely.clone(), Some(likely)) };
        let mut scores = by_rule(known, lean);
        for answer in 0..scores.answers() {
            let best = scores.row(answer).iter().copied().fold(0.0, f32::max);
            let row = scores.row_mut(answer).iter_mut().zip(likely.row_mut(answer)).enumerate();
            for (theme, (score, learnt)) in row {
                let ruled = *score;
                if theme >= lexicon.count() {
                    *score = *learnt;
                    continue;
                }
                let beyond = (ruled - lexicon.cut()).min(ruled - BESIDE_BEST * best);
                let by_rule = 1.0 / (1.0 + (-ODDS_OF_RULES * beyond - odds(LEARNT_CUT)).exp());
                *score = between(by_rule, *learnt, *share);
                *learnt = between(super::chance::chance(ruled, lexicon.cut(), best), *learnt, *share);
            }
        }
        (scores, Some(likely))
    }

    /// The themes of every answer, by their places among the frame's ([`Lexicon::themes`]) where there is one:
    /// the best as primary, each followed by the finer ones below it; none where nothing is strong enough.
    pub fn code(&self, answers: &[InContext<'_>]) -> Vec<Vec<Coding>> {
        self.code_as(&self.judge(answers), answers)
    }

    /// [`Coder::code`] of answers that have been judged already.
    pub fn code_as(&self, judged: &Judged, answers: &[InContext<'_>]) -> Vec<Vec<Coding>> {
        let one = |(answer, it): (usize, &InContext<'_>)| {
            let evidence = self.lexicon.map(|lexicon| lexicon.evidence(&lexicon.reading(it.text, self.vectors)));
            let mut codings = Vec::new();
            for (at, top) in judged.applied(answer).into_iter().enumerate() {
                let theme = self.lexicon.and_then(|lexicon| lexicon.tops().get(top).copied()).unwrap_or(top);
                let score = judged.chance(answer, top);
                codings.push(Coding { answer, theme, score, is_primary: at == 0 });
                let finer = self.lexicon.zip(evidence.as_ref()).map(|(lexicon, all)| lexicon.finer(top, all));
                let coding =
                    |(theme, proof): (usize, f32)| Coding { answer, theme, score: score * proof, is_primary: false };
                codings.extend(finer.unwrap_or_default().into_iter().map(coding));
            }
            codings
        };
        answers.par_iter().enumerate().map(one).collect()
    }
}

/// Log odds of a chance.
fn odds(chance: f32) -> f32 {
    let chance = chance.clamp(1e-4, 1.0 - 1e-4);
    (chance / (1.0 - chance)).ln()
}

/// A chance between two, `share` of the way from the first to the second by their log odds.
fn between(first: f32, second: f32, share: f32) -> f32 {
    let together = (1.0 - share) * odds(first) + share * odds(second);
    1.0 / (1.0 + (-together).exp())
}

/// What stands around each of some answers.
struct Around<'a> {
    questions: Vec<&'a str>,
    people: Vec<Vec<usize>>,
}

impl<'a> Around<'a> {
    fn of(answers: &[InContext<'a>]) -> Self {
        Self {
            questions: answers.iter().map(|answer| answer.question).collect(),
            people: people(answers.iter().map(|answer| answer.respondent)),
        }
    }

    /// Whether anything does: several questions, or several answers of one person.
    fn is_there(&self) -> bool {
        self.questions.iter().any(|question| Some(question) != self.questions.first())
            || self.people.iter().any(|places| places.len() > 1)
    }

    fn known<'k>(&'k self, evidence: &'k Evidence, own: &'k Table) -> Known<'k> {
        Known {
            own,
            phrases: &evidence.phrases,
            beliefs: &evidence.beliefs,
            lengths: &evidence.lengths,
            questions: &self.questions,
            people: &self.people,
        }
    }
}
