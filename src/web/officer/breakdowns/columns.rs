//! The columns that the server keeps, shared by all requests: those asked for last, up to a limit of memory.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::super::subject::Subject;
use super::grown::Grown;
use super::shape::{Content, Shape};
use crate::breakdown::Columns;
use crate::web::{PageError, State};

/// The most bytes that are kept. What is asked for is always there, however large it is.
const MOST_BYTES: usize = 256 << 20;
/// How often columns are built before giving up, when responses of new periods or campaigns keep coming while they are.
const TRIES: usize = 3;

/// Columns by consultation and content.
#[derive(Default)]
pub struct KeptColumns {
    /// The one asked for last stands last.
    kept: Mutex<Vec<Arc<Slot>>>,
}

struct Slot {
    key: (String, Content),
    /// Held while the columns are built or brought up to date, so that this is done once for all who wait.
    grown: Mutex<Option<Grown>>,
    bytes: AtomicUsize,
}

/// Columns and what they hold, as they were when asked for.
#[derive(Clone)]
pub struct Counted {
    pub columns: Arc<Columns>,
    pub shape: Arc<Shape>,
}

impl KeptColumns {
    /// The columns of a consultation as they are now.
    ///
    /// # Errors
    /// When the database fails.
    pub fn get(&self, state: &State, subject: &Subject, content: Content) -> Result<Counted, PageError> {
        let slot = self.slot(&subject.consultation.key, &content);
        let mut grown = slot.grown.lock().unwrap_or_else(PoisonError::into_inner);
        let mut is_current = match grown.as_mut() {
            Some(grown) => grown.follow(state, subject)?,
            None => false,
        };
        let mut tries = 0;
        while !is_current && tries < TRIES {
            // What is there is let go first, so that two never take memory at once.
            *grown = None;
            let built = grown.insert(Grown::build(state, subject, content.clone())?);
            is_current = built.follow(state, subject)?;
            tries += 1;
        }
        let Some(grown) = grown.as_ref().filter(|_| is_current) else { return Err(PageError::busy()) };
        slot.bytes.store(grown.bytes(), Ordering::Relaxed);
        let counted = Counted { columns: Arc::clone(&grown.columns), shape: Arc::clone(&grown.shape) };
        self.let_go();
        Ok(counted)
    }

    fn slot(&self, consultation: &str, content: &Content) -> Arc<Slot> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().position(|slot| slot.key.0 == consultation && slot.key.1 == *content);
        let slot = match known {
            Some(at) => kept.remove(at),
            None => Arc::new(Slot {
                key: (consultation.to_owned(), content.clone()),
                grown: Mutex::new(None),
                bytes: AtomicUsize::new(0),
            }),
        };
        kept.push(Arc::clone(&slot));
        slot
    }

    /// Lets go of what was asked for longest ago, until the rest fits.
    fn let_go(&self) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        while kept.len() > 1 && kept.iter().map(|slot| slot.bytes.load(Ordering::Relaxed)).sum::<usize>() > MOST_BYTES {
            kept.remove(0);
        }
    }
}
