//! Names that come from a schema: whether they can be one.

use super::place::{Place, Problems};

/// No provider comes near; a file or class of that name would break on some machine.
const LONGEST_NAME: usize = 200;

/// Whether `name` can stand in a Terraform configuration and in a file name; if not, that is reported.
pub(super) fn check(place: &Place, name: &str, problems: &mut Problems) -> bool {
    let sound = !name.is_empty()
        && name.len() <= LONGEST_NAME
        && name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_' || char == '-')
        && name.chars().any(|char| char.is_ascii_alphanumeric());
    if !sound {
        let shown: String = name.chars().take(40).collect();
        let message = format!(
            "\"{}\" cannot be a name: expected 1 to {LONGEST_NAME} letters, digits, `_` or `-`, and not only the last two",
            shown.escape_debug()
        );
        problems.report(place, message);
    }
    sound
}
