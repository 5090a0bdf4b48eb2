//! Our own terms, for what the standard has no table for, and the few names of others that say the same as one of our kinds.

use serde_json::Value;

use super::text;

/// The name of our taxonomy.
pub(crate) const TAXONOMY: &str = "kindway";

/// The sixteen kinds of contact.
pub(crate) const KINDS: [&str; 16] = [
    "advice_asylum",
    "advice_legal",
    "baby_bank_goods",
    "befriending_doula",
    "children_social_care",
    "domestic_abuse",
    "emergency",
    "fgm",
    "food_hardship",
    "health_access",
    "housing",
    "maternity",
    "mental_health",
    "peer_support",
    "trafficking",
    "travel",
];

/// Names of terms, in lower case, that say what one of our kinds says.
const KINDS_OF_OTHERS: [(&str, &str); 22] = [
    ("asylum advice", "advice_asylum"),
    ("baby bank", "baby_bank_goods"),
    ("baby banks", "baby_bank_goods"),
    ("befriending", "befriending_doula"),
    ("children's social care", "children_social_care"),
    ("domestic abuse", "domestic_abuse"),
    ("domestic violence", "domestic_abuse"),
    ("domestic violence support", "domestic_abuse"),
    ("doula", "befriending_doula"),
    ("female genital mutilation", "fgm"),
    ("food bank", "food_hardship"),
    ("food banks", "food_hardship"),
    ("housing advice", "housing"),
    ("human trafficking", "trafficking"),
    ("immigration advice", "advice_asylum"),
    ("legal advice", "advice_legal"),
    ("maternity services", "maternity"),
    ("mental health", "mental_health"),
    ("mental health support", "mental_health"),
    ("modern slavery", "trafficking"),
    ("peer support", "peer_support"),
    ("perinatal mental health", "mental_health"),
];

/// One of our terms. Its value says what the term does not: `yes`, `no`, or words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Term {
    /// Its id in our own directory.
    Contact,
    /// Which of [`KINDS`] it is.
    Kind,
    /// Women only.
    WomenOnly,
    /// Childcare or a crèche.
    Childcare,
    /// She can refer herself.
    SelfReferral,
    /// Its name or words speak of pregnancy, birth or babies.
    Pregnancy,
    /// `women` or `advisers`.
    Audience,
    /// `city`, `region` or `national`.
    Scope,
    /// Who runs it.
    RunBy,
    /// The outward code of the place, or of its town's centre.
    Outcode,
    /// Whether that outward code is the place's own.
    OutcodeExact,
    /// The address was published on purpose and needs no hiding.
    AddressPublished,
    /// A number that takes texts, or the word and number to send.
    Text,
    /// WhatsApp number.
    WhatsApp,
    /// Where it was read.
    SourceUrl,
    /// What is known about fares.
    Fare,
    /// For a group: its days.
    Days,
    /// For a group: its time of day.
    Time,
    /// For a group: where it meets.
    Venue,
    /// For a group: childcare.
    Creche,
    /// For a group: food.
    Food,
    /// For a group: interpreter.
    Interpreter,
    /// For a closed record: what to try instead.
    Instead,
}

impl Term {
    /// The code that stands in a feed.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Term::Contact => "contact",
            Term::Kind => "kind",
            Term::WomenOnly => "women-only",
            Term::Childcare => "childcare",
            Term::SelfReferral => "self-referral",
            Term::Pregnancy => "speaks-of-pregnancy",
            Term::Audience => "audience",
            Term::Scope => "scope",
            Term::RunBy => "run-by",
            Term::Outcode => "outcode",
            Term::OutcodeExact => "outcode-exact",
            Term::AddressPublished => "address-published",
            Term::Text => "text-number",
            Term::WhatsApp => "whatsapp",
            Term::SourceUrl => "source-url",
            Term::Fare => "fare",
            Term::Days => "group-days",
            Term::Time => "group-time",
            Term::Venue => "group-venue",
            Term::Creche => "group-creche",
            Term::Food => "group-food",
            Term::Interpreter => "group-interpreter",
            Term::Instead => "instead",
        }
    }

    /// What it means, for whoever reads our file.
    pub(crate) fn meaning(self) -> &'static str {
        match self {
            Term::Contact => "Its id in our own directory",
            Term::Kind => "What it is for",
            Term::WomenOnly => "Women only",
            Term::Childcare => "Childcare or a crèche",
            Term::SelfReferral => "People can refer themselves",
            Term::Pregnancy => "Its name or words speak of pregnancy, birth or babies",
            Term::Audience => "For women themselves, or for advisers only",
            Term::Scope => "A city, a region, or a nation",
            Term::RunBy => "Who runs it",
            Term::Outcode => "The outward postcode of the place, or of its town's centre",
            Term::OutcodeExact => "The outward postcode is the place's own",
            Term::AddressPublished => "The address is published on purpose",
            Term::Text => "A number that takes texts, or the word and number to send",
            Term::WhatsApp => "WhatsApp number",
            Term::SourceUrl => "Where it was read",
            Term::Fare => "What is known about fares",
            Term::Days => "The group's days",
            Term::Time => "The group's time of day",
            Term::Venue => "Where the group meets",
            Term::Creche => "The group's childcare",
            Term::Food => "The group's food",
            Term::Interpreter => "The group's interpreter",
            Term::Instead => "It has ended: what to try instead",
        }
    }
}

/// The value of one of our terms on a service, if it stands there once.
pub(super) fn value(listing: &Value, term: Term) -> Option<String> {
    let mut found = text::list(listing, "attributes").iter().filter(|attribute| {
        let named = &attribute["taxonomy_term"];
        let taxonomy = text::field(named, "taxonomy");
        taxonomy.as_deref() == Some(TAXONOMY) && text::field(named, "code").as_deref() == Some(term.code())
    });
    let (first, second) = (found.next(), found.next());
    if second.is_some() { None } else { first.and_then(|attribute| text::field(attribute, "value")) }
}

/// A yes or a no, where one of our terms says it. Whatever else stands there is not known.
pub(super) fn answer(listing: &Value, term: Term) -> Option<bool> {
    match value(listing, term)?.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// The kinds that others' terms on a service stand for, each once, with the words of the term.
pub(super) fn kinds_of_others(listing: &Value) -> Vec<(&'static str, String)> {
    let mut found: Vec<(&'static str, String)> = Vec::new();
    for attribute in text::list(listing, "attributes") {
        let term = &attribute["taxonomy_term"];
        if text::field(term, "taxonomy").as_deref() == Some(TAXONOMY) {
            continue;
        }
        let name = text::field(term, "name").unwrap_or_default();
        let known = KINDS_OF_OTHERS.iter().find(|(known, _)| *known == name.to_lowercase());
        if let Some((_, kind)) = known
            && !found.iter().any(|(have, _)| have == kind)
        {
            found.push((kind, name));
        }
    }
    found
}
