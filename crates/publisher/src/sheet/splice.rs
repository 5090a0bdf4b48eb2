//! Puts other words into a file and leaves every other byte as it is.

use std::ops::Range;

use kindway_content::review::{Piece, PieceKind, message_source};
use toml::de::{DeTable, DeValue};

/// The text of a file with some of its pieces in other words.
///
/// # Errors
/// The piece, by its place in `changes`, that was not found where it should stand.
pub(super) fn splice(raw: &str, changes: &[(&Piece, String)]) -> Result<String, usize> {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (at, (piece, words)) in changes.iter().enumerate() {
        edits.push(edit(raw, piece, words).filter(|(range, _)| raw.get(range.clone()).is_some()).ok_or(at)?);
    }
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut text = raw.to_owned();
    for (range, words) in edits {
        text.replace_range(range, &words);
    }
    Ok(text)
}

/// Which bytes to replace, and by what.
fn edit(raw: &str, piece: &Piece, words: &str) -> Option<(Range<usize>, String)> {
    match piece.kind {
        PieceKind::Title => title(raw, words),
        PieceKind::Statement => statement(raw, piece.line?, words),
        PieceKind::Field => field(raw, piece, words),
        PieceKind::Message => message(raw, piece.line?, &piece.item, words),
        PieceKind::Figure => None,
    }
}

/// As editors write it, between double quotation marks: what JSON escapes, TOML reads.
fn quoted(words: &str) -> String {
    serde_json::Value::String(words.to_owned()).to_string()
}

