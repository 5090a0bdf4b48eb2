//! One Markdown document: `+++` front matter, `##` sections, `-` statements. The format is told to editors in
//! `assets/content/README.md`; anything else is refused with what is allowed, so that nothing is ever dropped in silence.

use std::ops::Range;

use chrono::NaiveDate;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::load::{date, toml_problem};
use crate::model::{Area, Front, Section, Span, Statement, When};
use crate::problem::Problem;

/// The mark of what the app does itself, which no source can back.
pub const APP: &str = "APP";

/// What one file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// Title.
    pub title: String,
    /// All of the front matter but the title; `None` in a translation.
    pub front: Option<Front>,
    /// Sections in the order of [`Area::sections`].
    pub sections: Vec<ParsedSection>,
}

/// A section and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedSection {
    /// One of [`Area::sections`].
    pub id: String,
    /// Line of its `##`, from 1.
    pub line: usize,
    /// Statements in the order of the file.
    pub statements: Vec<ParsedStatement>,
}

/// A statement and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedStatement {
    /// What it says. Facts do not include [`APP`].
    pub statement: Statement,
    /// Line of its `-`, from 1.
    pub line: usize,
    /// It carries fact IDs, or [`APP`].
    pub cited: bool,
}

/// Whether a file is written by our editors or translated from one that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The English file: full front matter, facts, pictures and flags.
    Source,
    /// Only a title and words.
    Translation,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFront {
    title: String,
    picture: String,
    nations: Vec<String>,
    #[serde(deserialize_with = "date")]
    checked: NaiveDate,
    #[serde(deserialize_with = "date")]
    review_by: NaiveDate,
    #[serde(default)]
    order: u32,
    topic: Option<String>,
    within: Option<String>,
    when: Option<When>,
    card: Option<String>,
    #[serde(default)]
    contacts: Vec<String>,
    #[serde(default)]
    pregnancy: bool,
    #[serde(default)]
    private: bool,
    #[serde(default)]
    health: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TranslatedFront {
    title: String,
}

/// Parses one document. `file` is only named in problems.
///
/// # Errors
/// Every problem of the file, each with its line.
pub fn parse(area: Area, file: &str, text: &str, origin: Origin) -> Result<Parsed, Vec<Problem>> {
    let Some((front, body, body_line)) = split_front(text) else {
        return Err(vec![Problem::error(file, "starts with +++, the title and other fields, and +++ again").at(1)]);
    };
    let mut problems = Vec::new();
    let head = match origin {
        Origin::Source => read_front::<SourceFront>(file, front, &mut problems).map(|f| {
            let front = Front {
                picture: f.picture,
                nations: f.nations,
                checked: f.checked,
                review_by: f.review_by,
                order: f.order,
                topic: f.topic,
                within: f.within,
                when: f.when,
                card: f.card.filter(|card| !card.is_empty()),
                contacts: f.contacts,
                pregnancy: f.pregnancy,
                private: f.private,
                health: f.health,
            };
            (f.title, Some(front))
        }),
        Origin::Translation => read_front::<TranslatedFront>(file, front, &mut problems).map(|f| (f.title, None)),
    };
    if head.as_ref().is_some_and(|(title, _)| title.trim().is_empty()) {
        problems.push(Problem::error(file, "the title is empty").at(2).field("title"));
    }
    let mut body = Body { area, file, body, body_line, origin, problems, sections: Vec::new(), open: None };
    body.read();
    let Body { mut sections, mut problems, .. } = body;
    let place = |id: &str| area.sections().iter().position(|known| *known == id);
    sections.sort_by_key(|section| place(&section.id));
    match head {
        Some((title, front)) if problems.is_empty() => Ok(Parsed { title, front, sections }),
        _ => {
            problems.sort_by_key(|problem| problem.line);
            Err(problems)
        }
    }
}

/// The TOML between the `+++` lines, the rest, and how many lines stand before the rest.
fn split_front(text: &str) -> Option<(&str, &str, usize)> {
    let after = text.strip_prefix("+++\n")?;
    let mut at = 0;
    for (count, line) in after.split_inclusive('\n').enumerate() {
        if line.trim_end() == "+++" {
            return Some((&after[..at], &after[at + line.len()..], count + 2));
        }
        at += line.len();
    }
    None
}

fn read_front<T: DeserializeOwned>(file: &str, front: &str, problems: &mut Vec<Problem>) -> Option<T> {
    match toml::from_str(front) {
        Ok(front) => Some(front),
        Err(error) => {
            let problem = toml_problem(file, front, &error);
            let line = problem.line.map(|line| line + 1);
            problems.push(problem.at(line));
            None
        }
    }
}

/// The part of a file below its front matter, while it is read.
struct Body<'a> {
    area: Area,
    file: &'a str,
    body: &'a str,
    body_line: usize,
    origin: Origin,
    problems: Vec<Problem>,
    sections: Vec<ParsedSection>,
    open: Option<Open>,
}

