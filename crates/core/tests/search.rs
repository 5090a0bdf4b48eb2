//! One search over everything: what it finds, how it forgives, and what it never shows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/questions.rs"]
mod questions;
mod support;

use kindway_core::{
    api::{Request, Response},
    help,
    search::{Found, Hit, HitKind},
    settings, visits,
};
use questions::{Facts, HALVES, half, search};
use support::{Phone, visit};

const NOW: &str = "2026-11-22T10:00:00Z";

fn speaking(tag: &str) -> Phone {
    let mut phone = Phone::at(NOW);
    phone.speak(tag);
    phone
}

/// Where something stands among the hits, from 0.
fn place_of(found: &Found, kind: HitKind, id: &str) -> Option<usize> {
    found.hits.iter().position(|hit| hit.kind == kind && hit.id == id)
}

fn ids(found: &Found) -> Vec<(HitKind, &str)> {
    found.hits.iter().map(|hit| (hit.kind, hit.id.as_str())).collect()
}

#[track_caller]
fn is_in_first_three(tag: &str, words: &str, kind: HitKind, id: &str) {
    let mut phone = speaking(tag);
    let found = search(&mut phone, words);
    assert!(place_of(&found, kind, id).is_some_and(|place| place < 3), "{words}: {:?}", ids(&found));
}

fn text(hit: &Hit) -> String {
    let snippet: String = hit.snippet.iter().map(|span| span.text.as_str()).collect();
    format!("{} {snippet}", hit.title).to_lowercase()
}

#[test]
fn nine_of_ten_plain_questions_of_each_half_are_answered_in_the_first_three() {
    let facts = Facts::read(kindway_seed::SEED);
    let mut phone = Phone::at(NOW);
    let mut language = String::new();
    for name in HALVES {
        let questions = half(name).unwrap_or_else(|| panic!("the questions of {name} are gone"));
        for (tag, count) in [("en-GB", 30), ("ar", 10), ("ti", 10)] {
            let has = questions.iter().filter(|question| question.language == tag).count();
            assert!(has >= count, "{name} in {tag}: {has}");
        }
        let mut answered = 0;
        for question in &questions {
            if language != question.language {
                language.clone_from(&question.language);
                phone.speak(&language);
            }
            let found = search(&mut phone, &question.text);
            answered += usize::from(facts.first_answer(question, &found).is_some_and(|place| place < 3));
        }
        assert!(answered * 10 >= questions.len() * 9, "{name}: {answered} of {} are answered", questions.len());
    }
}

#[test]
fn a_typing_error_in_a_word_finds_what_the_word_finds() {
    for (tag, right, wrong) in [
        ("en-GB", "interpreter", "intrepreter"),
        ("en-GB", "interpreter", "interpeter"),
        ("en-GB", "vaccines", "vacines"),
        ("en-GB", "complain", "complian"),
        ("ar", "مترجمة", "متترجمة"),
        ("ar", "القابلة", "القابة"),
        ("ti", "ኣስተርጓሚ", "ኣስተርጋሚ"),
    ] {
        let mut phone = speaking(tag);
        let expected = search(&mut phone, right);
        let found = search(&mut phone, wrong);
        let first = ids(&expected)[0];
        assert!(ids(&found).iter().take(3).any(|hit| *hit == first), "{wrong}: {:?}, not {first:?}", ids(&found));
    }
}

#[test]
fn the_same_word_is_found_however_her_keyboard_writes_it() {
    for (tag, spellings) in [
        ("ar", ["مُترجِمة", "مترجمه", "المترجمة", "والمترجمة", "مـترجمة"].as_slice()),
        ("ar", &["أجرة", "اجره", "الأجرة", "بالأجرة"]),
        ("ti", &["ኣስተርጓሚ", "አስተርጓሚ", "ዓስተርጓሚ", "ኣስተርጓሚ።", "ንኣስተርጓሚ"]),
        ("en-GB", &["Interpreter", "INTERPRETER", "ïntérprẹter", "interpreters?", "“interpreter”", "ｉnterpreter"]),
    ] {
        let mut phone = speaking(tag);
        let expected: Option<(HitKind, String)> =
            search(&mut phone, spellings[0]).hits.first().map(|hit| (hit.kind, hit.id.clone()));
        assert!(expected.is_some(), "{} finds something", spellings[0]);
        for spelling in &spellings[1..] {
            let first = search(&mut phone, spelling).hits.first().map(|hit| (hit.kind, hit.id.clone()));
            assert_eq!(first, expected, "{spelling}");
        }
    }
}

