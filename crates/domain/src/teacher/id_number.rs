//! Resident ID numbers: checked when they are read, and then only the last four are kept, with a keyed
//! digest that the store makes. The type never prints the whole number, so that no log can leak it.

use std::fmt;

use chrono::NaiveDate;

use super::Sex;

/// A whole ID number of 18 places, in memory only while it is checked.
#[derive(Clone, PartialEq, Eq)]
pub struct IdNumber(String);

/// What is wrong with an ID number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdNumberFault {
    /// It ends in zeros or was a number with more than 15 digits: the spreadsheet has rounded it.
    #[error("身份证号被表格软件改成了数字，末几位已丢失；请把该列设为“文本”后重新填写")]
    Rounded,
    /// Not 18 places, or other characters.
    #[error("身份证号应为18位数字（末位可为X）")]
    Format,
    /// The birth date inside it is no date.
    #[error("身份证号中的出生日期不存在，请核对")]
    Birth,
    /// The check digit is wrong; a warning, since offices keep such numbers for years.
    #[error("身份证号校验位不对，请核对")]
    CheckDigit,
}

impl IdNumber {
    /// Reads an ID number; also tells whether its check digit is right.
    ///
    /// # Errors
    /// When it has not the form of an ID number.
    pub fn read(text: &str) -> Result<(Self, bool), IdNumberFault> {
        let number: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '\'' && *c != '‘' && *c != '’')
            .map(|c| match c {
                'x' | 'Ｘ' | 'ｘ' => 'X',
                '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
                other => other,
            })
            .collect();
        if looks_rounded(&number) {
            return Err(IdNumberFault::Rounded);
        }
        let digits: Vec<u32> = number
            .chars()
            .enumerate()
            .map_while(|(place, c)| match c {
                'X' if place == 17 => Some(10),
                _ => c.to_digit(10),
            })
            .collect();
        if digits.len() != 18 || number.chars().count() != 18 {
            return Err(IdNumberFault::Format);
        }
        let id = Self(number);
        if id.birth().is_none() {
            return Err(IdNumberFault::Birth);
        }
        // GB 11643: weights 2^(17-i) mod 11 over all 18 places leave 1.
        let mut weight = 1;
        let mut sum = 0;
        for digit in digits.iter().rev() {
            sum += digit * weight;
            weight = weight * 2 % 11;
        }
        Ok((id, sum % 11 == 1))
    }

    /// The date of birth inside it.
    pub fn birth(&self) -> Option<NaiveDate> {
        let part = |from, to| self.0.get(from..to)?.parse::<u32>().ok();
        let year = i32::try_from(part(6, 10)?).ok()?;
        NaiveDate::from_ymd_opt(year, part(10, 12)?, part(12, 14)?)
    }

    /// The sex inside it: the 17th place is odd for men.
    pub fn sex(&self) -> Option<Sex> {
        let digit: u32 = self.0.get(16..17)?.parse().ok()?;
        Some(if digit % 2 == 1 {
            Sex::Male
        } else {
            Sex::Female
        })
    }

    /// The last four places.
    pub fn tail(&self) -> &str {
        self.0.get(14..).unwrap_or_default()
    }

    /// The whole number, for the keyed digest alone.
    pub fn whole(&self) -> &str {
        &self.0
    }
}

/// A spreadsheet keeps 15 digits: a longer number was rounded, and shows as `3.7E+17` or with zeros at its end.
fn looks_rounded(number: &str) -> bool {
    let has_exponent = number.contains(['E', 'e', '.'])
        && number.starts_with(|c: char| c.is_ascii_digit())
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || "Ee+.-".contains(c));
    let ends_in_zeros =
        number.len() == 18 && number.bytes().all(|b| b.is_ascii_digit()) && number.ends_with("000");
    has_exponent || ends_in_zeros
}

impl fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "**************{}", self.tail())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_right_number_tells_birth_and_sex_and_a_wrong_check_digit_is_seen() {
        // Made up: an area code that does not exist.
        let (id, is_check_digit_right) = IdNumber::read("371196200104066741").unwrap();
        assert!(is_check_digit_right);
        assert_eq!(id.birth(), NaiveDate::from_ymd_opt(2001, 4, 6));
        assert_eq!(id.sex(), Some(Sex::Female));
        assert!(!IdNumber::read("371196200104066742").unwrap().1);
    }

    #[test]
    fn a_number_that_a_spreadsheet_has_rounded_is_refused_and_not_guessed() {
        for text in [
            "3.71784196709069E+17",
            "371784196709069000",
            "371784196709068700.0",
        ] {
            assert_eq!(
                IdNumber::read(text).unwrap_err(),
                IdNumberFault::Rounded,
                "{text}"
            );
        }
    }

    #[test]
    fn the_whole_number_never_prints() {
        let (id, _) = IdNumber::read("371196200104066741").unwrap();
        assert!(!format!("{id:?}{id}").contains("20010406"));
    }
}
