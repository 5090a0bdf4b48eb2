//! The TypeScript of the door is generated from the Rust types, committed, and compared here.
//!
//! `KINDWAY_WRITE_TYPES=1 cargo test -p kindway-core --test door_types` writes it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{collections::BTreeMap, fs, path::Path};

use kindway_core::{
    api::{Request, Response},
    error::ApiError,
};
use ts_rs::{Config, TS, TypeVisitor};

/// Walks the types that a type is made of, each once.
#[derive(Default)]
struct Walk {
    config: Config,
    found: BTreeMap<String, (std::any::TypeId, String)>,
}

impl TypeVisitor for Walk {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Types without a path of their own are TypeScript's, such as `string`, or wrappers around others.
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            let id = std::any::TypeId::of::<T>();
            match self.found.get(&name) {
                Some((known, _)) => {
                    assert_eq!(*known, id, "two types of the door are both called {name}: rename one for TypeScript");
                    return;
                }
                None => {
                    let docs = T::docs().unwrap_or_default();
                    let text = format!("{docs}export {}\n", T::decl(&self.config));
                    self.found.insert(name, (id, text));
                }
            }
            T::visit_dependencies(self);
        } else {
            T::visit_dependencies(self);
        }
        T::visit_generics(self);
    }
}

#[test]
fn the_committed_typescript_is_what_the_rust_types_generate() {
    let mut walk = Walk::default();
    walk.visit::<Request>();
    walk.visit::<Response>();
    walk.visit::<ApiError>();
    let types: Vec<String> = walk.found.into_values().map(|(_, text)| text).collect();
    let generated = format!(
        "// Generated from the types of crates/core. Do not edit: change the Rust and run `cargo xtask types`.\n\n{}",
        types.join("\n")
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/door/door.ts");
    if std::env::var_os("KINDWAY_WRITE_TYPES").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &generated).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == generated,
        "ui/src/door/door.ts is not what the Rust types generate; run `cargo xtask types` and commit the result"
    );
}