/// What is being read just now.
enum Open {
    Heading { text: String, line: usize },
    Item { spans: Vec<Span>, line: usize, strong: bool, paragraphs: usize },
}

impl Body<'_> {
    fn line(&self, at: &Range<usize>) -> usize {
        self.body_line + self.body[..at.start].matches('\n').count() + 1
    }

    fn refuse(&mut self, at: &Range<usize>, message: impl Into<String>) {
        let mut problem = Problem::error(self.file, message).at(self.line(at));
        problem.field = self.sections.last().map(|section| section.id.clone());
        self.problems.push(problem);
    }

    fn read(&mut self) {
        let events = Parser::new_ext(self.body, Options::empty()).into_offset_iter();
        let links: Vec<Range<usize>> =
            events.reference_definitions().iter().map(|(_, link)| link.span.clone()).collect();
        for at in links {
            self.refuse(&at, "no links; a page is named in facts.toml");
        }
        // How deep inside something refused: it is told once, at its outermost mark.
        let mut refused = 0_usize;
        for (event, at) in events {
            if refused > 0 {
                match event {
                    Event::Start(_) => refused += 1,
                    Event::End(_) => refused -= 1,
                    _ => {}
                }
                continue;
            }
            let is_start = matches!(event, Event::Start(_));
            if let Err(message) = self.event(event, &at) {
                self.refuse(&at, message);
                refused = usize::from(is_start);
            }
        }
        for section in &self.sections {
            // Where a statement was refused, the mistake is not that there is none.
            let refused = self.problems.iter().any(|problem| problem.field.as_ref() == Some(&section.id));
            if section.statements.is_empty() && !refused {
                let message = "the section has no statement; each starts with \"- \"";
                self.problems.push(Problem::error(self.file, message).at(section.line).field(&section.id));
            }
        }
        if self.sections.is_empty() && self.problems.is_empty() {
            self.problems.push(Problem::error(self.file, "no section; each starts with \"## \"").at(self.body_line));
        }
    }

    /// Takes one event, or says what is allowed instead.
    fn event(&mut self, event: Event<'_>, at: &Range<usize>) -> Result<(), String> {
        let line = self.line(at);
        let source = self.body.get(at.clone()).unwrap_or_default();
        match (event, &mut self.open) {
            (Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }), None) if source.starts_with("## ") => {
                self.open = Some(Open::Heading { text: String::new(), line });
            }
            (Event::Start(Tag::Heading { .. }), _) => return Err("only \"## \" starts a section".to_owned()),
            (Event::End(TagEnd::Heading(_)), Some(Open::Heading { text, line })) => {
                let (text, line) = (std::mem::take(text), *line);
                self.open = None;
                self.section(&text, line);
            }
            (Event::Start(Tag::List(None)), None) | (Event::End(TagEnd::List(_)), _) => {}
            (Event::Start(Tag::List(_)), None) => {
                return Err("no numbered list; each statement starts with \"- \"".to_owned());
            }
            (Event::Start(Tag::List(_)), _) => {
                return Err("no list inside a statement; a number with a full stop at its start makes one".to_owned());
            }
            (Event::Start(Tag::Item), None) if self.sections.is_empty() => {
                return Err("a statement stands under a \"## \" section".to_owned());
            }
            (Event::Start(Tag::Item), None) if !source.starts_with('-') => {
                return Err("each statement starts with \"- \"".to_owned());
            }
            (Event::Start(Tag::Item), None) => {
                self.open = Some(Open::Item { spans: Vec::new(), line, strong: false, paragraphs: 0 });
            }
            (Event::End(TagEnd::Item), Some(Open::Item { spans, line, .. })) => {
                let (spans, line) = (std::mem::take(spans), *line);
                self.open = None;
                self.statement(spans, line);
            }
            (Event::Start(Tag::Paragraph), Some(Open::Item { paragraphs, .. })) => {
                *paragraphs += 1;
                if *paragraphs > 1 {
                    return Err("a statement is one paragraph; start the next with \"- \"".to_owned());
                }
            }
            (Event::Start(Tag::Paragraph), _) => {
                return Err("words stand only in statements; start the line with \"- \"".to_owned());
            }
            (Event::Start(Tag::Strong), Some(Open::Item { strong, .. })) if source.starts_with("**") => *strong = true,
            (Event::End(TagEnd::Strong), Some(Open::Item { strong, .. })) => *strong = false,
            (Event::End(_), _) => {}
            (Event::Text(words), Some(Open::Heading { text, .. })) => text.push_str(&words),
            // The parser has already made the character of it.
            (Event::Text(words), _) if source.starts_with('&') && *source != *words => {
                return Err(format!("no HTML: write {words} instead of {source}"));
            }
            (Event::Text(words), Some(Open::Item { spans, strong, .. })) => push(spans, &words, *strong),
            (Event::SoftBreak, Some(Open::Item { spans, strong, .. })) => push(spans, " ", *strong),
            (Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock), _) => {
                return Err("no HTML; **strong** is the only mark".to_owned());
            }
            (Event::Start(Tag::Link { .. }), _) => return Err("no links; a page is named in facts.toml".to_owned()),
            (Event::Start(Tag::Image { .. }), _) => {
                return Err("no images; name a picture at the end of the statement: {picture}".to_owned());
            }
            (Event::Code(_) | Event::Start(Tag::CodeBlock(_)), _) => {
                return Err("no code: take out the ` or the spaces at the start of the line".to_owned());
            }
            (Event::HardBreak, _) => return Err("no line break inside a statement".to_owned()),
            _ => return Err("only \"## \" sections, \"- \" statements and **strong** words are allowed".to_owned()),
        }
        Ok(())
    }

    fn section(&mut self, text: &str, line: usize) {
        let id = text.trim().to_owned();
        let known = self.area.sections();
        if !known.contains(&id.as_str()) {
            let message = format!("no such section here; {} have: {}", self.area.folder(), known.join(", "));
            self.problems.push(Problem::error(self.file, message).at(line).field(&id));
        } else if self.sections.iter().any(|section| section.id == id) {
            let message = "the section stands twice; put its statements together";
            self.problems.push(Problem::error(self.file, message).at(line).field(&id));
        }
        self.sections.push(ParsedSection { id, line, statements: Vec::new() });
    }

    fn statement(&mut self, mut spans: Vec<Span>, line: usize) {
        let (tail, mistake) = match take_tail(&mut spans) {
            Ok(tail) => (tail, None),
            Err(mistake) => (Tail::default(), Some(mistake)),
        };
        let mut statement = Statement { spans, facts: tail.facts, picture: None, ask: false, after_loss: false };
        let cited = !statement.facts.is_empty();
        let mut mistakes: Vec<String> = mistake.into_iter().collect();
        if mistakes.is_empty() {
            if self.origin == Origin::Translation && (cited || !tail.braces.is_empty()) {
                let message = "leave out {…} and [ ] in a translation: they are read from the English file";
                mistakes.push(message.to_owned());
            }
            mistakes.extend(stray_bracket(&statement.text()));
            if statement.text().trim().is_empty() {
                mistakes.push("the statement has no words".to_owned());
            }
        }
        statement.facts.retain(|fact| fact != APP);
        for word in tail.braces {
            match word.as_str() {
                "ask" => statement.ask = true,
                "loss" => statement.after_loss = true,
                _ if statement.picture.is_none() => statement.picture = Some(word),
                _ => mistakes.push(format!("one picture at most, and the flags ask and loss; \"{word}\" is too many")),
            }
        }
        if let Some(section) = self.sections.last_mut() {
            let field = section.id.clone();
            section.statements.push(ParsedStatement { statement, line, cited });
            self.problems.extend(mistakes.into_iter().map(|m| Problem::error(self.file, m).at(line).field(&field)));
        }
    }
}

