//! The thread that sends letters: takes what is due from the outbox, hands it to the mail server, and writes down what
//! became of it.
//!
//! Whatever is wrong with the server or the settings holds every letter back and loses none. A letter is settled right
//! after the server took it; who crashes between the two sends it once more under the same identifier, which is as near
//! to once as SMTP comes. Nothing about a person goes to the log. Leaves out what letters say.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::thread::Wake;
use crate::letter::LetterState;
use crate::mail::{Fate, Mailer, Parcel, Session, Trouble};
use crate::pages::letter;
use crate::store::{DueLetter, Store, StoreError};

/// Looking without being woken, in case another process queued something or a time has come.
const LOOK: Duration = Duration::from_secs(5);
/// The most letters of one conversation.
const BATCH: usize = 20;
/// Waiting after the first trouble; doubled with each further one.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// The longest wait after troubles.
const LONGEST_PAUSE: Duration = Duration::from_secs(5 * 60);
/// How long a letter waits that the server would not take now, by how often that happened: a minute at first, as
/// servers ask of those they do not know yet, and four hours in the end.
const WAITS: [i64; 6] = [60, 300, 900, 3_600, 7_200, 14_400];
/// After so many tries, some five days, a letter counts as refused.
const MOST_TRIES: u32 = 34;

/// What is wrong with sending now, for the page that says so.
#[derive(Clone, Default)]
pub struct Post {
    wake: Wake,
    trouble: Arc<Mutex<Option<Trouble>>>,
}

impl Post {
    /// Says that a letter was queued. Never waits.
    pub fn wake(&self) {
        self.wake.wake();
    }

    /// What keeps letters from being sent, if anything does.
    pub fn trouble(&self) -> Option<Trouble> {
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, trouble: Option<Trouble>) {
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = trouble;
    }
}

/// The running thread; dropped, it finishes the letter in its hands and ends.
pub struct Postman {
    post: Post,
    thread: Option<JoinHandle<()>>,
}

impl Postman {
    /// Starts sending through a mail server.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(store: Store, mailer: Mailer) -> std::io::Result<Self> {
        let post = Post::default();
        let own = post.clone();
        let thread = std::thread::Builder::new().name("postman".into()).spawn(move || run(&store, &mailer, &own))?;
        Ok(Self { post, thread: Some(thread) })
    }

    /// A handle that wakes it and says how it fares.
    pub fn post(&self) -> Post {
        self.post.clone()
    }
}

impl Drop for Postman {
    fn drop(&mut self) {
        self.post.wake.end();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("sending letters ended badly");
        }
    }
}

fn run(store: &Store, mailer: &Mailer, post: &Post) {
    let mut failures = 0_u32;
    loop {
        let round = catch_unwind(AssertUnwindSafe(|| send_round(store, mailer, post)));
        let pause = match round.unwrap_or(Ok(Round::Troubled(Trouble::BrokeOff))) {
            Ok(Round::Quiet) => {
                failures = 0;
                if !post.wake.wait(LOOK) {
                    return;
                }
                continue;
            }
            Ok(Round::Sent) => {
                failures = 0;
                post.set(None);
                continue;
            }
            Ok(Round::Troubled(trouble)) => {
                if post.trouble() != Some(trouble) {
                    tracing::warn!("no letter can be sent: {trouble}");
                }
                post.set(Some(trouble));
                waiting(&mut failures)
            }
            Err(error) => {
                tracing::warn!(%error, "letters could not be looked after: trying again");
                waiting(&mut failures)
            }
        };
        if !post.wake.pause(pause) {
            return;
        }
    }
}

fn waiting(failures: &mut u32) -> Duration {
    let pause = FIRST_PAUSE.saturating_mul(2_u32.saturating_pow(*failures)).min(LONGEST_PAUSE);
    *failures = failures.saturating_add(1);
    pause
}

enum Round {
    /// Nothing was due.
    Quiet,
    /// Each letter of the round has its fate.
    Sent,
    Troubled(Trouble),
}

/// Takes what is due and sends it in one conversation.
fn send_round(store: &Store, mailer: &Mailer, post: &Post) -> Result<Round, StoreError> {
    let due = store.take_letters(Timestamp::now(), BATCH)?;
    if due.is_empty() {
        return Ok(Round::Quiet);
    }
    let mut session = match mailer.open() {
        Ok(session) => session,
        Err(trouble) => {
            store.give_letters_back(due.iter().map(|letter| letter.id).collect())?;
            return Ok(Round::Troubled(trouble));
        }
    };
    for (at, letter) in due.iter().enumerate() {
        let is_over = post.wake.is_over();
        let fate = if is_over { Err(Trouble::BrokeOff) } else { send(&mut session, letter) };
        match fate {
            Ok(fate) => settle(store, letter, fate)?,
            Err(trouble) => {
                store.give_letters_back(due[at..].iter().map(|letter| letter.id).collect())?;
                store.forget_letters()?;
                return Ok(Round::Troubled(trouble));
            }
        }
    }
    session.close();
    store.forget_letters()?;
    Ok(Round::Sent)
}

fn send(session: &mut Session<'_>, due: &DueLetter) -> Result<Fate, Trouble> {
    session.send(&Parcel {
        to: &due.to,
        subject: due.letter.subject(),
        plain: &due.letter.plain(),
        html: &letter::render(&due.letter).into_string(),
        message_id: &due.message_id,
        leave: due.letter.leave.as_deref(),
        enclosures: &due.letter.enclosures,
    })
}

fn settle(store: &Store, letter: &DueLetter, fate: Fate) -> Result<(), StoreError> {
    match fate {
        Fate::Sent => store.settle_letter(letter.id, LetterState::Sent, None),
        Fate::Refused(reply) => store.settle_letter(letter.id, LetterState::Refused, Some(reply)),
        Fate::Later(reply) if letter.tries + 1 >= MOST_TRIES => {
            store.settle_letter(letter.id, LetterState::Refused, Some(reply))
        }
        Fate::Later(reply) => {
            let wait = WAITS[usize::try_from(letter.tries).unwrap_or(usize::MAX).min(WAITS.len() - 1)];
            let until = Timestamp::now().saturating_add(SignedDuration::from_secs(wait)).unwrap_or(Timestamp::MAX);
            store.put_letter_off(letter.id, until, reply)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_tried_for_five_days_and_pauses_grow_to_a_limit() {
        let wait = |tries: u32| WAITS[usize::try_from(tries).unwrap().min(WAITS.len() - 1)];
        let days = (0..MOST_TRIES - 1).map(wait).sum::<i64>() as f64 / 86_400.0;
        assert!((4.5..5.5).contains(&days), "{days}");
        let mut failures = 0;
        let pauses: Vec<Duration> = (0..40).map(|_| waiting(&mut failures)).collect();
        assert_eq!((pauses[0], pauses[3], pauses[39]), (FIRST_PAUSE, FIRST_PAUSE * 8, LONGEST_PAUSE));
    }
}
