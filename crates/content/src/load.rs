//! Reads the whole tree below a project root into [`Content`], with as many mistakes as can be found at once.

#![cfg_attr(not(feature = "check"), allow(dead_code, reason = "where a thing stands is asked by the checks alone"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};

use crate::doc::{self, Origin, is_slug};
use crate::messages;
use crate::model::*;
use crate::problem::{Problem, Problems};
use crate::review::{self, Review};

/// Folder of the content, from the project root.
pub const CONTENT: &str = "assets/content";
/// Folder of the Fluent files and review records.
pub const LOCALES: &str = "locales";
const OUTCODES: &str = "assets/places/outcodes.csv";
const OUTCODES_HEADER: &str = "outcode,latitude,longitude,town,postcodes,radius_km_p90";

/// From Scilly to Shetland, in degrees north.
const UK_LATITUDES: RangeInclusive<f64> = 49.8..=60.9;
/// From Fermanagh and the Hebrides to Lowestoft, in degrees east.
const UK_LONGITUDES: RangeInclusive<f64> = -8.7..=1.8;

/// Reads the content of a project.
///
/// # Errors
/// Every problem that stops the content from being read. What can be read but must not be published is found by
/// `check_project`.
pub fn load(root: &Path) -> Result<Content, Problems> {
    finish(read(root, None))
}

/// Reads the content of a project with some of its files replaced: a file below `overlay` stands in for the one of
/// the same path below `root`.
///
/// # Errors
/// As [`load`].
pub fn load_with_overlay(root: &Path, overlay: &Path) -> Result<Content, Problems> {
    finish(read(root, Some(overlay)))
}

fn finish(reading: Reading) -> Result<Content, Problems> {
    let errors: Vec<Problem> = reading.problems.into_iter().filter(Problem::is_error).collect();
    if errors.is_empty() { Ok(reading.content) } else { Err(Problems(errors)) }
}

/// What could be read, where each piece stands, and what could not be read.
#[derive(Debug)]
pub struct Reading {
    /// What could be read.
    pub content: Content,
    /// Where each piece stands.
    pub sources: Sources,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// The files that content was read from, so that a check can name the line.
#[derive(Debug)]
pub struct Sources {
    pub(crate) tree: Tree,
    /// Every file read, by path from the root.
    pub(crate) texts: BTreeMap<String, String>,
    /// Files that could not be read: what they hold is not missing, only unknown.
    pub(crate) broken: BTreeSet<String>,
    /// Where the statements of a document stand.
    pub(crate) statements: BTreeMap<(Area, String, Tag), Vec<StatementPlace>>,
    /// Review records by language.
    pub(crate) reviews: BTreeMap<Tag, Review>,
    /// Fluent messages by language and file name without ending.
    pub(crate) messages: BTreeMap<Tag, BTreeMap<String, Vec<messages::Message>>>,
}

/// Where one statement stands.
#[derive(Clone, Debug)]
pub(crate) struct StatementPlace {
    pub(crate) line: usize,
    /// It carries fact IDs, or `[APP]`.
    pub(crate) cited: bool,
}

impl Sources {
    /// The line of `key =` or `[….key]` in a TOML file; below the line `header` if one is given and found.
    pub(crate) fn line_of(&self, file: &str, header: Option<&str>, key: &str) -> Option<usize> {
        let text = self.texts.get(file)?;
        let from = header.and_then(|header| text.lines().position(|line| line.trim() == header)).unwrap_or(0);
        let is_key = |line: &str| {
            let line = line.trim();
            line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
                || line
                    .strip_suffix(']')
                    .and_then(|line| line.strip_suffix(key))
                    .is_some_and(|line| line.ends_with('.'))
        };
        let at = text.lines().skip(from).position(is_key);
        match (at, header) {
            (Some(at), _) => Some(from + at + 1),
            (None, Some(_)) => Some(from + 1),
            (None, None) => None,
        }
    }

    /// The line of the first text `needle` in a file.
    pub(crate) fn line_with(&self, file: &str, needle: &str) -> Option<usize> {
        self.texts.get(file)?.lines().position(|line| line.contains(needle)).map(|at| at + 1)
    }

    pub(crate) fn has(&self, file: &str) -> bool {
        self.texts.contains_key(file)
    }

    pub(crate) fn is_broken(&self, file: &str) -> bool {
        self.broken.contains(file)
    }
}

/// A folder, with another laid over it.
#[derive(Debug)]
pub(crate) struct Tree {
    layers: Vec<PathBuf>,
}

impl Tree {
    fn new(root: &Path, overlay: Option<&Path>) -> Self {
        Self { layers: overlay.into_iter().chain([root]).map(Path::to_path_buf).collect() }
    }