/// Lines with where they start, without their ends.
fn lines(raw: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    raw.split_inclusive('\n').map(move |line| {
        let start = from;
        from += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}

fn title(raw: &str, words: &str) -> Option<(Range<usize>, String)> {
    let mut fences = lines(raw).filter(|(_, line)| line.trim_start_matches('\u{feff}').trim_end() == "+++");
    let (first, fence) = fences.next()?;
    let from = first + fence.len();
    let (to, _) = fences.next()?;
    let table = DeTable::parse(raw.get(from..to)?).ok()?;
    let span = table.get_ref().get("title")?.span();
    Some((from + span.start..from + span.end, quoted(words)))
}

fn statement(raw: &str, line: usize, words: &str) -> Option<(Range<usize>, String)> {
    let mut below = lines(raw).skip(line.checked_sub(1)?);
    let (start, first) = below.next()?;
    let after_dash = first.strip_prefix('-')?.trim_start();
    let from = start + (first.len() - after_dash.len());
    // A long statement may go on in the lines below.
    let more =
        below.take_while(|(_, line)| !line.trim().is_empty() && !line.starts_with("- ") && !line.starts_with('#'));
    let to = more.last().map_or(start + first.len(), |(start, line)| start + line.len());
    let (said, rest) = raw.get(from..to)?.split_at_checked(words_end(raw.get(from..to)?))?;
    Some((from..from + said.len(), words.to_owned()))
        .filter(|_| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

/// Where the words of a statement end and its `{picture, flags} [FACT-IDS]` begin.
fn words_end(statement: &str) -> usize {
    let mut words = statement.trim_end();
    if let Some((before, _)) = words.strip_suffix(']').and_then(|words| words.rsplit_once('[')) {
        words = before.trim_end();
    }
    if let Some((before, inside)) = words.strip_suffix('}').and_then(|words| words.rsplit_once('{'))
        && !inside.starts_with('$')
    {
        words = before.trim_end();
    }
    words.len()
}

fn field(raw: &str, piece: &Piece, words: &str) -> Option<(Range<usize>, String)> {
    let mark = raw.len() - raw.trim_start_matches('\u{feff}').len();
    let table = DeTable::parse(raw.get(mark..)?).ok()?;
    let contact = piece.item.strip_prefix("contacts/")?;
    // English stands in the contact's own file, the other languages all in one.
    let head = if piece.file.contains("/words/") { contact } else { "words" };
    let fields = table.get_ref().get(head)?.get_ref();
    let value = match piece.part.split_once('.') {
        Some((list, at)) => fields.get(list)?.get_ref().get(at.parse::<usize>().ok()?)?,
        None => fields.get(piece.part.as_str())?,
    };
    let span = matches!(value.get_ref(), DeValue::String(_)).then(|| value.span())?;
    Some((mark + span.start..mark + span.end, quoted(words)))
}

fn message(raw: &str, line: usize, item: &str, words: &str) -> Option<(Range<usize>, String)> {
    let id = item.rsplit('/').next()?;
    let mut below = lines(raw).skip(line.checked_sub(1)?);
    let (start, first) = below.next()?;
    first.trim_start_matches('\u{feff}').strip_prefix(id)?;
    // What follows belongs to it as long as no comment and no other message begins.
    let begins = |line: &str| line.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '#' | '-'));
    let mut to = start + first.len();
    for (start, line) in below.take_while(|(_, line)| !begins(line)) {
        if !line.trim().is_empty() {
            to = start + line.len();
        }
    }
    let source = message_source(id, words);
    Some((start..to, source.trim_end().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(kind: PieceKind, item: &str, part: &str, line: usize) -> Piece {
        Piece {
            item: item.to_owned(),
            part: part.to_owned(),
            kind,
            english: String::new(),
            words: String::new(),
            context: String::new(),
            file: "assets/content/contacts/words/ti.toml".to_owned(),
            line: Some(line),
        }
    }

    fn changed(raw: &str, piece: &Piece, words: &str) -> String {
        splice(raw, &[(piece, words.to_owned())]).expect("found")
    }

    #[test]
    fn a_statement_keeps_its_picture_flags_and_facts() {
        let raw =
            "+++\ntitle = \"T\"\n+++\n\n## do\n\n- Old words\n  in two lines. {bus, loss} [A-1, A-2]\n- Next. [A-3]\n";
        let statement = piece(PieceKind::Statement, "articles/x", "do/1", 7);
        let wanted = raw.replace("Old words\n  in two lines.", "New **words**.");
        assert_eq!(changed(raw, &statement, "New **words**."), wanted);
    }

    #[test]
    fn a_placeholder_at_the_end_of_a_statement_is_part_of_its_words() {
        let raw = "- Ask on {$date}\n";
        assert_eq!(
            changed(raw, &piece(PieceKind::Statement, "articles/x", "do/1", 1), "Ring on {$date}"),
            "- Ring on {$date}\n"
        );
    }

    #[test]
    fn windows_line_ends_and_comments_stay() {
        let raw = "\u{feff}+++\r\ntitle  =  'Old' # why\r\n+++\r\n\r\n## do\r\n\r\n- One.\r\n";
        let wanted = raw.replace("'Old'", "\"It's \\\"new\\\"\"");
        assert_eq!(changed(raw, &piece(PieceKind::Title, "articles/x", "title", 2), "It's \"new\""), wanted);
        let wanted = raw.replace("One.", "Two.");
        assert_eq!(changed(raw, &piece(PieceKind::Statement, "articles/x", "do/1", 7), "Two."), wanted);
    }

    #[test]
    fn one_label_of_several_is_changed_in_its_own_contact() {
        let raw = "# c\n[a]\nphone_labels = [\"x\", \"y\"]\n\n[b]\nphone_labels = [ \"x\", # first\n  \"y\" ]\n";
        let label = piece(PieceKind::Field, "contacts/b", "phone_labels.1", 6);
        assert_eq!(changed(raw, &label, "z"), raw.replace("\"y\" ]", "\"z\" ]"));
    }

    #[test]
    fn a_message_of_many_lines_is_replaced_as_a_whole_and_its_comment_stays() {
        let raw = "# About a.\na = { $n ->\n    [one] One\n   *[other] { $n } many\n}\n\n# About b.\nb = B\n";
        let message = piece(PieceKind::Message, "words/x/a", "", 2);
        assert_eq!(changed(raw, &message, "Many"), "# About a.\na = Many\n\n# About b.\nb = B\n");
    }

    #[test]
    fn two_changes_of_one_file_do_not_disturb_each_other() {
        let raw = "- One.\n- Two.\n";
        let (one, two) = (piece(PieceKind::Statement, "", "", 1), piece(PieceKind::Statement, "", "", 2));
        let text = splice(raw, &[(&one, "A much longer one.".to_owned()), (&two, "2.".to_owned())]);
        assert_eq!(text.as_deref(), Ok("- A much longer one.\n- 2.\n"));
    }

    #[test]
    fn a_piece_that_is_not_there_is_not_written_somewhere_else() {
        let two = piece(PieceKind::Message, "words/x/b", "", 1);
        assert_eq!(splice("a = A\n", &[(&two, "B".to_owned())]), Err(0));
    }
}
