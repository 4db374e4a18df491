//! Points in time, written as RFC 3339 has it: `2026-01-31T12:00:00Z`.

use super::functions;
use crate::Number;

functions! {
    /// The time in another format, such as `YYYY-MM-DD`.
    formatdate(format: String, time: String) -> String;
    /// When the plan was made (Terraform 1.5).
    plantimestamp() -> String, since(5);
    /// The time after a duration, such as `1h30m`.
    timeadd(time: String, duration: String) -> String;
    /// -1, 0 or 1: whether one time is before the other, at it, or after it.
    timecmp(time: String, other: String) -> Number, since(3);
    /// When Terraform applies: another value at each run.
    timestamp() -> String;
}
