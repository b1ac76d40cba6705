//! Answers said in the same words, brought together, in an order that depends on the words alone.
//!
//! Themes are looked for among distinct texts, each as heavy as the answers that say it are of all answers.
//! So neither the order of answers nor giving every answer twice changes anything, and a campaign's letter
//! is read once. Leaves out texts that are nearly the same.

use rayon::prelude::*;

/// The different texts among some answers.
#[derive(Debug, Clone)]
pub(super) struct Distinct<'a> {
    /// Each text once, white space around it taken off.
    pub texts: Vec<&'a str>,
    /// How many answers say each.
    pub counts: Vec<u32>,
    /// For each answer, as they were given, the place of its text.
    pub of: Vec<u32>,
}

impl<'a> Distinct<'a> {
    /// Brings answers together.
    pub fn new(answers: &[&'a str]) -> Self {
        let trimmed: Vec<(u64, &'a str)> = answers.par_iter().map(|text| hashed(text.trim())).collect();
        let mut order: Vec<u32> = (0u32..).take(answers.len()).collect();
        let key = |&place: &u32| (trimmed.get(place as usize).copied(), place);
        order.par_sort_unstable_by(|a, b| key(a).cmp(&key(b)));
        let mut found = Self { texts: Vec::new(), counts: Vec::new(), of: vec![0; answers.len()] };
        for place in order {
            let Some(&(_, text)) = trimmed.get(place as usize) else { continue };
            match found.counts.last_mut() {
                Some(count) if found.texts.last() == Some(&text) => *count += 1,
                _ => {
                    found.texts.push(text);
                    found.counts.push(1);
                }
            }
            let last = found.texts.len() as u32 - 1;
            found.of.get_mut(place as usize).into_iter().for_each(|of| *of = last);
        }
        found
    }

    /// How many different texts there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// The texts at these places.
    pub fn select(&self, places: &[usize]) -> Vec<&'a str> {
        places.iter().filter_map(|&place| self.texts.get(place).copied()).collect()
    }

    /// How heavy the texts at these places are: by the answers that say them, 1 on average.
    pub fn weights(&self, places: &[usize]) -> Vec<f32> {
        let counts: Vec<u64> = places.iter().filter_map(|&p| self.counts.get(p)).map(|&c| u64::from(c)).collect();
        let all = counts.iter().sum::<u64>() as f64;
        // One division of whole numbers each: giving every answer twice gives the very same weights.
        counts.iter().map(|&count| ((count * counts.len() as u64) as f64 / all) as f32).collect()
    }
}

/// A text with a number made from it (FNV-1a), so that an order by it has nothing to do with what is said.
fn hashed(text: &str) -> (u64, &str) {
    let hash = text
        .bytes()
        .fold(0xCBF2_9CE4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3));
    (hash, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_repetition_change_neither_texts_nor_weights() {
        let once = Distinct::new(&["bus", "park", " bus", "dog"]);
        let twice = Distinct::new(&["dog", "bus", "park", "bus ", "dog", "bus", "bus", "park"]);
        assert_eq!(once.texts, twice.texts);
        assert_eq!((once.len(), once.of[0]), (3, once.of[2]));
        let places = [0, 1, 2];
        assert_eq!(once.weights(&places), twice.weights(&places));
        assert!((once.weights(&places).iter().sum::<f32>() - 3.0).abs() < 1e-6);
        assert_eq!(once.select(&[once.of[3] as usize]), ["dog"]);
    }
}
