//! Lengths on paper as whole thousandths of a point, so that no rounding differs between machines.

/// A length in thousandths of a point (1/72 inch).
pub type Milli = i64;

/// A length given in tenths of a millimetre.
pub(crate) const fn mm(tenths: i64) -> Milli {
    tenths * 72_000 / 254
}

/// A length given in tenths of a point.
pub(crate) const fn pt(tenths: i64) -> Milli {
    tenths * 100
}

/// A rectangle; `y` counts from the top of the page downwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) x: Milli,
    pub(crate) y: Milli,
    pub(crate) width: Milli,
    pub(crate) height: Milli,
}

impl Area {
    /// True when the two rectangles share more than an edge.
    #[cfg(test)]
    pub(crate) fn overlaps(&self, other: &Area) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }
}

/// The last step: points as PDF writes them.
pub(crate) fn points(length: Milli) -> f32 {
    length as f32 / 1000.0
}
