//! A campaign: a drive to get people to take part in a consultation or a ballot, run by a youth cabinet. What it is,
//! whom it hopes to reach, its colour, the places it asks at, and what it tells the public.
//!
//! Leaves out who may do what (`web/account`), how many have taken part (`store` counts, `breakdown` publishes), and the
//! files it prints (`report`).

mod advice;
mod calendar;
mod colour;
mod definition;
mod invitation;
mod live;
mod post;
mod reach;
mod sums;
mod template;
mod word;

pub use advice::{Advice, Deed, Quiet, advise, share_words};
pub use calendar::calendar;
pub use colour::{Colour, LEAST_CONTRAST, PALETTE};
pub use definition::{About, Campaign, Place, Target, Task, TaskKind, Ways};
pub use invitation::{Invitation, InvitationState, Invited, Invitee, MOST_INVITED, read_list};
pub use live::{LIVE_MINUTES, Live};
pub use post::{MOST_ON_A_POSTER, POSTERS, Post, PostKind, PostState};
pub use reach::{MOST_NEWS, Reach};
pub use sums::{OffTarget, off_target};
pub use template::{Template, Wish, parted, templates};
pub use word::{MOST_IN_A_WORD, ShortWord};
