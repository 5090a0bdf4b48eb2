//! What content is made of. Everything an editor writes ends as one of these shapes, and everything a screen shows of
//! public content comes from one of them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use crate::rule::{Question, Row, Rule};
pub use crate::when::{Offset, StartsFrom, TimelineKind, When};

/// A BCP 47 tag exactly as `languages.toml` spells it, such as `en-GB` or `ti`.
pub type Tag = String;

/// The language that every other one is translated from.
pub const SOURCE_LANGUAGE: &str = "en-GB";

/// A language of the app, from `languages.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: Tag,
    /// The language's own name for itself.
    pub endonym: String,
    /// What tells it apart from a near relative, in its own script: `ایران`.
    pub detail: Option<String>,
    /// Its name in English, for staff cards.
    pub english: String,
    /// `ltr` or `rtl`.
    pub dir: Direction,
    /// `latin`, `arabic` or `ethiopic`: picks the font and the line height.
    pub script: String,
    /// Her own calendar beside the Gregorian one.
    #[serde(default)]
    pub calendar: OwnCalendar,
}

/// Which way a script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// Whether a language's own calendar is offered, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnCalendar {
    /// The calendar, if the language has one besides the Gregorian.
    pub system: Option<CalendarSystem>,
    /// Shown unless she turns it off, asked for once, or only on request.
    #[serde(default)]
    pub offer: CalendarOffer,
}

/// A calendar that a date can be shown in beside the Gregorian one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CalendarSystem {
    /// Ethiopic (Amete Mihret), thirteen months.
    Ethiopic,
    /// Solar Hijri, as used in Iran and Afghanistan.
    Persian,
    /// Hijri, Umm al-Qura.
    UmmAlQura,
}

/// How a language's own calendar is offered (interface.md, "Dates and clocks").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CalendarOffer {
    /// Shown unless she turns it off.
    On,
    /// She is asked once.
    Ask,
    /// Only where she asks for it in the settings.
    #[default]
    OnRequest,
}

/// One entry of the fact register: where a statement comes from. The statement itself is written by our editors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Such as `RIGHTS-23`.
    pub id: String,
    /// The UK nations it holds for, or `UK`.
    pub nations: Vec<String>,
    /// How well the sources back it.
    pub confidence: Confidence,
    /// Where it was read.
    pub sources: Vec<Source>,
    /// Kindway must tell it: the check refuses content that does not. Only editors need to know.
    #[serde(default, skip_serializing)]
    #[ts(skip)]
    pub core: bool,
}

/// A page that a fact was read on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Address of the page.
    pub url: String,
    /// The date that the page gives itself, in words; `undated` where it gives none.
    pub dated: String,
}

/// How well sources back a fact or a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Weak source: may stand only under "what is not certain".
    Low,
    /// One fair source, or an older one.
    Medium,
    /// Official, or several good sources agree.
    High,
}

/// A weekly rate or a one-off sum, from `rates.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// Such as `self-catered`.
    pub id: String,
    /// Pence. `None` where sources disagree; then `low_pence` and `high_pence` say how far apart they are.
    #[ts(type = "number | null")]
    pub pence: Option<i64>,
    /// Lowest published sum, in pence, where it is not settled.
    #[ts(type = "number | null")]
    pub low_pence: Option<i64>,
    /// Highest published sum, in pence, where it is not settled.
    #[ts(type = "number | null")]
    pub high_pence: Option<i64>,
    /// Weekly or once.
    pub per: RatePeriod,
    /// Kinds of support that it is the base sum of. Empty for an addition.
    #[serde(default)]
    pub support: Vec<SupportKind>,
    /// Fact IDs behind it.
    pub facts: Vec<String>,
    /// The date its source gives, in words.
    pub dated: String,
    /// When the source was last read.
    #[ts(type = "string")]
    #[serde(deserialize_with = "crate::load::date")]
    pub checked: NaiveDate,
    /// The last day on which the figure may be shown.
    #[ts(type = "string")]
    #[serde(deserialize_with = "crate::load::date")]
    pub review_by: NaiveDate,
}

/// How often a rate is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum RatePeriod {
    /// Each week.
    Week,
    /// One time.
    Once,
}

/// The kinds of asylum support that change what she is paid and who pays her fare (rule 1 of the facts file).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SupportKind {
    /// Section 95, she cooks for herself.
    #[serde(rename = "section-95")]
    Section95,
    /// Section 95 or 98 with meals, such as in a hotel.
    WithMeals,
    /// Section 4, on a card.
    #[serde(rename = "section-4")]
    Section4,
    /// Schedule 10, after immigration bail.
    #[serde(rename = "schedule-10")]
    Schedule10,
    /// Nothing from the Home Office.
    None,
    /// She does not know.
    Unknown,
}

