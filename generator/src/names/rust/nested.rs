//! The nested structs of a construct's module.

use std::collections::{HashMap, HashSet};

use super::{BlockNames, aliases, fields, identifier, timeouts};
use crate::model::{Construct, ConstructKind};

/// Names that mean something else to a reader of a module: what it imports from `ferroform`, and the prelude's.
pub const RESERVED: &[&str] = &[
    "Any",
    "Block",
    "BlockMap",
    "Blocks",
    "List",
    "Map",
    "Number",
    "Set",
    "Value",
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Drop",
    "Eq",
    "Err",
    "Extend",
    "Fn",
    "From",
    "Into",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Vec",
];

/// Names every block of a construct; its own is called `class`.
///
/// A nested struct is called after the field that leads to it. Where several would be called so, the outermost is, and
/// the others take in as many of the fields above as it needs; so a change deep in the tree renames nothing above.
pub fn assign(construct: &Construct, class: &str) -> Vec<BlockNames> {
    let mut taken: HashSet<String> = RESERVED.iter().map(|name| (*name).to_owned()).collect();
    taken.insert(class.to_owned());
    if construct.kind == ConstructKind::Resource {
        // The derive writes these beside the struct; they cannot be called otherwise.
        taken.extend(["ImportId", "ImportParts"].map(|suffix| format!("{class}{suffix}")));
    }
    if construct.identity.is_some() {
        taken.extend(["Identity", "IdentityRef"].map(|suffix| format!("{class}{suffix}")));
    }
    let mut order: Vec<usize> = (1..construct.blocks.len()).collect();
    order.sort_by_key(|&block| construct.blocks[block].first_path.matches('.').count());
    let mut names = vec![class.to_owned(); construct.blocks.len()];
    let mut pascal = HashMap::new();
    for block in order {
        names[block] = nested(&construct.blocks[block].first_path, class, &mut taken, &mut pascal);
    }
    let references = references(&names, &mut taken);
    let aliases = aliases::assign(construct, &names, &mut taken);
    let blocks = construct.blocks.iter().zip(names).zip(references).zip(aliases);
    let names = blocks.map(|(((block, name), reference), aliases)| BlockNames {
        name,
        aliases,
        reference,
        shared: timeouts::shared(block),
        fields: fields::assign(&block.fields),
    });
    names.collect()
}

/// The shortest free name for the end of a path.
fn nested<'a>(
    path: &'a str,
    class: &str,
    taken: &mut HashSet<String>,
    pascal: &mut HashMap<&'a str, String>,
) -> String {
    let mut name = String::new();
    for segment in path.rsplit('.') {
        name.insert_str(0, pascal.entry(segment).or_insert_with(|| identifier::pascal(segment)));
        let candidate = identifier::escape_type(&name);
        if taken.insert(candidate.clone()) {
            return candidate;
        }
    }
    let base = format!("{class}{name}");
    let mut candidate = base.clone();
    let mut count = 1;
    while !taken.insert(candidate.clone()) {
        count += 1;
        candidate = format!("{base}{count}");
    }
    candidate
}

/// The names of reference types that are not just the struct's with `Ref`, because that is a struct.
pub fn references(names: &[String], taken: &mut HashSet<String>) -> Vec<Option<String>> {
    let reference = |name: &String| {
        if taken.insert(format!("{name}Ref")) {
            return None;
        }
        let mut reference = format!("{name}Reference");
        while !taken.insert(reference.clone()) {
            reference.push('_');
        }
        Some(reference)
    };
    names.iter().map(reference).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, BlockOrigin, Import};

    /// The names of nested blocks with these paths.
    fn names(paths: &[&str]) -> Vec<(String, Option<String>)> {
        let block = |path: &&str| Block {
            origin: BlockOrigin::Block,
            fields: Vec::new(),
            first_path: (*path).to_owned(),
            description: None,
            deprecated: None,
        };
        let construct = Construct {
            kind: ConstructKind::Resource,
            type_name: "acme_thing".to_owned(),
            schema_version: 0,
            description: None,
            deprecated: None,
            blocks: std::iter::once(&"").chain(paths).map(block).collect(),
            path_rules: Vec::new(),
            import: Import::default(),
            example: None,
            import_section: None,
            identity: None,
        };
        let names = assign(&construct, "Thing").into_iter().skip(1);
        names.map(|names| (names.name, names.reference)).collect()
    }

    fn structs(paths: &[&str]) -> Vec<String> {
        names(paths).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn a_nested_struct_is_called_after_its_field() {
        assert_eq!(
            structs(&["cors_configuration", "rule", "rule.2fa"]),
            ["CorsConfiguration", "Rule", "_2fa"]
        );
    }

    #[test]
    fn where_several_would_be_called_alike_the_outermost_is() {
        let paths = ["a.action", "action", "b.action", "b.c.action", "b.c"];
        assert_eq!(structs(&paths), ["AAction", "Action", "BAction", "CAction", "C"]);
    }

    #[test]
    fn names_that_mean_something_else_take_the_construct_in() {
        let paths = ["option", "list", "thing", "thing_import_id", "x.value", "a_b.c", "a.b_c", "b_c", "c"];
        assert_eq!(
            structs(&paths),
            [
                "ThingOption",
                "ThingList",
                "ThingThing",
                "ThingThingImportId",
                "XValue",
                "ABC",
                "ThingABC",
                "BC",
                "C"
            ]
        );
    }

    #[test]
    fn a_struct_keeps_its_name_where_a_reference_type_would_have_it() {
        assert_eq!(
            names(&["secret", "secret_ref", "thing_ref"]),
            [
                ("Secret".to_owned(), Some("SecretReference".to_owned())),
                ("SecretRef".to_owned(), None),
                ("ThingRef".to_owned(), None)
            ]
        );
    }
}
