//! Meta-arguments where Terraform has none of them.

use ferroform::{App, DataSource as _, EphemeralResource as _, LocalExec, Meta};
use ferroform_downstream::{DataStoreBucket, EphemeralStoreToken};

fn main() -> Result<(), ferroform::Error> {
    let stack = App::new().stack("s");
    // Terraform changes and destroys no data source.
    stack.data("a", DataStoreBucket::new("a").with(Meta::new().prevent_destroy()))?;
    // Nor an ephemeral resource.
    let meta = Meta::new().count(2).ignore_all_changes().precondition(true, "fine");
    stack.ephemeral("b", EphemeralStoreToken::new().with(meta))?;
    // Nor does it run anything for them.
    let _ = DataStoreBucket::new("a").with(Meta::new()).provisioner(|_| LocalExec::new("true"));
    Ok(())
}