fn push(spans: &mut Vec<Span>, words: &str, strong: bool) {
    match spans.last_mut() {
        Some(last) if last.strong == strong => last.text.push_str(words),
        _ => spans.push(Span { text: words.to_owned(), strong }),
    }
}

/// What stands at the end of a statement: `{picture, flags} [FACT-IDS]`.
#[derive(Default)]
struct Tail {
    braces: Vec<String>,
    facts: Vec<String>,
}

/// Cuts the tail off the words.
fn take_tail(spans: &mut Vec<Span>) -> Result<Tail, String> {
    let mut tail = Tail::default();
    if let Some(last) = spans.last_mut().filter(|span| !span.strong) {
        let mut rest = last.text.trim_end().to_owned();
        if let Some((before, inside)) = cut_last(&rest, '[', ']') {
            tail.facts = list(inside);
            if tail.facts.is_empty() || !tail.facts.iter().all(|id| is_fact_id(id)) {
                return Err(format!("[{inside}] is not a list of fact IDs such as [RIGHTS-23, RIGHTS-24], or [APP]"));
            }
            if tail.facts.len() > 1 && tail.facts.iter().any(|id| id == APP) {
                return Err("[APP] stands alone: what the app does itself rests on no source".to_owned());
            }
            rest = before.trim_end().to_owned();
        }
        if let Some((before, inside)) = cut_last(&rest, '{', '}').filter(|(_, inside)| !inside.starts_with('$')) {
            tail.braces = list(inside);
            if tail.braces.is_empty() || !tail.braces.iter().all(|word| is_slug(word)) {
                return Err(format!("{{{inside}}} is not the name of a picture, or the flags ask and loss"));
            }
            rest = before.trim_end().to_owned();
        }
        last.text = rest;
    }
    if let Some(first) = spans.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    if let Some(last) = spans.last_mut() {
        last.text = last.text.trim_end().to_owned();
    }
    spans.retain(|span| !span.text.is_empty());
    Ok(tail)
}

