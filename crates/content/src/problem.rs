//! A mistake in the content, told so that an editor can find and mend it.

use std::fmt;

/// Whether content with this problem may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Must be mended first.
    Error,
    /// Should be looked at.
    Warning,
}

/// What a mistake is about. Its id is stable, so that other programs can count and filter by it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A file that cannot be read.
    #[default]
    Form,
    /// `languages.toml`.
    Languages,
    /// A statement without a source, or a source that is not there.
    Facts,
    /// A fact that Kindway must tell, and no statement does.
    CoreFacts,
    /// Days that are out of order, in the future, or past review.
    Dates,
    /// `rates.toml`.
    Rates,
    /// A telephone number.
    Phones,
    /// A postcode or an outcode.
    Places,
    /// An address of a page or an e-mail address.
    Links,
    /// A contact's record.
    Contacts,
    /// What a document says of itself.
    Documents,
    /// `needs.toml`, `topics.toml`, `synonyms.toml`.
    Registers,
    /// A picture that is not there.
    Pictures,
    /// A sentence that is hard to read.
    SentenceLength,
    /// A translation that is missing, or has nothing to translate.
    Translations,
    /// A placeholder, number, telephone number or address that a translation changed.
    Sameness,
    /// A name that a translation changed.
    Names,
    /// Words left in English.
    Untranslated,
    /// How a language is written.
    Spelling,
    /// A character that no font of the app can show.
    Fonts,
    /// A message of the screens.
    Messages,
    /// A plural without every category of its language.
    Plurals,
    /// A review record.
    Reviews,
    /// What the public channel does not publish.
    Channel,
    /// A decision table.
    Rules,
    /// The timeline.
    Timeline,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 26] = [
        Kind::Form,
        Kind::Languages,
        Kind::Facts,
        Kind::CoreFacts,
        Kind::Dates,
        Kind::Rates,
        Kind::Phones,
        Kind::Places,
        Kind::Links,
        Kind::Contacts,
        Kind::Documents,
        Kind::Registers,
        Kind::Pictures,
        Kind::SentenceLength,
        Kind::Translations,
        Kind::Sameness,
        Kind::Names,
        Kind::Untranslated,
        Kind::Spelling,
        Kind::Fonts,
        Kind::Messages,
        Kind::Plurals,
        Kind::Reviews,
        Kind::Channel,
        Kind::Rules,
        Kind::Timeline,
    ];

    /// Its stable id.
    pub fn id(self) -> &'static str {
        self.told().0
    }

    /// The rule that it breaks, in one sentence.
    pub fn rule(self) -> &'static str {
        self.told().1
    }

    fn told(self) -> (&'static str, &'static str) {
        match self {
            Kind::Form => ("form", "A file has the form that assets/content/README.md tells."),
            Kind::Languages => ("languages", "A language is known by its tag, script and plurals."),
            Kind::Facts => ("facts", "A statement names the facts that it rests on, and a fact its sources."),
            Kind::CoreFacts => ("core-facts", "Every core fact is told by a statement."),
            Kind::Dates => ("dates", "Days are in order, not in the future, and nothing past review is current."),
            Kind::Rates => ("rates", "A sum is settled, or says how far apart its sources are."),
            Kind::Phones => ("phones", "A telephone number is a UK number that she can afford, and nobody's own."),
            Kind::Places => ("places", "A place is one of the outcode table, inside the UK."),
            Kind::Links => ("links", "An address is one that can be opened."),
            Kind::Contacts => ("contacts", "A contact's record is complete, and one that she is sent to can help her."),
            Kind::Documents => ("documents", "What a document says of itself holds."),
            Kind::Registers => ("registers", "Needs, topics and search words lead somewhere."),
            Kind::Pictures => ("pictures", "A picture that is named is drawn."),
            Kind::SentenceLength => ("sentence-length", "A sentence has at most 20 words, never more than 25."),
            Kind::Translations => ("translations", "Every text is there in every language."),
            Kind::Sameness => ("sameness", "Placeholders, numbers and addresses are the same in every language."),
            Kind::Names => ("names", "Names that she meets on paper are the same in every language."),
            Kind::Untranslated => ("untranslated", "A translation is in its own language."),
            Kind::Spelling => ("spelling", "Each language is written with its own letters and marks."),
            Kind::Fonts => ("fonts", "The fonts of the app can show every character."),
            Kind::Messages => ("messages", "A message of the screens is well formed, there, and used."),
            Kind::Plurals => ("plurals", "A plural has every category of its language."),
            Kind::Reviews => ("reviews", "Every translation has a record of how it came to be."),
            Kind::Channel => ("channel", "The public channel publishes only what a named person has approved."),
            Kind::Rules => ("rules", "Every combination of answers ends in exactly one outcome."),
            Kind::Timeline => ("timeline", "A window of the timeline begins before it ends and leads somewhere."),
        }
    }
}

/// One mistake: where it stands, what is wrong and what is right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path from the project root, with `/` on every system.
    pub file: String,
    /// Line, from 1, where one is known.
    pub line: Option<usize>,
    /// The field, section, statement or message it is about.
    pub field: Option<String>,
    /// What is wrong, and what is allowed.
    pub message: String,
    /// Whether it stops publishing.
    pub severity: Severity,
    /// What it is about.
    pub kind: Kind,
}

impl Problem {
    /// An error about a whole file; narrow it with [`Problem::at`] and [`Problem::field`].
    pub fn error(file: &str, message: impl Into<String>) -> Self {
        let (file, message, severity) = (file.to_owned(), message.into(), Severity::Error);
        Self { file, line: None, field: None, message, severity, kind: Kind::default() }
    }

    /// A warning about a whole file.
    pub fn warning(file: &str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(file, message) }
    }

    /// The same problem with its line, if one is known.
    #[must_use]
    pub fn at(self, line: impl Into<Option<usize>>) -> Self {
        Self { line: line.into(), ..self }
    }

    /// The same problem with the field it is about.
    #[must_use]
    pub fn field(self, field: impl Into<String>) -> Self {
        Self { field: Some(field.into()), ..self }
    }

    /// The same problem with what it is about.
    #[must_use]
    pub fn of(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// True where it stops publishing.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Problem {
    /// `assets/content/articles/x/en-GB.md:12: [facts] …`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        f.write_str(": ")?;
        if self.severity == Severity::Warning {
            f.write_str("warning: ")?;
        }
        if let Some(field) = &self.field {
            write!(f, "[{field}] ")?;
        }
        f.write_str(&self.message)
    }
}

/// Every mistake found, one a line when shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}")?;
        }
        write!(f, "{} problem(s) in the content", self.0.len())
    }
}

impl std::error::Error for Problems {}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_kind_has_an_id_of_its_own() {
        let ids: BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.id()).collect();
        assert_eq!(ids.len(), Kind::ALL.len());
        assert!(ids.iter().all(|id| id.chars().all(|c| c.is_ascii_lowercase() || c == '-')), "{ids:?}");
    }
}
