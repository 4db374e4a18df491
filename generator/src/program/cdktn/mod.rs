//! Programs against `cdktn` and `cdktf`, which TypeScript and Python share: what they say ([`lower`]), in a form that is
//! neither language's ([`code`]), and how it is put on lines.

pub(super) mod black;
pub(super) mod code;
pub(super) mod doc;
pub(super) mod lower;
pub(super) mod prettier;
pub(super) mod python;
pub(super) mod rosetta;
