//! Rules of one field that no value can keep together.

use proc_macro2::Span;
use syn::Error;

use crate::model::{Bounds, Check, Rule};

/// Says of each rule that leaves nothing of what the ones before it allow.
pub fn find(rules: &[(Rule, Span)], errors: &mut Vec<Error>) {
    for kind in [range, length, items] {
        let (mut least, mut greatest) = (f64::NEG_INFINITY, f64::INFINITY);
        for (rule, span) in rules {
            let Some((min, max)) = kind(&rule.check) else { continue };
            least = least.max(min.unwrap_or(f64::NEG_INFINITY));
            greatest = greatest.min(max.unwrap_or(f64::INFINITY));
            if least > greatest {
                let message = format!(
                    "no value keeps this rule and those before it: at least {least}, at most {greatest}"
                );
                errors.push(Error::new(*span, message));
                break;
            }
        }
    }
}

type Interval = (Option<f64>, Option<f64>);

fn range(check: &Check) -> Option<Interval> {
    if let Check::Range(bounds) = check { Some(interval(bounds)) } else { None }
}

fn length(check: &Check) -> Option<Interval> {
    if let Check::Length(bounds) = check { Some(interval(bounds)) } else { None }
}

#[expect(clippy::cast_precision_loss, reason = "no collection has 2^53 items")]
fn items(check: &Check) -> Option<Interval> {
    match check {
        Check::MinItems(min) => Some((Some(*min as f64), None)),
        Check::MaxItems(max) => Some((None, Some(*max as f64))),
        _ => None,
    }
}

fn interval(bounds: &Bounds) -> Interval {
    let parsed = |bound: &Option<String>| bound.as_ref().and_then(|text| text.parse().ok());
    (parsed(&bounds.min), parsed(&bounds.max))
}
