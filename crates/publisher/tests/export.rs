//! The directory as others read it, and as it comes back.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kindway_content::{Contact, ContactStatus, load};
use serde_json::Value;
use tempfile::TempDir;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn publish(arguments: &[&str]) {
    let program = env!("CARGO_BIN_EXE_kindway-publish");
    let output = Command::new(program).arg("--root").arg(project()).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The export of the real content, and the folder it lies in.
fn export() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hsds.json");
    publish(&["export", "hsds", "--out", file.to_str().unwrap()]);
    (folder, file)
}

/// A contact without what an import cannot know: where and when we read it, and what was written for editors.
fn essence(contact: &Contact) -> Contact {
    let mut contact = contact.clone();
    contact.id = String::new();
    contact.source_url = None;
    contact.source_date = None;
    contact.source_seen = false;
    contact.source_year = None;
    contact.confidence = kindway_content::Confidence::Low;
    contact.editors_note = None;
    contact
}

#[test]
fn what_is_exported_comes_back_as_it_was() {
    let (folder, file) = export();
    let drafts = folder.path().join("drafts");
    let arguments = [
        "import",
        "oruk",
        file.to_str().unwrap(),
        "--feed",
        "kindway",
        "--out",
        drafts.to_str().unwrap(),
        "--today",
        "2099-01-01",
    ];
    publish(&arguments);
    let content = load(&project()).unwrap();
    assert!(content.contacts.len() > 100);
    let services: Vec<Value> = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    for (service, contact) in services.iter().zip(content.contacts.values()) {
        let name = format!("kindway-{}.toml", service["id"].as_str().unwrap());
        let text = fs::read_to_string(drafts.join(name)).unwrap();
        let back: Contact = toml::from_str(&text).unwrap();
        let (mut was, is) = (essence(contact), essence(&back));
        // No labels, and only empty ones, are the same.
        if was.words.phone_labels.iter().all(String::is_empty) {
            was.words.phone_labels.clear();
        }
        assert_eq!(is, was, "{}", contact.id);
        if contact.source_url.is_some() {
            assert_eq!(back.source_url, contact.source_url);
        }
    }
}

#[test]
fn closed_contacts_travel_and_notes_for_editors_do_not() {
    let (_folder, file) = export();
    let text = fs::read_to_string(&file).unwrap();
    let services: Vec<Value> = serde_json::from_str(&text).unwrap();
    let content = load(&project()).unwrap();
    assert_eq!(services.len(), content.contacts.len());
    for (service, contact) in services.iter().zip(content.contacts.values()) {
        for key in ["id", "name", "status"] {
            assert!(service[key].is_string(), "{service}");
        }
        let status = if contact.status == ContactStatus::Closed { "defunct" } else { "active" };
        assert_eq!(service["status"], status);
        assert_eq!(service["assured_date"], contact.last_checked.to_string());
        // A note may say again what the contact says itself.
        let public = format!("{:?}", contact.words);
        if let Some(note) = contact.editors_note.as_ref().filter(|note| !public.contains(note.as_str())) {
            assert!(!service.to_string().contains(note.as_str()), "{note}");
        }
    }
    assert!(services.iter().any(|service| service["status"] == "defunct"));
}

#[test]
fn every_id_is_a_uuid_of_its_own_and_the_same_in_every_export() {
    let ((_one, first), (_other, second)) = (export(), export());
    let text = fs::read_to_string(&first).unwrap();
    assert_eq!(text, fs::read_to_string(&second).unwrap());
    let services: Vec<Value> = serde_json::from_str(&text).unwrap();
    let mut ids: Vec<String> = Vec::new();
    for service in &services {
        ids.push(service["id"].as_str().unwrap().to_owned());
        for key in ["phones", "attributes", "service_areas", "schedules"] {
            let parts = service[key].as_array().into_iter().flatten();
            ids.extend(parts.map(|part| part["id"].as_str().unwrap().to_owned()));
        }
    }
    for id in &ids {
        let lengths: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12], "{id}");
        assert!(id.chars().all(|c| c == '-' || c.is_ascii_hexdigit()), "{id}");
    }
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn what_is_not_known_stands_nowhere_in_the_export() {
    let (_folder, file) = export();
    let services: Vec<Value> = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    let content = load(&project()).unwrap();
    let codes = |service: &Value| -> Vec<String> {
        let attributes = service["attributes"].as_array().unwrap();
        attributes.iter().map(|one| one["taxonomy_term"]["code"].as_str().unwrap().to_owned()).collect()
    };
    for (service, contact) in services.iter().zip(content.contacts.values()) {
        let codes = codes(service);
        assert_eq!(codes.iter().any(|code| code == "women-only"), contact.women_only.is_some());
        assert_eq!(codes.iter().any(|code| code == "childcare"), contact.offers_childcare.is_some());
        assert_eq!(service["phones"].is_array(), !contact.phones.is_empty());
        assert!(!service.to_string().contains("null"));
    }
}
