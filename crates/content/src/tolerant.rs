//! Reads the body of a packed record as an older app has to: what it does not know is left out, not refused.
//!
//! The types of [`crate::model`] refuse unknown fields, so that an editor's slip of the pen is found. A published record may have
//! been written by a newer version of Kindway, and there an unknown field is no mistake:
//!
//! | a newer version may | what this one does |
//! | --- | --- |
//! | add a field to any table | passes over it |
//! | add a column at the end of a row, as in `places/outcodes` | passes over it |
//! | leave out a field that has a default, or that may be unknown | takes the default |
//! | add a kind of record, or an area of documents | passes over those records |
//! | add a value to a fixed list, such as how often a rate is paid | refuses the pack: she keeps what she has |
//!
//! The last is on purpose. A rate that is paid "each month" must not be shown as anything else, and dropping it in silence would
//! look as if it had ended. A new value therefore goes into a new field or a new kind of record.

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Error, Value};

/// Reads JSON as a type, whatever else is written beside what the type knows.
///
/// # Errors
/// Where it is not JSON, or what the type does know has another shape.
pub fn read<T: DeserializeOwned>(json: &[u8]) -> Result<T, Error> {
    // Nearly always everything is known, and the plain way builds no tree first.
    serde_json::from_slice(json).or_else(|_| T::deserialize(Tolerant(serde_json::from_slice(json)?)))
}

struct Tolerant(Value);

impl IntoDeserializer<'_, Error> for Tolerant {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Tolerant {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Array(values) => visitor.visit_seq(SeqDeserializer::new(values.into_iter().map(Tolerant))),
            Value::Object(fields) => {
                visitor.visit_map(MapDeserializer::new(fields.into_iter().map(|(name, value)| (name, Tolerant(value)))))
            }
            plain => plain.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let Value::Object(mut fields) = self.0 else { return self.deserialize_any(visitor) };
        fields.retain(|name, _| known.contains(&name.as_str()));
        Tolerant(Value::Object(fields)).deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.deserialize_enum(name, known, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}
