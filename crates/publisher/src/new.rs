//! `kindway-publish new`: the beginning of an article, a contact or a language. Nothing in it is invented: what only an editor can
//! know is left empty, and `check` names each such place until it is filled in.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};
use kindway_content::load::{self, CONTENT, LOCALES};
use kindway_content::review::{self, Review};
use kindway_content::{Area, CalendarOffer, CalendarSystem, Direction, Language, OwnCalendar, SOURCE_LANGUAGE, check};

use crate::progress::while_showing;
use crate::today::today;

/// What to begin.
#[derive(Subcommand)]
pub(crate) enum New {
    /// An article of Rights: a folder with its English file, to be filled in.
    Article {
        /// Its folder's name, in lower-case letters, digits and hyphens.
        id: String,
        /// The tile that it stands under, one of topics.toml.
        #[arg(long)]
        topic: String,
        /// The question that it answers, as she would ask it.
        #[arg(long, default_value = "")]
        title: String,
    },
    /// A place or phone line that can help, to be filled in.
    Contact {
        /// Its file's name, in lower-case letters, digits and hyphens.
        id: String,
        /// Its own name; never translated.
        #[arg(long)]
        name: String,
    },
    /// A language: its entry in languages.toml and its folder in locales/. No text is copied.
    Language {
        /// Its tag, such as fa-AF. Those of the launch list need nothing more.
        tag: String,
        /// The language's own name for itself.
        #[arg(long)]
        endonym: Option<String>,
        /// What tells it apart from a near relative, in its own script.
        #[arg(long)]
        detail: Option<String>,
        /// Its name in English.
        #[arg(long)]
        english: Option<String>,
        /// Which way it runs.
        #[arg(long)]
        dir: Option<Runs>,
        /// Its script, such as latin.
        #[arg(long)]
        script: Option<String>,
    },
}

/// Which way a script runs.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Runs {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

type Done = Result<ExitCode, Box<dyn Error>>;

/// Writes the beginning, and says what is still to do.
pub(crate) fn run(out: &mut impl Write, root: &Path, new: &New) -> Done {
    match new {
        New::Article { id, topic, title } => article(out, root, id, topic, title),
        New::Contact { id, name } => contact(out, root, id, name),
        New::Language { tag, endonym, detail, english, dir, script } => {
            let mut language = known(tag).unwrap_or_else(|| unknown(tag));
            let set =
                |field: &mut String, given: &Option<String>| given.iter().for_each(|given| field.clone_from(given));
            set(&mut language.endonym, endonym);
            set(&mut language.english, english);
            set(&mut language.script, script);
            language.detail = detail.clone().or(language.detail);
            language.dir = match dir {
                Some(Runs::Ltr) => Direction::Ltr,
                Some(Runs::Rtl) => Direction::Rtl,
                None => language.dir,
            };
            begin_language(out, root, &language, dir.is_some() || known(tag).is_some())
        }
    }
}

fn article(out: &mut impl Write, root: &Path, id: &str, topic: &str, title: &str) -> Done {
    is_id(id)?;
    let topics = load::read(root, None).content.topics;
    if !topics.iter().any(|known| known.id == topic) {
        let known: Vec<&str> = topics.iter().map(|topic| topic.id.as_str()).collect();
        return Err(
            format!("there is no topic \"{topic}\" in {CONTENT}/topics.toml; there are: {}", known.join(", ")).into()
        );
    }
    let file = format!("{CONTENT}/{}/{id}/{SOURCE_LANGUAGE}.md", Area::Articles.folder());
    let text = format!(
        "+++\n\
         title = {}\n\
         picture = \"\"  # a file of assets/icons/pictures, without .svg\n\
         topic = {}\n\
         nations = []  # \"UK\", or one or more of \"England\", \"Scotland\", \"Wales\", \"Northern Ireland\"\n\
         checked = \"\"  # the day you read the sources, such as 2026-11-22 without quotation marks\n\
         review_by = \"\"  # the day by which somebody must read them again\n\
         +++\n\n\
         ## answer\n\n- \n\n\
         ## do\n\n- \n\n\
         ## no\n\n- \n",
        quoted(title),
        quoted(topic)
    );
    write_new(root, &file, &text)?;
    writeln!(out, "wrote {file}")?;
    writeln!(
        out,
        "Fill in what is empty: each statement after its \"- \", with its facts such as [RIGHTS-23] at the end."
    )?;
    writeln!(out, "Sections that it may have: {}.", Area::Articles.sections().join(", "))?;
    writeln!(out, "`check` names what is still missing.")?;
    Ok(ExitCode::SUCCESS)
}

