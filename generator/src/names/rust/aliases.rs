//! Further names of nested structs: the fields that hold a shape, but are called otherwise than the first of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::identifier;
use crate::model::{BlockId, Construct, Field};

/// By block, the aliases of its struct by the Terraform names of the fields that say them.
///
/// `principals`, where it holds what `not_principals` before it does, is a `Principals`. A field whose own name is another
/// struct's or alias's says the struct's. The outermost field comes first, as with structs. No name of these is in `taken`.
pub fn assign(
    construct: &Construct,
    structs: &[String],
    taken: &mut HashSet<String>,
) -> Vec<BTreeMap<String, String>> {
    let mut aliases = vec![BTreeMap::new(); construct.blocks.len()];
    let mut owners: HashMap<String, BlockId> = HashMap::new();
    for block in outermost_first(construct) {
        for field in &construct.block(block).fields {
            for shape in field.blocks() {
                let alias = identifier::escape_type(&identifier::pascal(&field.name));
                if alias == structs[shape.0] {
                    continue;
                }
                if taken.insert(alias.clone()) {
                    owners.insert(alias.clone(), shape);
                }
                if owners.get(&alias) == Some(&shape) {
                    aliases[shape.0].insert(field.name.clone(), alias.clone());
                }
            }
        }
    }
    aliases
}

/// Every block once, however many paths lead to it.
fn outermost_first(construct: &Construct) -> Vec<BlockId> {
    let mut order = vec![BlockId::ROOT];
    let mut known = HashSet::from([BlockId::ROOT]);
    let mut next = 0;
    while let Some(&block) = order.get(next) {
        next += 1;
        let shapes = construct.block(block).fields.iter().flat_map(Field::blocks);
        order.extend(shapes.filter(|shape| known.insert(*shape)));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Block, BlockOrigin, ConstructKind, FieldKind, Import, Limits, Nesting, Presence, Type,
    };

    /// A construct whose blocks hold these blocks and shapes, by name.
    fn construct(blocks: &[&[(&str, usize)]]) -> Construct {
        let field = |(name, block): &(&str, usize)| Field {
            name: (*name).to_owned(),
            kind: FieldKind::Block {
                block: BlockId(*block),
                nesting: Nesting::List,
                limits: Limits { min: 0, max: None },
            },
            presence: Presence::Optional,
            sensitive: false,
            write_only: false,
            deprecated: None,
            descriptions: Vec::new(),
            default: None,
            forces_new: None,
            rules: Vec::new(),
        };
        let block = |fields: &&[(&str, usize)]| Block {
            origin: BlockOrigin::Block,
            fields: fields.iter().map(field).collect(),
            first_path: String::new(),
            description: None,
            deprecated: None,
        };
        Construct {
            kind: ConstructKind::Resource,
            type_name: "acme_thing".to_owned(),
            schema_version: 0,
            description: None,
            deprecated: None,
            blocks: blocks.iter().map(block).collect(),
            path_rules: Vec::new(),
            import: Import::default(),
            example: None,
            import_section: None,
            identity: None,
        }
    }

    /// The aliases of all blocks, as `field: Alias = Struct`.
    fn aliases(structs: &[&str], construct: &Construct) -> Vec<String> {
        let structs: Vec<_> = structs.iter().map(|name| (*name).to_owned()).collect();
        let mut taken = structs.iter().cloned().collect();
        let aliases = assign(construct, &structs, &mut taken);
        let of = |(name, aliases): (&String, BTreeMap<String, String>)| {
            aliases
                .into_iter()
                .map(move |(field, alias)| format!("{field}: {alias} = {name}"))
                .collect::<Vec<_>>()
        };
        structs.iter().zip(aliases).flat_map(of).collect()
    }

    #[test]
    fn a_field_with_the_shape_of_another_has_a_name_for_it() {
        let thing = construct(&[&[("not_principals", 1), ("principals", 1), ("PRINCIPALS", 1)], &[]]);
        assert_eq!(
            aliases(&["Thing", "NotPrincipals"], &thing),
            ["PRINCIPALS: Principals = NotPrincipals", "principals: Principals = NotPrincipals"]
        );
    }

    #[test]
    fn a_name_is_an_alias_once_and_the_outermost_field_has_it() {
        let thing = construct(&[
            &[("and", 1), ("egress", 2), ("ingress", 2)],
            &[("ingress", 3), ("egress", 3), ("other", 2), ("or", 1)],
            &[],
            &[],
        ]);
        assert_eq!(
            aliases(&["Thing", "And", "Egress", "AndIngress"], &thing),
            ["or: Or = And", "ingress: Ingress = Egress", "other: Other = Egress"]
        );
    }

    #[test]
    fn a_tuple_may_hold_several_shapes() {
        let mut thing = construct(&[&[("pair", 1)], &[], &[]]);
        let pair = [BlockId(1), BlockId(2)].map(Type::Object);
        thing.blocks[0].fields[0].kind = FieldKind::Attribute(Type::Tuple(pair.into()));
        assert_eq!(aliases(&["Thing", "First", "Second"], &thing), ["pair: Pair = First"]);
    }
}
