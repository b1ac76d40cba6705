//! How published figures are read: in words, on a scale, in shades. The same wherever they are shown.
//!
//! Every function takes what is published already. Leaves out drawing and markup, which pages and reports do.

use super::{Count, Figure, PublishedRow, Share};

/// Where the scales of bars may end, in percent. Each has a middle in whole percent.
const ENDS: [u32; 6] = [10, 20, 40, 60, 80, 100];

/// The shortest scale from zero, by its end in percent, on which these figures and their intervals fit.
pub fn scale_end<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> u32 {
    let highest = figures.into_iter().filter_map(Figure::shown).map(|share| share.high).fold(0.0, f64::max);
    ENDS.into_iter().find(|end| highest * 100.0 <= f64::from(*end)).unwrap_or(100)
}

/// Equal steps of whole percent that the shades of a map or a heat table stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shades {
    /// The first of each shade, in percent, lowest first.
    starts: Vec<u32>,
    step: u32,
}

impl Shades {
    /// Up to three shades that every shown figure of a row falls into.
    pub fn fitting(row: &PublishedRow) -> Self {
        Self::of(row.cells.iter().map(|cell| &cell.figure))
    }

    /// Up to three shades that every shown figure falls into, told apart by whole percent as printed.
    pub fn of<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Self {
        let shown = figures.into_iter().filter_map(Figure::shown).map(|share| whole_percent(share.share));
        let shown: Vec<u32> = shown.collect();
        let (Some(low), Some(high)) = (shown.iter().min().copied(), shown.iter().max().copied()) else {
            return Self { starts: Vec::new(), step: 1 };
        };
        let fits = |step: &u32| high < low / step * step + 3 * step;
        let step = [2, 5, 10, 20, 25, 40].into_iter().find(fits).unwrap_or(40);
        let first = low / step * step;
        let starts = (0..3).map(|shade| first + shade * step).filter(|start| *start <= high).collect();
        Self { starts, step }
    }

    /// Which shade a figure falls into, from 0 for the lowest; none where it is hidden.
    pub fn place(&self, figure: &Figure) -> Option<usize> {
        let percent = whole_percent(figure.shown()?.share);
        Some(self.starts.iter().rposition(|start| percent >= *start).unwrap_or(0))
    }

    /// What each shade stands for: `10 to 19%`.
    pub fn words(&self) -> Vec<String> {
        self.starts.iter().map(|start| format!("{start} to {}%", start + self.step - 1)).collect()
    }
}

/// A share in whole percent: `32%`.
pub fn percent(share: f64) -> String {
    format!("{}%", whole_percent(share))
}

/// A share as a whole number of percent, halves up.
pub fn whole_percent(share: f64) -> u32 {
    // A share is from 0 to 1; anything else is cut to that.
    (share.clamp(0.0, 1.0) * 100.0 + 0.5).floor() as u32
}

/// The interval around a share: `22 to 43`.
pub fn interval(share: &Share) -> String {
    format!("{} to {}", whole_percent(share.low), whole_percent(share.high))
}

/// A number of people in running text: `70`, or `fewer than 10`.
pub fn count_words(count: Count, threshold: u64) -> String {
    match count {
        Count::Shown(number) => grouped(number),
        Count::Hidden => format!("fewer than {threshold}"),
    }
}

/// What differences allow for, behind "allowing for": `all 12 comparisons made`.
pub fn comparisons_made(count: usize) -> String {
    match count {
        0 => "none, as nothing could be compared".to_owned(),
        1 => "the one comparison made".to_owned(),
        many => format!("all {} comparisons made", grouped(many as u64)),
    }
}

/// A whole number with a comma between thousands: `12,345`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share as people say it: `about 1 in 6`.
pub fn in_words(share: f64) -> String {
    const FRACTIONS: [(u32, u32); 13] =
        [(1, 20), (1, 10), (1, 8), (1, 6), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (9, 10)];
    if share < 0.03 {
        return "fewer than 1 in 20".to_owned();
    }
    if share > 0.96 {
        return "nearly all".to_owned();
    }
    if (0.52..0.58).contains(&share) {
        return "more than half".to_owned();
    }
    let distance = |(some, of): &(u32, u32)| (f64::from(*some) / f64::from(*of) - share).abs();
    let nearest = FRACTIONS.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    nearest.map_or_else(|| percent(share), |(some, of)| format!("about {some} in {of}"))
}

/// Names as a list in running text: `Malvern Hills, Redditch and Wychavon`.
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_said_as_people_say_them() {
        let cases = [
            (0.16, "about 1 in 6"),
            (0.5, "about 1 in 2"),
            (0.34, "about 1 in 3"),
            (0.55, "more than half"),
            (0.02, "fewer than 1 in 20"),
        ];
        for (share, words) in cases {
            assert_eq!(in_words(share), words);
        }
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1000, 137_655, 1_000_000].map(grouped), ["0", "999", "1,000", "137,655", "1,000,000"]);
    }

    #[test]
    fn names_are_listed_with_one_and() {
        let names = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(listed(&names("A B C")), "A, B and C");
        assert_eq!(listed(&names("A")), "A");
    }

    fn figures(shares: &[Option<f64>]) -> Vec<Figure> {
        let shown = |share: f64| Figure::Shown(Share { count: 20, base: 100, share, low: share, high: share });
        shares.iter().map(|share| share.map_or(Figure::Hidden, shown)).collect()
    }

    #[test]
    fn figures_near_each_other_get_narrow_shades_and_none_at_all_get_none() {
        let starts = |shares: &[Option<f64>]| Shades::of(&figures(shares)).starts;
        assert_eq!(starts(&[Some(0.41), Some(0.44)]), [40, 42, 44]);
        assert_eq!(starts(&[None]), [] as [u32; 0]);
        assert_eq!(starts(&[Some(0.0), Some(1.0)]), [0, 40, 80]);
    }

    #[test]
    fn a_hidden_figure_has_no_shade_not_even_the_lowest() {
        let figures = figures(&[Some(0.32), Some(0.104), None]);
        let shades = Shades::of(&figures);
        assert_eq!(figures.iter().map(|figure| shades.place(figure)).collect::<Vec<_>>(), [Some(2), Some(0), None]);
        assert_eq!(shades.words(), ["10 to 19%", "20 to 29%", "30 to 39%"]);
    }
}
