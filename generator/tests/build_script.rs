//! What a build script makes with `Config`.

use std::fs;

use ferroform_generator::Config;

/// The file that a configuration writes, without what `ferroform` has to say of it.
fn written(configure: impl FnOnce(Config) -> Config) -> Result<String, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let config = configure(Config::new()).out_dir(folder.path());
    config.generate().map_err(|problems| problems.to_string())?;
    let mut files =
        fs::read_dir(folder.path()).expect("the folder").map(|entry| entry.expect("a file").path());
    let file = files.find(|path| path.extension().is_some_and(|extension| extension == "rs"));
    Ok(fs::read_to_string(file.expect("a file of Rust")).expect("a text"))
}

#[test]
fn a_provider_is_one_file_to_include() {
    let file = written(|config| config.schema("tests/features/nested_blocks.json"));
    insta::assert_snapshot!(file.expect("a file"));
}

#[test]
fn structs_and_fields_are_changed_by_path() {
    let file = written(|config| {
        config
            .schema("tests/features/nested_blocks.json")
            .type_attribute("*.timeouts", "#[doc(alias = \"patience\")]")
            .field_attribute("*.timeouts.create", "#[tf(pattern(\"[smh]$\"))]")
    });
    insta::assert_snapshot!(file.expect("a file"));
}

#[test]
fn a_struct_of_the_users_takes_the_place_of_a_nested_one() {
    let file = written(|config| {
        config.schema("tests/features/shared_shapes.json").replace_type("*", "crate::mine::Block")
    });
    insta::assert_snapshot!(file.expect("a file"));
}

#[test]
fn mistakes_are_told_together() {
    let problems = written(|config| {
        config
            .schema("tests/features/nested_blocks.json")
            .type_attribute("acme_[", "#[x]")
            .type_attribute("*", "derive(PartialEq)")
            .field_attribute("acme_server.timeout.create", "#[x]")
            .replace_type("*.create", "crate::Mine")
    });
    insta::assert_snapshot!(problems.expect_err("mistakes"));
    let problems = written(|config| config.provider("a/b/c/d", "1"));
    insta::assert_snapshot!(problems.expect_err("mistakes"));
}
