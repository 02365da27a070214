//! Things of this process that the page may name but not hold: each behind a token that cannot be guessed.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use app::Failure;

/// How many are kept: the page works on one and may go back to a few.
pub(crate) const KEPT: usize = 8;

type Kept<T> = VecDeque<(String, Arc<T>)>;

/// The last few things of one kind.
#[derive(Debug)]
pub(crate) struct Tokens<T>(Arc<Mutex<Kept<T>>>);

impl<T> Default for Tokens<T> {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(VecDeque::new())))
    }
}

impl<T> Clone for Tokens<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Tokens<T> {
    /// Keeps a thing and answers its token; the oldest is forgotten.
    pub(crate) fn keep(&self, thing: Arc<T>) -> Result<String, Failure> {
        let token = random()?;
        let mut kept = self.kept();
        kept.push_back((token.clone(), thing));
        while kept.len() > KEPT {
            kept.pop_front();
        }
        Ok(token)
    }

    /// The thing behind a token.
    pub(crate) fn get(&self, token: &str) -> Option<Arc<T>> {
        self.kept()
            .iter()
            .find(|(one, _)| one == token)
            .map(|(_, thing)| Arc::clone(thing))
    }

    /// Forgets one thing: it has been used up.
    pub(crate) fn forget(&self, token: &str) {
        self.kept().retain(|(one, _)| one != token);
    }

    /// Forgets all things: they belong to records that were closed.
    pub(crate) fn clear(&self) {
        self.kept().clear();
    }

    fn kept(&self) -> MutexGuard<'_, Kept<T>> {
        // Every change above is whole in itself, so a panic elsewhere leaves nothing half-done here.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn random() -> Result<String, Failure> {
    let mut chance = [0; 16];
    getrandom::fill(&mut chance)
        .map_err(|error| Failure::broken("TOKEN-CHANCE", format!("系统没有给出随机数：{error}")))?;
    Ok(format!("{:032x}", u128::from_le_bytes(chance)))
}
