//! Exact numbers. What is typed has at most two decimals ([`Points`]); what is computed is a fraction of
//! any size ([`Exact`]), which is rounded once, by one function, at the very end.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Div, Mul, Sub};
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

/// Points as they are typed and kept: whole hundredths, so `8562` is 85.62.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Points(i32);

impl Points {
    /// Points from whole hundredths.
    pub const fn from_hundredths(hundredths: i32) -> Self {
        Self(hundredths)
    }

    /// Whole points.
    pub const fn whole(points: i32) -> Self {
        Self(points * 100)
    }

    /// The number of hundredths.
    pub const fn hundredths(self) -> i32 {
        self.0
    }

    /// The same number, for computing.
    pub fn exact(self) -> Exact {
        Exact::ratio(i64::from(self.0), 100)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.exact().fmt(f)
    }
}

impl FromStr for Points {
    type Err = InvalidNumber;

    fn from_str(text: &str) -> Result<Self, InvalidNumber> {
        let invalid = || InvalidNumber(text.to_owned());
        let exact: Exact = text.parse()?;
        let hundredths = exact.0 * BigInt::from(100);
        if !hundredths.is_integer() {
            return Err(invalid());
        }
        i32::try_from(hundredths.to_integer())
            .map(Self)
            .map_err(|_| invalid())
    }
}

/// The text is not a number that a score can be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}”不是有效的数字（分数最多两位小数）")]
pub struct InvalidNumber(pub String);

/// An exact number: a fraction of any size.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(BigRational);

/// Longer texts are refused, so that nobody can make us compute with a million digits.
const MAX_DIGITS: usize = 60;

impl Exact {
    /// Zero.
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// One.
    pub fn one() -> Self {
        Self(BigRational::one())
    }

    /// A whole number.
    pub fn whole(number: i64) -> Self {
        Self(BigRational::from_integer(BigInt::from(number)))
    }

    /// `numerator / denominator`; a denominator of 0 counts as 1, which no caller uses.
    pub fn ratio(numerator: i64, denominator: i64) -> Self {
        let denominator = if denominator == 0 { 1 } else { denominator };
        Self(BigRational::new(
            BigInt::from(numerator),
            BigInt::from(denominator),
        ))
    }

    /// The quotient, or nothing when `other` is zero.
    pub fn checked_div(&self, other: &Self) -> Option<Self> {
        if other.0.is_zero() {
            None
        } else {
            Some(Self(&self.0 / &other.0))
        }
    }

    /// True below zero.
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// True for zero.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// The one rounding function: half away from zero, to `places` decimals, always printed with that many.
    pub fn round_half_up(&self, places: u32) -> String {
        let scale = BigInt::from(10).pow(places);
        let scaled = &self.0 * BigRational::from_integer(scale.clone());
        let half = BigRational::new(BigInt::one(), BigInt::from(2));
        let magnitude = (scaled.abs() + half).floor().to_integer();
        let sign = if scaled.is_negative() && !magnitude.is_zero() {
            "-"
        } else {
            ""
        };
        if places == 0 {
            return format!("{sign}{magnitude}");
        }
        let whole = &magnitude / &scale;
        let rest = &magnitude % &scale;
        format!("{sign}{whole}.{rest:0>width$}", width = places as usize)
    }

    /// Cut off after `places` decimals, towards zero: for what must not be promised before it is full.
    pub fn floored(&self, places: u32) -> String {
        let scale = BigInt::from(10).pow(places);
        let cut = (&self.0 * BigRational::from_integer(scale.clone())).trunc();
        Self(cut / BigRational::from_integer(scale)).round_half_up(places)
    }

    /// The number rounded as [`Self::round_half_up`] prints it.
    pub fn rounded(&self, places: u32) -> Self {
        self.round_half_up(places)
            .parse()
            .unwrap_or_else(|_| self.clone())
    }

    /// True when the number has a finite decimal.
    pub fn is_finite_decimal(&self) -> bool {
        self.decimals().is_some()
    }

