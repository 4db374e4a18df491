//! Programs with fields that are sensitive, write-only or deprecated.
#![deny(deprecated)]

use ferroform::App;
use ferroform_downstream::Bucket;

fn main() -> Result<(), ferroform::Error> {
    let stack = App::new().stack("s");
    // All of them may be set.
    let bucket = Bucket {
        encryption_key: "secret key".into(),
        encryption_key_wo: "a".into(),
        ..Bucket::new("photos", "STANDARD")
    };
    let bucket = stack.add("b", bucket)?;
    // What is sensitive may be read by reference, what is write-only may not.
    bucket.encryption_key();
    bucket.encryption_key_wo();
    // Rust itself tells what is deprecated.
    let _ = Bucket { storage_class: "STANDARD".into(), ..Default::default() };
    Ok(())
}
