//! Which characters the fonts of the screens can show. The list is committed, because an editor has no fonts to look into; it is
//! made from the font files themselves, as far as `ui/src/styles/fonts.css` lets them be used.

use std::{collections::BTreeSet, fs};

use crate::steps::{Result, root};

/// The list that the check of the content reads.
const LIST: &str = "assets/fonts/coverage.toml";
const STYLES: &str = "ui/src/styles/fonts.css";
const PACKAGES: &str = "ui/node_modules";

/// The weights of one script: files that stand in for each other.
struct Script {
    range: String,
    files: Vec<String>,
}

/// Fails where the committed list is not what the fonts can show.
pub(crate) fn check() -> Result {
    if fs::read_to_string(root().join(LIST)).unwrap_or_default() == list()? {
        Ok(())
    } else {
        Err(format!("{LIST} is not what the fonts can show: `cargo xtask check --write` makes it so"))
    }
}

/// Writes the list.
pub(crate) fn write() -> Result {
    let (path, list) = (root().join(LIST), list()?);
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(&path, list))
        .map_err(|error| format!("{LIST}: {error}"))
}

fn list() -> Result<String> {
    let styles = fs::read_to_string(root().join(STYLES)).map_err(|error| format!("{STYLES}: {error}"))?;
    let mut list = format!(
        "# What the fonts of the screens can show, every weight of a script alike. The check of the content refuses any other\n\
         # character. Written by: cargo xtask check --write, from {STYLES} and the fonts that it names.\n"
    );
    for Script { range, files } in scripts(&styles)? {
        let mut shown: Option<BTreeSet<u32>> = None;
        for file in &files {
            let found = characters(file)?;
            shown = Some(shown.map_or(found.clone(), |shown| &shown & &found));
        }
        let named = ranges(&range)?;
        let is_named = |c: &u32| named.iter().any(|(first, last)| (*first..=*last).contains(c));
        let shown: Vec<u32> = shown.unwrap_or_default().into_iter().filter(is_named).collect();
        let quoted = |texts: Vec<String>| texts.iter().map(|text| format!("    \"{text}\",\n")).collect::<String>();
        list.push_str(&format!("\n[[font]]\nfiles = [\n{}]\n", quoted(files)));
        list.push_str(&format!("ranges = [\n{}]\n", quoted(runs(&shown))));
    }
    Ok(list)
}

/// The `@font-face` rules, those of one `unicode-range` together.
fn scripts(styles: &str) -> Result<Vec<Script>> {
    let mut scripts: Vec<Script> = Vec::new();
    for face in styles.split("@font-face").skip(1) {
        let part =
            |before: &str, after: char| face.split_once(before)?.1.split_once(after).map(|(part, _)| part.trim());
        let wrong = || format!("{STYLES}: each @font-face has a url('…') and a unicode-range");
        let file = part("url('", '\'').ok_or_else(wrong)?.to_owned();
        let range = part("unicode-range:", ';').ok_or_else(wrong)?.to_owned();
        match scripts.iter_mut().find(|script| script.range == range) {
            Some(script) => script.files.push(file),
            None => scripts.push(Script { range, files: vec![file] }),
        }
    }
    Ok(scripts)
}

/// `U+0000-00FF, U+0131` as first and last characters.
fn ranges(written: &str) -> Result<Vec<(u32, u32)>> {
    let number =
        |text: &str| u32::from_str_radix(text, 16).map_err(|_| format!("{STYLES}: \"{text}\" is no character"));
    let range = |part: &str| {
        let part = part.trim().trim_start_matches("U+");
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        Ok((number(first)?, number(last)?))
    };
    written.split(',').map(range).collect()
}

/// Every character that a font file has a drawing of.
fn characters(file: &str) -> Result<BTreeSet<u32>> {
    let path = root().join(PACKAGES).join(file);
    let said = |what: String| format!("{PACKAGES}/{file}: {what}");
    let packed = fs::read(&path).map_err(|error| said(error.to_string()))?;
    let font = wuff::decompress_woff2(&packed).map_err(|error| said(format!("{error:?}")))?;
    let face = ttf_parser::Face::parse(&font, 0).map_err(|error| said(error.to_string()))?;
    let mut found = BTreeSet::new();
    for table in
        face.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables).filter(ttf_parser::cmap::Subtable::is_unicode)
    {
        table.codepoints(|character| {
            if table.glyph_index(character).is_some_and(|glyph| glyph.0 != 0) {
                found.insert(character);
            }
        });
    }
    if found.is_empty() { Err(said("it has no characters".to_owned())) } else { Ok(found) }
}

/// Characters in a row as one: `0600-06FF`.
fn runs(characters: &[u32]) -> Vec<String> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for character in characters {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *character => *last = *character,
            _ => runs.push((*character, *character)),
        }
    }
    let told = |(first, last): (u32, u32)| {
        if first == last { format!("{first:04X}") } else { format!("{first:04X}-{last:04X}") }
    };
    runs.into_iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_in_a_row_are_one_range() {
        assert_eq!(runs(&[0x41, 0x42, 0x43, 0x600]), ["0041-0043", "0600"]);
    }

    #[test]
    fn weights_of_one_range_stand_together() {
        let face = |weight: u32| {
            format!(
                "@font-face {{ src: url('a/{weight}.woff2') format('woff2'); unicode-range: U+0041-0042, U+0600; }}"
            )
        };
        let scripts = scripts(&(face(400) + &face(700))).unwrap();
        assert_eq!(scripts[0].files, ["a/400.woff2", "a/700.woff2"]);
        assert_eq!(ranges(&scripts[0].range).unwrap(), [(0x41, 0x42), (0x600, 0x600)]);
    }
}