    /// How many decimals the finite decimal has.
    fn decimals(&self) -> Option<u32> {
        let mut denominator = self.0.denom().clone();
        let (mut twos, mut fives) = (0_u32, 0_u32);
        let two = BigInt::from(2);
        let five = BigInt::from(5);
        while (&denominator % &two).is_zero() {
            denominator /= &two;
            twos += 1;
        }
        while (&denominator % &five).is_zero() {
            denominator /= &five;
            fives += 1;
        }
        denominator.is_one().then_some(twos.max(fives))
    }
}

impl fmt::Display for Exact {
    /// A finite decimal without trailing zeros, or `a/b`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.decimals() {
            Some(places) => f.write_str(&self.round_half_up(places)),
            None => write!(f, "{}/{}", self.0.numer(), self.0.denom()),
        }
    }
}

impl FromStr for Exact {
    type Err = InvalidNumber;

    /// Reads a plain decimal (`85.62`, `-3`, `0.30`) or a fraction (`1/3`); no exponents, no spaces inside.
    fn from_str(text: &str) -> Result<Self, InvalidNumber> {
        let invalid = || InvalidNumber(text.chars().take(MAX_DIGITS).collect());
        let trimmed = text.trim();
        if trimmed.len() > MAX_DIGITS {
            return Err(invalid());
        }
        if let Some((numerator, denominator)) = trimmed.split_once('/') {
            let numerator = decimal(numerator).ok_or_else(invalid)?;
            let denominator = decimal(denominator).ok_or_else(invalid)?;
            return Self(numerator)
                .checked_div(&Self(denominator))
                .ok_or_else(invalid);
        }
        decimal(trimmed).map(Self).ok_or_else(invalid)
    }
}

fn decimal(text: &str) -> Option<BigRational> {
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(rest) || digits.ends_with('.') {
        return None;
    }
    let number: BigInt = format!("{whole}{rest}").parse().ok()?;
    let scale = BigInt::from(10).pow(u32::try_from(rest.len()).ok()?);
    let value = BigRational::new(number, scale);
    Some(if is_negative { -value } else { value })
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

impl Div<i64> for Exact {
    type Output = Self;
    /// Division by a whole number; by 0 it is 0, which no caller uses.
    fn div(self, other: i64) -> Self {
        self.checked_div(&Self::whole(other))
            .unwrap_or_else(Self::zero)
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::zero(), |sum, number| sum + number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_half_up_and_happens_on_the_exact_number() {
        for (number, rounded) in [
            ("85.616925", "85.62"),
            ("89.995", "90.00"),
            ("89.9949", "89.99"),
            ("89.99499999999999999999999", "89.99"),
            ("0", "0.00"),
            ("-0.001", "0.00"),
            ("-1.005", "-1.01"),
            ("1/3", "0.33"),
            ("2/3", "0.67"),
        ] {
            assert_eq!(
                number.parse::<Exact>().unwrap().round_half_up(2),
                rounded,
                "{number}"
            );
        }
    }

    #[test]
    fn a_number_prints_as_a_finite_decimal_or_as_a_fraction() {
        for (number, printed) in [
            ("86.9325", "86.9325"),
            ("82.00", "82"),
            ("1/8", "0.125"),
            ("1/3", "1/3"),
            ("10/4", "2.5"),
            ("-0.50", "-0.5"),
        ] {
            assert_eq!(
                number.parse::<Exact>().unwrap().to_string(),
                printed,
                "{number}"
            );
        }
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        let endless = "9".repeat(100);
        for text in [
            "", "abc", "1e9", ".5", "5.", "1/0", "--1", "1,000", "½", "8 5", &endless,
        ] {
            assert!(text.parse::<Exact>().is_err(), "{text}");
        }
        for text in ["85.625", "99999999999", "1/3"] {
            assert!(text.parse::<Points>().is_err(), "{text}");
        }
    }
}
