//! Tables, and who may do what with them: policies made of statements in Rust, in both ways that Terraform has.

use ferroform::functions::jsonencode;
use ferroform::{Any, App, Error, Meta, Resource as _, Scope, Value, Variable, object, template};
use ferroform_aws::data_aws_iam_policy_document::{Condition, NotPrincipals as Principals, Statement};
use ferroform_aws::dynamodb_table::{
    Attribute, DynamodbTableRef, GlobalSecondaryIndex, PointInTimeRecovery, ServerSideEncryption, Ttl,
};
use ferroform_aws::{
    AwsProvider, DataAwsCallerIdentity, DataAwsIamPolicyDocument, DynamodbTable, IamPolicy, IamRole,
    IamRolePolicyAttachment,
};

/// A key of a table or an index: its parts with their types.
type Key<'a> = (&'a str, Option<&'a str>);

struct Table<'a> {
    name: &'a str,
    key: Key<'a>,
    indexes: &'a [(&'a str, Key<'a>)],
    expires: bool,
}

const TABLES: [Table<'_>; 2] = [
    Table {
        name: "orders",
        key: ("customer", Some("number")),
        indexes: &[("by-state", ("state", Some("customer"))), ("by-day", ("day", None))],
        expires: false,
    },
    Table { name: "sessions", key: ("token", None), indexes: &[], expires: true },
];

impl Table<'_> {
    fn declare(&self, scope: &Scope, production: &Value<bool>) -> Result<DynamodbTableRef, Error> {
        let keys = std::iter::once(self.key).chain(self.indexes.iter().map(|(_, key)| *key));
        let mut attributes: Vec<_> =
            keys.flat_map(|(hash, range)| std::iter::once(hash).chain(range)).collect();
        attributes.sort_unstable();
        attributes.dedup();
        let index = |(name, (hash, range)): &(&str, Key<'_>)| GlobalSecondaryIndex {
            range_key: (*range).into(),
            ..GlobalSecondaryIndex::new(*hash, *name, "ALL")
        };
        let table = DynamodbTable {
            billing_mode: "PAY_PER_REQUEST".into(),
            hash_key: self.key.0.into(),
            range_key: self.key.1.into(),
            attribute: attributes.into_iter().map(|name| Attribute::new(name, "S")).collect(),
            global_secondary_index: self.indexes.iter().map(index).collect(),
            deletion_protection_enabled: production.clone(),
            point_in_time_recovery: PointInTimeRecovery::new(production).into(),
            server_side_encryption: ServerSideEncryption::new(true).into(),
            ttl: self.expires.then(|| Ttl { attribute_name: "expires".into(), enabled: true.into() }).into(),
            ..DynamodbTable::new(self.name)
        };
        scope.add(self.name, table.with(Meta::new().ignore_changes(["read_capacity", "write_capacity"])))
    }
}

/// What somebody may do with a table and its indexes.
fn allow(actions: &[&str], table: &DynamodbTableRef) -> Statement {
    Statement {
        actions: actions.iter().map(|action| format!("dynamodb:{action}")).collect(),
        resources: [table.arn(), template!("{}/index/*", table.arn())].into(),
        ..Default::default()
    }
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("orders");
    stack.provider(AwsProvider { region: "eu-west-1".into(), ..Default::default() })?;
    let production = stack.variable("production", Variable::<bool>::new().default(true))?;
    let account = stack.data("account", DataAwsCallerIdentity::default())?.account_id();
    let tables = TABLES.map(|table| table.declare(&stack, &production));
    let [orders, sessions] = tables;
    let (orders, sessions) = (orders?, sessions?);

    // A policy as a data source: Terraform checks its form, and statements are typed.
    let own_items =
        Condition::new("ForAllValues:StringEquals", ["${aws:PrincipalTag/customer}"], "dynamodb:LeadingKeys");
    let document = DataAwsIamPolicyDocument {
        statement: [
            Statement {
                condition: own_items.into(),
                sid: "OwnOrders".into(),
                ..allow(&["GetItem", "Query"], &orders)
            },
            Statement { sid: "Sessions".into(), ..allow(&["GetItem", "PutItem", "DeleteItem"], &sessions) },
        ]
        .into(),
        ..Default::default()
    };
    let document = stack.data("access", document)?;
    let policy = IamPolicy { name: "orders-access".into(), ..IamPolicy::new(document.json()) };
    let policy = stack.add("access", policy)?;

    // Who may take the role, as a document too: principals are typed as well.
    let trust = Statement {
        actions: ["sts:AssumeRole"].into(),
        principals: [
            Principals::new(["lambda.amazonaws.com"], "Service"),
            Principals::new([template!("arn:aws:iam::{account}:root")], "AWS"),
        ]
        .into(),
        ..Default::default()
    };
    let trust = DataAwsIamPolicyDocument { statement: trust.into(), ..Default::default() };
    let trust = stack.data("trust", trust)?;
    let role = stack.add("service", IamRole { name: "orders".into(), ..IamRole::new(trust.json()) })?;
    stack.add("access", IamRolePolicyAttachment::new(policy.arn(), role.name()))?;

    // A policy as JSON: what stands in it is known as soon as the program runs.
    let read: Value<Any> = object! {
        "Sid" => "Read",
        "Effect" => "Allow",
        "Action" => ["dynamodb:Scan"],
        "Resource" => "*",
        "Condition" => object! { "Bool" => object! { "aws:MultiFactorAuthPresent" => "true" } },
    };
    let audit = jsonencode(object! { "Version" => "2012-10-17", "Statement" => [read] });
    stack.add("audit", IamPolicy { name: "orders-audit".into(), ..IamPolicy::new(audit) })?;
    stack.output("tables", [orders.name(), sessions.name()])?;
    app.synth()
}