/// A place or line that can help, from `contacts/<id>.toml`. Unknown is `None`, never "no".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Stable id, the file's name.
    pub id: String,
    /// Its own name; never translated.
    pub name: String,
    /// One of the sixteen kinds, such as `peer_support`.
    pub kind: String,
    /// `national`, `region` or `city`.
    pub scope: Scope,
    /// Towns, regions or nations that it serves.
    pub places: Vec<String>,
    /// Street address, where one is published.
    pub address: Option<String>,
    /// Full postcode of that address.
    pub postcode: Option<String>,
    /// Outward code of the place, or of its town's centre.
    pub area_outcode: Option<String>,
    /// False where `area_outcode` only stands for the town: then no distance may be shown.
    #[serde(default)]
    pub area_outcode_exact: bool,
    /// Telephone numbers as published.
    #[serde(default)]
    pub phones: Vec<Phone>,
    /// A number that takes texts, or the word and number to send.
    pub text: Option<String>,
    /// WhatsApp number.
    pub whatsapp: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Who runs it, where known.
    pub run_by: Option<String>,
    /// What they must report, where known. Known for none yet.
    pub must_report: Option<String>,
    /// Women only?
    pub women_only: Option<bool>,
    /// Childcare or a crèche?
    pub offers_childcare: Option<bool>,
    /// Can she refer herself?
    pub self_referral: Option<bool>,
    /// Its name or words speak of pregnancy, birth or babies: out of sight after a loss, unless she asks for it.
    #[serde(default)]
    pub pregnancy: bool,
    /// `listed` or `closed`.
    pub status: ContactStatus,
    /// For the woman herself, or for advisers only.
    pub audience: Audience,
    /// Where it was read.
    pub source_url: Option<String>,
    /// The date its source gives, in words.
    pub source_date: Option<String>,
    /// Whether a page of the organisation itself was seen.
    pub source_seen: bool,
    /// The newest year that the source's date supports, for "ring first".
    pub source_year: Option<i32>,
    /// How well the source backs it.
    pub confidence: Confidence,
    /// The day the record was last compared with its source.
    #[ts(type = "string")]
    #[serde(deserialize_with = "crate::load::date")]
    pub last_checked: NaiveDate,
    /// True only when one of us has rung the number.
    pub phoned_by_us: bool,
    /// For editors; never shown to her.
    #[serde(default, skip_serializing)]
    #[ts(skip)]
    pub editors_note: Option<String>,
    /// The words that are translated, in the source language.
    pub words: ContactWords,
}

/// The words of a contact that are translated. In `contacts/<id>.toml` for English, in `contacts/words/<tag>.toml` for
/// every other language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContactWords {
    /// What it does, one or two sentences.
    pub summary: String,
    /// When it is open.
    pub hours: Option<String>,
    /// Which languages are spoken there.
    pub languages: Option<String>,
    /// What is known about fares.
    pub fare: Option<String>,
    /// Who may refer, or how to join.
    pub joining: Option<String>,
    /// For a group: its days.
    pub days: Option<String>,
    /// For a group: its time of day.
    pub time: Option<String>,
    /// For a group: where it meets.
    pub venue: Option<String>,
    /// For a group: childcare.
    pub creche: Option<String>,
    /// For a group: food.
    pub food: Option<String>,
    /// For a group: interpreter.
    pub interpreter: Option<String>,
    /// For a closed record: what to try instead.
    pub instead: Option<String>,
    /// A label for each number of `phones`, in the same order; an empty text where the number needs none.
    #[serde(default)]
    pub phone_labels: Vec<String>,
}

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// As published, with its spaces.
    pub number: String,
    /// True where calls are free from UK mobiles: 0800, 0808, 116, 111, 999.
    pub free: bool,
}

/// How far a contact reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// One town or city.
    City,
    /// Several towns, a county, a region.
    Region,
    /// A nation or the whole UK.
    National,
}

/// Whether a contact still exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ContactStatus {
    /// Published by its own page or a fair listing.
    Listed,
    /// Ended. Kept so that old copies are replaced, and shown with what to try instead.
    Closed,
}

/// Whom a contact is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// The woman herself.
    Women,
    /// Advisers: shown only on the helper's card.
    Advisers,
}

