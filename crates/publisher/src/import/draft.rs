//! One record of a feed as a draft of a contact. What the feed does not say is left out, also where our format demands it: then `check`
//! refuses the file until an editor has filled it in, and no guess gets through.

use chrono::NaiveDate;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::feed::version_1;
use super::hours;
use super::phones::{self, Number};
use super::place::{self, NATIONS, Outcodes, Place};
use super::report::Line;
use super::taxonomy::{self, KINDS, Term};
use super::text;

const NAME_LETTERS: usize = 120;
const SUMMARY_LETTERS: usize = 400;
const WORDS_LETTERS: usize = 300;
const NOTE_LETTERS: usize = 500;
const ID_LETTERS: usize = 80;
/// An assurance counts as fresh for half a year, and for something during two.
const FRESH_DAYS: i64 = 180;
const FAIR_DAYS: i64 = 730;
/// Beginnings of words that she may not want to meet after a loss.
const BABY_WORDS: [&str; 16] = [
    "antenatal",
    "babies",
    "baby",
    "birth",
    "breastfeed",
    "doula",
    "infant",
    "labour ward",
    "maternal",
    "maternity",
    "midwi",
    "newborn",
    "perinatal",
    "postnatal",
    "pregnan",
    "stillb",
];
/// Words of a sentence that says she can come by herself, and of one that says she cannot.
const HERSELF: [&str; 7] = [
    "self-referral",
    "self referral",
    "self-refer",
    "self refer",
    "refer yourself",
    "no referral needed",
    "no referral is needed",
];
const NOT_HERSELF: [&str; 11] = [
    "no self-referral",
    "no self referral",
    "not accept self",
    "not take self",
    "cannot self-refer",
    "cannot self refer",
    "cannot refer yourself",
    "not able to self",
    "professionals only",
    "professional referral only",
    "by professionals only",
];
/// Words that make a promise less than one.
const UNSURE: [&str; 14] = [
    "ask",
    "but",
    "can't",
    "cannot",
    "check",
    "except",
    "if",
    "may",
    "might",
    "not",
    "some",
    "sometimes",
    "unless",
    "usually",
];
/// Hosts of examples: whoever writes them has no website.
const EXAMPLE_HOSTS: [&str; 5] = ["example.com", "example.org", "example.net", "localhost", ".test"];

/// What holds for every record of a feed.
pub(super) struct Context<'a> {
    pub(super) feed: &'a str,
    /// The feed's address, if it has one.
    pub(super) from: Option<&'a str>,
    pub(super) today: NaiveDate,
    pub(super) outcodes: &'a Outcodes,
}

/// A contact as far as the feed tells it.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The feed's name and the record's id: unique, and never that of a contact of our own.
    pub(super) id: String,
    feed: String,
    /// The record's id in its feed.
    pub(super) record: String,
    pub(super) name: String,
    kind: Option<String>,
    scope: &'static str,
    places: Vec<String>,
    place: Place,
    phones: Vec<Number>,
    text: Option<String>,
    whatsapp: Option<String>,
    email: Option<String>,
    website: Option<String>,
    run_by: Option<String>,
    women_only: Option<bool>,
    offers_childcare: Option<bool>,
    self_referral: Option<bool>,
    pregnancy: bool,
    status: Option<&'static str>,
    audience: &'static str,
    source_url: Option<String>,
    dated: Option<(NaiveDate, &'static str)>,
    confidence: &'static str,
    note: Vec<String>,
    summary: String,
    /// The other words, under their names in the file.
    words: Vec<(&'static str, String)>,
    /// The description as it came, where the summary says less.
    pub(super) original: Option<String>,
}

/// The draft of a record and what to know about it, or why there is none.
pub(super) fn draft(listing: &Value, context: &Context<'_>) -> Result<(Draft, Vec<Line>), String> {
    if !listing.is_object() {
        return Err("it is no record, but a piece of something else".to_owned());
    }
    if let Some(old) = version_1(listing) {
        return Err(format!("it is version 1 of Open Referral UK (it has \"{old}\"): only version 3 is read"));
    }
    let record = text::field(listing, "id").ok_or("it has no id: the next import could not find it again")?;
    let name = text::field(listing, "name").map(|name| text::line(&name)).filter(|name| !name.is_empty());
    let name = name.ok_or("it has no name")?;
    let mut lines = Vec::new();
    let people = phones::people(listing);
    let mut reading = Reading { listing, context, people, lines: &mut lines };
    let mut draft = Draft {
        id: id(context.feed, &record),
        feed: context.feed.to_owned(),
        record: text::cap(&text::line(&record), ID_LETTERS),
        ..Draft::default()
    };
    // The order is that of the editor's note: a closure first.
    reading.alert(&mut draft);
    reading.status(&mut draft);
    reading.name(&name, &mut draft);
    reading.words(&mut draft);
    reading.kind(&mut draft);
    reading.place(&mut draft);
    reading.reach(&mut draft);
    reading.answers(&mut draft);
    reading.dates(&mut draft);
    reading.background(&mut draft);
    Ok((draft, lines))
}

/// A record while it is read.
struct Reading<'a> {
    listing: &'a Value,
    context: &'a Context<'a>,
    people: Vec<String>,
    lines: &'a mut Vec<Line>,
}

