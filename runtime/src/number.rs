//! Terraform's `number`.

use std::fmt;

/// A number: Terraform does not tell integers from fractions, JSON and Rust do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number {
    /// A whole number, written without a decimal point.
    Int(i128),
    /// A number with a fraction. Only finite ones can be written; `add` refuses the others.
    Float(f64),
}

impl Number {
    /// Whether JSON can hold the number.
    #[must_use]
    pub fn is_finite(self) -> bool {
        match self {
            Self::Int(_) => true,
            Self::Float(float) => float.is_finite(),
        }
    }

    /// The number as a float, rounded where it has more than 53 bits.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "documented, and bounds of rules are floats themselves")]
    pub fn to_f64(self) -> f64 {
        match self {
            Self::Int(int) => int as f64,
            Self::Float(float) => float,
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(int) => int.fmt(formatter),
            Self::Float(float) => float.fmt(formatter),
        }
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {
        $(impl From<$integer> for Number {
            fn from(int: $integer) -> Self {
                Self::Int(int.into())
            }
        })*
    };
}

from_integers!(i8 i16 i32 i64 i128 u8 u16 u32 u64);

impl From<usize> for Number {
    fn from(int: usize) -> Self {
        Self::Int(int as i128)
    }
}

impl From<isize> for Number {
    fn from(int: isize) -> Self {
        Self::Int(int as i128)
    }
}

impl From<f32> for Number {
    fn from(float: f32) -> Self {
        Self::Float(float.into())
    }
}

impl From<f64> for Number {
    fn from(float: f64) -> Self {
        Self::Float(float)
    }
}
