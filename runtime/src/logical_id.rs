//! The name that Terraform knows a construct by, from its path in the scope tree.
//!
//! The rule is the peer's (`cdktn`, `lib/private/unique`), so that a program that moves to another language keeps
//! its state.

/// The longest ID.
const LONGEST: usize = 255;
/// The longest part of an ID that people read.
const LONGEST_HUMAN: usize = 240;
/// A component that the readable part leaves out, and the hash does not.
const HIDDEN_FROM_HUMANS: &str = "Resource";
/// A component that does not count at all.
const HIDDEN: &str = "Default";

/// The ID of the construct at `path`, its components from below the stack; `None` where no component counts.
pub(crate) fn logical_id<'a>(path: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let components: Vec<&str> = path.into_iter().filter(|component| *component != HIDDEN).collect();
    if components.is_empty() {
        return None;
    }
    if let [only] = *components {
        let candidate = allowed(only);
        if candidate.len() <= LONGEST {
            return Some(candidate);
        }
    }
    let mut human: Vec<&str> = Vec::new();
    for &component in &components {
        if human.last().is_none_or(|last| !last.ends_with(component)) {
            human.push(component);
        }
    }
    human.retain(|component| *component != HIDDEN_FROM_HUMANS);
    let mut id = human.into_iter().map(allowed).collect::<Vec<_>>().join("_");
    id.truncate(LONGEST_HUMAN);
    let hash = crate::md5::digest(components.join("/").as_bytes());
    Some(format!("{id}_{:08X}", u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]])))
}

/// What Terraform allows in a name.
fn allowed(component: &str) -> String {
    component.chars().filter(|char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-')).collect()
}

/// A component as the tree keeps it: the separator of paths cannot be part of one.
pub(crate) fn component(name: &str) -> String {
    name.replace('/', "--")
}

#[cfg(test)]
mod tests {
    use super::logical_id;

    #[test]
    fn a_construct_of_the_stack_keeps_its_name() {
        assert_eq!(logical_id(["reply"]).unwrap(), "reply");
        assert_eq!(logical_id(["my reply!"]).unwrap(), "myreply");
        assert_eq!(logical_id(["Default", "reply"]).unwrap(), "reply");
        assert_eq!(logical_id(["Default"]), None);
    }

    #[test]
    fn a_name_that_is_too_long_is_cut_and_hashed() {
        let id = logical_id([&*"x".repeat(300)]).unwrap();
        assert_eq!(id, format!("{}_8A4876EA", "x".repeat(240)));
    }

    /// The expected IDs are what `cdktn` 0.24 gives for the same paths.
    #[test]
    fn nested_constructs_are_called_as_the_peer_calls_them() {
        for (path, expected) in [
            (&["network", "subnet"][..], "network_subnet_E45498CD"),
            (&["network", "Resource", "vpc"], "network_vpc_DC50577E"),
            (&["network", "network", "vpc"], "network_vpc_8139C391"),
            (&["a b", "c--d", "Default"], "ab_c--d_542F44F8"),
            (&["Ünï", "straße", "x"], "n_strae_x_E9C01F64"),
        ] {
            assert_eq!(logical_id(path.iter().copied()).unwrap(), expected, "{path:?}");
        }
    }
}
