//! Chance with a seed: a failure comes again when its seed is typed in again.

#![allow(
    clippy::print_stdout,
    reason = "the seed stands in the output of the test that fails"
)]

/// A row of numbers that looks like chance and follows from its seed.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// Chance from `SHUANGPING_SEED` when it is set, else from `usual`; the seed is printed with `what`.
    #[must_use]
    pub fn seeded(what: &str, usual: u64) -> Self {
        let named = std::env::var("SHUANGPING_SEED").ok();
        let seed = named.and_then(|text| text.parse().ok()).unwrap_or(usual);
        println!("{what}: SHUANGPING_SEED={seed}");
        // Zero would stay zero for ever.
        Self(seed.max(1))
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number from 0 up to `bound`, `bound` left out.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % bound).unwrap_or(0)
    }

    /// A byte.
    pub fn byte(&mut self) -> u8 {
        let [.., byte] = self.next().to_le_bytes();
        byte
    }

    /// A byte that is not `other`.
    pub fn other_byte(&mut self, other: u8) -> u8 {
        loop {
            let byte = self.byte();
            if byte != other {
                return byte;
            }
        }
    }
}