#[test]
fn grammar_around_a_word_does_not_hide_it() {
    is_in_first_three("en-GB", "they moved me", HitKind::Article, "being-moved");
    is_in_first_three("en-GB", "moving", HitKind::Article, "being-moved");
    is_in_first_three("ar", "وللمترجمة", HitKind::Article, "interpreter");
    is_in_first_three("ti", "ብኣስተርጓሚ", HitKind::Article, "interpreter");
}

#[test]
fn a_phrase_is_understood_with_other_words_between_and_in_another_order() {
    is_in_first_three("en-GB", "the card from aspen has now stopped", HitKind::Article, "aspen-card");
    is_in_first_three("en-GB", "my passport they took and keep", HitKind::Article, "trafficking");
    is_in_first_three("ar", "البيبي وين ممكن ينام", HitKind::Article, "safe-sleep");
    is_in_first_three("ti", "ነቲ ህጻነይ ኣበይ ከም ዘመዝግቦ", HitKind::Article, "register-the-birth");
}

#[test]
fn a_phrase_inside_a_longer_one_means_nothing_by_itself() {
    let mut phone = speaking("en-GB");
    let found = search(&mut phone, "baby not moving much today");
    assert_eq!(ids(&found).first(), Some(&(HitKind::Danger, "signs")), "it is no move of hers: {:?}", ids(&found));
}

#[test]
fn one_negation_is_as_good_as_another() {
    for (tag, phrasings) in [
        ("en-GB", ["no passport for the gp", "without passport for the gp", "i dont have passport for the gp"]),
        ("ar", ["بدون جواز للطبيب", "ما عندي جواز للطبيب", "وما عندي جواز للطبيب"]),
    ] {
        for words in phrasings {
            is_in_first_three(tag, words, HitKind::Article, "gp-without-papers");
        }
    }
}

#[test]
fn small_words_count_where_they_make_the_meaning() {
    is_in_first_three("en-GB", "he pushed me", HitKind::Article, "hurt-at-home");
    is_in_first_three("en-GB", "i throw up", HitKind::Danger, "signs");
    is_in_first_three("en-GB", "they sold me", HitKind::Article, "trafficking");
}

#[test]
fn a_danger_sign_stands_first_although_a_page_is_called_as_the_rest_of_her_words() {
    for (tag, words) in
        [("en-GB", "my leg is swollen after birth"), ("ar", "رجلي وارمة بعد الولادة"), ("en-GB", "fever after birth")]
    {
        let mut phone = speaking(tag);
        let found = search(&mut phone, words);
        assert_eq!(ids(&found).first(), Some(&(HitKind::Danger, "signs")), "{words}: {:?}", ids(&found));
    }
}

#[test]
fn who_writes_as_she_speaks_finds_what_is_written() {
    for (written, spoken) in [("السونار الثاني", "السونار التاني"), ("أخذوا جوازي", "اخدوا جوازي")]
    {
        let mut phone = speaking("ar");
        let expected = ids(&search(&mut phone, written)).first().map(|(kind, id)| (*kind, (*id).to_owned()));
        let found = search(&mut phone, spoken);
        let first = ids(&found).first().map(|(kind, id)| (*kind, (*id).to_owned()));
        assert!(expected.is_some() && first == expected, "{spoken}: {:?}, not {expected:?}", ids(&found));
    }
}

