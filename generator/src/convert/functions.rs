//! The functions that Terraform has built in.

use crate::nearest::nearest;

/// What is wrong with calling a function by this name, with the nearest right one.
pub(super) fn check(name: &str) -> Result<(), (String, Option<String>)> {
    let builtin = name.strip_prefix("core::").unwrap_or(name);
    if name.starts_with("provider::") || FUNCTIONS.binary_search(&builtin).is_ok() {
        return Ok(());
    }
    let help = nearest(builtin, FUNCTIONS.iter().copied()).map(|near| format!("did you mean `{near}`?"));
    Err((format!("`{name}` is no function of Terraform's"), help))
}

/// What `terraform metadata functions` lists (Terraform 1.11), and what OpenTofu has beside it.
const FUNCTIONS: &[&str] = &[
    "abs",
    "abspath",
    "alltrue",
    "anytrue",
    "base64decode",
    "base64encode",
    "base64gunzip",
    "base64gzip",
    "base64sha256",
    "base64sha512",
    "basename",
    "bcrypt",
    "can",
    "ceil",
    "chomp",
    "chunklist",
    "cidrcontains",
    "cidrhost",
    "cidrnetmask",
    "cidrsubnet",
    "cidrsubnets",
    "coalesce",
    "coalescelist",
    "compact",
    "concat",
    "contains",
    "csvdecode",
    "dirname",
    "distinct",
    "element",
    "endswith",
    "ephemeralasnull",
    "file",
    "filebase64",
    "filebase64sha256",
    "filebase64sha512",
    "fileexists",
    "filemd5",
    "fileset",
    "filesha1",
    "filesha256",
    "filesha512",
    "flatten",
    "floor",
    "format",
    "formatdate",
    "formatlist",
    "indent",
    "index",
    "issensitive",
    "join",
    "jsondecode",
    "jsonencode",
    "keys",
    "length",
    "list",
    "log",
    "lookup",
    "lower",
    "map",
    "matchkeys",
    "max",
    "md5",
    "merge",
    "min",
    "nonsensitive",
    "one",
    "parseint",
    "pathexpand",
    "plantimestamp",
    "pow",
    "range",
    "regex",
    "regexall",
    "replace",
    "reverse",
    "rsadecrypt",
    "sensitive",
    "setintersection",
    "setproduct",
    "setsubtract",
    "setunion",
    "sha1",
    "sha256",
    "sha512",
    "signum",
    "slice",
    "sort",
    "split",
    "startswith",
    "strcontains",
    "strrev",
    "substr",
    "sum",
    "templatefile",
    "templatestring",
    "textdecodebase64",
    "textencodebase64",
    "timeadd",
    "timecmp",
    "timestamp",
    "title",
    "tobool",
    "tolist",
    "tomap",
    "tonumber",
    "toset",
    "tostring",
    "transpose",
    "trim",
    "trimprefix",
    "trimspace",
    "trimsuffix",
    "try",
    "upper",
    "urldecode",
    "urlencode",
    "uuid",
    "uuidv5",
    "values",
    "yamldecode",
    "yamlencode",
    "zipmap",
];

#[cfg(test)]
mod tests {
    use super::{FUNCTIONS, check};

    #[test]
    fn names_are_in_order_and_near_ones_are_told() {
        assert!(FUNCTIONS.is_sorted());
        assert_eq!(check("cidrsubnet"), Ok(()));
        assert_eq!(check("provider::aws::arn_parse"), Ok(()));
        let (_, help) = check("cidrsubnett").unwrap_err();
        assert_eq!(help.as_deref(), Some("did you mean `cidrsubnet`?"));
    }
}
