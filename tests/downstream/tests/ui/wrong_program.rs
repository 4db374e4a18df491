//! Programs that use a construct wrongly.

use ferroform::{App, Meta, Resource as _};
use ferroform_downstream::{Bucket, DataStoreBucket, Object};

fn main() -> Result<(), ferroform::Error> {
    let stack = App::new().stack("s");
    // A data source is no resource.
    stack.add("a", DataStoreBucket::new("a"))?;
    // What Terraform computes cannot be set.
    let _ = Bucket { arn: "arn".into(), ..Bucket::new("a", "STANDARD") };
    // A required argument is missing.
    let _ = Bucket::new("a");
    // A value of the wrong type.
    let _ = Bucket { quota: "five".into(), ..Default::default() };
    // A nested block of another kind.
    let _ = Bucket { cors: ferroform_downstream::timeouts::Timeouts::default().into(), ..Default::default() };
    // No attribute is called so.
    let bucket = stack.add("b", Bucket::new("b", "STANDARD"))?;
    bucket.endpont(0);
    // Instances of `count` are indexed first.
    stack.add("c", Object::new("b", "k").with(Meta::new().count(2)))?.etag();
    // Two constructs are not compared, unless the feature `partial-eq` is on.
    let _ = Object::default() == Object::default();
    Ok(())
}