fn contact(out: &mut impl Write, root: &Path, id: &str, name: &str) -> Done {
    is_id(id)?;
    let content = load::read(root, None).content;
    let mut kinds: Vec<&str> = content.contacts.values().map(|contact| contact.kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let file = format!("{CONTENT}/contacts/{id}.toml");
    let text = format!(
        "id = {}\n\
         name = {}\n\
         # kind = \"\"  # take away the first # and write one of: {}\n\
         scope = \"\"  # city, region or national\n\
         places = []  # the towns, regions or nations that it serves, such as [\"Leeds\"]\n\
         # Where known, also: address, postcode, area_outcode, text, whatsapp, email, website, run_by, women_only,\n\
         # offers_childcare, self_referral, pregnancy, source_date. What nobody has told us is left out: unknown is never \"no\".\n\
         status = \"listed\"\n\
         audience = \"women\"  # or \"advisers\"\n\
         # source_url = \"\"  # the page where you read this\n\
         source_seen = false  # true when you saw a page of the organisation itself\n\
         confidence = \"\"  # high, medium or low\n\
         last_checked = \"\"  # the day you read the source, such as 2026-11-22 without quotation marks\n\
         phoned_by_us = false  # true only when one of us has rung\n\n\
         # One block for each number; take away the # signs:\n\
         # [[phones]]\n\
         # number = \"\"\n\
         # free = false  # true for 0800, 0808, 116, 111, 999\n\n\
         [words]\n\
         summary = \"\"  # what it does, in one or two sentences\n",
        quoted(id),
        quoted(name),
        kinds.join(", ")
    );
    write_new(root, &file, &text)?;
    writeln!(out, "wrote {file}\nFill in what is empty; `check` names what is still missing.")?;
    Ok(ExitCode::SUCCESS)
}

fn begin_language(out: &mut impl Write, root: &Path, language: &Language, has_direction: bool) -> Done {
    let tag = language.tag.as_str();
    let mut reading = while_showing("Reading the content", || load::read(root, None));
    if reading.content.languages.iter().any(|known| known.tag == tag) {
        return Err(format!("{tag} stands in {CONTENT}/languages.toml already").into());
    }
    // The check knows which tags are wrong and what is right instead.
    reading.content.languages.push(language.clone());
    let problems = while_showing("Checking the tag", || check(&reading.content, &reading.sources, today()));
    let file = format!("{CONTENT}/languages.toml");
    let quoted_tag = format!("{tag} ");
    let of_tag = |field: &Option<String>| field.as_deref() == Some("tag");
    let wrong =
        problems.iter().find(|p| p.file == file && of_tag(&p.field) && format!("{} ", p.message).contains(&quoted_tag));
    if let Some(problem) = wrong {
        return Err(format!("nothing was written: {}", problem.message).into());
    }
    let empty = [("--endonym", &language.endonym), ("--english", &language.english), ("--script", &language.script)];
    let mut empty: Vec<&str> = empty.into_iter().filter(|(_, text)| text.is_empty()).map(|(flag, _)| flag).collect();
    if !has_direction {
        empty.push("--dir");
    }
    if !empty.is_empty() {
        return Err(format!("{tag} is not of the launch list; say also {}", empty.join(", ")).into());
    }
    let folder = root.join(LOCALES).join(tag);
    if folder.exists() {
        return Err(format!("{LOCALES}/{tag} is there already; nothing was written").into());
    }
    let path = root.join(&file);
    let mut text = fs::read_to_string(&path).map_err(|error| format!("{file}: {error}"))?;
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(&entry(language));
    let records = format!("{LOCALES}/{tag}/{}", review::FILE);
    write_new(root, &records, &review::write(&Review::new()))?;
    fs::write(&path, text).map_err(|error| format!("{file}: {error}"))?;
    writeln!(out, "wrote {records}\nadded {tag} to {file}")?;

    let standings = review::standings(&reading.content, &reading.sources, tag);
    let missing = |area: &str| standings.keys().filter(|key| key.split('/').next() == Some(area)).count();
    let english = review::pieces(&reading.content, &reading.sources, SOURCE_LANGUAGE);
    let pieces = english.iter().filter(|piece| piece.kind != review::PieceKind::Figure).count();
    let documents: usize = Area::ALL.into_iter().map(|area| missing(area.folder())).sum();
    writeln!(
        out,
        "What remains: {documents} documents, the words of {} contacts and {} messages ({pieces} texts in all), and search words for \
         {} needs in {CONTENT}/needs.toml. `status` and `check` say what is missing.",
        missing("contacts"),
        missing("words"),
        reading.content.needs.len()
    )?;
    let script = problems.iter().find(|p| p.file == file && p.field.as_deref() == Some("script"));
    if let Some(problem) = script {
        writeln!(out, "The app cannot show this script yet: {}.", problem.message)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn entry(language: &Language) -> String {
    let dir = match language.dir {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    };
    let mut entry =
        format!("\n[[language]]\ntag = {}\nendonym = {}\n", quoted(&language.tag), quoted(&language.endonym));
    // Writing to a String cannot fail.
    if let Some(detail) = &language.detail {
        let _ = writeln!(entry, "detail = {}", quoted(detail));
    }
    let _ = write!(
        entry,
        "english = {}\ndir = \"{dir}\"\nscript = {}\n",
        quoted(&language.english),
        quoted(&language.script)
    );
    let system = language.calendar.system.map(|system| match system {
        CalendarSystem::Ethiopic => "ethiopic",
        CalendarSystem::Persian => "persian",
        CalendarSystem::UmmAlQura => "umm-al-qura",
    });
    let offer = match language.calendar.offer {
        CalendarOffer::On => "on",
        CalendarOffer::Ask => "ask",
        CalendarOffer::OnRequest => "on-request",
    };
    if let Some(system) = system {
        let _ = writeln!(entry, "calendar = {{ system = \"{system}\", offer = \"{offer}\" }}");
    }
    entry
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn is_id(id: &str) -> Result<(), String> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !id.is_empty() && id.chars().all(allowed) {
        return Ok(());
    }
    Err(format!("\"{id}\" is no name for it: use lower-case letters, digits and hyphens, such as mother-and-baby"))
}

/// Writes a file that is not there yet, with its folders.
fn write_new(root: &Path, file: &str, text: &str) -> Result<(), Box<dyn Error>> {
    let path = root.join(file);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{file}: {error}"))?;
    }
    let opened = fs::OpenOptions::new().write(true).create_new(true).open(&path);
    let mut opened = opened.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => format!("{file} is there already; nothing was written"),
        _ => format!("{file}: {error}"),
    })?;
    opened.write_all(text.as_bytes()).map_err(|error| format!("{file}: {error}").into())
}

