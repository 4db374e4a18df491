//! Import sections of every shape, in words of our own.

use super::super::page::Page;
use super::{Names, read, section};
use crate::model::ImportId;
use crate::schema::Schema;

/// What is read from an import section of `acme_TYPE`, whose attributes are `attributes`, those first that are required.
fn understood(type_name: &str, attributes: &str, text: &str) -> String {
    let (required, other) = attributes.split_once(';').unwrap_or((attributes, ""));
    let attribute = |name: &str, presence: &str| {
        (name.trim().to_owned(), serde_json::json!({ "type": "string", presence: true }))
    };
    let mut all = serde_json::Map::from_iter([attribute("id", "computed")]);
    all.extend(required.split(',').map(|name| attribute(name, "required")));
    all.extend(
        other.split(',').filter(|name| !name.trim().is_empty()).map(|name| attribute(name, "computed")),
    );
    let schema: Schema =
        serde_json::from_value(serde_json::json!({ "version": 0, "block": { "attributes": all } })).unwrap();
    let type_name = format!("acme_{type_name}");
    let page = format!("# {type_name}\n\n## Import\n\n{text}\n\n## Next\n\nmore\n");
    let parsed = Page::parse(&page);
    let section = section(&parsed, &page).expect("there is a section on importing");
    let import = read(&section, &type_name, true, &Names::of(&type_name, &schema, section.identity.clone()));
    let formats: Vec<_> = import.formats.iter().map(ImportId::template).collect();
    match import.opaque {
        Some(why) => format!("{} because {why}", import.examples.join(" and ")),
        None => formats.join(" or "),
    }
}

/// The text of a section, with an example.
fn shown(text: &str, id: &str) -> String {
    format!("{text}\n\n```console\n% terraform import acme_thing.example {id}\n```")
}

#[test]
fn names_with_separators() {
    let attributes = "app_id, name, kind; thing_arn";
    let thing = |text: &str, id: &str| understood("thing", attributes, &shown(text, id));
    let found = [
        thing("Things can be imported using the `name`, e.g.", "blue"),
        thing("Import things using the name and thing ARN separated by `/`.", "blue/arn:acme::thing/p"),
        thing(
            "Import things using the `app_id` and `name` separated by a slash (`/`). For example:",
            "a1/blue",
        ),
        thing("Import things using `app_id` and `name`. For example:", "a1:blue"),
        thing(
            "Import things using the `app_id`, the `kind` and the `name`. Values are separated by a `,`.",
            "a1,big,blue",
        ),
        thing("Import things using the application's `app_id`, an underscore, and `name`:", "a1_blue"),
        thing("Import things using `app_id|name`.", "'a1|blue'"),
        thing("Import things using the `id` (app ID and thing name, comma-delimited).", "a1,blue"),
        thing("Import things using the `app_id`/`name` attributes.", "a1/blue"),
        thing("This can be imported using an ID made up of `app_id:name`, e.g.", "a1:blue"),
        thing("Import things using `APP-ID#NAME`.", "'a1#blue'"),
        thing("Import things using the thing ARN.", "arn:acme:things::1:thing/blue"),
        thing(
            "Import things using the name and thing ARN separated by `,`.",
            "blue,arn:acme:things::1:thing/blue",
        ),
        thing("Import things using `things/`, the `app_id`, `/of/`, and the `name`.", "things/a1/of/blue"),
        thing("Import things by supplying the app ID and the name joined with a space.", "'a1 blue'"),
    ];
    insta::assert_debug_snapshot!(found);
}

#[test]
fn parts_in_words() {
    let seed =
        "using the API identifier, integration identifier and integration response identifier. For example:";
    let found = [
        understood(
            "integration_response",
            "api_id, integration_id",
            &shown(&format!("Import it {seed}"), "aabb/112/99"),
        ),
        understood(
            "route",
            "table_id, target_vpc_subnet_id",
            &shown("Import routes using the table identifier and target subnet ID.", "t-1,s-2"),
        ),
        understood(
            "group_policy",
            "group, policy_name",
            &shown("Import policies with the group name and policy name.", "admins:all"),
        ),
        understood(
            "zone_rule",
            "asg_name, vpc",
            &shown("Import it using the auto scaling group name and VPC ID.", "asg/v-1"),
        ),
        understood(
            "member",
            "account_id; detector_id",
            &shown("Import members using the primary detector ID and member account ID.", "d1:123"),
        ),
        understood(
            "user",
            "pool_id, name",
            &shown(
                "Import it using the `id` of the pool and the `name` of the user joined with a comma.",
                "p,u",
            ),
        ),
    ];
    insta::assert_debug_snapshot!(found);
}

