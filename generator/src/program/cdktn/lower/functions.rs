//! Terraform's functions, as methods of the library's class `Fn`.

use super::coerce::Wanted::{self, Any, List, Map, Number, String, Strings};

/// A method of `Fn`.
pub(super) struct Function {
    /// Its name in TypeScript.
    pub name: &'static str,
    /// What its parameters take.
    pub parameters: &'static [Wanted],
    /// Whether the last parameter is a list of further arguments.
    pub is_variadic: bool,
}

/// The method that calls one of Terraform's functions.
pub(super) fn function(name: &str) -> Option<Function> {
    let name = name.strip_prefix("core::").unwrap_or(name);
    let index = FUNCTIONS.binary_search_by_key(&name, |(name, ..)| name).ok()?;
    let (name, parameters, is_variadic) = FUNCTIONS[index];
    Some(Function { name: if name == "length" { "lengthOf" } else { name }, parameters, is_variadic })
}

/// The functions that every release of the library has, what their parameters take, and whether the last is a list.
const FUNCTIONS: &[(&str, &[Wanted], bool)] = &[
    ("abs", &[Number], false),
    ("abspath", &[String], false),
    ("alltrue", &[List], false),
    ("anytrue", &[List], false),
    ("base64decode", &[String], false),
    ("base64encode", &[String], false),
    ("base64gzip", &[String], false),
    ("base64sha256", &[String], false),
    ("base64sha512", &[String], false),
    ("basename", &[String], false),
    ("bcrypt", &[String, Number], false),
    ("can", &[Any], false),
    ("ceil", &[Number], false),
    ("chomp", &[String], false),
    ("chunklist", &[List, Number], false),
    ("cidrhost", &[String, Number], false),
    ("cidrnetmask", &[String], false),
    ("cidrsubnet", &[String, Number, Number], false),
    ("cidrsubnets", &[String, Number], true),
    ("coalesce", &[Any], true),
    ("coalescelist", &[Any], true),
    ("compact", &[Strings], false),
    ("concat", &[Any], true),
    ("contains", &[Any, Any], false),
    ("csvdecode", &[String], false),
    ("dirname", &[String], false),
    ("distinct", &[List], false),
    ("element", &[Any, Number], false),
    ("endswith", &[String, String], false),
    ("file", &[String], false),
    ("filebase64", &[String], false),
    ("filebase64sha256", &[String], false),
    ("filebase64sha512", &[String], false),
    ("fileexists", &[String], false),
    ("filemd5", &[String], false),
    ("fileset", &[String, String], false),
    ("filesha1", &[String], false),
    ("filesha256", &[String], false),
    ("filesha512", &[String], false),
    ("flatten", &[Any], false),
    ("floor", &[Number], false),
    ("format", &[String, Any], true),
    ("formatdate", &[String, String], false),
    ("formatlist", &[String, Any], true),
    ("indent", &[Number, String], false),
    ("index", &[Any, Any], false),
    ("join", &[String, Strings], false),
    ("jsondecode", &[String], false),
    ("jsonencode", &[Any], false),
    ("keys", &[Any], false),
    ("length", &[Any], false),
    ("log", &[Number, Number], false),
    ("lookup", &[Any, String, Any], false),
    ("lower", &[String], false),
    ("matchkeys", &[List, List, List], false),
    ("max", &[Number], true),
    ("md5", &[String], false),
    ("merge", &[Any], true),
    ("min", &[Number], true),
    ("nonsensitive", &[Any], false),
    ("one", &[Any], false),
    ("parseint", &[Any, Number], false),
    ("pathexpand", &[String], false),
    ("plantimestamp", &[], false),
    ("pow", &[Number, Number], false),
    ("range", &[Number, Number, Number], false),
    ("regex", &[String, String], false),
    ("regexall", &[String, String], false),
    ("replace", &[String, String, String], false),
    ("reverse", &[Any], false),
    ("rsadecrypt", &[String, String], false),
    ("sensitive", &[Any], false),
    ("setintersection", &[List, List], true),
    ("setproduct", &[Any], true),
    ("setsubtract", &[List, List], false),
    ("setunion", &[List, List], true),
    ("sha1", &[String], false),
    ("sha256", &[String], false),
    ("sha512", &[String], false),
    ("signum", &[Number], false),
    ("slice", &[Any, Number, Number], false),
    ("sort", &[Strings], false),
    ("split", &[String, String], false),
    ("startswith", &[String, String], false),
    ("strcontains", &[String, String], false),
    ("strrev", &[String], false),
    ("substr", &[String, Number, Number], false),
    ("sum", &[Any], false),
    ("templatefile", &[String, Any], false),
    ("textdecodebase64", &[String, String], false),
    ("textencodebase64", &[String, String], false),
    ("timeadd", &[String, String], false),
    ("timecmp", &[String, String], false),
    ("timestamp", &[], false),
    ("title", &[String], false),
    ("tobool", &[Any], false),
    ("tolist", &[Any], false),
    ("tomap", &[Any], false),
    ("tonumber", &[Any], false),
    ("toset", &[Any], false),
    ("tostring", &[Any], false),
    ("transpose", &[Map], false),
    ("trim", &[String, String], false),
    ("trimprefix", &[String, String], false),
    ("trimspace", &[String], false),
    ("trimsuffix", &[String, String], false),
    ("try", &[Any], true),
    ("upper", &[String], false),
    ("urlencode", &[String], false),
    ("uuid", &[], false),
    ("uuidv5", &[String, String], false),
    ("values", &[Any], false),
    ("yamldecode", &[String], false),
    ("yamlencode", &[Any], false),
    ("zipmap", &[Strings, Any], false),
];

#[cfg(test)]
mod tests {
    use super::FUNCTIONS;

    #[test]
    fn functions_are_in_order() {
        assert!(FUNCTIONS.is_sorted_by_key(|(name, ..)| name));
    }
}