    /// The text of a file, from the upmost layer that has it; without a byte order mark, with plain line ends.
    pub(crate) fn text(&self, file: &str) -> io::Result<String> {
        let path = self.layers.iter().map(|layer| layer.join(file)).find(|path| path.is_file());
        let text = fs::read_to_string(path.ok_or(io::ErrorKind::NotFound)?)?;
        Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))
    }

    /// Names in a folder, of all layers, sorted; hidden files are left out.
    pub(crate) fn names(&self, folder: &str) -> BTreeSet<String> {
        let entries = self.layers.iter().filter_map(|layer| fs::read_dir(layer.join(folder)).ok()).flatten().flatten();
        entries.filter_map(|e| e.file_name().into_string().ok()).filter(|name| !name.starts_with('.')).collect()
    }

    pub(crate) fn is_dir(&self, folder: &str) -> bool {
        self.layers.iter().any(|layer| layer.join(folder).is_dir())
    }

    pub(crate) fn is_file(&self, file: &str) -> bool {
        self.layers.iter().any(|layer| layer.join(file).is_file())
    }

    /// Path and text of every file below a folder with one of these endings.
    pub(crate) fn below(&self, folder: &str, endings: &[&str]) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for name in self.names(folder) {
            let path = format!("{folder}/{name}");
            if self.is_dir(&path) {
                found.extend(self.below(&path, endings));
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.extend(self.text(&path).map(|text| (path, text)));
            }
        }
        found
    }
}

/// A date as TOML writes it, or as JSON does.
pub(crate) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Text(String),
        Toml(toml::value::Datetime),
    }
    let written = Written::deserialize(deserializer).map_err(|_| D::Error::custom("not a date; write 2027-05-22"))?;
    let text = match written {
        Written::Text(text) => text,
        Written::Toml(written) => written.to_string(),
    };
    text.parse().map_err(|_| D::Error::custom("not a day; write 2027-05-22"))
}

/// A TOML mistake with its line and, where it can be told, its field.
pub(crate) fn toml_problem(file: &str, text: &str, error: &toml::de::Error) -> Problem {
    let message = error.message();
    let at = error.span().map_or(0, |span| span.start).min(text.len());
    let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    let quoted = message.split('`').nth(1).filter(|_| message.contains(" field `"));
    let key = || {
        let (key, _) = text.lines().nth(line - 1)?.split_once('=')?;
        Some(key.trim()).filter(|key| !key.is_empty() && !key.contains(' '))
    };
    let problem = Problem::error(file, message).at(line);
    match quoted.or_else(key) {
        Some(field) => problem.field(field),
        None => problem,
    }
}

/// Reads a project, and carries on after a mistake.
pub fn read(root: &Path, overlay: Option<&Path>) -> Reading {
    let mut reader = Reader {
        sources: Sources {
            tree: Tree::new(root, overlay),
            texts: BTreeMap::new(),
            broken: BTreeSet::new(),
            statements: BTreeMap::new(),
            reviews: BTreeMap::new(),
            messages: BTreeMap::new(),
        },
        problems: Vec::new(),
    };
    let content = reader.content();
    let mut reading = Reading { content, sources: reader.sources, problems: reader.problems };
    review::settle(&mut reading);
    reading
}

struct Reader {
    sources: Sources,
    problems: Vec<Problem>,
}

impl Reader {
    fn content(&mut self) -> Content {
        let languages = self.languages();
        let translated: Vec<Tag> =
            languages.iter().map(|language| language.tag.clone()).filter(|tag| tag != SOURCE_LANGUAGE).collect();
        let no_channel = Channel { name: ChannelName::Test, checked: NaiveDate::default() };
        Content {
            channel: self.toml(&format!("{CONTENT}/channel.toml")).unwrap_or(no_channel),
            facts: self.facts(),
            rates: self.rates(),
            contacts: self.contacts(),
            contact_words: self.contact_words(&translated),
            needs: self.needs(),
            topics: self.topics(),
            synonyms: self.synonyms(),
            rules: self.rules(),
            docs: self.docs(&translated),
            messages: self.messages(&languages),
            outcodes: self.outcodes(),
            languages,
        }
    }

    fn text(&mut self, file: &str) -> Option<String> {
        match self.sources.tree.text(file) {
            Ok(text) => {
                self.sources.texts.insert(file.to_owned(), text.clone());
                Some(text)
            }
            Err(error) => {
                let message = match error.kind() {
                    io::ErrorKind::NotFound => "the file is missing".to_owned(),
                    io::ErrorKind::InvalidData => "the file is not UTF-8 text".to_owned(),
                    _ => error.to_string(),
                };
                self.broken(file, [Problem::error(file, message)]);
                None
            }
        }
    }

