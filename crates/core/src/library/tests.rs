#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use kindway_content::{
    Pack, Record,
    delta::Expected,
    release::{Edition, Release},
    roles,
};

use super::{Library, NotTaken, fold, forms, passages};
use crate::ports::UpdateTrouble;

#[test]
fn search_sees_through_harakat_hamza_and_the_letters_that_keyboards_mix_up() {
    assert_eq!(fold("مُترجِمة"), fold("مترجمه"));
    assert_eq!(fold("أُجرة"), fold("اجره"));
    assert_eq!(fold("کیف"), fold("كيف"), "Persian kaf and ye");
    assert_eq!(fold("ሠላም"), fold("ሰላም"));
    assert_eq!(fold("ፀሓይ"), fold("ጸሓይ"));
    assert_eq!(fold("Crèche, Women’s"), "creche womens");
}

#[test]
fn search_sees_through_the_letters_of_persian_urdu_and_kurdish_and_joiners_that_cannot_be_seen() {
    assert_eq!(fold("می\u{200C}شود"), fold("ميشود"), "a Persian word with and without its joiner, with an Arabic ye");
    assert_eq!(fold("ہسپتال"), fold("هسپتال"), "Urdu he");
    assert_eq!(fold("نەخۆشخانە"), fold("نەخۆشخانه"), "Kurdish e is typed with the letter he");
    assert_eq!(fold("دواء"), fold("دوا"));
    assert_eq!(fold("ﻣﺴﺘﺸﻔﻰ"), fold("مستشفى"), "letters as a copied PDF has them");
}

#[test]
fn search_sees_through_latin_marks_of_any_language() {
    assert_eq!(fold("Đường"), "duong");
    assert_eq!(fold("bệnh viện"), "benh vien");
    assert_eq!(fold("e\u{301}"), "e");
    assert_eq!(fold("İstanbul, Łódź, Straße"), "istanbul lodz strasse");
}

#[test]
fn scripts_of_india_stay_whole() {
    assert_eq!(fold("হাসপাতাল"), "হাসপাতাল");
    assert_eq!(fold("গর্ভবতী"), "গর্ভবতী", "with the sign that joins two consonants");
    assert_eq!(fold("மருத்துவர்"), "மருத்துவர்");
    assert_eq!(fold("ਹਸਪਤਾਲ"), "ਹਸਪਤਾਲ");
}

#[test]
fn digits_of_every_script_are_the_same() {
    for digits in ["٩٩٩", "۹۹۹", "९९९", "৯৯৯", "੯੯੯", "௯௯௯", "９９９"] {
        assert_eq!(fold(digits), "999", "{digits}");
    }
    assert_eq!(fold("፫"), "3");
}

#[test]
fn search_sees_through_the_series_that_ethiopic_writers_mix_up() {
    for (one, other) in [("ሐኪም", "ሃኪም"), ("ኀይሊ", "ሃይሊ"), ("ዐይኒ", "ኣይኒ"), ("አዲስ", "ኣዲስ"), ("ኰነ", "ኮነ")]
    {
        assert_eq!(fold(one), fold(other), "{one}");
    }
    assert_eq!(fold("ሓኪም፣ ሆስፒታል።"), fold("ሓኪም ሆስፒታል"));
}

#[test]
fn one_word_in_its_grammar_has_a_form_in_common_with_another() {
    let all = |word: &str| {
        let word = fold(word);
        let mut all: Vec<String> = forms(&word).into_iter().map(|(form, _)| form).collect();
        all.push(word);
        all
    };
    for (one, other) in [
        ("babies", "baby"),
        ("moving", "move"),
        ("stopped", "stop"),
        ("vaccines", "vaccine"),
        ("للمستشفى", "مستشفى"),
        ("القابلات", "قابلة"),
        ("يتحرك", "تتحرك"),
        ("ንሓኪም", "ሓኪም"),
        ("took", "take"),
        ("slept", "sleep"),
        ("women", "woman"),
        ("ክወልድ", "ምውላድ"),
        ("ክምርምሩኒ", "መርመራ"),
        ("ኣግዒዞምኒ", "ምግዓዝ"),
        ("ተኸንሺበ", "ምኽንሻብ"),
        ("ይንቀሳቐስ", "ምንቅስቓስ"),
    ] {
        assert!(
            all(one).iter().any(|form| all(other).contains(form)),
            "{one} {:?}, {other} {:?}",
            all(one),
            all(other)
        );
    }
}

#[test]
fn a_language_is_read_in_when_it_is_first_searched_and_not_again() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(folder.path(), kindway_seed::SEED.to_vec(), Edition::default()).unwrap();
    let read = |library: &Library| {
        let tags: Vec<String> = {
            let mut ask = library.db.prepare("SELECT tag FROM searchable ORDER BY tag").unwrap();
            ask.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
        };
        let passages: i64 = library.db.query_row("SELECT count(*) FROM passage", [], |row| row.get(0)).unwrap();
        (tags, passages)
    };
    assert_eq!(read(&library), (Vec::new(), 0), "nothing is read in before anything is searched");
    library.index("ti").unwrap();
    let first = read(&library);
    assert_eq!(first.0, ["en-GB", "ti"]);
    drop(library);
    let again = Library::open(folder.path(), kindway_seed::SEED.to_vec(), Edition::default()).unwrap();
    again.index("ti").unwrap();
    assert_eq!(read(&again), first, "the file has kept it");
}