/// Splits `words [inside]` where `text` ends with the closing bracket.
fn cut_last(text: &str, open: char, close: char) -> Option<(&str, &str)> {
    text.strip_suffix(close)?.rsplit_once(open)
}

fn list(inside: &str) -> Vec<String> {
    inside.split(',').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn is_fact_id(id: &str) -> bool {
    id == APP || (id.contains('-') && id.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-'))
}

/// Lower-case letters, digits and hyphens: safe in a file name, a key and a Fluent id.
pub(crate) fn is_slug(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// What is wrong with the brackets that are left in the words: only `{$name}` may be.
fn stray_bracket(text: &str) -> Option<String> {
    let rest = without_placeholders(text);
    if rest.contains(['{', '}']) {
        return Some("{…} stands before [FACT-IDS] at the end; inside the words only {$name} may be".to_owned());
    }
    rest.contains(['[', ']']).then(|| "[…] is for fact IDs, once, at the very end".to_owned())
}

/// The placeholders of a text, such as `{$date}`, in the order they stand.
pub fn placeholders(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("{$") {
        let tail = &rest[at..];
        let Some(end) = tail.find('}') else { break };
        let (placeholder, after) = tail.split_at(end + 1);
        if placeholder_name(placeholder).is_some() {
            found.push(placeholder);
        }
        rest = after;
    }
    found
}

/// `date` of `{$date}`.
pub fn placeholder_name(placeholder: &str) -> Option<&str> {
    let name = placeholder.strip_prefix("{$")?.strip_suffix('}')?;
    (!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')).then_some(name)
}

/// The text with each placeholder replaced by a space.
pub fn without_placeholders(text: &str) -> String {
    let mut words = text.to_owned();
    for placeholder in placeholders(text) {
        words = words.replacen(placeholder, " ", 1);
    }
    words
}

/// Makes the translated sections into those of a document: facts, pictures and flags come from English by position.
///
/// # Errors
/// A problem for each section that has another number of statements, or stands in one file only.
pub fn inherit(file: &str, english: &[Section], translated: &[ParsedSection]) -> Result<Vec<Section>, Vec<Problem>> {
    let mut problems = Vec::new();
    for section in translated.iter().filter(|section| !english.iter().any(|e| e.id == section.id)) {
        let message = format!(
            "the English file has no such section; it has {} sections, this file has {}",
            english.len(),
            translated.len()
        );
        problems.push(Problem::error(file, message).at(section.line).field(&section.id));
    }
    let mut sections = Vec::new();
    for source in english {
        let Some(section) = translated.iter().find(|section| section.id == source.id) else {
            let message = format!(
                "the section is missing; the English file has {} sections, this file has {}",
                english.len(),
                translated.len()
            );
            problems.push(Problem::error(file, message).field(&source.id));
            continue;
        };
        let (wanted, found) = (source.statements.len(), section.statements.len());
        if wanted != found {
            let message = format!("the English section has {wanted} statements, this one has {found}");
            problems.push(Problem::error(file, message).at(section.line).field(&source.id));
            continue;
        }
        let statements = source.statements.iter().zip(&section.statements);
        let statements = statements.map(|(e, t)| Statement { spans: t.statement.spans.clone(), ..e.clone() }).collect();
        sections.push(Section { id: source.id.clone(), statements });
    }
    if problems.is_empty() { Ok(sections) } else { Err(problems) }
}
