//! The ways of `cdktn get` that Ferroform left on purpose, for programs that rely on them. `docs/compatibility.md` explains each.

use crate::model::{BlockId, Construct, Provider};
use crate::names::typescript::untyped_paths;

/// Which of them Python and TypeScript bindings take.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OldWays {
    /// The trees that `cdktn get` leaves untyped take any value.
    pub untyped_trees: bool,
}

impl OldWays {
    /// The providers as bindings in these ways see them; `None` where that makes no difference.
    #[must_use]
    pub fn of(self, providers: &[Provider]) -> Option<Vec<Provider>> {
        self.untyped_trees.then(|| {
            let mut providers = providers.to_vec();
            providers.iter_mut().for_each(remove_untyped);
            providers
        })
    }
}

fn remove_untyped(provider: &mut Provider) {
    for construct in &mut provider.constructs {
        for path in untyped_paths(&provider.address.name, construct.kind, &construct.type_name) {
            if let Some((block, field)) = find(construct, path) {
                construct.remove_type(block, field);
            }
        }
    }
}

/// The block that has the field at a path, and where it stands there.
fn find(construct: &Construct, path: &str) -> Option<(BlockId, usize)> {
    let (block, name) = match path.rsplit_once('.') {
        None => (BlockId::ROOT, path),
        Some((parents, name)) => {
            let (block, field) = find(construct, parents)?;
            (construct.block(block).fields[field].block()?, name)
        }
    };
    let field = construct.block(block).fields.iter().position(|field| field.name == name)?;
    Some((block, field))
}