impl Reading<'_> {
    fn ours(&self, term: Term) -> Option<String> {
        taxonomy::value(self.listing, term)
    }

    fn cleaned(&mut self, field: &'static str, said: impl Into<String>) {
        self.lines.push(Line::cleaned(field, said));
    }

    fn look(&mut self, field: &'static str, said: impl Into<String>) {
        self.lines.push(Line::look(field, said));
    }

    /// The text of a field without HTML, and without sentences about named people or with numbers that nobody has checked.
    fn prose(&mut self, key: &str, field: &'static str) -> Option<Vec<String>> {
        let raw = text::field(self.listing, key)?;
        Some(self.sentences(&raw, field)).filter(|sentences| !sentences.is_empty())
    }

    fn sentences(&mut self, raw: &str, field: &'static str) -> Vec<String> {
        let plain = text::plain(raw);
        if plain.split_whitespace().ne(raw.split_whitespace()) {
            self.cleaned(field, "HTML or characters that are not seen were taken out");
        }
        let mut kept = Vec::new();
        for sentence in text::sentences(&plain) {
            if phones::names_someone(&sentence, &self.people) {
                self.cleaned(field, "a sentence that names a person was left out");
            } else if text::has_phone(&sentence) {
                self.cleaned(
                    field,
                    "a sentence with a telephone number was left out: numbers stand in phones, checked",
                );
            } else {
                kept.push(sentence);
            }
        }
        kept
    }

    fn alert(&mut self, draft: &mut Draft) {
        let own = self.prose("alert", "alert");
        let organization = text::field(&self.listing["organization"], "alert").map(|raw| self.sentences(&raw, "alert"));
        for alert in [own, organization].into_iter().flatten().map(|sentences| sentences.join(" ")) {
            let alert = text::cap(&alert, NOTE_LETTERS);
            if !alert.is_empty() {
                self.look("editors_note", format!("the feed's alert: {alert}"));
                draft.note.push(format!("ALERT of the feed: {alert}"));
            }
        }
    }

    fn status(&mut self, draft: &mut Draft) {
        let status = text::field(self.listing, "status").unwrap_or_default().to_lowercase();
        match status.as_str() {
            "active" => draft.status = Some("listed"),
            "temporarily closed" => {
                // Neither "listed" nor "closed" is true, so neither is written: `check` does not know "paused" and stops.
                draft.status = Some("paused");
                draft.note.push("PAUSED, not listed: the feed says \"temporarily closed\".".to_owned());
                self.look(
                    "status",
                    "paused (\"temporarily closed\"), not listed: find out, then write listed or closed",
                );
            }
            "inactive" | "defunct" => {
                draft.status = Some("closed");
                if self.ours(Term::Instead).is_none() {
                    self.look("words.instead", format!("closed (\"{status}\"): say what she can try instead"));
                }
            }
            "" => self.look("status", "the feed does not say whether it still runs"),
            other => {
                let other = text::cap(&text::line(other), 40);
                self.look(
                    "status",
                    format!("\"{other}\" is no status of the standard: find out whether it still runs"),
                );
            }
        }
    }

    fn name(&mut self, name: &str, draft: &mut Draft) {
        let organization = text::field(&self.listing["organization"], "name").map(|name| text::line(&name));
        let apart = organization.filter(|organization| {
            !organization.is_empty() && !name.to_lowercase().contains(&organization.to_lowercase())
        });
        let whole = match apart {
            Some(organization) => format!("{name} ({organization})"),
            None => name.to_owned(),
        };
        draft.name = text::cap(&whole, NAME_LETTERS);
        if draft.name != whole {
            self.cleaned("name", format!("cut to {NAME_LETTERS} letters"));
        }
    }

    fn words(&mut self, draft: &mut Draft) {
        match self.prose("description", "words.summary") {
            Some(sentences) => {
                let first = sentences.get(..2).unwrap_or(&sentences).join(" ");
                draft.summary = text::cap(&first, SUMMARY_LETTERS);
                if sentences.len() > 2 {
                    self.cleaned("words.summary", format!("the first 2 of {} sentences", sentences.len()));
                }
                if draft.summary != first {
                    self.cleaned("words.summary", format!("cut to {SUMMARY_LETTERS} letters"));
                }
            }
            None => self.look("words.summary", "nothing in the feed says what it does"),
        }
        draft.original = text::field(self.listing, "description").filter(|original| *original != draft.summary);
        if let Some(hours) = hours::hours(self.listing, self.context.today, self.lines) {
            let hours = self.sentences(&hours, "words.hours").join(" ");
            draft.say("hours", hours);
        }
        let languages = self.languages();
        draft.say("languages", languages);
        let fare = self.ours(Term::Fare).map(|fare| text::line(&fare)).unwrap_or_default();
        draft.say("fare", fare);
        let joining = self.prose("application_process", "words.joining").unwrap_or_default();
        draft.say("joining", joining.get(..3).unwrap_or(&joining).join(" "));
        for (field, term) in GROUP {
            let words = self.ours(term).map(|words| text::line(&words)).unwrap_or_default();
            draft.say(field, words);
        }
    }

    fn languages(&mut self) -> String {
        let mut names: Vec<String> = Vec::new();
        for holder in phones::holders(self.listing) {
            for language in text::list(holder, "languages") {
                let name = ["name", "code"].into_iter().find_map(|key| text::field(language, key));
                let name = name.map(|name| text::cap(&text::line(&name), 40)).unwrap_or_default();
                if !name.is_empty() && !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        let interpreters = self.prose("interpretation_services", "words.languages").unwrap_or_default().join(" ");
        let parts = [names.join(", "), interpreters];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }

    fn kind(&mut self, draft: &mut Draft) {
        let own = self.ours(Term::Kind).filter(|kind| KINDS.contains(&kind.as_str()));
        if own.is_some() {
            draft.kind = own;
        } else {
            let others = taxonomy::kinds_of_others(self.listing);
            match others.as_slice() {
                [(kind, term)] => {
                    draft.kind = Some((*kind).to_owned());
                    self.look("kind", format!("{kind}, from the feed's term \"{}\": is it?", text::line(term)));
                }
                [] => self.look("kind", "no term of the feed says what kind it is: choose one"),
                several => {
                    let kinds: Vec<&str> = several.iter().map(|(kind, _)| *kind).collect();
                    self.look("kind", format!("the feed's terms say several kinds ({}): choose one", kinds.join(", ")));
                }
            }
        }
        let words = std::iter::once(draft.name.as_str()).chain([draft.summary.as_str()]);
        let words = words
            .chain(draft.words.iter().map(|(_, words)| words.as_str()))
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        let speaks = BABY_WORDS.iter().find(|start| begins_a_word(&words, start));
        match taxonomy::answer(self.listing, Term::Pregnancy) {
            Some(answer) => draft.pregnancy = answer,
            None => {
                draft.pregnancy = speaks.is_some();
                if let Some(start) = speaks {
                    self.look(
                        "pregnancy",
                        format!("true, because its words hold \"{start}…\": after a loss it is out of sight"),
                    );
                }
            }
        }
    }

    fn place(&mut self, draft: &mut Draft) {
        let published = taxonomy::answer(self.listing, Term::AddressPublished) == Some(true);
        draft.place = place::place(self.listing, published, self.context.outcodes, self.lines);
        if let Some(outcode) = self.ours(Term::Outcode).filter(|outcode| self.context.outcodes.has(outcode)) {
            draft.place.outcode = Some(outcode);
        }
        if let Some(exact) = taxonomy::answer(self.listing, Term::OutcodeExact) {
            draft.place.exact = exact && (draft.place.postcode.is_some() || draft.place.outcode.is_some());
        }
        for area in text::list(self.listing, "service_areas") {
            let name = ["name", "extent"].into_iter().find_map(|key| text::field(area, key));
            let name = name.map(|name| text::cap(&text::line(&name), 60)).unwrap_or_default();
            // Some feeds put a shape or an address there.
            if !name.is_empty()
                && !name.starts_with(['{', '['])
                && !name.contains("://")
                && !draft.places.contains(&name)
            {
                draft.places.push(name);
            }
        }
        if draft.places.iter().any(|place| is_whole_country(place)) {
            draft.places = NATIONS.map(str::to_owned).to_vec();
        }
        if draft.places.is_empty() {
            draft.places.extend(draft.place.town.clone().filter(|town| !town.is_empty()));
        }
        let national = draft.places.iter().any(|place| NATIONS.contains(&place.as_str()));
        draft.scope = match (self.ours(Term::Scope).as_deref(), draft.places.len()) {
            (Some("city"), _) => "city",
            (Some("region"), _) => "region",
            (Some("national"), _) => "national",
            _ if national => "national",
            (_, 0 | 1) => "city",
            _ => "region",
        };
        if draft.places.is_empty() {
            self.look("places", "nothing in the feed says which towns or nations it serves");
        }
    }

    fn reach(&mut self, draft: &mut Draft) {
        let numbers = phones::numbers(self.listing, &self.people, self.lines);
        draft.phones = numbers.phones;
        let text = self.ours(Term::Text).map(|text| text::cap(&text::line(&text), 60));
        draft.text = text.or(numbers.text);
        if let Some(number) = self.ours(Term::WhatsApp) {
            match phones::judged(&text::line(&number)) {
                Ok(number) => draft.whatsapp = Some(number.shown),
                Err(reason) => self.cleaned("whatsapp", reason),
            }
        }
        let organization = &self.listing["organization"];
        let email = text::field(self.listing, "email").or_else(|| text::field(organization, "email"));
        draft.email = email.and_then(|email| self.email(&email));
        let own = text::field(self.listing, "url");
        let website = own.or_else(|| ["website", "url"].into_iter().find_map(|key| text::field(organization, key)));
        draft.website = website.and_then(|address| self.web("website", &address));
        draft.run_by = self.ours(Term::RunBy).map(|who| text::cap(&text::line(&who), 60));
        let source = self.ours(Term::SourceUrl).or_else(|| text::field(self.listing, "url"));
        let source = source.as_deref().and_then(web_address).or_else(|| self.context.from.map(str::to_owned));
        draft.source_url = source;
    }

    fn email(&mut self, written: &str) -> Option<String> {
        let email = text::line(written).trim_start_matches("mailto:").to_owned();
        let (before, host) = email.split_once('@').unwrap_or((&email, ""));
        let lower = before.to_lowercase();
        let names = |person: &String| {
            let person = person.to_lowercase();
            let parts: Vec<&str> = person.split_whitespace().filter(|part| part.chars().count() > 2).collect();
            !parts.is_empty() && parts.iter().all(|part| lower.contains(part))
        };
        let said = if before.is_empty() || !host.contains('.') || email.contains(char::is_whitespace) {
            format!("\"{}\" is no e-mail address", text::cap(&email, 60))
        } else if is_example(host) {
            format!("{} is an example's: this record may be made up", text::cap(&email, 60))
        } else if self.people.iter().any(names) {
            "the address of a named person was left out".to_owned()
        } else {
            return Some(email);
        };
        self.cleaned("email", said);
        None
    }

    fn web(&mut self, field: &'static str, written: &str) -> Option<String> {
        let found = web_address(written);
        match &found {
            None => {
                self.cleaned(field, format!("\"{}\" is no address of the web", text::cap(&text::line(written), 60)))
            }
            Some(address) if url::Url::parse(address).ok()?.host_str().is_some_and(is_example) => {
                self.cleaned(field, format!("{} is an example's: this record may be made up", text::cap(address, 60)));
                return None;
            }
            Some(address) if address != written => {
                self.cleaned(field, format!("written as {}", text::cap(address, 80)))
            }
            Some(_) => {}
        }
        found
    }

    /// What the standard has no table for. Only our own terms count, and the way in where the words are plain: everything else is not
    /// known, and not known is never "no".
    fn answers(&mut self, draft: &mut Draft) {
        draft.women_only = taxonomy::answer(self.listing, Term::WomenOnly);
        draft.offers_childcare = taxonomy::answer(self.listing, Term::Childcare);
        draft.audience = if self.ours(Term::Audience).as_deref() == Some("advisers") { "advisers" } else { "women" };
        draft.self_referral = taxonomy::answer(self.listing, Term::SelfReferral);
        if draft.self_referral.is_some() {
            return;
        }
        // Our own file says "unknown" where it is: then no words are asked.
        let way_in =
            text::field(self.listing, "application_process").filter(|_| self.ours(Term::SelfReferral).is_none());
        let (mut welcome, mut refused, mut unclear) = (false, false, false);
        for sentence in way_in.iter().flat_map(|raw| text::sentences(&text::plain(raw))) {
            let lower = sentence.to_lowercase();
            if NOT_HERSELF.iter().any(|words| lower.contains(words)) {
                refused = true;
            } else if let Some(words) = HERSELF.iter().find(|words| lower.contains(*words)) {
                // "Some services let you refer yourself: ask" says neither.
                let rest = lower.replace(words, "");
                if UNSURE.iter().any(|word| text::has_word(&rest, word)) { unclear = true } else { welcome = true }
            }
        }
        match (welcome, refused, unclear) {
            (false, false, false) => {}
            (true, false, false) => {
                draft.self_referral = Some(true);
                self.look("self_referral", "true, from the words about how to join: do they say so?");
            }
            (false, true, false) => {
                draft.self_referral = Some(false);
                self.look("self_referral", "false, from the words about how to join: do they say so?");
            }
            _ => self.look("self_referral", "the words about how to join are not plain: left out"),
        }
    }

    fn dates(&mut self, draft: &mut Draft) {
        let today = self.context.today;
        let mut day = |key: &str, word: &'static str| {
            let written = text::field(self.listing, key)?;
            match hours::date(&written) {
                Some(day) if day <= today => Some((day, word)),
                Some(day) => {
                    self.lines
                        .push(Line::cleaned("source_date", format!("{key} {day} is not here yet: it was left out")));
                    None
                }
                None => {
                    let written = text::cap(&text::line(&written), 40);
                    self.lines.push(Line::cleaned("source_date", format!("{key} \"{written}\" is no date")));
                    None
                }
            }
        };
        let assured = day("assured_date", "assured");
        let changed = if assured.is_none() { day("last_modified", "last changed") } else { None };
        // That somebody touched the record says nothing about whether it is right.
        draft.confidence = match assured.map(|(day, _)| (today - day).num_days()) {
            Some(days) if days <= FRESH_DAYS => "high",
            Some(days) if days <= FAIR_DAYS => "medium",
            _ => "low",
        };
        draft.dated = assured.or(changed);
        if draft.dated.is_none() {
            self.look(
                "last_checked",
                "the feed has no date: fill it in when you have compared the record with its source",
            );
        }
    }

    /// What the editor needs to judge the record and no woman needs to read.
    fn background(&mut self, draft: &mut Draft) {
        let eligibility = self.prose("eligibility_description", "editors_note").unwrap_or_default().join(" ");
        let mut all = text::field(self.listing, "description").map(|raw| text::line(&raw)).unwrap_or_default();
        all.push(' ');
        all.push_str(&eligibility);
        let all = all.to_lowercase();
        if ["not pregnant", "non-pregnant", "non pregnant"].iter().any(|words| all.contains(words)) {
            self.look("words.summary", "it says that it is for women who are NOT pregnant: say so, or leave it out");
            draft.note.push("It says that it is for women who are NOT pregnant.".to_owned());
        }
        let fees = ["fees_description", "fees"].into_iter().find_map(|key| self.prose(key, "editors_note"));
        let age = |key: &str| text::field(self.listing, key).map(|age| text::cap(&text::line(&age), 10));
        let ages = match (age("minimum_age"), age("maximum_age")) {
            (Some(from), Some(to)) => format!("{from} to {to}"),
            (Some(from), None) => format!("from {from}"),
            (None, Some(to)) => format!("to {to}"),
            (None, None) => String::new(),
        };
        let wait = self.prose("wait_time", "editors_note").unwrap_or_default().join(" ");
        let mut numbers: Vec<String> = Vec::new();
        for identifier in text::list(&self.listing["organization"], "organization_identifiers") {
            let told = |key: &str| text::field(identifier, key).map(|text| text::cap(&text::line(&text), 40));
            if let Some(number) = told("identifier") {
                numbers.push(format!("{} {number}", told("identifier_scheme").unwrap_or_default()).trim().to_owned());
            }
        }
        for (label, words) in [
            ("Who it is for", eligibility),
            ("Ages", ages),
            ("Fees", fees.unwrap_or_default().join(" ")),
            ("Waiting", wait),
            ("Registered as", numbers.join(", ")),
        ] {
            if !words.is_empty() {
                draft.note.push(format!("{label}: {}", text::cap(&words, NOTE_LETTERS)));
            }
        }
        draft.note.push(format!("Imported from the feed {}, record {}.", draft.feed, draft.record));
    }
}

