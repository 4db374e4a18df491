//! The words of sentences on import IDs.

/// Words that a list of parts follows, more surely than any of the others.
pub const STRONG_LEADS: &[&[&str]] = &[
    &["made", "up", "of"],
    &["made", "of"],
    &["consisting", "of"],
    &["consists", "of"],
    &["composed", "of"],
    &["combination", "of"],
    &["using", "the", "format"],
    &["in", "the", "format"],
    &["in", "the", "form"],
    &["with", "the", "format"],
];

/// Words that a list of parts follows where a sentence speaks of importing.
pub const LEADS: &[&str] = &["using", "by", "via", "with", "supplying"];

/// Words that a list of parts follows in what is said of an attribute.
pub const LISTS: &[&str] = &["containing", "concatenating", "from", "of"];

/// Words that end a list of parts.
pub const ENDS: &[&str] = &[
    "as",
    "available",
    "combined",
    "concatenated",
    "delimited",
    "e.g",
    "eg",
    "for",
    "found",
    "from",
    "i.e",
    "if",
    "in",
    "joined",
    "like",
    "obtained",
    "returned",
    "separated",
    "such",
    "that",
    "when",
    "where",
    "which",
    "whose",
    "with",
];

/// Words after which a list of parts is not all that the page says.
pub const CAVEATS: &[&str] = &[
    "and/or",
    "corresponds",
    "depending",
    "either",
    "followed",
    "optional",
    "optionally",
    "prefixed",
    "suffixed",
    "values",
];

/// Words that point to where the parts are said: "using the following syntax".
pub const POINTERS: &[&str] = &["following", "formats", "command", "syntax"];

/// Words that a separator's name follows.
pub const JOINTS: &[&str] =
    &["separated", "delimited", "joined", "concatenated", "combined", "separating", "separator"];

/// Words of lists that name nothing.
pub const ARTICLES: &[&str] = &[
    "a",
    "an",
    "and",
    "argument",
    "arguments",
    "associated",
    "attribute",
    "attributes",
    "both",
    "combination",
    "field",
    "fields",
    "its",
    "parameter",
    "parameters",
    "string",
    "the",
    "their",
    "this",
    "using",
    "value",
];

/// What marks are called.
pub const MARKS: &[(&str, &str)] = &[
    ("slash", "/"),
    ("slashes", "/"),
    ("forward-slash", "/"),
    ("forward-slashes", "/"),
    ("colon", ":"),
    ("colons", ":"),
    ("comma", ","),
    ("commas", ","),
    ("underscore", "_"),
    ("underscores", "_"),
    ("hyphen", "-"),
    ("hypen", "-"),
    ("hyphens", "-"),
    ("dash", "-"),
    ("dashes", "-"),
    ("pipe", "|"),
    ("pipes", "|"),
    ("hash", "#"),
    ("semicolon", ";"),
    ("semicolons", ";"),
    ("space", " "),
    ("spaces", " "),
    ("dot", "."),
    ("period", "."),
];
