//! Ranges of IP addresses, written as `10.0.0.0/8`.

use super::functions;
use crate::{List, Number};

functions! {
    /// The address of a host in the range; below 0, counted from its end.
    cidrhost(range: String, host: Number) -> String;
    /// The mask of an IPv4 range, such as `255.0.0.0`.
    cidrnetmask(range: String) -> String;
    /// One of the ranges that are smaller by a number of bits.
    cidrsubnet(range: String, bits: Number, number: Number) -> String;
    /// Consecutive ranges within the range, each smaller by a number of bits.
    cidrsubnets(range: String; bits: Number) -> List<String>;
}
