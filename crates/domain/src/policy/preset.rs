//! The built-in presets, one file each, in the order of the sources (B-P). They are immutable: a new reading of
//! a source is a new version. What belongs to no single scheme stands in [`core_given`], [`core_duties`] and
//! [`core_meetings`].
//!
//! Must never: hold a value that the source does not give without saying so ([`Origin`](super::Origin)).

mod core;
mod d1;
mod d3;
mod p1;
mod p10;
mod p11a;
mod p11b;
mod p12;
mod p13;
mod p14;
mod p15;
mod p2a;
mod p2b;
mod p3;
mod p4;
mod p5;
mod p6;
mod p7;
mod p8;
mod p9a;
mod p9b;
mod p9c;
mod p9d;
mod p9e;
mod row;

use super::Policy;

pub use self::core::{core_duties, core_given, core_meetings};

/// All presets in their usual order.
pub fn all() -> Vec<Policy> {
    vec![
        p1::preset(),
        p2a::preset(),
        p2b::preset(),
        p3::preset(),
        p4::preset(),
        p5::preset(),
        p6::preset(),
        p7::preset(),
        p8::preset(),
        p9a::preset(),
        p9b::preset(),
        p9c::preset(),
        p9d::preset(),
        p9e::preset(),
        p10::preset(),
        p11a::preset(),
        p11b::preset(),
        p12::preset(),
        p13::preset(),
        p14::preset(),
        p15::preset(),
        d1::preset(),
        d3::preset(),
    ]
}

/// The preset of a code (`P3`, in any case) or of its slug.
pub fn find(code: &str) -> Option<Policy> {
    all().into_iter().find(|preset| {
        preset.code.eq_ignore_ascii_case(code) || preset.slug.eq_ignore_ascii_case(code)
    })
}

#[cfg(test)]
mod tests;