#[test]
fn placeholders_and_paths() {
    let listed = "Import it with any of these formats:\n\n* `projects/{{project}}/things/{{name}}`\n* `{{project}}/{{name}}`\n* `things/{{name}}`\n* `{{name}}`\n";
    let azure = "/subscriptions/0/resourceGroups/g/providers/Microsoft.Box/boxes/b1/things/t1";
    let found = [
        understood("thing", "project, name", listed),
        understood(
            "thing",
            "cidr, pool_id",
            &shown("Import things using the `<cidr>_<pool-id>`.", "10.0.0.0/8_p-1"),
        ),
        understood(
            "thing",
            "mount, name",
            &shown("Things can be imported using the `${mount}/config`, e.g.", "kv/config"),
        ),
        understood("thing", "stack_id, thing_id", &shown("Import is supported:", "$STACK_ID/$THING_ID")),
        understood("thing", "group_id, principal_id", &shown("Import it.", "group_id,principal_id")),
        understood(
            "thing",
            "name, resource_group_name, box_name",
            &shown("Import it using the `resource id`.", azure),
        ),
        understood("thing", "name, box_id", &shown("Import it using the `resource id`.", azure)),
        understood("thing_link", "thing_id", &shown("Import it using the `resource id`.", azure)),
        understood(
            "thing_policy",
            "thing_id, box_id",
            &shown(
                "Import it using the `resource id`.",
                "'/subscriptions/0/providers/Microsoft.Box/things/t|/subscriptions/0/providers/Microsoft.Box/boxes/b'",
            ),
        ),
        understood(
            "thing_iam_member",
            "thing, role, member",
            "It takes any of these forms:\n\n* things/{{thing}}\n* {{thing}}\n\nmembers, e.g.\n```\n$ terraform import acme_thing_iam_member.a \"things/{{thing}} roles/viewer user:jane@example.com\"\n```",
        ),
        understood(
            "key",
            "key_ring, name",
            "Any of:\n\n* `{{key_ring}}/keys/{{name}}`\n* `{{key_ring}}/{{name}}`\n",
        ),
    ];
    insta::assert_debug_snapshot!(found);
}

#[test]
fn pages_on_several_constructs() {
    let page = |type_name: &str| {
        let text = "It takes any of these forms:\n\n* things/{{name}}\n* {{name}}\n\n```\n\
            $ terraform import acme_iam_member.a \"things/{{thing}} roles/viewer user:jane@example.com\"\n\
            $ terraform import acme_iam_binding.a \"things/{{thing}} roles/viewer\"\n\
            $ terraform import acme_iam_policy.a \"things/{{thing}}\"\n\
            $ terraform import acme_iam_audit.a \"things/{{thing}} some-service\"\n```";
        understood(type_name, "thing, role, member", text)
    };
    let found = ["iam_member", "iam_binding", "iam_policy", "iam_audit"].map(page);
    insta::assert_debug_snapshot!(found);
}

#[test]
fn several_forms() {
    let optional = |id: &str| {
        let first = shown("Import grants using function/sid with an optional qualifier.", "f/s");
        format!("{first}\n\n```\nterraform import acme_thing.b {id}\n```")
    };
    let both = "```terraform\nimport {\n  to = acme_thing.a\n  id = \"b\"\n}\n```\n\nor\n\n```terraform\nimport {\n  to = acme_thing.a\n  id = \"b,1\"\n}\n```";
    let found = [
        understood(
            "thing",
            "bucket, owner",
            &format!(
                "Import it using the `bucket` or using the `bucket` and `owner` separated by a comma (`,`). For example:\n\n{both}"
            ),
        ),
        understood(
            "thing",
            "function, qualifier",
            &shown("Import it using the `function` or `function/qualifier`.", "f"),
        ),
        understood("thing", "function, qualifier, sid", &optional("f:q/s")),
        understood("thing", "function, qualifier, sid", &optional("g:q/s")),
    ];
    insta::assert_debug_snapshot!(found);
}

#[test]
fn what_is_not_sure_stays_opaque() {
    let thing = |text: &str, id: &str| {
        understood("thing", "app_id, name; group_id, group_name, policy_arn", &shown(text, id))
    };
    let found = [
        thing("Import things using the `id`.", "a1/blue"),
        thing("Import things using the app ID and name.", "a1/blue/3"),
        thing("Import things using the app ID and the frobnicator.", "a1/blue"),
        thing("Import things using the group and the name.", "g/blue"),
        thing("Import things using the `app_id` and an optional `name`.", "a1/blue"),
        understood(
            "thing",
            "listener_id, service_id",
            &shown("Import it using the `listener_id` and `service_id`.", "service-1/listener-2"),
        ),
        thing("Import things using the word `all`.", "all"),
        thing("Import the things. For example:", "all"),
    ];
    insta::assert_debug_snapshot!(found);
}

#[test]
fn identities() {
    let identity = |required: &str, id: &str| {
        let text = format!(
            "In Terraform v1.12 and later:\n\n### Identity Schema\n\n#### Required\n\n{required}\n\n#### Optional\n\n* `account_id` (String) The account.\n\nImport things using the frobnicator. For example:"
        );
        understood("thing", "bucket, name", &shown(&text, id))
    };
    let found = [
        identity("* `bucket` (String) The bucket.", "b"),
        identity("* `bucket` (String) The bucket.", "1/b"),
        identity("* `bucket` (String) The bucket.\n* `name` (String) The name.", "b"),
    ];
    insta::assert_debug_snapshot!(found);
}

#[test]
fn what_is_said_of_the_id_itself() {
    let thing = |of_id: &str, id: &str| {
        let text = shown("Import things using the `id`.", id);
        understood(
            "thing",
            "app_id, name; thing_arn",
            &format!("{text}\n\n## Attributes\n\n* `id` - {of_id}"),
        )
    };
    let found = [
        thing("A comma-delimited string concatenating `thing_arn` and `name`.", "arn:acme:1:thing,n"),
        thing("Built from `app-id:name`.", "a:n"),
        thing("The app ID and thing name separated by a colon (`:`).", "a:n"),
        thing("For instance `a-1:n-2`.", "a-1:n-2"),
        thing("The thing's ID.", "a:n"),
    ];
    insta::assert_debug_snapshot!(found);
}
