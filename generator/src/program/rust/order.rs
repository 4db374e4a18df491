//! The order in which rustfmt sorts names.

use std::cmp::Ordering;

/// The order since edition 2024: underscores first, runs of digits by their value.
///
/// See <https://doc.rust-lang.org/style-guide/#sorting>.
pub(crate) fn version_order(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    loop {
        let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (left_digits, right_digits) = (digits(left), digits(right));
        if left_digits > 0 && right_digits > 0 {
            let order = value(&left[..left_digits]).cmp(&value(&right[..right_digits]));
            if order.is_ne() {
                return order;
            }
            (left, right) = (&left[left_digits..], &right[right_digits..]);
            continue;
        }
        let rank = |byte: u8| if byte == b'_' { 0 } else { byte };
        match (left.split_first(), right.split_first()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some((&left_byte, left_rest)), Some((&right_byte, right_rest))) => {
                let order = rank(left_byte).cmp(&rank(right_byte));
                if order.is_ne() {
                    return order;
                }
                (left, right) = (left_rest, right_rest);
            }
        }
    }
}

/// Digits as a number of any size: first by their count, then one by one.
fn value(digits: &[u8]) -> (usize, &[u8]) {
    let zeros = digits.iter().take_while(|byte| **byte == b'0').count();
    (digits.len() - zeros, &digits[zeros..])
}

#[cfg(test)]
mod tests {
    use super::version_order;

    #[test]
    fn names_sort_as_rustfmt_sorts_them() {
        let mut names = vec!["x10", "x9", "route_table", "route53", "Route53", "route", "x09", "x_1"];
        names.sort_by(|left, right| version_order(left, right));
        assert_eq!(names, ["Route53", "route", "route_table", "route53", "x_1", "x9", "x09", "x10"]);
    }
}
