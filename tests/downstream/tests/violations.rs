//! What `validate` tells of each rule.

use ferroform::{Resource as _, Severity, Source};
use ferroform_downstream::Bucket;
use ferroform_downstream::bucket::{Action, Cors, Header, Rule, Site, Transition};
use ferroform_downstream::timeouts::Timeouts;

/// The violations as text, one a line.
fn violations(bucket: &Bucket) -> String {
    bucket.validate().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_violation_is_told_at_once_with_its_path() {
    let bucket = Bucket {
        quota: 5000.5.into(),
        labels: [("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")].into(),
        readers: ["alice", "mallory"].into(),
        encryption_key: "short".into(),
        site: Site {
            headers: [("x", Header { value: "more than ten characters".into() })].into(),
            ..Default::default()
        }
        .into(),
        cors: Cors { origins: Vec::<String>::new().into() }.into(),
        rule: vec![
            Rule::new("a", Action { r#type: "MOVE".into() }),
            Rule {
                transition: [
                    Transition { days: 40.into(), ..Default::default() },
                    Transition { days: 7.into(), ..Default::default() },
                ]
                .into(),
                ..Rule::new("b", Action { r#type: "COPY".into() })
            },
            Rule::default(),
        ]
        .into(),
        timeouts: Timeouts { create: "soon".into(), ..Default::default() }.into(),
        log_bucket: "logs".into(),
        log_stream: "logs".into(),
        log_prefix: "x".into(),
        ..Bucket::new("No", "COLD")
    };
    insta::assert_snapshot!(violations(&bucket));
}

#[test]
fn what_is_required_must_be_there() {
    insta::assert_snapshot!(violations(&Bucket::default()), @r"
    error: name: found nothing, allowed: a value (from the provider's schema)
    error: class: found nothing, allowed: a value (from the provider's schema)
    error: log_bucket: found none, allowed: exactly one of `log_bucket`, `log_stream` (from the struct)
    ");
}

#[test]
fn a_field_that_needs_another_says_so() {
    let bucket =
        Bucket { log_prefix: "x".into(), log_stream: "s".into(), ..Bucket::new("photos", "STANDARD") };
    insta::assert_snapshot!(violations(&bucket), @r"
    error: log_prefix: found it without `log_bucket`, allowed: it together with `log_bucket` (from the struct)
    error: log_prefix: found it together with `log_stream`, allowed: only one of it and `log_stream` (from the struct)
    ");
}

#[test]
fn a_rule_on_a_path_holds_at_that_path_alone() {
    let transition = || Transition { days: 7.into(), ..Default::default() };
    let rule = Rule { transition: transition().into(), ..Rule::new("a", Action::default()) };
    let bucket = Bucket { rule: rule.into(), log_stream: "s".into(), ..Bucket::new("photos", "STANDARD") };
    let violations = bucket.validate();
    assert_eq!(violations.len(), 1);
    assert_eq!(violations[0].path, "rule[0].transition[0].days");
    assert_eq!((violations[0].severity, violations[0].source), (Severity::Warning, Source::Docs));
    assert_eq!((violations[0].found.as_str(), violations[0].allowed.as_str()), ("7", "30 to 365"));
}

#[test]
fn a_number_that_json_cannot_hold_is_refused() {
    let bucket =
        Bucket { quota: f64::NAN.into(), log_stream: "s".into(), ..Bucket::new("photos", "STANDARD") };
    insta::assert_snapshot!(violations(&bucket), @"error: quota: found NaN, allowed: a finite number (from the provider's schema)");
}