#[test]
fn a_full_disk_does_not_keep_her_from_searching() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(folder.path(), kindway_seed::SEED.to_vec(), Edition::default()).unwrap();
    let pages: i64 = library.db.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    let most: i64 = library.db.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |row| row.get(0)).unwrap();
    assert_eq!(most, pages, "not one page more fits");
    passages::read_in(&library.db, "ar").unwrap();
    passages::read_in(&library.db, "ti").unwrap();
    let found = library.find_contacts(&["sands".to_owned()], "ar").unwrap();
    assert!(found.iter().any(|(id, _)| id == "sands"), "{found:?}");
    let on_disk: i64 = library.db.query_row("SELECT count(*) FROM main.passage", [], |row| row.get(0)).unwrap();
    assert_eq!(on_disk, 0, "nothing half written is left in the file");
}

/// What ships, with one Arabic paragraph changed and one large record more.
fn release() -> Release {
    let mut pack = kindway_content::read_seed(kindway_seed::SEED).unwrap();
    let article = pack.records.iter_mut().find(|record| record.key == "doc/articles/interpreter/ar").unwrap();
    article.body = String::from_utf8(article.body.clone()).unwrap().replace("لكِ الحق", "لكِ الكستناء").into_bytes();
    let body = serde_json::to_vec(&"la".repeat(200_000)).unwrap();
    pack.records.push(Record { key: "song/lullaby".to_owned(), version: 1, review_by: None, body });
    pack.records.sort_by(|a, b| a.key.cmp(&b.key));
    let parts: BTreeMap<_, _> =
        roles::split(&pack).into_iter().map(|(role, part): (_, Pack)| (role, part.to_canonical())).collect();
    Release {
        edition: Edition { root: 1, snapshot: 2 },
        listed: parts.iter().map(|(role, bytes)| (role.clone(), Expected::of(bytes))).collect(),
        parts,
        floors: "floors".to_owned(),
    }
}

fn everything(library: &Library) -> BTreeMap<String, Vec<u8>> {
    library.parts().keys().map(|role| (role.to_string(), library.part(role).unwrap().unwrap())).collect()
}

fn take_in(library: &mut Library, release: Release) -> Result<(), NotTaken> {
    library.take_in(release, "2026-11-22T10:00:00Z".parse().unwrap()).map(drop)
}

#[test]
fn a_full_disk_leaves_the_content_as_it_was_and_takes_it_once_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path(), kindway_seed::SEED.to_vec(), Edition::default()).unwrap();
    library.index("ar").unwrap();
    let before = everything(&library);
    let most = |library: &Library, pages: i64| {
        library.db.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |row| row.get::<_, i64>(0)).unwrap()
    };
    for room in [0, 1, 2, 5, 10, 20, 30] {
        let pages: i64 = library.db.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        most(&library, pages + room);
        let refused = take_in(&mut library, release()).unwrap_err();
        assert_eq!(refused.trouble(), UpdateTrouble::NoRoom, "{refused}");
        assert!(everything(&library) == before, "with room for {room} pages");
        assert_eq!((library.edition(), library.floors()), (Edition::default(), None));
        assert!(!library.passages("\"مترجم\"").unwrap().is_empty(), "what was read in for the search is there too");
    }
    most(&library, 1_000_000);
    take_in(&mut library, release()).unwrap();
    assert!(everything(&library) != before);
}

#[test]
fn words_that_were_read_in_to_memory_give_way_to_those_of_a_release() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path(), kindway_seed::SEED.to_vec(), Edition::default()).unwrap();
    let pages: i64 = library.db.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    library.db.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
    library.index("ar").unwrap();
    let chestnut = format!("\"{}\"", fold("الكستناء"));
    assert!(library.passages(&chestnut).unwrap().is_empty());
    library.db.query_row("PRAGMA max_page_count = 1000000", [], |_| Ok(())).unwrap();
    take_in(&mut library, release()).unwrap();
    library.index("ar").unwrap();
    assert!(!library.passages(&chestnut).unwrap().is_empty());
}

#[test]
fn what_reads_differently_than_it_was_written_is_never_committed() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path(), kindway_seed::SEED.to_vec(), Edition::default()).unwrap();
    let before = everything(&library);
    library
        .db
        .execute_batch(
            "CREATE TEMP TRIGGER lies AFTER INSERT ON main.record WHEN new.key = 'song/lullaby'
             BEGIN UPDATE record SET version = 2 WHERE key = new.key; END",
        )
        .unwrap();
    assert_eq!(take_in(&mut library, release()), Err(NotTaken::NotReadBack));
    assert!(everything(&library) == before);
}

#[test]
fn a_file_that_reads_differently_after_all_goes_back_to_what_shipped() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path(), kindway_seed::SEED.to_vec(), Edition::default()).unwrap();
    let shipped = everything(&library);
    take_in(&mut library, release()).unwrap();
    let listed = library.parts().clone();
    library.confirm(&listed, &listed).unwrap();
    library.db.execute("UPDATE record SET version = 2 WHERE key = 'song/lullaby'", []).unwrap();
    assert_eq!(library.confirm(&listed, &listed), Err(NotTaken::NotReadBack));
    assert!(everything(&library) == shipped);
    assert_eq!((library.edition(), library.floors()), (Edition::default(), None));
    take_in(&mut library, release()).unwrap();
}