fn unknown(tag: &str) -> Language {
    Language {
        tag: tag.to_owned(),
        endonym: String::new(),
        detail: None,
        english: String::new(),
        dir: Direction::Ltr,
        script: String::new(),
        calendar: OwnCalendar::default(),
    }
}

/// A language of the launch list: its own name, what tells it apart, its English name, its script, and its calendar.
struct Launch(&'static str, &'static str, Option<&'static str>, &'static str, &'static str, OwnCalendar);

const GREGORIAN: OwnCalendar = OwnCalendar { system: None, offer: CalendarOffer::OnRequest };
const PERSIAN: OwnCalendar = OwnCalendar { system: Some(CalendarSystem::Persian), offer: CalendarOffer::On };
const HIJRI: OwnCalendar = OwnCalendar { system: Some(CalendarSystem::UmmAlQura), offer: CalendarOffer::OnRequest };
const ETHIOPIC: OwnCalendar = OwnCalendar { system: Some(CalendarSystem::Ethiopic), offer: CalendarOffer::On };

const LAUNCH: [Launch; 16] = [
    Launch("bn", "বাংলা", None, "Bengali", "bengali", GREGORIAN),
    Launch("ur", "اردو", None, "Urdu", "arabic", HIJRI),
    Launch("fa", "فارسی", Some("ایران"), "Farsi", "arabic", PERSIAN),
    Launch("vi", "Tiếng Việt", None, "Vietnamese", "latin", GREGORIAN),
    Launch("ckb", "کوردی", Some("سۆرانی"), "Kurdish (Sorani)", "arabic", HIJRI),
    Launch("ps", "پښتو", None, "Pashto", "arabic", PERSIAN),
    Launch("fa-AF", "دری", Some("افغانستان"), "Dari", "arabic", PERSIAN),
    Launch("pt-BR", "Português", Some("Brasil"), "Portuguese (Brazil)", "latin", GREGORIAN),
    Launch("es-419", "Español", Some("Latinoamérica"), "Spanish (Latin America)", "latin", GREGORIAN),
    Launch("fr", "Français", None, "French", "latin", GREGORIAN),
    Launch("zh-Hans", "中文", Some("简体"), "Chinese (simplified)", "han", GREGORIAN),
    Launch("pa", "ਪੰਜਾਬੀ", None, "Punjabi", "gurmukhi", GREGORIAN),
    Launch("ta", "தமிழ்", None, "Tamil", "tamil", GREGORIAN),
    Launch("sq", "Shqip", None, "Albanian", "latin", GREGORIAN),
    Launch("so", "Soomaali", None, "Somali", "latin", HIJRI),
    Launch("am", "አማርኛ", None, "Amharic", "ethiopic", ETHIOPIC),
];

fn known(tag: &str) -> Option<Language> {
    let Launch(tag, endonym, detail, english, script, calendar) = LAUNCH.iter().find(|language| language.0 == tag)?;
    Some(Language {
        tag: (*tag).to_owned(),
        endonym: (*endonym).to_owned(),
        detail: detail.map(str::to_owned),
        english: (*english).to_owned(),
        dir: if *script == "arabic" { Direction::Rtl } else { Direction::Ltr },
        script: (*script).to_owned(),
        calendar: *calendar,
    })
}
