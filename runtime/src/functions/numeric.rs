//! Numbers.

use super::functions;
use crate::Number;

functions! {
    /// The number without its sign.
    abs(number: Number) -> Number;
    /// The next whole number that is not less.
    ceil(number: Number) -> Number;
    /// The next whole number that is not greater.
    floor(number: Number) -> Number;
    /// The logarithm to a base.
    log(number: Number, base: Number) -> Number;
    /// The greatest of the numbers.
    max(; numbers: Number) -> Number;
    /// The least of the numbers.
    min(; numbers: Number) -> Number;
    /// The whole number that a text is in a base from 2 to 62.
    parseint(text: String, base: Number) -> Number;
    /// A number to the power of another.
    pow(number: Number, power: Number) -> Number;
    /// -1, 0 or 1: the sign of a number.
    signum(number: Number) -> Number;
}
