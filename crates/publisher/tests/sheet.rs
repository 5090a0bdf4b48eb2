//! A sheet goes to a reviewer and comes back.

#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "the small project of the content's own tests, of which only some is needed here")]
#[path = "../../content/tests/spec/project.rs"]
mod project;
#[allow(dead_code, reason = "shared by several tests")]
mod real;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use calamine::{Data, Reader, Xlsx, open_workbook};
use project::*;
use rust_xlsxwriter::{Format, Workbook};

const KEY: &str = "Key";
const ENGLISH: &str = "English";
const WORDS: &str = "Translation";
const CHANGED: &str = "Your text, if it must change";
const RIGHT: &str = "Right";
const NEEDS_CHANGE: &str = "Needs change";
const ARTICLE_KEY: &str = "articles/interpreter#";

fn run(root: &Path, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_kindway-publish");
    Command::new(program).arg("--root").arg(root).args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A sheet as a reviewer holds it: opened by another program, filled in, and saved by that program without what was only for looks.
struct Sheet {
    file: PathBuf,
    _folder: tempfile::TempDir,
    cover: Vec<Vec<String>>,
    name: String,
    texts: Vec<Vec<String>>,
    formula: Option<(u32, u16, String)>,
    merged: Option<(u32, u16, u32, u16)>,
}

impl Sheet {
    fn export(root: &Path, tag: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sheet.xlsx");
        let exported = run(root, &["sheet", "export", tag, "--out", file.to_str().unwrap()]);
        assert!(exported.status.success(), "{}", said(&exported));
        let mut book: Xlsx<_> = open_workbook(&file).unwrap();
        let name = format!("Texts {tag}");
        let mut rows = |name: &str| -> Vec<Vec<String>> {
            let range = book.worksheet_range(name).unwrap();
            assert_eq!(range.start(), Some((0, 0)));
            let text = |data: &Data| match data {
                Data::Empty => String::new(),
                Data::String(text) => text.clone(),
                other => panic!("{other:?} is not text"),
            };
            range.rows().map(|row| row.iter().map(text).collect()).collect()
        };
        let (cover, texts) = (rows("Cover"), rows(&name));
        Self { file, _folder: folder, cover, name, texts, formula: None, merged: None }
    }

    fn column(&self, heading: &str) -> usize {
        self.texts[0].iter().position(|found| found == heading).unwrap()
    }

    fn row(&self, key: &str) -> usize {
        let column = self.column(KEY);
        self.texts.iter().position(|row| row[column] == key).unwrap_or_else(|| panic!("no row {key}"))
    }

    fn keys(&self) -> Vec<String> {
        let column = self.column(KEY);
        self.texts.iter().skip(1).map(|row| row[column].clone()).collect()
    }

    fn get(&self, key: &str, heading: &str) -> String {
        self.texts[self.row(key)][self.column(heading)].clone()
    }

    fn set(&mut self, key: &str, heading: &str, text: &str) {
        let (row, column) = (self.row(key), self.column(heading));
        self.texts[row][column] = text.to_owned();
    }

    /// Ticks every row whose key starts like this.
    fn tick(&mut self, start: &str) {
        for key in self.keys().into_iter().filter(|key| key.starts_with(start)) {
            self.set(&key, RIGHT, "✓");
        }
    }

    fn cover(&mut self, label: &str, text: &str) {
        let row = self.cover.iter_mut().find(|row| row[0].starts_with(label)).unwrap();
        row[1] = text.to_owned();
    }

    fn sign(&mut self, name: &str) {
        self.cover("Your name", name);
        self.cover("Date", "2026-11-21");
    }

    fn save(&self) {
        let mut book = Workbook::new();
        for (name, rows) in [("Cover", &self.cover), (self.name.as_str(), &self.texts)] {
            let page = book.add_worksheet().set_name(name).unwrap();
            for (at, row) in (0..).zip(rows) {
                for (column, text) in (0..).zip(row).filter(|(_, text)| !text.is_empty()) {
                    page.write_string(at, column, text).unwrap();
                }
            }
            if name != "Cover" {
                if let Some((row, column, formula)) = &self.formula {
                    page.write_formula(*row, *column, formula.as_str()).unwrap();
                }
                if let Some((top, left, bottom, right)) = self.merged {
                    page.merge_range(top, left, bottom, right, "", &Format::new()).unwrap();
                }
            }
        }
        book.save(&self.file).unwrap();
    }

    fn import(&self, root: &Path, flags: &[&str]) -> Output {
        self.save();
        run(root, &[&["sheet", "import", self.file.to_str().unwrap()], flags].concat())
    }

    /// Applied, and nothing to say against it.
    fn applied(&self, root: &Path, flags: &[&str]) -> String {
        let imported = self.import(root, &[&["--apply"], flags].concat());
        assert!(imported.status.success(), "{}", said(&imported));
        said(&imported)
    }
}

fn record(project: &Project, key: &str) -> String {
    project.read(REVIEW_TI).lines().find(|line| line.contains(&format!("\"{key}\""))).unwrap().to_owned()
}

/// The sheet is refused in one place, with these words, and nothing is written.
fn refused(change: impl FnOnce(&Project, &mut Sheet), place: &str, words: &str) {
    refused_with(&[], change, place, words);
}

fn refused_with(flags: &[&str], change: impl FnOnce(&Project, &mut Sheet), place: &str, words: &str) {
    let project = Project::good();
    let mut sheet = Sheet::export(project.root(), "ti");
    sheet.sign("A Tester");
    sheet.tick(ARTICLE_KEY);
    change(&project, &mut sheet);
    let before = real::files(project.root());
    let imported = sheet.import(project.root(), &[&["--apply"], flags].concat());
    let told = said(&imported);
    assert_eq!(imported.status.code(), Some(1), "{told}");
    let lines: Vec<&str> = told.lines().filter(|line| line.contains(words)).collect();
    assert!(lines.iter().any(|line| line.starts_with(&format!("{place}:"))), "{place}, {words}: {told}");
    assert!(told.ends_with("1 to put right; nothing was written\n"), "{told}");
    assert_eq!(real::files(project.root()), before);
}

/// The cell of a column beside a key, in the sheet as it was exported.
fn cell(key: &str, heading: &str) -> String {
    let project = Project::good();
    let sheet = Sheet::export(project.root(), "ti");
    let column = char::from(b'A' + u8::try_from(sheet.column(heading)).unwrap());
    format!("Texts ti {column}{}", sheet.row(key) + 1)
}

#[test]
fn a_sheet_of_the_real_content_that_nobody_touched_changes_nothing() {
    let copy = real::copy();
    let before = real::files(copy.path());
    let told = Sheet::export(copy.path(), "ti").applied(copy.path(), &[]);
    assert!(told.contains("nothing to write"), "{told}");
    assert_eq!(real::files(copy.path()), before);
}

#[test]
fn ticking_every_row_of_a_document_of_the_real_content_makes_that_one_record_checked() {
    let copy = real::copy();
    let mut sheet = Sheet::export(copy.path(), "ti");
    let document = sheet.keys()[0].split('#').next().unwrap().to_owned();
    sheet.sign("A Tester");
    sheet.tick(&format!("{document}#"));
    let path = copy.path().join("locales/ti/review.toml");
    let before = real::files(copy.path());
    sheet.applied(copy.path(), &[]);
    let after = real::files(copy.path());
    let other: Vec<_> =
        after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
    assert_eq!(other, [Path::new("locales/ti/review.toml")]);
    let old = String::from_utf8(before[Path::new("locales/ti/review.toml")].clone()).unwrap();
    let new = fs::read_to_string(path).unwrap();
    let changed: Vec<&str> = new.lines().filter(|line| !old.lines().any(|known| known == *line)).collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert!(changed[0].starts_with(&format!("\"{document}\" = {{ status = \"checked\"")), "{changed:?}");
    assert!(changed[0].contains("by = \"A Tester\", on = 2026-11-21"), "{changed:?}");
}

#[test]
fn other_words_change_the_real_file_in_that_place_only() {
    let copy = real::copy();
    let mut sheet = Sheet::export(copy.path(), "ti");
    let key = sheet.keys().into_iter().find(|key| key.starts_with("articles/") && !key.ends_with("#title")).unwrap();
    let old = sheet.get(&key, WORDS);
    let ethiopic = |word: &&str| word.chars().all(|c| ('\u{1200}'..='\u{135a}').contains(&c));
    let new = format!("{} {old}", old.split(' ').find(ethiopic).unwrap());
    sheet.sign("A Tester");
    sheet.set(&key, CHANGED, &new);
    sheet.set(&key, RIGHT, "✓");
    let file = copy.path().join(format!("assets/content/{}/ti.md", key.split('#').next().unwrap()));
    let before = fs::read_to_string(&file).unwrap();
    sheet.applied(copy.path(), &[]);
    assert_eq!(before.matches(&old).count(), 1);
    assert_eq!(fs::read_to_string(file).unwrap(), before.replace(&old, &new));
}

/// A part of the file as it is inside.
fn part(file: &Path, name: &str) -> String {
    let mut book = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut text = String::new();
    book.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_sheet_runs_as_its_language_does() {
    let project = Project::good();
    for (tag, is_rtl) in [("ar", true), ("ti", false)] {
        let sheet = Sheet::export(project.root(), tag);
        let texts = part(&sheet.file, "xl/worksheets/sheet2.xml");
        assert_eq!(texts.contains("rightToLeft=\"1\""), is_rtl, "{tag}");
    }
}

#[test]
fn only_what_the_reviewer_fills_in_can_be_written_and_it_stays_text() {
    let project = Project::good();
    let sheet = Sheet::export(project.root(), "ti");
    let texts = part(&sheet.file, "xl/worksheets/sheet2.xml");
    assert!(texts.contains("<sheetProtection sheet=\"1\""), "{texts}");
    let formats = part(&sheet.file, "xl/styles.xml");
    let formats: Vec<&str> = formats.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).collect();
    let style = |cell: &str| {
        let (_, rest) = texts.split_once(&format!("<c r=\"{cell}\" s=\"")).unwrap();
        formats[rest.split('"').next().unwrap().parse::<usize>().unwrap()]
    };
    for (cell, open) in
        [("A2", false), ("B2", false), ("D2", false), ("E2", true), ("F2", true), ("G2", true), ("H2", false)]
    {
        assert_eq!(style(cell).contains("locked=\"0\""), open, "{cell}");
        assert!(style(cell).starts_with("numFmtId=\"49\""), "{cell} is not text: {}", style(cell));
        assert!(style(cell).contains("wrapText=\"1\""), "{cell}");
    }
}

#[test]
fn nothing_is_written_without_apply() {
    let project = Project::good();
    let mut sheet = Sheet::export(project.root(), "ti");
    sheet.sign("A Tester");
    sheet.tick(ARTICLE_KEY);
    let before = real::files(project.root());
    let imported = sheet.import(project.root(), &[]);
    assert!(said(&imported).contains("checked: 1 (articles/interpreter)"), "{}", said(&imported));
    assert_eq!(real::files(project.root()), before);
}

#[test]
fn a_document_with_one_row_that_is_not_ticked_is_not_checked() {
    let project = Project::good();
    let mut sheet = Sheet::export(project.root(), "ti");
    sheet.sign("A Tester");
    sheet.tick(ARTICLE_KEY);
    sheet.set("articles/interpreter#title", RIGHT, "");
    let told = sheet.applied(project.root(), &[]);
    assert!(told.contains("articles/interpreter: not every row is ticked"), "{told}");
    assert!(record(&project, "articles/interpreter").contains("\"machine\""));
}

#[test]
fn every_kind_of_text_can_be_changed_in_one_sheet_and_the_content_is_still_sound() {
    let project = Project::good();
    let mut sheet = Sheet::export(project.root(), "ti");
    sheet.sign("A Tester");
    let changes = [
        ("articles/interpreter#title", ARTICLE_TI, "ሓዳስ \"ኣርእስቲ\""),
        ("articles/interpreter#answer/1", ARTICLE_TI, "**እወ።** ሓዳስ ጽሑፍ።"),
        ("contacts/women-together#summary", CONTACT_TI, "ሓዳስ ሰሉስ ሰዓት 10።"),
        ("words/visits/visits-add", WORDS_TI, "ሓዳስ ቆጸራ"),
        ("words/visits/visits-count", WORDS_TI, "{ $count ->\n    [one] ሓንቲ ቆጸራ\n   *[other] { $count } ቆጸራታት\n}"),
    ];
    for (key, _, words) in changes {
        sheet.set(key, CHANGED, words);
    }
    sheet.applied(project.root(), &[]);
    let again = Sheet::export(project.root(), "ti");
    for (key, file, words) in changes {
        assert_eq!(again.get(key, WORDS), words, "{file}: {}", project.read(file));
    }
    assert_eq!(project.errors(), []);
}

#[test]
fn words_of_the_reviewers_own_without_a_tick_are_a_draft_that_somebody_else_has_to_read() {
    let project = Project::good();
    let mut sheet = Sheet::export(project.root(), "ti");
    sheet.sign("A Tester");
    sheet.set("words/visits/visits-add", CHANGED, "ሓዳስ ቆጸራ");
    sheet.applied(project.root(), &[]);
    assert!(record(&project, "words/visits/visits-add").contains("\"draft\""));
}

#[test]
fn a_change_in_one_row_of_a_document_leaves_the_rest_a_machine_translation() {
    let project = Project::good();
    let mut sheet = Sheet::export(project.root(), "ti");
    sheet.sign("A Tester");
    sheet.set("articles/interpreter#answer/1", CHANGED, "**እወ።** ሓዳስ ጽሑፍ።");
    sheet.applied(project.root(), &[]);
    assert!(record(&project, "articles/interpreter").contains("\"machine\""));
    assert!(!record(&project, "articles/interpreter").contains("A Tester"));
}

#[test]
fn a_text_whose_english_has_changed_can_be_marked_as_still_right() {
    let project = Project::good();
    project.replace(ARTICLE, "Some clinics", "A few clinics");
    let old = record(&project, "articles/interpreter");
    let mut sheet = Sheet::export(project.root(), "ti");
    sheet.sign("A Tester");
    sheet.tick(ARTICLE_KEY);
    sheet.applied(project.root(), &[]);
    let new = record(&project, "articles/interpreter");
    let of = |line: &str| line.split("of = \"").nth(1).unwrap()[..12].to_owned();
    assert_ne!(of(&new), of(&old), "it is of the English as it is now");
    assert!(!project.warnings().iter().any(|problem| problem.file == REVIEW_TI), "{:?}", project.warnings());
}

#[test]
fn a_change_of_the_english_keeps_its_facts_and_makes_the_translations_stale() {
    let project = Project::good();
    let mut sheet = Sheet::export(project.root(), "en-GB");
    sheet.sign("A Midwife");
    sheet.set("articles/interpreter#unsure/1", CHANGED, "A few clinics may ask for more time.");
    let before = project.read(ARTICLE);
    sheet.applied(project.root(), &[]);
    assert_eq!(project.read(ARTICLE), before.replace("Some clinics", "A few clinics"));
    assert!(project.warnings().iter().any(|problem| problem.message.contains("stale")));
}

#[test]
fn english_that_was_ticked_has_a_record_of_its_own() {
    let project = Project::good();
    let mut sheet = Sheet::export(project.root(), "en-GB");
    sheet.sign("A Midwife");
    sheet.tick("contacts/women-together#");
    sheet.applied(project.root(), &[]);
    let records = project.read("locales/en-GB/review.toml");
    assert!(records.contains("\"contacts/women-together\" = { status = \"checked\""), "{records}");
    assert_eq!(project.errors(), []);
}

#[test]
fn what_one_person_checked_another_can_approve() {
    let project = Project::good();
    let mut sheet = Sheet::export(project.root(), "ti");
    sheet.tick(ARTICLE_KEY);
    sheet.sign("A Tester");
    sheet.applied(project.root(), &[]);
    sheet.sign("An Editor");
    sheet.applied(project.root(), &["--approve"]);
    let record = record(&project, "articles/interpreter");
    assert!(record.contains("\"approved\"") && record.contains("by = \"An Editor\""), "{record}");
    assert!(record.contains("checked_by = \"A Tester\""), "both are on record: {record}");
}

#[test]
fn nobody_approves_what_they_checked_themselves() {
    let both = |project: &Project, sheet: &mut Sheet| {
        sheet.applied(project.root(), &[]);
        sheet.sign("a  tester");
    };
    let place = cell("articles/interpreter#title", RIGHT);
    refused_with(&["--approve"], both, &place, "another person has to release it");
}

#[test]
fn nobody_approves_what_nobody_checked() {
    let place = cell("articles/interpreter#title", RIGHT);
    refused_with(&["--approve"], |_, _| {}, &place, "nobody else has checked it before (it is machine)");
}

#[test]
fn a_later_check_does_not_take_an_approval_back() {
    let project = Project::good();
    let mut sheet = Sheet::export(project.root(), "ti");
    sheet.tick(ARTICLE_KEY);
    sheet.sign("A Tester");
    sheet.applied(project.root(), &[]);
    sheet.sign("An Editor");
    sheet.applied(project.root(), &["--approve"]);
    let approved = record(&project, "articles/interpreter");
    sheet.sign("A Third");
    sheet.applied(project.root(), &[]);
    assert_eq!(record(&project, "articles/interpreter"), approved);
}

#[test]
fn what_looks_like_a_formula_goes_out_and_comes_back_as_text() {
    for start in ["=1+1", "+44", "-5", "@home"] {
        let project = Project::good();
        let words = format!("{start} ደቂ ኣንስትዮ");
        project.replace(WORDS_TI, "visits-add = ቆጸራ ወስኺ", &format!("visits-add = {words}"));
        let sheet = Sheet::export(project.root(), "ti");
        assert_eq!(sheet.get("words/visits/visits-add", WORDS), words);
        assert!(sheet.import(project.root(), &[]).status.success());
    }
}

#[test]
fn english_that_has_changed_since_is_refused() {
    refused(
        |project, _| project.replace(ARTICLE, "Some clinics", "A few clinics"),
        &cell("articles/interpreter#unsure/1", ENGLISH),
        "articles/interpreter#unsure/1: the English has changed",
    );
}

#[test]
fn a_translation_that_has_changed_since_is_refused() {
    refused(
        |project, _| project.replace(ARTICLE_TI, "ገለ ክሊኒካት", "ክሊኒካት"),
        &cell("articles/interpreter#unsure/1", WORDS),
        "articles/interpreter#unsure/1: the translation has changed",
    );
}

#[test]
fn a_change_elsewhere_since_does_not_stop_a_sheet() {
    let project = Project::good();
    let mut sheet = Sheet::export(project.root(), "ti");
    sheet.sign("A Tester");
    sheet.tick(ARTICLE_KEY);
    project.replace(WORDS_TI, "ቆጸራ ወስኺ", "ሓዳስ ቆጸራ");
    let told = sheet.applied(project.root(), &[]);
    assert!(told.contains("1 rows that nobody ticked have changed since"), "{told}");
    assert!(record(&project, "articles/interpreter").contains("\"checked\""));
}

#[test]
fn a_translation_that_was_written_over_is_refused_and_the_right_column_is_named() {
    refused(
        |_, sheet| sheet.set("words/visits/visits-add", WORDS, "ሓዳስ ቆጸራ"),
        &cell("words/visits/visits-add", WORDS),
        "write other words under \"Your text, if it must change\"",
    );
}

#[test]
fn merged_cells_are_refused() {
    let project = Project::good();
    let below = u32::try_from(Sheet::export(project.root(), "ti").texts.len()).unwrap() + 5;
    let merge = |_: &Project, sheet: &mut Sheet| {
        let column = u16::try_from(sheet.column(CHANGED)).unwrap();
        sheet.merged = Some((below, column, below + 1, column));
    };
    refused(merge, &format!("Texts ti E{}", below + 1), "are merged; one row is one text");
}

#[test]
fn a_formula_is_refused() {
    let place = cell("words/visits/visits-add", CHANGED);
    refused(
        |_, sheet| {
            let row = u32::try_from(sheet.row("words/visits/visits-add")).unwrap();
            sheet.formula = Some((row, u16::try_from(sheet.column(CHANGED)).unwrap(), "=UPPER(\"x\")".to_owned()));
        },
        &place,
        "a formula",
    );
}

#[test]
fn a_cover_that_names_another_language_is_refused() {
    refused(|_, sheet| sheet.cover("Language", "ar"), "Cover B3", "there is no sheet \"Texts ar\"");
}

#[test]
fn a_language_that_the_project_does_not_have_is_refused() {
    let change = |_: &Project, sheet: &mut Sheet| {
        sheet.cover("Language", "fr");
        sheet.name = "Texts fr".to_owned();
    };
    refused(change, "Cover B3", "fr is not a language");
}

#[test]
fn words_in_another_script_are_refused() {
    refused(
        |_, sheet| sheet.set("words/visits/visits-add", CHANGED, "أضيفي زيارة"),
        &cell("words/visits/visits-add", CHANGED),
        "Arabic letters, but Tigrinya is written in ethiopic",
    );
}

#[test]
fn english_where_a_translation_should_stand_is_refused() {
    refused(
        |_, sheet| sheet.set("words/visits/visits-add", CHANGED, "Add a visit"),
        &cell("words/visits/visits-add", CHANGED),
        "no ethiopic letters",
    );
}

#[test]
fn a_number_that_is_lost_is_refused_as_the_check_would() {
    refused(
        |_, sheet| sheet.set("contacts/women-together#summary", CHANGED, "ደቂ ኣንስትዮ ሰሉስ ይራኸባ።"),
        &cell("contacts/women-together#summary", CHANGED),
        "numbers differ",
    );
}

#[test]
fn a_missing_column_is_refused() {
    let change = |_: &Project, sheet: &mut Sheet| {
        let column = sheet.column(RIGHT);
        sheet.texts[0][column] = "Good".to_owned();
    };
    refused(change, "Texts ti", "the column \"Right\" is missing");
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    let project = Project::good();
    let last = Sheet::export(project.root(), "ti").texts.len();
    let twice = |_: &Project, sheet: &mut Sheet| {
        let row = sheet.texts[sheet.row("words/visits/visits-add")].clone();
        sheet.texts.push(row);
    };
    refused(twice, &format!("Texts ti A{}", last + 1), "words/visits/visits-add stands twice");
}

#[test]
fn an_unknown_key_is_refused() {
    let place = cell("words/visits/visits-add", KEY);
    refused(
        |_, sheet| sheet.set("words/visits/visits-add", KEY, "words/visits/visits-ad"),
        &place,
        "words/visits/visits-ad is no text of ti",
    );
}

#[test]
fn a_tick_in_both_boxes_is_refused() {
    refused(
        |_, sheet| sheet.set("articles/interpreter#title", NEEDS_CHANGE, "x"),
        &cell("articles/interpreter#title", NEEDS_CHANGE),
        "both boxes are ticked",
    );
}

#[test]
fn a_word_in_a_box_is_refused() {
    refused(
        |_, sheet| sheet.set("articles/interpreter#title", NEEDS_CHANGE, "maybe"),
        &cell("articles/interpreter#title", NEEDS_CHANGE),
        "\"maybe\" is no tick",
    );
}

#[test]
fn ticks_without_a_name_are_refused() {
    refused(|_, sheet| sheet.cover("Your name", "  "), "Cover B4", "the reviewer's name is missing");
}

#[test]
fn a_date_in_the_future_is_refused() {
    refused(|_, sheet| sheet.cover("Date", "2126-11-22"), "Cover B5", "2126-11-22 is in the future");
}

#[test]
fn what_is_not_a_date_is_refused() {
    refused(|_, sheet| sheet.cover("Date", "yesterday"), "Cover B5", "\"yesterday\" is not a day");
}

#[test]
fn a_number_or_a_name_of_a_contact_is_not_changed_from_a_sheet() {
    let project = Project::good();
    let mut sheet = Sheet::export(project.root(), "en-GB");
    sheet.sign("A Tester");
    sheet.set("contacts/women-together#phones.0", CHANGED, "0161 496 0001");
    let imported = sheet.import(project.root(), &["--apply"]);
    assert_eq!(imported.status.code(), Some(1));
    assert!(
        said(&imported).contains("change it in assets/content/contacts/women-together.toml"),
        "{}",
        said(&imported)
    );
}

#[test]
fn records_that_cannot_be_read_are_not_written_over() {
    let project = Project::good();
    let mut sheet = Sheet::export(project.root(), "ti");
    sheet.sign("A Tester");
    sheet.tick(ARTICLE_KEY);
    project.append(REVIEW_TI, "broken\n");
    let before = project.read(REVIEW_TI);
    assert!(!sheet.import(project.root(), &["--apply"]).status.success());
    assert_eq!(project.read(REVIEW_TI), before);
}

#[test]
fn a_stray_cell_in_the_last_corner_is_refused_before_the_sheet_is_laid_out() {
    for page in ["Cover", "Texts ti"] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sheet.xlsx");
        let mut book = Workbook::new();
        for name in ["Cover", "Texts ti"] {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            sheet.write_string(0, 0, "Language").unwrap();
            sheet.write_string(0, 1, "ti").unwrap();
            if name == page {
                sheet.write_string(1_048_575, 16_383, "x").unwrap();
            }
        }
        book.save(&file).unwrap();
        let project = Project::good();
        let output = run(project.root(), &["sheet", "import", file.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains(&format!("{page} XFD1048576: a cell far from the others")), "{}", said(&output));
    }
}

#[test]
fn a_file_that_is_far_too_large_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sheet.xlsx");
    fs::File::create(&file).unwrap().set_len(20_000_001).unwrap();
    let project = Project::good();
    let output = run(project.root(), &["sheet", "import", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("larger than 20 MB"), "{}", said(&output));
}
