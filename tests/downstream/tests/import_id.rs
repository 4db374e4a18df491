//! Import IDs are types of their own.

use ferroform::{ImportId, PlainImportId, Resource};
use ferroform_downstream::Object;
use ferroform_downstream::bucket::{BucketImportId, BucketImportParts};
use proptest::prelude::*;

#[test]
fn the_parts_of_an_import_id_are_public() {
    let id: BucketImportId = "eu/photos".parse().unwrap();
    assert_eq!((id.region.as_deref(), id.name.as_str()), (Some("eu"), "photos"));
    assert_eq!(BucketImportId::try_from("eu/photos").unwrap().to_string(), "eu/photos");
}

#[test]
fn each_format_is_read_and_written() {
    let short: BucketImportId = "photos".parse().unwrap();
    assert_eq!((short.region.as_deref(), short.name.as_str()), (None, "photos"));
    let made = ImportId::new(BucketImportParts { region: None, name: "photos".into() }).unwrap();
    assert_eq!(made, short);
    let made = ImportId::new(BucketImportParts { region: Some("eu".into()), name: "photos".into() }).unwrap();
    assert_eq!(made.as_str(), "eu/photos");
}

#[test]
fn an_error_names_the_part_and_why() {
    let read = |text: &str| text.parse::<BucketImportId>().unwrap_err().to_string();
    assert_eq!(
        read("eu/a/b"),
        "`eu/a/b` is no import ID of store_bucket: as `{region}/{name}`, the part `name` is `a/b`, which contains the separator `/`; \
         as `{name}`, the part `name` is `eu/a/b`, which contains the separator `/` of `{region}/{name}`"
    );
    assert_eq!(
        read("/photos"),
        "`/photos` is no import ID of store_bucket: as `{region}/{name}`, the part `region` is empty; \
         as `{name}`, the part `name` is `/photos`, which contains the separator `/` of `{region}/{name}`"
    );
    let parts = BucketImportParts { region: Some("e/u".into()), name: "photos".into() };
    let made = ImportId::new(parts).unwrap_err().to_string();
    assert!(made.contains("the part `region` is `e/u`, which contains the separator `/`"), "{made}");
}

#[test]
fn an_unknown_format_is_plain_text() {
    let id: <Object as Resource>::ImportId = "anything at all".parse().unwrap();
    assert_eq!(id.to_string(), "anything at all");
    assert!("".parse::<PlainImportId>().is_err());
}

proptest! {
    #[test]
    fn reading_undoes_writing(region in proptest::option::of(".{0,6}"), name in "[a-z/:]{0,6}|.{0,6}") {
        let parts = BucketImportParts { region, name };
        if let Ok(id) = ImportId::new(parts.clone()) {
            let read: BucketImportId = id.to_string().parse().unwrap();
            prop_assert_eq!(&read, &id);
            prop_assert_eq!(&*read, &parts);
        } else {
            // What is refused is empty or holds the separator.
            let texts = [parts.region.as_deref().unwrap_or("x"), &parts.name];
            prop_assert!(texts.iter().any(|text| text.is_empty() || text.contains('/')));
        }
    }

    #[test]
    fn writing_undoes_reading(text in "[a-z/:]{0,10}|.{0,10}") {
        if let Ok(id) = text.parse::<BucketImportId>() {
            prop_assert_eq!(id.to_string(), text);
            prop_assert_eq!(ImportId::new((*id).clone()).unwrap(), id);
        }
    }
}
