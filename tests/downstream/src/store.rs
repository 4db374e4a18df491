//! What belongs to the buckets: objects, the provider, a data source, an ephemeral resource.

use ferroform::Value;

/// An object in a bucket.
#[derive(ferroform::Resource)]
#[tf(type = "store_object", deprecated = "use store_blob")]
#[tf(computed(etag: String))]
pub struct Object {
    /// The bucket that the object is in.
    #[tf(required)]
    pub bucket: Value<String>,
    /// The object's key.
    #[tf(required)]
    pub key: Value<String>,
    /// What the object holds.
    pub content: Value<String>,
}

/// A bucket that exists.
#[derive(ferroform::DataSource)]
#[tf(type = "store_bucket", computed(arn: String))]
pub struct DataStoreBucket {
    /// The name.
    #[tf(required)]
    pub name: Value<String>,
}

/// A token that is kept in no state.
#[derive(ferroform::EphemeralResource)]
#[tf(type = "store_token", computed(#[tf(sensitive)] token: String))]
pub struct EphemeralStoreToken {
    /// How long the token lives, in seconds.
    pub lifetime: Value<ferroform::Number>,
}

/// The object store's provider.
#[derive(ferroform::Provider)]
#[tf(type = "store", source = "example/store", version = "~> 2.1")]
pub struct StoreProvider {
    /// The region.
    pub region: Value<String>,
    /// The secret key.
    #[tf(sensitive)]
    pub secret_key: Value<String>,
}
