//! From a score by rule to how likely people are to apply the theme.
//!
//! A logistic curve over the score above its cut and the score beside the answer's best, fitted to the
//! illustrative answers (their own coder's codings). On another writer's answers it is over-confident, so
//! show bands, not decimals.

/// Weights of the score above its cut, of the score beside the best, and the constant.
const ABOVE_CUT: f32 = 3.8;
const BESIDE_BEST: f32 = 3.2;
const CONSTANT: f32 = -2.95;

/// Scores further above their cut than this say no more.
const MOST_ABOVE: f32 = 0.8;

/// How likely a theme is, from 0 to 1, for its score, the cut it is compared with and the best score of the
/// same answer.
pub(super) fn chance(score: f32, cut: f32, best: f32) -> f32 {
    let above = (score - cut).clamp(-1.0, MOST_ABOVE);
    let beside = (score / best.max(0.1)).clamp(-1.0, 1.0);
    1.0 / (1.0 + (-(ABOVE_CUT * above + BESIDE_BEST * beside + CONSTANT)).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stronger_is_likelier_and_nothing_is_certain() {
        assert!(chance(0.9, 0.4, 0.9) > chance(0.5, 0.4, 0.9));
        assert!(chance(0.5, 0.4, 0.5) > chance(0.5, 0.4, 1.2));
        assert!(chance(9.0, 0.4, 9.0) < 1.0 && chance(-9.0, f32::MAX, 0.0) > 0.0);
    }
}
