//! A provider's own documentation pages in other languages: what readers are told stays, examples become programs.

mod key;
mod markdown;
mod spelling;
mod translate;

pub use key::cache_key;
pub use markdown::{Code, Fence, Page};
pub use spelling::Spelling;
pub use translate::{Convert, Left, Translation};