/// The words of a group, under their names in the file, and of a closed record.
pub(crate) const GROUP: [(&str, Term); 7] = [
    ("days", Term::Days),
    ("time", Term::Time),
    ("venue", Term::Venue),
    ("creche", Term::Creche),
    ("food", Term::Food),
    ("interpreter", Term::Interpreter),
    ("instead", Term::Instead),
];

impl Draft {
    fn say(&mut self, field: &'static str, words: String) {
        if !words.is_empty() {
            self.words.push((field, text::cap(&words, WORDS_LETTERS)));
        }
    }

    /// The file, in the order of those that are there already.
    pub(super) fn to_toml(&self) -> String {
        let mut file = Toml::default();
        file.comment(
            "A draft. Compare it with its source, fill in what is missing, and move it to assets/content/contacts/.",
        );
        file.text("id", &self.id);
        file.text("name", &self.name);
        match &self.kind {
            Some(kind) => file.text("kind", kind),
            None => file.comment(&format!("kind = one of {}", KINDS.join(", "))),
        }
        file.text("scope", self.scope);
        let places: Vec<String> = self.places.iter().map(|place| quoted(place)).collect();
        file.raw("places", &format!("[{}]", places.join(", ")));
        file.maybe("address", self.place.address.as_deref());
        file.maybe("postcode", self.place.postcode.as_deref());
        file.maybe("area_outcode", self.place.outcode.as_deref());
        if self.place.exact {
            file.raw("area_outcode_exact", "true");
        }
        if !self.phones.is_empty() {
            let row = |phone: &Number| format!("    {{ number = {}, free = {} }},\n", quoted(&phone.shown), phone.free);
            file.raw("phones", &format!("[\n{}]", self.phones.iter().map(row).collect::<String>()));
        }
        file.maybe("text", self.text.as_deref());
        file.maybe("whatsapp", self.whatsapp.as_deref());
        file.maybe("email", self.email.as_deref());
        file.maybe("website", self.website.as_deref());
        file.maybe("run_by", self.run_by.as_deref());
        for (key, answer) in [
            ("women_only", self.women_only),
            ("offers_childcare", self.offers_childcare),
            ("self_referral", self.self_referral),
            ("pregnancy", Some(true).filter(|_| self.pregnancy)),
        ] {
            if let Some(answer) = answer {
                file.raw(key, if answer { "true" } else { "false" });
            }
        }
        match self.status {
            Some(status) => file.text("status", status),
            None => file.comment("status = \"listed\" or \"closed\""),
        }
        file.text("audience", self.audience);
        file.maybe("source_url", self.source_url.as_deref());
        let dated = self.dated.map(|(day, word)| format!("{day} ({word}, in the feed {})", self.feed));
        file.text("source_date", dated.as_deref().unwrap_or("undated"));
        file.raw("source_seen", "false");
        if let Some((day, _)) = self.dated {
            file.raw("source_year", &day.format("%Y").to_string());
        }
        file.text("confidence", self.confidence);
        match self.dated {
            Some((day, _)) => file.raw("last_checked", &day.to_string()),
            None => file.comment("last_checked = the day on which you compared it with its source"),
        }
        file.raw("phoned_by_us", "false");
        file.text("editors_note", &self.note.join(" "));
        file.0.push_str("\n[words]\n");
        file.text("summary", &self.summary);
        for (field, words) in &self.words {
            file.text(field, words);
        }
        if self.phones.iter().any(|phone| !phone.label.is_empty()) {
            let labels: Vec<String> = self.phones.iter().map(|phone| quoted(&phone.label)).collect();
            file.raw("phone_labels", &format!("[{}]", labels.join(", ")));
        }
        file.0
    }
}

