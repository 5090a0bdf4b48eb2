//! Writes the sheet.

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use kindway_content::load;
use kindway_content::review::{self, Piece, PieceKind};
use kindway_content::{Direction, Language, SOURCE_LANGUAGE, TranslationStatus};
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, ProtectionOptions,
    Workbook, Worksheet, XlsxError,
};

use super::{COVER, Column, DATE, LANGUAGE, NAME, TICK, fingerprint, texts_sheet};
use crate::progress::while_showing;

/// What the reviewer reads first. In English: they read English and the other language.
const GUIDE: [&str; 7] = [
    "Write your name and today's date above. Then open the other sheet.",
    "Read each English text, and then the translation beside it.",
    "The translation says the same, and a woman would understand it: choose the tick under \"Right\".",
    "It does not: choose the tick under \"Needs change\". If you know better words, write the whole new text under \
     \"Your text\". Choose \"Right\" as well only when you are sure of your own text.",
    "Keep numbers, names, **stars** and { $words } in braces as they are.",
    "Leave everything else as it is. Rows that you did not get to may stay empty.",
    "A page counts as checked when every one of its rows is ticked \"Right\".",
];

pub(super) fn run(
    out: &mut impl Write,
    root: &Path,
    tag: &str,
    area: Option<&str>,
    file: &Path,
) -> Result<ExitCode, Box<dyn Error>> {
    let reading = while_showing("Reading the content", || load::read(root, None));
    let (content, sources) = (&reading.content, &reading.sources);
    let language = content.languages.iter().find(|language| language.tag == tag);
    let language = language.ok_or_else(|| format!("{tag} is not a language of {}/languages.toml", load::CONTENT))?;
    let standings = review::standings(content, sources, tag);
    let mut pieces = review::pieces(content, sources, tag);
    if let Some(area) = area {
        let of_area = |key: &str| key.split('/').next() == Some(area);
        if !standings.keys().any(|key| of_area(key)) {
            let mut areas: Vec<&str> = standings.keys().filter_map(|key| key.split('/').next()).collect();
            areas.dedup();
            return Err(format!("there is no area \"{area}\"; there are: {}", areas.join(", ")).into());
        }
        pieces.retain(|piece| of_area(&piece.item));
    }
    let is_stale = |piece: &Piece| standings.get(&piece.item) == Some(&Some(TranslationStatus::Stale));
    let mut book = while_showing("Writing the sheet", || workbook(language, &pieces, is_stale))?;
    book.save(file).map_err(|error| format!("{}: {error}", file.display()))?;
    writeln!(out, "{}: {} texts of {}", file.display(), pieces.len(), language.english)?;
    let missing = standings
        .iter()
        .filter(|(key, standing)| standing.is_none() && area.is_none_or(|area| key.split('/').next() == Some(area)));
    match missing.count() {
        0 => {}
        count => writeln!(out, "{count} are not in it: they are not translated yet, or their files cannot be read")?,
    }
    Ok(ExitCode::SUCCESS)
}

fn workbook(language: &Language, pieces: &[Piece], is_stale: impl Fn(&Piece) -> bool) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    // The day of writing would make two sheets of the same content differ.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?));
    cover(book.add_worksheet(), language)?;
    texts(book.add_worksheet(), language, pieces, is_stale)?;
    Ok(book)
}

/// Text, and never anything else: a date, a number or a formula. Format 49 is the built-in one for text.
fn text() -> Format {
    Format::new().set_num_format_index(49).set_text_wrap().set_align(FormatAlign::Top)
}

fn to_fill() -> Format {
    text().set_unlocked().set_background_color(Color::RGB(0x00FF_F7E0)).set_border(FormatBorder::Thin)
}

fn lock(sheet: &mut Worksheet) {
    let allowed =
        ProtectionOptions { format_cells: true, format_columns: true, format_rows: true, ..Default::default() };
    sheet.protect_with_options(&allowed);
}

fn cover(sheet: &mut Worksheet, language: &Language) -> Result<(), XlsxError> {
    let bold = text().set_bold();
    sheet.set_name(COVER)?.set_column_width(0, 30)?.set_column_width(1, 70)?;
    let title = format!("Kindway in {} ({})", language.english, language.endonym);
    sheet.write_string_with_format(0, 0, "Texts to check", &bold)?.write_string_with_format(0, 1, title, &bold)?;
    sheet.write_string_with_format(2, 0, LANGUAGE, &text())?.write_string_with_format(2, 1, &language.tag, &text())?;
    for (row, label) in [(3, NAME), (4, DATE)] {
        sheet.write_string_with_format(row, 0, label, &text())?.write_blank(row, 1, &to_fill())?;
    }
    for (row, line) in (6..).zip(GUIDE) {
        sheet.write_string_with_format(row, 1, line, &text())?;
    }
    lock(sheet);
    Ok(())
}

fn texts(
    sheet: &mut Worksheet,
    language: &Language,
    pieces: &[Piece],
    is_stale: impl Fn(&Piece) -> bool,
) -> Result<(), XlsxError> {
    let is_rtl = language.dir == Direction::Rtl;
    sheet.set_name(texts_sheet(&language.tag))?.set_right_to_left(is_rtl).set_freeze_panes(1, 0)?;
    let (grey, header) =
        (text().set_font_color(Color::Gray).set_font_size(8), text().set_bold().set_border_bottom(FormatBorder::Thin));
    // 1 is left to right and 2 right to left: English stays readable in a sheet that runs the other way.
    let english = text().set_reading_direction(1);
    let own = |format: Format| format.set_reading_direction(if is_rtl { 2 } else { 1 });
    for (at, column) in (0..).zip(Column::ALL) {
        let (width, format) = match column {
            Column::Key => (18, grey.clone()),
            Column::English => (45, english.clone()),
            Column::Context => (30, grey.clone()),
            Column::Words => (45, own(text())),
            Column::Changed => (45, own(to_fill())),
            Column::Right | Column::NeedsChange => (9, to_fill().set_align(FormatAlign::Center)),
            Column::Of | Column::Is => (14, grey.clone()),
        };
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, column.heading(), &header)?;
        for (row, piece) in (1..).zip(pieces) {
            let words = match column {
                Column::Key => piece.key(),
                Column::English => piece.english.clone(),
                Column::Context => context(piece, &language.tag, is_stale(piece)),
                Column::Words => piece.words.clone(),
                Column::Changed | Column::Right | Column::NeedsChange => String::new(),
                Column::Of => fingerprint(&piece.english),
                Column::Is => fingerprint(&piece.words),
            };
            match words.as_str() {
                "" => sheet.write_blank(row, at, &format)?,
                words => sheet.write_string_with_format(row, at, words, &format)?,
            };
        }
        let last = u32::try_from(pieces.len()).unwrap_or(u32::MAX).max(1);
        match column {
            Column::Right | Column::NeedsChange => {
                let tick = DataValidation::new().allow_list_strings(&[TICK])?;
                let tick = tick.set_error_message(format!("Choose {TICK}, or leave it empty."))?;
                sheet.add_data_validation(1, at, last, at, &tick)?;
            }
            Column::Of | Column::Is => drop(sheet.set_column_hidden(at)?),
            _ => {}
        }
    }
    lock(sheet);
    Ok(())
}

fn context(piece: &Piece, tag: &str, is_stale: bool) -> String {
    let mut context = piece.context.clone();
    if is_stale && tag != SOURCE_LANGUAGE {
        context.push_str("\nThe English of this page has changed since it was translated. Still right?");
    }
    if piece.kind == PieceKind::Figure {
        context.push_str("\nCan only be ticked here; it is changed in its file.");
    }
    context
}
