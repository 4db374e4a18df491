//! `store_bucket`: holds objects.

use ferroform::{Any, Block, BlockMap, Blocks, List, Map, Number, Set, Value};

/// Holds objects.
#[derive(ferroform::Resource)]
#[tf(type = "store_bucket")]
#[tf(import_id = "{region}/{name}")]
#[tf(import_id = "{name}")]
#[tf(rule(path = "rule.transition.days", range(30, 365, source = docs)))]
#[tf(computed(
    /// The bucket's ARN.
    arn: String,
    object_count: Number,
    #[tf(sensitive)]
    root_key: String,
    #[tf(name = "2fa")]
    _2fa: bool,
    dns_servers: List<String>,
    usage: Map<List<Number>>,
    notes: Any,
    /// Where the bucket answers.
    endpoint: [Endpoint],
    replica: Set<Endpoint>,
    endpoint_by_region: Map<Endpoint>,
    status: Status,
))]
pub struct Bucket {
    /// The name, unique in a region.
    #[tf(required, length(3, 63), pattern("^[a-z0-9.-]+$"))]
    pub name: Value<String>,
    /// The storage class.
    #[tf(required, one_of("STANDARD", "ARCHIVE"))]
    pub class: Value<String>,
    /// The kind of bucket.
    pub r#type: Value<String>,
    /// Whether deleting needs a second factor.
    #[tf(name = "2fa_delete")]
    pub two_factor_delete: Value<bool>,
    /// The quota in gigabytes.
    #[tf(range(1, 5000))]
    pub quota: Value<Number>,
    /// The key that objects are encrypted with.
    #[tf(sensitive, length(min = 8))]
    pub encryption_key: Value<String>,
    /// The same, kept in no state.
    #[tf(write_only, one_of("a", "b"))]
    pub encryption_key_wo: Value<String>,
    /// The old name of `class`.
    #[deprecated = "use `class`"]
    pub storage_class: Value<String>,
    /// Who may read.
    #[tf(one_of("alice", "bob", source = docs))]
    pub readers: Value<Set<String>>,
    /// Labels.
    #[tf(max_items(3))]
    pub labels: Value<Map<String>>,
    /// Whole numbers in lists in maps.
    pub schedule: Value<Map<List<Number>>>,
    /// A host and a port.
    pub proxy: Value<(Value<String>, Value<Number>)>,
    /// Anything.
    pub extra: Value<Any>,
    /// An object, every key of which Terraform wants.
    pub owner: Value<Owner>,
    /// Objects in a list.
    pub grants: Value<List<Owner>>,
    /// A nested attribute.
    pub site: Value<Site>,
    /// Cross-origin rules.
    #[tf(list)]
    pub cors: Block<Cors>,
    /// Lifecycle rules.
    #[tf(max_items(2, source = schema))]
    pub rule: Blocks<Rule>,
    /// Blocks with labels.
    pub mount: BlockMap<Mount>,
    /// How long operations may take.
    pub timeouts: Block<crate::timeouts::Timeouts>,
    /// A bucket name.
    #[tf(exactly_one_of("log_stream"))]
    pub log_bucket: Value<String>,
    /// A stream name.
    #[tf(exactly_one_of("log_bucket"))]
    pub log_stream: Value<String>,
    /// Where logs start.
    #[tf(required_with("log_bucket"), conflicts_with("log_stream"))]
    pub log_prefix: Value<String>,
}

/// Where a bucket answers.
#[derive(ferroform::Block)]
#[tf(computed(url: String, port: Number))]
pub struct Endpoint {}

/// How a bucket is.
#[derive(ferroform::Block)]
#[tf(computed(healthy: bool, endpoint: [Endpoint]))]
pub struct Status {}

/// Who owns a bucket.
#[derive(ferroform::Block)]
#[tf(object)]
pub struct Owner {
    /// The name.
    pub name: Value<String>,
    /// The address.
    pub email: Value<String>,
}

/// How a bucket is served.
#[derive(ferroform::Block)]
pub struct Site {
    /// The first page.
    #[tf(required)]
    pub index: Value<String>,
    /// The password that visitors need.
    #[tf(sensitive, length(min = 4))]
    pub password: Value<String>,
    /// Headers by name.
    pub headers: Value<Map<Header>>,
}

/// A header of responses.
#[derive(ferroform::Block)]
pub struct Header {
    /// The value.
    #[tf(length(max = 10))]
    pub value: Value<String>,
}

/// Cross-origin rules.
#[derive(ferroform::Block)]
pub struct Cors {
    /// Who may call.
    #[tf(min_items(1))]
    pub origins: Value<Set<String>>,
}

/// A lifecycle rule.
#[derive(ferroform::Block)]
#[tf(computed(id: String))]
pub struct Rule {
    /// What the rule is about.
    #[tf(required)]
    pub prefix: Value<String>,
    /// What happens.
    #[tf(required)]
    pub action: Block<Action>,
    /// When objects move.
    #[tf(set)]
    pub transition: Blocks<Transition>,
}

/// What a rule does.
#[derive(ferroform::Block)]
pub struct Action {
    /// What it does.
    #[tf(one_of("DELETE", "MOVE", source = schema))]
    pub r#type: Value<String>,
}

/// When objects move.
#[derive(ferroform::Block)]
pub struct Transition {
    /// After how many days.
    pub days: Value<Number>,
    /// How many versions stay; not the meta-argument.
    pub count: Value<Number>,
}

/// Where a bucket is mounted. Its reference has a name of its own, for there is a block `mount_ref`, too.
#[derive(ferroform::Block)]
#[tf(ref_name = "MountReference")]
pub struct Mount {
    /// The path.
    pub path: Value<String>,
}

/// Takes the name that the derive would give to the reference of [`Mount`].
#[derive(ferroform::Block)]
pub struct MountRef {
    /// The path.
    pub path: Value<String>,
}
