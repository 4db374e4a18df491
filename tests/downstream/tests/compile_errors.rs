//! What the compiler says of structs and programs that are wrong.

#[test]
fn mistakes_are_told_at_their_place() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
