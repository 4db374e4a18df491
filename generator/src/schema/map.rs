//! A JSON object with names of the provider's own as keys.

use std::fmt;
use std::marker::PhantomData;

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

/// Named entries in the order of the file; a name that stands twice is an error.
#[derive(Debug, Clone)]
pub struct Map<T>(IndexMap<String, T>);

impl<T> Map<T> {
    /// The entries in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The entry called `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.get(name)
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self(IndexMap::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Map<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Entries(PhantomData))
    }
}

struct Entries<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
    type Value = Map<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an object")
    }

    // Go prints an absent map as `null`.
    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Map::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut entries = IndexMap::with_capacity(access.size_hint().unwrap_or(0));
        while let Some(name) = access.next_key::<String>()? {
            let value = access.next_value()?;
            if entries.contains_key(&name) {
                return Err(A::Error::custom(format_args!("\"{}\" stands here twice", name.escape_debug())));
            }
            entries.insert(name, value);
        }
        Ok(Map(entries))
    }
}
