//! The one file, from outside: what is kept, who may open it, what kills and damage do to it.

#[cfg(test)]
mod child;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod eligibility;
#[cfg(test)]
mod kill;
#[cfg(test)]
mod lock;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod policy;
#[cfg(test)]
mod postings;
#[cfg(test)]
mod records;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod selection;
#[cfg(test)]
mod tamper;
