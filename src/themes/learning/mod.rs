//! Learning a code frame's themes from answers that officers have coded.
//!
//! What the frame believes of an answer is corrected by what officers did with answers like it: ridge
//! regression on the difference, over words, letters, meaning and the frame's phrases, in closed form.
//! Then what stands around the answer is weighed, and a cut a theme decides. Without a frame the same is
//! learnt from codings alone; without codings the frame speaks alone. Leaves out who coded what, and
//! how well people and machine agree (`agreement`).

mod chance;
mod coder;
mod context;
mod cuts;
mod kernel;
mod logistic;
mod next;
mod reading;
mod ridge;
mod teaching;

pub use coder::{Coder, Judged};
pub use next::next_to_code;
pub use reading::InContext;
pub(super) use reading::belonging;

pub use teaching::MOST_LEARNT_FROM;
