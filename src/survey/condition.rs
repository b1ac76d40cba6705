//! When a question is asked: a condition on what was said to an earlier one.

/// One condition; a question with several is asked where all of them hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The key of an earlier question.
    pub question: String,
    pub test: Test,
}

/// What the earlier answer must be. A question that was skipped or not asked passes none of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// One of these options was picked, among others perhaps.
    Any(Vec<String>),
    /// Something was said.
    Answered,
    /// A number within these ends, each counted in.
    Between(i64, i64),
}

impl Condition {
    /// Whether it holds for the stored form of the earlier answer, empty when there is none.
    pub fn holds(&self, answer: &str) -> bool {
        match &self.test {
            Test::Any(options) => answer.split(';').any(|picked| options.iter().any(|option| option == picked)),
            Test::Answered => !answer.trim().is_empty(),
            Test::Between(least, most) => answer.parse::<i64>().is_ok_and(|given| (*least..=*most).contains(&given)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_said_passes_no_test() {
        for test in [Test::Any(vec!["yes".into()]), Test::Answered, Test::Between(i64::MIN, i64::MAX)] {
            assert!(!Condition { question: "q".into(), test }.holds(""));
        }
    }

    #[test]
    fn one_of_several_picked_is_enough_and_a_part_of_a_key_is_not() {
        let condition = Condition { question: "q".into(), test: Test::Any(vec!["yes".into()]) };
        assert!(condition.holds("no;yes") && condition.holds("yes"));
        assert!(!condition.holds("yes-once") && !condition.holds("no"));
    }

    #[test]
    fn a_number_is_compared_as_a_number() {
        let condition = Condition { question: "q".into(), test: Test::Between(10, 20) };
        assert!(condition.holds("10") && condition.holds("20"));
        assert!(!condition.holds("9") && !condition.holds("100") && !condition.holds("many"));
    }
}