/// Words that point to a need, from `needs.toml`: what she may type, and the kinds of contact that answer it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Such as `group`; its label is the message `help-need-<id>`.
    pub id: String,
    /// Kinds of contact, best first.
    pub kinds: Vec<String>,
    /// Picture beside the label.
    pub picture: String,
    /// Where somebody may be in danger: national lines come first.
    #[serde(default)]
    pub danger: bool,
    /// Still shown after a loss.
    #[serde(default)]
    pub after_loss: bool,
    /// Answers grief: after a loss it brings lines that speak of babies, which nothing else does.
    #[serde(default)]
    pub grief: bool,
    /// Search words by language tag, lower case.
    pub words: BTreeMap<Tag, Vec<String>>,
}

/// A tile of Rights, from `topics.toml`. Its label is the message `rights-topic-<id>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Such as `money`.
    pub id: String,
    /// Picture beside the label.
    pub picture: String,
}

/// Words that mean the same to a search, by language tag, in lower case: one group of `synonyms.toml`.
pub type Synonyms = BTreeMap<Tag, Vec<String>>;

/// The folders of `assets/content/` that hold documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Area {
    /// Rights, in plain words.
    Articles,
    /// What a kind of visit is.
    Visits,
    /// English cards for staff.
    Cards,
    /// Danger signs.
    Danger,
    /// Explanations inside a screen, such as who can pay for a trip.
    Guides,
    /// Letters that she can show or send.
    Letters,
    /// What can be expected in a pregnancy and after a birth, and when.
    Timeline,
    /// The questions of the decision tables, with their answers.
    Questions,
}

impl Area {
    /// Every area, in the order of the folders.
    pub const ALL: [Area; 8] = [
        Area::Articles,
        Area::Visits,
        Area::Cards,
        Area::Danger,
        Area::Guides,
        Area::Letters,
        Area::Timeline,
        Area::Questions,
    ];

    /// The folder's name.
    pub fn folder(self) -> &'static str {
        match self {
            Area::Articles => "articles",
            Area::Visits => "visits",
            Area::Cards => "cards",
            Area::Danger => "danger",
            Area::Guides => "guides",
            Area::Letters => "letters",
            Area::Timeline => "timeline",
            Area::Questions => "questions",
        }
    }

    /// The sections that a document of this area may have, in the order they are shown.
    pub fn sections(self) -> &'static [&'static str] {
        match self {
            Area::Articles => &[
                "answer",
                "do",
                "next",
                "when",
                "right",
                "who",
                "ask",
                "no",
                "scotland",
                "wales",
                "northern-ireland",
                "unsure",
            ],
            Area::Visits => &["for", "happens", "asked-by", "there", "refuse", "someone", "bring", "ask"],
            Area::Cards => &["say", "why"],
            Area::Danger => &["emergency", "emergency-call", "unit", "early", "after-birth", "mind"],
            Area::Guides => &["before", "on-the-day", "after", "unsure"],
            Area::Letters => &["greeting", "day", "ask", "fare", "language", "hc2", "name"],
            Area::Timeline => &["what", "unsure"],
            Area::Questions => &["options"],
        }
    }
}

/// A document in one language: a title and sections of statements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Doc {
    /// Folder.
    pub area: Area,
    /// The name of its own folder inside it, such as `interpreter`.
    pub id: String,
    /// The language of this text.
    pub language: Tag,
    /// Title.
    pub title: String,
    /// What holds in every language; read from the English file.
    pub front: Front,
    /// Sections in the order of [`Area::sections`].
    pub sections: Vec<Section>,
    /// How this text came to be.
    pub status: TranslationStatus,
}

impl Doc {
    /// Whether anything of it is still shown after a loss: all of it where it is not about pregnancy, else the statements that
    /// the editors marked.
    pub fn stays_after_loss(&self) -> bool {
        let mut statements = self.sections.iter().flat_map(|section| &section.statements);
        !self.front.pregnancy || statements.any(|statement| statement.after_loss)
    }

    /// Whether it is written for after a loss: about pregnancy, and every statement of it stays. The contacts that it names stay
    /// with it, even those whose own words speak of babies.
    pub fn is_for_after_loss(&self) -> bool {
        let mut statements = self.sections.iter().flat_map(|section| &section.statements);
        self.front.pregnancy && statements.all(|statement| statement.after_loss)
    }
}

