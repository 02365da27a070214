//! Money in whole fen. Nothing is ever computed in fractions of a yuan.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};
use std::str::FromStr;

use crate::exact::{Exact, InvalidNumber, Points};

/// An amount in fen; less than zero only as a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Fen(i64);

impl Fen {
    /// Whole fen.
    pub const fn new(fen: i64) -> Self {
        Self(fen)
    }

    /// Whole yuan.
    pub fn yuan(yuan: u32) -> Self {
        Self(i64::from(yuan) * 100)
    }

    /// The number of fen.
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// So many times the amount, rounded once, half up, to the fen.
    pub fn times(self, factor: &Exact) -> Self {
        let exact = Exact::whole(self.0) * factor.clone();
        Self(exact.round_half_up(0).parse().unwrap_or(i64::MAX))
    }
}

impl fmt::Display for Fen {
    /// In yuan with two decimals: `432.00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let magnitude = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", magnitude / 100, magnitude % 100)
    }
}

impl FromStr for Fen {
    type Err = InvalidNumber;

    /// Yuan with at most two decimals.
    fn from_str(text: &str) -> Result<Self, InvalidNumber> {
        let points: Points = text.trim().parse()?;
        Ok(Self(i64::from(points.hundredths())))
    }
}

impl Add for Fen {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Fen {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Fen {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_written_in_yuan_and_rounded_once() {
        assert_eq!(Fen::yuan(432).to_string(), "432.00");
        assert_eq!(Fen::new(-5).to_string(), "-0.05");
        assert_eq!("210.5".parse::<Fen>().unwrap(), Fen::new(21_050));
        assert!("1.005".parse::<Fen>().is_err());
        assert_eq!(Fen::yuan(100).times(&Exact::ratio(1, 3)), Fen::new(3_333));
        assert_eq!(Fen::yuan(100).times(&Exact::ratio(2, 3)), Fen::new(6_667));
    }
}