#[test]
fn an_inner_part_of_a_word_is_enough_in_a_language_without_spaces_and_in_any_other() {
    // No Chinese content ships yet, so a Chinese document takes the place of a translation.
    let mut pack = kindway_content::read_seed(kindway_seed::SEED).unwrap();
    let mut language: serde_json::Value =
        serde_json::from_slice(&pack.with_prefix("language/").next().unwrap().body).unwrap();
    language["tag"] = "zh-Hans".into();
    let article = pack.get("doc/articles/interpreter/en-GB").unwrap().clone();
    let mut doc: kindway_content::Doc = serde_json::from_slice(&article.body).unwrap();
    doc.language = "zh-Hans".into();
    doc.title = "我可以有一名口译员吗？".into();
    pack.records.push(kindway_content::Record {
        key: "doc/articles/interpreter/zh-Hans".into(),
        body: serde_json::to_vec(&doc).unwrap(),
        ..article
    });
    let places = pack.with_prefix("language/").count();
    pack.records.push(kindway_content::Record {
        key: format!("language/{places:02}-zh-Hans"),
        version: 1,
        review_by: None,
        body: serde_json::to_vec(&language).unwrap(),
    });
    // A language without words of its own is not shown.
    let words: Vec<_> = pack.with_prefix("messages/en-GB/").cloned().collect();
    pack.records.extend(
        words
            .into_iter()
            .map(|record| kindway_content::Record { key: record.key.replacen("en-GB", "zh-Hans", 1), ..record }),
    );
    pack.records.sort_by(|a, b| a.key.cmp(&b.key));
    let mut phone = Phone::with_seed(NOW, kindway_content::write_seed(&pack).unwrap());
    phone.speak("zh-Hans");
    for words in ["口译员", "口译", "译", "我需要口译员"] {
        let found = search(&mut phone, words);
        assert_eq!(place_of(&found, HitKind::Article, "interpreter"), Some(0), "{words}: {:?}", ids(&found));
    }
    phone.speak("en-GB");
    let found = search(&mut phone, "terpreter");
    assert!(place_of(&found, HitKind::Article, "interpreter").is_some(), "{:?}", ids(&found));
}

#[test]
fn words_that_speak_of_a_danger_sign_bring_the_danger_signs_first() {
    for (tag, words) in [
        ("en-GB", "bleeding"),
        ("en-GB", "my baby is not moving"),
        ("en-GB", "fever"),
        ("en-GB", "bad headache"),
        ("ar", "نزيف"),
        ("ar", "صداع شديد"),
        ("ti", "ረስኒ"),
        ("ti", "ሕማም ርእሲ"),
    ] {
        let mut phone = speaking(tag);
        let found = search(&mut phone, words);
        assert_eq!(ids(&found).first(), Some(&(HitKind::Danger, "signs")), "{words}: {:?}", ids(&found));
        assert!(found.hits[0].section.is_some() && !found.hits[0].snippet.is_empty(), "the sign itself is shown");
    }
}

#[test]
fn words_that_a_danger_sign_only_shares_do_not_bring_it_first() {
    for words in ["they want to move me", "blood test", "baby clothes", "hospital", "bus fare"] {
        let mut phone = speaking("en-GB");
        let found = search(&mut phone, words);
        assert!(!found.hits.is_empty() && found.hits[0].kind != HitKind::Danger, "{words}: {:?}", ids(&found));
    }
}

#[test]
fn a_hit_speaks_her_language_and_says_which_it_is() {
    let mut phone = speaking("ar");
    let found = search(&mut phone, "مترجمة");
    let hit = found.hits.iter().find(|hit| hit.id == "interpreter" && hit.kind == HitKind::Article).unwrap();
    assert_eq!(hit.language, "ar");
    assert!(hit.status.is_some() && hit.snippet.iter().any(|span| span.text.contains("ترجم")), "{hit:?}");
    let english = search(&mut phone, "interpreter");
    assert!(place_of(&english, HitKind::Article, "interpreter").is_some(), "English words find it too");
}

#[test]
fn her_own_visits_are_found_by_kind_place_and_note_and_stand_before_what_is_for_everybody() {
    let mut phone = speaking("en-GB");
    let scan = phone.add(visits::Draft {
        place: Some("Arrowe Park Hospital".into()),
        note: Some("bring the blue folder".into()),
        ..visit("scan", "2026-12-01", "09:20")
    });
    phone.add(visit("blood-test", "2026-12-02", "10:00"));
    for words in ["scan", "arrowe park", "arrow park", "blue folder", "ultrasound"] {
        let found = search(&mut phone, words);
        assert_eq!(ids(&found).first(), Some(&(HitKind::Visit, scan.card.id.as_str())), "{words}: {:?}", ids(&found));
        assert!(found.hits[0].visit.is_some());
    }
    phone.speak("ar");
    let found = search(&mut phone, "السونار");
    assert_eq!(found.hits[0].kind, HitKind::Visit, "by its kind in her language: {:?}", ids(&found));
}

