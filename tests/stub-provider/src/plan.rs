//! What is planned.

use rmpv::Value;

use crate::schema::Block;
use crate::values::unknown;
use crate::walk;

/// The planned state: what Terraform proposes, and unknown where the provider will decide.
///
/// The proposal has the configuration, and mostly the state where the configuration is silent. A computed attribute
/// that it leaves null stays what it is in the state; what is not there yet is decided by the apply.
pub fn planned(block: &Block, prior: &Value, proposed: Value) -> Value {
    if proposed == *prior {
        return proposed;
    }
    walk::attributes(block, proposed, prior, &|_, attribute, value, prior| match (value, prior) {
        // Nothing of it may be kept, not even in a plan.
        _ if attribute.write_only => Value::Nil,
        (Value::Nil, Value::Nil) if attribute.computed => unknown(),
        (Value::Nil, prior) if attribute.computed => prior.clone(),
        (value, _) => value,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::values::block_from_json;

    #[test]
    fn what_nobody_has_set_is_unknown_and_what_was_decided_stays() {
        let block: Block = serde_json::from_value(json!({
            "attributes": {
                "arn": { "type": "string", "computed": true },
                "name": { "type": "string", "optional": true },
                "size": { "type": "number", "optional": true, "computed": true },
                "token": { "type": "string", "optional": true, "write_only": true },
            },
            "block_types": { "rule": {
                "nesting_mode": "list",
                "block": { "attributes": { "id": { "type": "string", "computed": true } } },
            } },
        }))
        .unwrap();
        let value = |json| block_from_json(&json, &block);
        let proposed = || value(json!({ "name": "x", "token": "secret", "rule": [{}, {}] }));
        assert_eq!(
            planned(&block, &Value::Nil, proposed()).to_string(),
            r#"{"arn": [0, [0]], "name": "x", "size": [0, [0]], "token": nil, "#.to_owned()
                + r#""rule": [{"id": [0, [0]]}, {"id": [0, [0]]}]}"#
        );
        let prior = value(json!({ "arn": "arn", "size": 3, "rule": [{ "id": "one" }] }));
        assert_eq!(
            planned(&block, &prior, proposed()).to_string(),
            r#"{"arn": "arn", "name": "x", "size": 3, "token": nil, "rule": [{"id": "one"}, {"id": [0, [0]]}]}"#
        );
        assert_eq!(planned(&block, &prior, Value::Nil), Value::Nil, "the end of a resource");
    }
}