/// A file while it is written.
#[derive(Default)]
struct Toml(String);

impl Toml {
    fn raw(&mut self, key: &str, value: &str) {
        self.0.push_str(&format!("{key} = {value}\n"));
    }

    fn text(&mut self, key: &str, value: &str) {
        self.raw(key, &quoted(value));
    }

    fn maybe(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    fn comment(&mut self, words: &str) {
        self.0.push_str(&format!("# {words}\n"));
    }
}

/// A text on one line, whatever stands in it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

/// Ids are unique only inside their feed, so the feed's name is a part of ours. Where letters are lost on the way, a piece of the id's
/// hash keeps two ids apart that would look the same.
pub(super) fn id(feed: &str, record: &str) -> String {
    let short: String = slug(record).chars().take(ID_LETTERS).collect();
    if short == record {
        return format!("{feed}-{short}");
    }
    let hash: String = Sha256::digest(record.as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let short = short.trim_matches('-');
    if short.is_empty() { format!("{feed}-{hash}") } else { format!("{feed}-{short}-{hash}") }
}

/// Lower-case letters, digits and single hyphens.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().map(|c| c.to_ascii_lowercase()) {
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

fn begins_a_word(text: &str, start: &str) -> bool {
    text.match_indices(start).any(|(at, _)| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric))
}

fn is_whole_country(place: &str) -> bool {
    ["uk", "united kingdom", "great britain", "national", "nationwide"].contains(&place.to_lowercase().as_str())
}

fn is_example(host: &str) -> bool {
    let host = host.to_lowercase();
    EXAMPLE_HOSTS.iter().any(|example| {
        host == *example
            || (host.ends_with(example) && (example.starts_with('.') || host.ends_with(&format!(".{example}"))))
    })
}

/// An address of the web, with its scheme; `None` where it is something else.
fn web_address(written: &str) -> Option<String> {
    let written = text::line(written);
    let whole = if written.to_lowercase().starts_with("www.") { format!("https://{written}") } else { written };
    let url = url::Url::parse(&whole).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https") && url.host_str().is_some_and(|host| host.contains('.'));
    (is_web && url.username().is_empty() && url.password().is_none() && !whole.contains(char::is_whitespace))
        .then_some(whole)
}