#[test]
fn nothing_typed_is_kept() {
    let mut phone = speaking("en-GB");
    search(&mut phone, "zebracorn liverpool L7 8TX");
    let Response::Settings(settings) = phone.call(Request::Settings(support::nothing())).unwrap() else { panic!() };
    assert_eq!(settings.near, None, "a search is no place she lives in");
    phone.close();
    for entry in std::fs::read_dir(phone.path()).unwrap() {
        let Ok(bytes) = std::fs::read(entry.unwrap().path()) else { continue };
        assert!(!bytes.windows(9).any(|part| part == b"zebracorn"), "her words are in a file");
    }
}

#[test]
fn a_place_among_the_words_brings_people_there() {
    let mut phone = speaking("en-GB");
    for words in ["group in liverpool", "group L7", "group livrpool"] {
        let found = search(&mut phone, words);
        assert_eq!(found.near.as_ref().map(|near| near.town.as_str()), Some("Liverpool"), "{words}");
        let contacts: Vec<&Hit> = found.hits.iter().filter(|hit| hit.kind == HitKind::Contact).take(3).collect();
        assert!(contacts.iter().any(|hit| hit.id == "refugee-women-connect"), "{words}: {:?}", ids(&found));
        let there = help::Whereabouts::In { town: "Liverpool".into() };
        assert!(contacts.iter().all(|hit| hit.contact.as_ref().is_some_and(|card| card.whereabouts == there)));
    }
    phone.speak("ar");
    let found = search(&mut phone, "مجموعة في ليفربول");
    assert_eq!(found.near.as_ref().map(|near| near.town.as_str()), Some("Liverpool"), "a town in her own script");
}

#[test]
fn results_are_mixed_and_never_more_than_twenty() {
    let mut phone = speaking("en-GB");
    for words in ["baby", "women", "help", "money", "midwife", "asylum support hospital"] {
        let found = search(&mut phone, words);
        assert!(found.hits.len() <= 20, "{words}");
        let contacts = found.hits.iter().filter(|hit| hit.kind == HitKind::Contact).count();
        assert!(contacts <= 6 && contacts < found.hits.len(), "{words}: {contacts} of {}", found.hits.len());
    }
}

#[test]
fn lines_for_advisers_are_never_found_and_closed_ones_come_last() {
    let mut phone = speaking("en-GB");
    for words in ["asap", "asylum support appeals project", "advisers line"] {
        assert_eq!(place_of(&search(&mut phone, words), HitKind::Contact, "asap"), None, "{words}");
    }
    let found = search(&mut phone, "pregnancy outreach workers birmingham");
    let closed: Vec<bool> = found.hits.iter().map(|hit| hit.contact.as_ref().is_some_and(|card| card.closed)).collect();
    assert!(closed.contains(&true), "{:?}", ids(&found));
    assert!(closed.is_sorted(), "what is open stands above what has closed: {closed:?}");
}

#[test]
fn after_a_loss_nothing_found_speaks_of_babies() {
    let mut phone = speaking("en-GB");
    phone.add(visit("scan", "2026-12-01", "09:20"));
    phone.settings(settings::Change { loss: Some(true), ..Default::default() });
    let baby = ["pregnan", "baby", "babies", "birth", "matern", "midwi", "antenatal", "perinatal", "doula", " scan"];
    for words in [
        "scan",
        "baby",
        "midwife",
        "food",
        "group",
        "lawyer",
        "hospital",
        "moved",
        "money",
        "bleeding",
        "vaccine",
        "liverpool",
        "someone to talk to",
        "midwife",
        "baby",
    ] {
        let found = search(&mut phone, words);
        for hit in &found.hits {
            let text = text(hit);
            assert!(!baby.iter().any(|word| text.contains(word)), "{words} finds {:?} {}: {text}", hit.kind, hit.id);
            assert!(!matches!(hit.kind, HitKind::Timeline | HitKind::Visit), "{words}");
        }
    }
    let found = search(&mut phone, "bleeding");
    assert_eq!(ids(&found).first(), Some(&(HitKind::Danger, "signs")), "bleeding still kills");
    let found = search(&mut phone, "grief");
    assert!(place_of(&found, HitKind::Contact, "sands").is_some(), "who asks for it finds it: {:?}", ids(&found));
    assert!(place_of(&found, HitKind::Article, "pregnancy-loss").is_some(), "and the page about it: {:?}", ids(&found));
}

