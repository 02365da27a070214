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

use super::{Policy, PolicyKind};

pub use self::core::{core_duties, core_given, core_meetings};

/// Makes one preset.
type Maker = fn() -> Policy;

/// Code and maker of each, in their usual order.
const PRESETS: &[(&str, Maker)] = &[
    ("P1", p1::preset),
    ("P2a", p2a::preset),
    ("P2b", p2b::preset),
    ("P3", p3::preset),
    ("P4", p4::preset),
    ("P5", p5::preset),
    ("P6", p6::preset),
    ("P7", p7::preset),
    ("P8", p8::preset),
    ("P9a", p9a::preset),
    ("P9b", p9b::preset),
    ("P9c", p9c::preset),
    ("P9d", p9d::preset),
    ("P9e", p9e::preset),
    ("P10", p10::preset),
    ("P11a", p11a::preset),
    ("P11b", p11b::preset),
    ("P12", p12::preset),
    ("P13", p13::preset),
    ("P14", p14::preset),
    ("P15", p15::preset),
    ("D1", d1::preset),
    ("D3", d3::preset),
];

/// All presets in their usual order.
pub fn all() -> Vec<Policy> {
    PRESETS.iter().map(|(_, make)| made(*make)).collect()
}

/// A preset. A school copies a selection policy and works by it, so the weights of the two schools belong to it.
fn made(make: Maker) -> Policy {
    let mut policy = make();
    if policy.kind == PolicyKind::Selection {
        add_weights(&mut policy);
    }
    policy
}

/// Adds the core's weights where the preset gives none of its own.
fn add_weights(policy: &mut Policy) {
    for given in self::core::weights() {
        if policy.given.iter().all(|own| own.key != given.key) {
            policy.given.push(given);
        }
    }
}

/// The preset of a code (`P3`, in any case) or of its slug.
pub fn find(code: &str) -> Option<Policy> {
    PRESETS
        .iter()
        .find(|(own, _)| own.eq_ignore_ascii_case(code))
        .map(|(_, make)| made(*make))
        .or_else(|| {
            all()
                .into_iter()
                .find(|preset| preset.slug.eq_ignore_ascii_case(code))
        })
}

#[cfg(test)]
mod tests;