/// What an English file says about its document besides the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Front {
    /// Name of the drawing, without folder and ending.
    pub picture: String,
    /// Nations it holds for.
    pub nations: Vec<String>,
    /// When its sources were last read.
    #[ts(type = "string")]
    #[serde(deserialize_with = "crate::load::date")]
    pub checked: NaiveDate,
    /// From the day after, it is shown with "may have changed".
    #[ts(type = "string")]
    #[serde(deserialize_with = "crate::load::date")]
    pub review_by: NaiveDate,
    /// Place in its list, lowest first.
    #[serde(default)]
    pub order: u32,
    /// For an article: the tile of Rights that it stands under, one of [`Topic`].
    pub topic: Option<String>,
    /// For a kind of visit: the more general kind that it is one of.
    pub within: Option<String>,
    /// For the timeline: when it can be expected.
    pub when: Option<When>,
    /// The staff card for "if they say no".
    pub card: Option<String>,
    /// Contacts that can help.
    #[serde(default)]
    pub contacts: Vec<String>,
    /// About pregnancy, birth or a baby: silent and out of sight after a loss.
    #[serde(default)]
    pub pregnancy: bool,
    /// A visit whose kind is never named in a notification.
    #[serde(default)]
    pub private: bool,
    /// A visit that health staff give, so that the fare and an interpreter are worth asking for.
    #[serde(default)]
    pub health: bool,
}

/// One section of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Section {
    /// One of [`Area::sections`]; its heading is a Fluent message.
    pub id: String,
    /// Its statements, in order.
    pub statements: Vec<Statement>,
}

/// One thing said, tied to the facts that it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Statement {
    /// The words, with the strong ones marked. Placeholders stand as `{$name}`.
    pub spans: Vec<Span>,
    /// Fact IDs. Empty only for a question to ask, or for what the app does itself.
    #[serde(default)]
    pub facts: Vec<String>,
    /// Name of a drawing.
    pub picture: Option<String>,
    /// A question she can ask, rather than an answer.
    #[serde(default)]
    pub ask: bool,
    /// Still shown after a loss.
    #[serde(default)]
    pub after_loss: bool,
}

impl Statement {
    /// The words without marks.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Shown bold.
    #[serde(default)]
    pub strong: bool,
}

/// How a text came to be, and how far to trust it (interface.md, "Languages").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum TranslationStatus {
    /// Written by editors in the source language.
    Source,
    /// Translated without a human translator.
    Machine,
    /// Written by a person, not yet read by another.
    Draft,
    /// Read by a second person, on record.
    Checked,
    /// Released by a named editor, on record.
    Approved,
    /// The English has changed since.
    Stale,
}

/// Where content may be published (product.md, "Channels").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ChannelName {
    /// Not yet checked by a midwife or an adviser; says so.
    Test,
    /// Approved by named people.
    Public,
}

/// `channel.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Test or public.
    pub name: ChannelName,
    /// When the content as a whole was last compared with its sources.
    #[ts(type = "string")]
    #[serde(deserialize_with = "crate::load::date")]
    pub checked: NaiveDate,
}

/// Everything that the editors keep, parsed. What [`crate::load()`] reads and [`crate::pack()`] packs.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// Channel and date.
    pub channel: Channel,
    /// Languages in the order of the language screen.
    pub languages: Vec<Language>,
    /// The fact register by id.
    pub facts: BTreeMap<String, Fact>,
    /// Rates by id.
    pub rates: BTreeMap<String, Rate>,
    /// Contacts by id.
    pub contacts: BTreeMap<String, Contact>,
    /// Contacts' words by language and contact id; not the source language.
    pub contact_words: BTreeMap<Tag, BTreeMap<String, ContactWords>>,
    /// Needs in the order of the chips.
    pub needs: Vec<Need>,
    /// Topics in the order of the tiles.
    pub topics: Vec<Topic>,
    /// Words that mean the same to a search.
    pub synonyms: Vec<Synonyms>,
    /// Decision tables by id.
    pub rules: BTreeMap<String, Rule>,
    /// Documents by area, id and language.
    pub docs: BTreeMap<(Area, String, Tag), Doc>,
    /// Fluent sources by language and file name without ending.
    pub messages: BTreeMap<Tag, BTreeMap<String, String>>,
    /// Outward codes with a centre, in the order of the file.
    pub outcodes: Vec<Outcode>,
}

/// An outward postcode with the centre of its addresses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Outcode {
    /// Such as `L7`.
    pub outcode: String,
    /// WGS 84 degrees north.
    pub latitude: f64,
    /// WGS 84 degrees east.
    pub longitude: f64,
    /// Main town of the postcode area.
    pub town: String,
    /// How many postcodes were averaged; fewer than five is a large user, not a place.
    pub postcodes: u32,
    /// 90 % of them lie within this many kilometres.
    pub radius_km_p90: f64,
}
