/// Takes in the bindings that a build script wrote with `ferroform_generator::Config`, into a module of their own:
///
/// ```ignore
/// mod aws {
///     ferroform::include!("aws");
/// }
/// ```
#[macro_export]
macro_rules! include {
    ($provider:literal) => {
        ::core::include!(::core::concat!(::core::env!("OUT_DIR"), "/", $provider, ".rs"));
    };
}
