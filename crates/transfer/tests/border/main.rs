//! The border as the program meets it: rosters of offices, hostile files, the worker, files for outside.
//!
//! Every module is marked as a test, so that what is allowed in tests is allowed in what they share.

#[cfg(test)]
mod exports;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod layouts;
#[cfg(test)]
mod made;
#[cfg(test)]
mod rosters;
#[cfg(test)]
mod seals;
#[cfg(test)]
mod worker;
