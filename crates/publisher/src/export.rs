//! `kindway-publish export`: the directory in the format that other directories read.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use kindway_content::{Audience, Contact, ContactStatus, Scope, load};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::import::taxonomy::{TAXONOMY, Term};
use crate::progress::while_showing;

/// What can be written.
#[derive(Subcommand)]
pub(crate) enum Export {
    /// HSDS 3: every contact, also those that have closed, as a list of services.
    Hsds {
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

/// Writes the file and says what is in it.
pub(crate) fn run(out: &mut impl Write, root: &Path, export: &Export) -> Result<ExitCode, Box<dyn Error>> {
    let Export::Hsds { out: file } = export;
    let content = while_showing("Reading the content", || load(root))?;
    let listings: Vec<Value> = content.contacts.values().map(listing).collect();
    let text = serde_json::to_string_pretty(&listings)? + "\n";
    fs::write(file, &text).map_err(|error| format!("{}: {error}", file.display()))?;
    let closed = content.contacts.values().filter(|contact| contact.status == ContactStatus::Closed).count();
    let (all, bytes) = (listings.len(), text.len());
    writeln!(out, "{}: {all} services, {closed} of them closed, {bytes} bytes", file.display())?;
    Ok(ExitCode::SUCCESS)
}

/// A contact as a service with everything that belongs to it inside. What is not known stands nowhere, and neither does what was
/// written for editors.
fn listing(contact: &Contact) -> Value {
    let id = &contact.id;
    let words = &contact.words;
    let mut service = Map::new();
    let mut put = |key: &str, value: Value| {
        let is_nothing = match &value {
            Value::Null => true,
            Value::Array(entries) => entries.is_empty(),
            _ => false,
        };
        if !is_nothing {
            service.insert(key.to_owned(), value);
        }
    };
    put("id", uuid(id, "service"));
    put("name", json!(contact.name));
    put("description", json!(words.summary));
    put("url", json!(contact.website));
    put("email", json!(contact.email));
    let status = match contact.status {
        ContactStatus::Listed => "active",
        ContactStatus::Closed => "defunct",
    };
    put("status", json!(status));
    put("assured_date", json!(contact.last_checked.to_string()));
    put("application_process", json!(words.joining));
    put("interpretation_services", json!(words.languages));
    put("organization", json!({ "id": uuid(id, "organization"), "name": contact.name, "description": words.summary }));
    put("phones", phones(contact));
    let schedules = words.hours.iter().map(|hours| json!({ "id": uuid(id, "hours"), "description": hours }));
    put("schedules", schedules.collect());
    put("service_at_locations", places(contact));
    put("service_areas", areas(contact));
    put("attributes", attributes(contact));
    Value::Object(service)
}

fn phones(contact: &Contact) -> Value {
    let mut phones = Vec::new();
    for (at, phone) in contact.phones.iter().enumerate() {
        let mut entry =
            json!({ "id": uuid(&contact.id, &format!("phone-{}", at + 1)), "number": phone.number, "type": "voice" });
        if let Some(label) = contact.words.phone_labels.get(at).filter(|label| !label.is_empty()) {
            entry["description"] = json!(label);
        }
        phones.push(entry);
    }
    Value::Array(phones)
}

fn places(contact: &Contact) -> Value {
    if contact.address.is_none() && contact.postcode.is_none() {
        return Value::Null;
    }
    let id = &contact.id;
    let mut address = json!({
        "id": uuid(id, "address"),
        // The standard demands a town and has no word for "not known".
        "city": contact.places.first().map_or("", String::as_str),
        "state_province": "",
        "country": "GB",
        "address_type": "physical",
    });
    address["address_1"] = json!(contact.address.as_deref().unwrap_or(""));
    address["postal_code"] = json!(contact.postcode.as_deref().unwrap_or(""));
    json!([{
        "id": uuid(id, "at"),
        "location": { "id": uuid(id, "location"), "location_type": "physical", "addresses": [address] },
    }])
}

fn areas(contact: &Contact) -> Value {
    let area =
        |(at, place): (usize, &String)| json!({ "id": uuid(&contact.id, &format!("area-{}", at + 1)), "name": place });
    contact.places.iter().enumerate().map(area).collect()
}

/// What the standard has no table for, in our own terms.
fn attributes(contact: &Contact) -> Value {
    let words = &contact.words;
    let yes_or_no = |answer: bool| if answer { "yes" } else { "no" }.to_owned();
    let scope = match contact.scope {
        Scope::City => "city",
        Scope::Region => "region",
        Scope::National => "national",
    };
    let audience = match contact.audience {
        Audience::Women => "women",
        Audience::Advisers => "advisers",
    };
    let public = contact.address.is_some() || contact.postcode.is_some();
    let terms = [
        (Term::Contact, Some(contact.id.clone())),
        (Term::Kind, Some(contact.kind.clone())),
        (Term::Scope, Some(scope.to_owned())),
        (Term::Audience, Some(audience.to_owned())),
        (Term::WomenOnly, contact.women_only.map(yes_or_no)),
        (Term::Childcare, contact.offers_childcare.map(yes_or_no)),
        // Said also where it is not known, so that nobody reads more out of the words about how to join.
        (Term::SelfReferral, Some(contact.self_referral.map_or_else(|| "unknown".to_owned(), yes_or_no))),
        (Term::Pregnancy, Some(yes_or_no(contact.pregnancy))),
        (Term::RunBy, contact.run_by.clone()),
        (Term::Outcode, contact.area_outcode.clone()),
        (Term::OutcodeExact, Some(yes_or_no(contact.area_outcode_exact))),
        (Term::AddressPublished, public.then(|| yes_or_no(true))),
        (Term::Text, contact.text.clone()),
        (Term::WhatsApp, contact.whatsapp.clone()),
        (Term::SourceUrl, contact.source_url.clone()),
        (Term::Fare, words.fare.clone()),
        (Term::Days, words.days.clone()),
        (Term::Time, words.time.clone()),
        (Term::Venue, words.venue.clone()),
        (Term::Creche, words.creche.clone()),
        (Term::Food, words.food.clone()),
        (Term::Interpreter, words.interpreter.clone()),
        (Term::Instead, words.instead.clone()),
    ];
    terms.into_iter().filter_map(|(term, value)| Some(attribute(&contact.id, term, &value?))).collect()
}

fn attribute(id: &str, term: Term, value: &str) -> Value {
    let code = term.code();
    json!({
        "id": uuid(id, code),
        "link_id": uuid(id, "service"),
        "taxonomy_term_id": uuid(TAXONOMY, code),
        "link_entity": "service",
        "value": value,
        "taxonomy_term": {
            "id": uuid(TAXONOMY, code),
            "code": code,
            "name": term.meaning(),
            "description": term.meaning(),
            "taxonomy": TAXONOMY,
        },
    })
}

/// The standard wants UUIDs. Ours follow from our own ids, so that the same record has the same one in every export.
fn uuid(id: &str, part: &str) -> Value {
    let hash = Sha256::digest(format!("{TAXONOMY}/{id}/{part}").as_bytes());
    let mut hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    // Version 8 and the usual variant: made by whoever made it.
    hex.replace_range(12..13, "8");
    hex.replace_range(16..17, "8");
    for at in [20, 16, 12, 8] {
        hex.insert(at, '-');
    }
    Value::String(hex)
}