#[test]
fn after_a_loss_no_need_leads_to_what_is_put_away() {
    let mut phone = speaking("en-GB");
    phone.settings(settings::Change { loss: Some(true), ..Default::default() });
    assert!(search(&mut phone, "pram").needs.is_empty());
}

#[test]
fn nothing_that_is_typed_breaks_the_search() {
    let long = "hospital ".repeat(445);
    let unbroken = "ሕርሲ".repeat(1000);
    let mut phone = speaking("en-GB");
    for words in [
        "",
        "   ",
        "?!.,;:()[]{}<>",
        "\"",
        "\"\"\"",
        "' OR 1=1 --",
        "AND OR NOT NEAR",
        "NEAR(a b, 5)",
        "title:baby",
        "bab*",
        "*",
        "^baby",
        "a AND (b OR",
        "-baby +midwife",
        "baby\0clothes",
        "\u{202E}ybab\u{202C} \u{200F}baby\u{061C}",
        "👶🏽👩‍👧 🤰",
        "e\u{301}\u{301}\u{301}\u{301}",
        "%_%",
        "١٢٣ ۴۵۶ ፩፪፫",
        "ال",
        "و",
        "ን",
        "的",
        &long,
        &unbroken,
    ] {
        let found = search(&mut phone, words);
        assert!(found.hits.len() <= 20, "{words:?}");
    }
    let with_marks = search(&mut phone, "\u{200F}baby\u{061C}\0");
    assert_eq!(ids(&with_marks), ids(&search(&mut phone, "baby")), "what cannot be seen changes nothing");
    assert_eq!(search(&mut phone, "👶🏽?!").hits, [], "nothing to look for finds nothing");
}

#[test]
fn the_same_words_find_the_same_things_in_the_same_order() {
    let mut phone = speaking("en-GB");
    let before = search(&mut phone, "free lawyer for asylum");
    phone.open();
    assert_eq!(search(&mut phone, "free lawyer for asylum"), before);
}

#[test]
fn the_directory_and_the_search_find_a_name_by_the_same_index() {
    let mut phone = speaking("en-GB");
    let found = search(&mut phone, "samaritans");
    assert_eq!(
        found.hits.iter().find(|hit| hit.kind == HitKind::Contact).map(|hit| hit.id.as_str()),
        Some("samaritans")
    );
    let ask = help::Search { words: "samaritans".into(), ..Default::default() };
    let Response::Help(found) = phone.call(Request::Help(ask)).unwrap() else { panic!() };
    assert!(found.groups.iter().flat_map(|group| &group.cards).any(|card| card.id == "samaritans"));
}

#[test]
fn a_guide_that_a_table_leads_to_says_which_and_no_table_stands_twice() {
    let mut phone = speaking("en-GB");
    let found = search(&mut phone, "extra money each week in pregnancy");
    let tables: Vec<&String> = found.hits.iter().filter_map(|hit| hit.table.as_ref()).collect();
    assert_eq!(tables, ["extra-money"], "{:?}", ids(&found));
}

#[test]
fn what_is_past_its_review_says_so_among_the_results_too() {
    let mut phone = speaking("en-GB");
    let hit = |phone: &mut Phone| {
        search(phone, "is my care free").hits.into_iter().find(|hit| hit.id == "free-care").unwrap()
    };
    assert!(!hit(&mut phone).past_review);
    phone.set_clock("2027-11-22T10:00:00Z");
    assert!(hit(&mut phone).past_review);
}

#[test]
fn no_more_is_read_than_the_field_holds() {
    let mut phone = speaking("en-GB");
    let padded = format!("{} interpreter", "x".repeat(300));
    assert!(search(&mut phone, &padded).hits.is_empty(), "the word stands after what is read");
}
