//! Long work tells how far it is and can be stopped between two of its items.

use std::ops::ControlFlow;

/// Listens to long work.
pub trait Progress {
    /// `done` of `total` items are finished; the next is `about`. `Break` stops the work before it.
    fn step(&mut self, done: usize, total: usize, about: &str) -> ControlFlow<()>;
}

/// Nobody listens.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {
    fn step(&mut self, _done: usize, _total: usize, _about: &str) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

impl<F: FnMut(usize, usize, &str) -> ControlFlow<()>> Progress for F {
    fn step(&mut self, done: usize, total: usize, about: &str) -> ControlFlow<()> {
        self(done, total, about)
    }
}
