use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A calendar date known to the day, the month or the year: `2017-11-03`, `2017-11`, `2017`.
///
/// Publication dates come in all three; nothing is filled in where the text is silent.
///
/// ```
/// use selon_text::PartialDate;
/// let month: PartialDate = "2017-11".parse().unwrap();
/// assert_eq!(month.day(), None);
/// assert_eq!(month.first().to_string(), "2017-11-01");
/// assert_eq!(month.last().to_string(), "2017-11-30");
/// assert!("2017-02-31".parse::<PartialDate>().is_err());
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// Why a date was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no date: write YYYY-MM-DD, YYYY-MM or YYYY, of a day that exists")]
pub struct DateError(String);

impl PartialDate {
    /// A date known to the day.
    pub fn from_day(date: Date) -> Self {
        Self {
            year: date.year(),
            month: Some(date.month()),
            day: Some(date.day()),
        }
    }

    /// A date known to the month; `None` when there is no such month.
    pub fn from_month(year: i16, month: i8) -> Option<Self> {
        Date::new(year, month, 1).ok()?;
        Some(Self {
            year,
            month: Some(month),
            day: None,
        })
    }

    /// A date known to the year; `None` outside the years the calendar holds.
    pub fn from_year(year: i16) -> Option<Self> {
        Date::new(year, 1, 1).ok()?;
        Some(Self {
            year,
            month: None,
            day: None,
        })
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where known.
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The whole date, where known to the day.
    pub fn day(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    /// The first day it can be.
    pub fn first(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or(Date::MIN)
    }

    /// The last day it can be.
    pub fn last(self) -> Date {
        let month = Date::new(self.year, self.month.unwrap_or(12), 1).unwrap_or(Date::MAX);
        match self.day {
            Some(_) => self.first(),
            None => month.last_of_month(),
        }
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let refuse = || DateError(text.to_owned());
        // A full RFC 3339 time stamp is accepted for its date.
        let date = text.trim().split(['T', ' ']).next().unwrap_or("");
        let parts: Vec<&str> = date.split('-').collect();
        let digits =
            |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
        let shape = match parts.as_slice() {
            [y] => digits(y, 4),
            [y, m] => digits(y, 4) && digits(m, 2),
            [y, m, d] => digits(y, 4) && digits(m, 2) && digits(d, 2),
            _ => false,
        };
        if !shape {
            return Err(refuse());
        }
        let number = |i: usize| parts.get(i).and_then(|p| p.parse::<i16>().ok());
        let year = number(0).ok_or_else(refuse)?;
        let month = number(1).map(|m| m as i8);
        let day = number(2).map(|d| d as i8);
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_| refuse())?;
        Ok(Self { year, month, day })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateError;
    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> String {
        date.to_string()
    }
}