    fn broken(&mut self, file: &str, problems: impl IntoIterator<Item = Problem>) {
        self.sources.broken.insert(file.to_owned());
        self.problems.extend(problems);
    }

    fn toml<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        let text = self.text(file)?;
        match toml::from_str(&text) {
            Ok(value) => Some(value),
            Err(error) => {
                let problem = toml_problem(file, &text, &error);
                self.broken(file, [problem]);
                None
            }
        }
    }

    /// The entries of a TOML file by id; an id twice is a problem at its second line.
    fn by_id<T>(&mut self, file: &str, entries: Vec<T>, id: impl Fn(&T) -> &str) -> BTreeMap<String, T> {
        let mut found = BTreeMap::new();
        for entry in entries {
            let key = id(&entry).to_owned();
            if !key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') || key.is_empty() {
                let line = self.sources.line_with(file, &format!("\"{key}\""));
                let message = format!("the id \"{key}\" may hold only letters, digits and hyphens");
                self.problems.push(Problem::error(file, message).at(line).field("id"));
            }
            if found.insert(key.clone(), entry).is_some() {
                self.twice(file, "id", &key);
            }
        }
        found
    }

    fn twice(&mut self, file: &str, field: &str, key: &str) {
        let quoted = format!("\"{key}\"");
        let is_it = |line: &&str| line.trim_start().starts_with(field) && line.contains(&quoted);
        let lines = self.sources.texts.get(file).map(|text| text.lines().enumerate());
        let second = lines.and_then(|mut lines| {
            lines.by_ref().find(|(_, line)| is_it(line))?;
            lines.find(|(_, line)| is_it(line))
        });
        let line = second.map(|(at, _)| at + 1);
        self.problems.push(Problem::error(file, format!("\"{key}\" stands twice")).at(line).field(field));
    }

    fn languages(&mut self) -> Vec<Language> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            language: Vec<Language>,
        }
        let file = format!("{CONTENT}/languages.toml");
        let Some(File { language: languages }) = self.toml(&file) else { return Vec::new() };
        let mut seen = BTreeSet::new();
        for language in &languages {
            if !seen.insert(&language.tag) {
                self.twice(&file, "tag", &language.tag);
            }
        }
        if !seen.contains(&SOURCE_LANGUAGE.to_owned()) {
            let message = format!("{SOURCE_LANGUAGE} is missing: every other language is translated from it");
            self.problems.push(Problem::error(&file, message).field("tag"));
        }
        languages
    }

    fn facts(&mut self) -> BTreeMap<String, Fact> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            fact: Vec<Fact>,
        }
        let file = format!("{CONTENT}/facts.toml");
        let found = self.toml::<File>(&file).map(|found| found.fact).unwrap_or_default();
        self.by_id(&file, found, |fact| &fact.id)
    }

    fn rates(&mut self) -> BTreeMap<String, Rate> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            rate: Vec<Rate>,
        }
        let file = format!("{CONTENT}/rates.toml");
        let found = self.toml::<File>(&file).map(|found| found.rate).unwrap_or_default();
        self.by_id(&file, found, |rate| &rate.id)
    }

    fn needs(&mut self) -> Vec<Need> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            need: Vec<Need>,
        }
        let file = format!("{CONTENT}/needs.toml");
        let found = self.toml::<File>(&file).map(|found| found.need).unwrap_or_default();
        self.by_id(&file, found.clone(), |need| &need.id);
        found
    }

    fn topics(&mut self) -> Vec<Topic> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            topic: Vec<Topic>,
        }
        let file = format!("{CONTENT}/topics.toml");
        let found = self.toml::<File>(&file).map(|found| found.topic).unwrap_or_default();
        self.by_id(&file, found.clone(), |topic| &topic.id);
        found
    }

    fn synonyms(&mut self) -> Vec<Synonyms> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            same: Vec<Synonyms>,
        }
        self.toml::<File>(&format!("{CONTENT}/synonyms.toml")).map(|found| found.same).unwrap_or_default()
    }

    fn rules(&mut self) -> BTreeMap<String, Rule> {
        self.named_by_file("rules", &[], |rule: &Rule| &rule.id)
    }

    fn contacts(&mut self) -> BTreeMap<String, Contact> {
        self.named_by_file("contacts", &["words"], |contact: &Contact| &contact.id)
    }

    /// The TOML files of a folder, one a thing, each named by the id that it says.
    fn named_by_file<T: DeserializeOwned>(
        &mut self,
        folder: &str,
        beside: &[&str],
        id: impl Fn(&T) -> &str,
    ) -> BTreeMap<String, T> {
        let folder = format!("{CONTENT}/{folder}");
        let mut found = BTreeMap::new();
        for name in self.sources.tree.names(&folder) {
            let file = format!("{folder}/{name}");
            let Some(stem) = name.strip_suffix(".toml") else {
                if !beside.contains(&name.as_str()) {
                    let more: String = beside.iter().map(|name| format!(" and the folder {name}")).collect();
                    self.problems.push(Problem::error(&file, format!("only <id>.toml files{more} stand here")));
                }
                continue;
            };
            let Some(thing) = self.toml::<T>(&file) else { continue };
            if id(&thing) != stem || !is_slug(stem) {
                let line = self.sources.line_of(&file, None, "id");
                let message =
                    format!("the id is the file's name, in lower-case letters, digits and hyphens: \"{stem}\"");
                self.broken(&file, [Problem::error(&file, message).at(line).field("id")]);
                continue;
            }
            found.insert(stem.to_owned(), thing);
        }
        found
    }

    fn contact_words(&mut self, tags: &[Tag]) -> BTreeMap<Tag, BTreeMap<String, ContactWords>> {
        let mut found = BTreeMap::new();
        for tag in tags {
            let file = format!("{CONTENT}/contacts/words/{tag}.toml");
            if self.sources.tree.is_file(&file) {
                found.insert(tag.clone(), self.toml(&file).unwrap_or_default());
            }
        }
        found
    }

    fn docs(&mut self, translated: &[Tag]) -> BTreeMap<(Area, String, Tag), Doc> {
        let mut docs = BTreeMap::new();
        for area in Area::ALL {
            let folder = format!("{CONTENT}/{}", area.folder());
            for id in self.sources.tree.names(&folder) {
                let folder = format!("{folder}/{id}");
                if !self.sources.tree.is_dir(&folder) || !is_slug(&id) {
                    let message = "only folders stand here, named in lower-case letters, digits and hyphens";
                    self.problems.push(Problem::error(&folder, message));
                    continue;
                }
                self.one_doc(area, &id, &folder, translated, &mut docs);
            }
        }
        docs
    }

    fn one_doc(
        &mut self,
        area: Area,
        id: &str,
        folder: &str,
        translated: &[Tag],
        docs: &mut BTreeMap<(Area, String, Tag), Doc>,
    ) {
        for name in self.sources.tree.names(folder) {
            let tag = name.strip_suffix(".md").unwrap_or_default();
            if tag != SOURCE_LANGUAGE && !translated.iter().any(|known| known == tag) {
                let message = "not read: files here are <language>.md, for a language of languages.toml";
                self.problems.push(Problem::warning(&format!("{folder}/{name}"), message));
            }
        }
        let file = format!("{folder}/{SOURCE_LANGUAGE}.md");
        let Some(english) = self.parsed(area, &file, Origin::Source) else { return };
        let Some(front) = english.front.clone() else { return };
        let key = |tag: &str| (area, id.to_owned(), tag.to_owned());
        self.sources.statements.insert(key(SOURCE_LANGUAGE), places(&english));
        let sections: Vec<Section> = english
            .sections
            .into_iter()
            .map(|s| Section { id: s.id, statements: s.statements.into_iter().map(|s| s.statement).collect() })
            .collect();
        for tag in translated {
            let file = format!("{folder}/{tag}.md");
            if !self.sources.tree.is_file(&file) {
                continue;
            }
            let Some(parsed) = self.parsed(area, &file, Origin::Translation) else { continue };
            match doc::inherit(&file, &sections, &parsed.sections) {
                Ok(sections) => {
                    self.sources.statements.insert(key(tag), places(&parsed));
                    let status = TranslationStatus::Machine;
                    let (id, title, front) = (id.to_owned(), parsed.title, front.clone());
                    docs.insert(key(tag), Doc { area, id, language: tag.clone(), title, front, sections, status });
                }
                Err(problems) => self.broken(&file, problems),
            }
        }
        let (status, language) = (TranslationStatus::Source, SOURCE_LANGUAGE.to_owned());
        docs.insert(
            key(SOURCE_LANGUAGE),
            Doc { area, id: id.to_owned(), language, title: english.title, front, sections, status },
        );
    }

    fn parsed(&mut self, area: Area, file: &str, origin: Origin) -> Option<doc::Parsed> {
        let text = self.text(file)?;
        match doc::parse(area, file, &text, origin) {
            Ok(parsed) => Some(parsed),
            Err(problems) => {
                self.broken(file, problems);
                None
            }
        }
    }

    fn messages(&mut self, languages: &[Language]) -> BTreeMap<Tag, BTreeMap<String, String>> {
        let mut found = BTreeMap::new();
        for tag in languages.iter().map(|language| &language.tag) {
            let folder = format!("{LOCALES}/{tag}");
            if tag == SOURCE_LANGUAGE && !self.sources.tree.is_dir(&folder) {
                self.broken(&folder, [Problem::error(&folder, "the folder is missing")]);
            }
            let mut files = BTreeMap::new();
            let mut parsed = BTreeMap::new();
            for name in self.sources.tree.names(&folder) {
                let file = format!("{folder}/{name}");
                if name == review::FILE {
                    let review: Review = self.toml(&file).unwrap_or_default();
                    self.sources.reviews.insert(tag.clone(), review);
                } else if let Some(stem) = name.strip_suffix(".ftl") {
                    let Some(source) = self.text(&file) else { continue };
                    let (messages, problems) = messages::parse(&file, &source);
                    if !problems.is_empty() {
                        self.broken(&file, problems);
                    }
                    parsed.insert(stem.to_owned(), messages);
                    files.insert(stem.to_owned(), source);
                } else {
                    self.problems.push(Problem::error(&file, "only <place>.ftl files and review.toml stand here"));
                }
            }
            self.duplicate_messages(&folder, &parsed);
            self.sources.messages.insert(tag.clone(), parsed);
            found.insert(tag.clone(), files);
        }
        found
    }

    fn duplicate_messages(&mut self, folder: &str, files: &BTreeMap<String, Vec<messages::Message>>) {
        let mut seen: BTreeMap<&str, String> = BTreeMap::new();
        for (stem, messages) in files {
            for message in messages {
                let file = format!("{folder}/{stem}.ftl");
                let place = format!("{file}:{}", message.line);
                if let Some(first) = seen.insert(&message.id, place) {
                    let problem = Problem::error(&file, format!("the message stands twice; first at {first}"));
                    self.problems.push(problem.at(message.line).field(&message.id));
                }
            }
        }
    }

    fn outcodes(&mut self) -> Vec<Outcode> {
        let Some(text) = self.text(OUTCODES) else { return Vec::new() };
        let mut lines = text.lines().enumerate();
        if lines.next().is_none_or(|(_, header)| header != OUTCODES_HEADER) {
            let message = format!("the first line is {OUTCODES_HEADER}");
            self.broken(OUTCODES, [Problem::error(OUTCODES, message).at(1)]);
            return Vec::new();
        }
        let mut found: Vec<Outcode> = Vec::new();
        let mut seen = BTreeSet::new();
        for (at, line) in lines.filter(|(_, line)| !line.is_empty()) {
            let problem = match outcode(line) {
                Ok(outcode) if seen.insert(outcode.outcode.clone()) => {
                    found.push(outcode);
                    continue;
                }
                Ok(outcode) => Problem::error(OUTCODES, format!("{} stands twice", outcode.outcode)).field("outcode"),
                Err(field) => Problem::error(OUTCODES, "the field is missing, cannot be read, or lies outside the UK")
                    .field(field),
            };
            self.problems.push(problem.at(at + 1));
        }
        found
    }
}

fn places(parsed: &doc::Parsed) -> Vec<StatementPlace> {
    let statements = parsed.sections.iter().flat_map(|section| &section.statements);
    statements.map(|statement| StatementPlace { line: statement.line, cited: statement.cited }).collect()
}

/// One row of the outcode table, or the field that is wrong.
fn outcode(line: &str) -> Result<Outcode, &'static str> {
    let fields: Vec<&str> = line.split(',').collect();
    let [outcode, latitude, longitude, town, postcodes, radius] = fields.as_slice() else { return Err("outcode") };
    let degrees =
        |text: &str, within: RangeInclusive<f64>| text.parse::<f64>().ok().filter(|degrees| within.contains(degrees));
    Ok(Outcode {
        outcode: Some(*outcode).filter(|o| !o.is_empty()).ok_or("outcode")?.to_owned(),
        latitude: degrees(latitude, UK_LATITUDES).ok_or("latitude")?,
        longitude: degrees(longitude, UK_LONGITUDES).ok_or("longitude")?,
        town: (*town).to_owned(),
        postcodes: postcodes.parse().map_err(|_| "postcodes")?,
        radius_km_p90: radius.parse::<f64>().ok().filter(|km| km.is_finite()).ok_or("radius_km_p90")?,
    })
}
