//! The one block that hundreds of constructs have alike.
//!
//! AWS has 544 `timeouts` blocks in a dozen shapes. One struct for each shape, shared by all constructs, spares the
//! compiler the rest; each module that has the block still names it `Timeouts`.

use super::identifier;
use crate::model::{Block, Field, FieldKind, Presence, Type};

/// The module of the shared structs.
pub const MODULE: &str = identifier::TIMEOUTS;

/// The name of the shared struct for a block, if it is one of plain optional strings at `timeouts`; such blocks with
/// the same fields in the same order have the same name, and no others have it.
pub fn shared(block: &Block) -> Option<String> {
    let plain = |field: &Field| {
        let Field {
            name,
            kind,
            presence,
            sensitive,
            write_only,
            deprecated,
            default,
            forces_new,
            rules,
            descriptions: _,
        } = field;
        *kind == FieldKind::Attribute(Type::String)
            && *presence == Presence::Optional
            && !sensitive
            && !write_only
            && deprecated.is_none()
            && default.is_none()
            && forces_new.is_none()
            && rules.is_empty()
            && name.chars().all(|char| char.is_ascii_lowercase())
    };
    let is_shared = block.first_path == "timeouts"
        && block.origin != crate::model::BlockOrigin::ObjectType
        && block.deprecated.is_none()
        && !block.fields.is_empty()
        && block.fields.iter().all(plain);
    let words = || block.fields.iter().map(|field| identifier::pascal(&field.name)).collect::<String>();
    is_shared.then(|| words() + "Timeouts")
}
