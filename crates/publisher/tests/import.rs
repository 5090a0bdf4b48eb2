//! Another directory's records as an editor imports them: what becomes of each, and what is said about it.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread;
use std::time::Duration;

use kindway_content::Contact;
use serde_json::{Value, json};
use tempfile::TempDir;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/feeds").join(name).display().to_string()
}

fn import(from: &str, out: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kindway-publish"))
        .arg("--root")
        .arg(project())
        .args(["import", "oruk", from, "--feed", "test", "--today", "2026-11-22", "--out"])
        .arg(out)
        .args(more)
        .output()
        .unwrap()
}

/// An import that went through.
struct Done {
    folder: TempDir,
    said: String,
    report: Value,
}

impl Done {
    fn of(from: &str) -> Self {
        Self::into(from, tempfile::tempdir().unwrap())
    }

    fn into(from: &str, folder: TempDir) -> Self {
        let output = import(from, folder.path(), &[]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let said = String::from_utf8(output.stdout).unwrap();
        let report = serde_json::from_slice(&fs::read(folder.path().join("report.json")).unwrap()).unwrap();
        Self { folder, said, report }
    }

    fn text(&self, id: &str) -> String {
        let path = self.folder.path().join(format!("test-{id}.toml"));
        fs::read_to_string(&path).unwrap_or_else(|_| panic!("no {}\n{}", path.display(), self.said))
    }

    fn table(&self, id: &str) -> toml::Table {
        self.text(id).parse().unwrap()
    }

    fn words(&self, id: &str, field: &str) -> Option<String> {
        self.table(id)["words"].get(field).map(|words| words.as_str().unwrap().to_owned())
    }

    fn numbers(&self, id: &str) -> Vec<String> {
        let table = self.table(id);
        let phones = table.get("phones").and_then(|phones| phones.as_array()).cloned().unwrap_or_default();
        phones.iter().map(|phone| phone["number"].as_str().unwrap().to_owned()).collect()
    }

    fn outcomes(&self) -> Vec<&str> {
        self.report["records"].as_array().unwrap().iter().map(|record| record["outcome"].as_str().unwrap()).collect()
    }

    #[track_caller]
    fn says(&self, words: &str) {
        assert!(self.said.contains(words), "\"{words}\" is not in:\n{}", self.said);
    }

    #[track_caller]
    fn does_not_say(&self, words: &str) {
        assert!(!self.said.contains(words), "\"{words}\" is in:\n{}", self.said);
    }
}

/// A fixture that goes through.
fn done(name: &str) -> Done {
    Done::of(&fixture(name))
}

/// What is said about a feed that cannot be used. Nothing may have been written.
fn refused(from: &str, more: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let output = import(from, folder.path(), more);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    String::from_utf8(output.stderr).unwrap()
}

#[track_caller]
fn is_refused(from: &str, because: &str) {
    let said = refused(from, &[]);
    assert!(said.contains(because), "\"{because}\" is not in:\n{said}");
}

#[test]
fn a_whole_record_becomes_a_contact() {
    let done = done("whole.json");
    let contact: Contact = toml::from_str(&done.text("ac148810-d857-441c-9679-408f346de14b")).unwrap();
    assert_eq!(contact.name, "Stay and Play for new mothers (Hall Street Centre)");
    assert_eq!(
        (contact.kind.as_str(), contact.women_only, contact.offers_childcare),
        ("peer_support", Some(true), None)
    );
    assert_eq!(contact.places, ["Manchester"]);
    assert_eq!(contact.address.as_deref(), Some("12 Hall Street, Ardwick, Manchester"));
    assert_eq!((contact.postcode.as_deref(), contact.area_outcode_exact), (Some("M13 9PL"), true));
    assert_eq!(contact.words.summary, "A group for mothers & babies. Toys and tea.");
    assert_eq!(contact.words.hours.as_deref(), Some("Tue, Fri 10:00-12:00"));
    assert_eq!(contact.words.languages.as_deref(), Some("Arabic, ti; Interpreters can be booked."));
    assert_eq!(contact.words.phone_labels, ["Main number", "", "Midwife in charge", "", "", ""]);
    assert!(contact.pregnancy);
    assert_eq!(contact.self_referral, Some(true));
    assert_eq!(contact.source_url.as_deref(), Some("https://www.stayandplay.org.uk/group"));
    assert_eq!(contact.source_date.as_deref(), Some("2026-10-01 (assured, in the feed test)"));
    assert!(!contact.phoned_by_us && !contact.source_seen);
    let note = contact.editors_note.unwrap();
    for words in ["Ages: 16 to 99", "Registered as: GB-CHC 1126381", "record ac148810-d857-441c-9679-408f346de14b."] {
        assert!(note.contains(words), "{note}");
    }
    done.says("1 records: 0 written, 1 written and cleaned, 0 kept, 0 refused");
}

#[test]
fn one_service_without_a_list_is_read() {
    assert_eq!(done("one-service.json").outcomes(), ["written"]);
}

#[test]
fn a_page_in_a_file_says_that_others_are_missing() {
    done("page-of-three.json").says("the feed: the file is page 1 of 3: the others are not in it");
}

#[test]
fn phones_are_read_in_every_place_and_the_same_number_stands_once() {
    let done = done("phones-everywhere.json");
    let numbers = ["0117 911 3393", "0161 273 4500", "0161 850 2282", "0161 701 0439", "020 7251 6577"];
    assert_eq!(done.numbers("1"), numbers);
    let labels = ["Main", "Reception", "", "extension 12", ""];
    let found = done.table("1")["words"]["phone_labels"].as_array().unwrap().clone();
    assert_eq!(found.iter().map(|label| label.as_str().unwrap()).collect::<Vec<_>>(), labels);
}

#[test]
fn a_record_without_a_number_is_no_mistake() {
    let done = done("no-phone.json");
    assert_eq!(done.outcomes(), ["written"]);
    assert!(!done.text("1").contains("phones ="));
}

#[test]
fn a_number_with_wrong_digits_is_left_out_and_counted() {
    let done = done("typing-error.json");
    done.says("[phones] 88081967274 has 11 digits and does not start with 0: a typing error?");
    done.says("[phones] 0113 392 67 has 9 digits; a UK number has 10 or 11");
    assert_eq!(done.numbers("1"), ["0808 196 7274"]);
}

#[test]
fn premium_rate_numbers_and_numbers_abroad_are_left_out() {
    let done = done("premium-rate.json");
    for number in ["0906 123 4567", "0871 200 3000", "070 1234 5678", "118 500"] {
        done.says(&format!("{number} is a premium-rate number: it could cost her a week's money"));
    }
    done.says("+353 1 234 5678 is abroad");
    assert_eq!(done.numbers("1"), [""; 0]);
}

#[test]
fn a_persons_own_mobile_and_name_are_left_out_and_an_organisations_mobile_stays() {
    let done = done("own-mobile.json");
    assert_eq!(done.numbers("1"), ["07306 349886", "0161 273 4500", "07543 491900", "07818 372130"]);
    done.says("a mobile of a named person was left out");
    done.says("[words.summary] a sentence that names a person was left out");
    done.says("[words.summary] a sentence with a telephone number was left out");
    done.says("[email] the address of a named person was left out");
    assert!(!done.text("1").contains("Ada") && !done.text("1").contains("07986"), "{}", done.text("1"));
    assert_eq!(done.words("1", "summary").unwrap(), "A place to meet. Tea and talk.");
    // Some feeds repeat the organisation's name where a person's belongs.
    assert_eq!(done.numbers("2"), ["07306 349886"]);
    assert_eq!(done.words("2", "summary").unwrap(), "Hall Street Women’s Group meets weekly.");
}

#[test]
fn numbers_and_addresses_of_examples_show_that_a_record_was_made_up() {
    let done = done("film-number.json");
    done.says("020 7946 0018 is kept for films and examples: this record may be made up");
    done.says("01632 960123 is kept for films and examples");
    done.says("[email] info@example.org is an example's");
    done.says("[website] https://www.example.com/group is an example's");
}

#[test]
fn a_number_that_lost_its_0_is_not_mended_by_guess() {
    let done = done("number-without-its-0.json");
    done.says("1179113393 is a number in the feed, not a text, so that a 0 at its start would be lost");
    assert_eq!(done.numbers("1"), [""; 0]);
}

#[test]
fn several_numbers_in_one_field_are_taken_apart() {
    let done = done("several-in-one-field.json");
    assert_eq!(done.numbers("1"), ["0117 911 3393", "0800 144 8848", "0161 273 4500"]);
    done.says("\"none\" holds no number");
    done.says("0161 794 8888 is a fax");
    assert_eq!(done.table("1")["text"].as_str(), Some("07306 349886"));
    assert!(
        done.text("1").contains(r#"phone_labels = ["24 hours", "24 hours", "extension 214"]"#),
        "{}",
        done.text("1")
    );
}

#[test]
fn a_schedule_that_has_run_out_means_times_unknown_and_not_closed() {
    let done = done("expired-schedule.json");
    done.says("[words.hours] its times ended on 2024-07-31: they are not known now");
    done.says("[words.hours] its times ended on 2025-01-01: they are not known now");
    done.says("[words.hours] its times begin on 2027-01-01: they were left out");
    for id in ["1", "2", "3"] {
        assert_eq!(done.words(id, "hours"), None);
        assert_eq!(done.table(id)["status"].as_str(), Some("listed"));
    }
}

#[test]
fn a_schedule_that_is_more_than_days_and_times_is_not_read() {
    let done = done("hard-schedule.json");
    for why in ["MONTHLY", "bymonthday 2,3,4", "byday 1MO", "every 2 weeks", "the times do not say from when to when"] {
        done.says(&format!("its times are a rule that is not read ({why}): they are not known"));
    }
    assert!((1..=6).all(|id| done.words(&id.to_string(), "hours").is_none()));
}

#[test]
fn plain_days_and_times_are_read_and_the_feeds_own_words_come_first() {
    let done = done("plain-schedule.json");
    assert_eq!(done.words("1", "hours").unwrap(), "Mon-Fri 09:30-12:00 and 13:00-16:00; Sat, Sun 10:00-11:00");
    assert_eq!(done.words("2", "hours").unwrap(), "Tuesdays in term time");
}

#[test]
fn records_of_version_1_are_refused_by_what_shows_it() {
    let done = done("version-1.json");
    assert_eq!(done.outcomes(), ["refused"; 4]);
}

#[test]
fn a_single_record_and_a_page_of_version_1_are_refused_as_a_whole() {
    is_refused(&fixture("version-1-page.json"), "is version 1 of Open Referral UK (it has \"totalElements\")");
    let folder = tempfile::tempdir().unwrap();
    for old in ["regular_schedules", "eligibilitys", "service_taxonomys", "holiday_schedules"] {
        let file = folder.path().join("old.json");
        fs::write(&file, json!({ "id": "1", "name": "Old", old: [] }).to_string()).unwrap();
        is_refused(&file.display().to_string(), &format!("(it has \"{old}\"): ask for version 3"));
    }
}

#[test]
fn an_alert_stands_at_the_top_of_the_note_and_in_the_report() {
    let done = done("alert.json");
    done.says("look: [editors_note] the feed's alert: Since March we moved to Canary Wharf.");
    let note = done.table("1")["editors_note"].as_str().unwrap().to_owned();
    assert!(note.starts_with("ALERT of the feed: Since March we moved to Canary Wharf."), "{note}");
}

#[test]
fn a_paused_service_is_neither_listed_nor_closed_and_cannot_be_accepted_as_it_is() {
    let done = done("paused.json");
    done.says("look: [status] paused (\"temporarily closed\"), not listed");
    let table = done.table("1");
    assert_eq!(table["status"].as_str(), Some("paused"));
    assert!(table["editors_note"].as_str().unwrap().starts_with("PAUSED, not listed"));
    assert!(toml::from_str::<Contact>(&done.text("1")).is_err());
}

#[test]
fn a_service_that_has_ended_asks_the_editor_what_comes_instead() {
    let done = done("ended.json");
    done.says("look: [words.instead] closed (\"defunct\"): say what she can try instead");
    done.says("look: [words.instead] closed (\"inactive\"): say what she can try instead");
    assert!(["1", "2"].iter().all(|id| done.table(id)["status"].as_str() == Some("closed")));
}

#[test]
fn a_status_that_is_missing_or_unknown_is_left_to_the_editor() {
    let done = done("no-status.json");
    done.says("look: [status] the feed does not say whether it still runs");
    done.says("look: [status] \"approved\" is no status of the standard");
    assert!(["1", "2"].iter().all(|id| !done.table(id).contains_key("status")));
}

#[test]
fn the_official_example_is_not_taken_for_a_place() {
    let done = done("official-example.json");
    done.says("[address] left out: its country is \"US\"");
    let table = done.table("1");
    assert!(["address", "postcode", "area_outcode"].iter().all(|key| !table.contains_key(*key)));
}

#[test]
fn coordinates_outside_the_country_give_way_to_the_postcode() {
    let done = done("outside.json");
    done.says(
        "latitude 100 and longitude 101 were left out: they are not in the United Kingdom; the postcode stands instead",
    );
    assert_eq!(done.table("1")["postcode"].as_str(), Some("M13 9PL"));
}

#[test]
fn swapped_coordinates_are_said_to_look_swapped() {
    done("swapped.json").says("they look swapped; the postcode stands instead");
}

#[test]
fn coordinates_in_another_town_than_the_postcode_are_pointed_out() {
    done("two-towns.json").says("look: [postcode] the coordinates lie 126 km from the postcode: which town is it?");
}

#[test]
fn without_a_postcode_the_nearest_outcode_stands_for_the_town_only() {
    let done = done("no-postcode.json");
    assert_eq!(done.table("1")["area_outcode"].as_str(), Some("M13"));
    assert!(!done.table("1").contains_key("area_outcode_exact"));
    done.says("[postcode] left out: no postcode starts with ZZ1 (\"ZZ1 1AA\")");
    done.says("[postcode] left out: \"not one\" is no postcode");
}

#[test]
fn the_address_of_a_refuge_is_hidden_with_its_outcode_and_a_refugee_is_no_refuge() {
    let done = done("refuge.json");
    done.says("look: [address] hidden, because the record says \"refuge\"");
    let table = done.table("1");
    assert!(["address", "postcode", "area_outcode"].iter().all(|key| !table.contains_key(*key)), "{table}");
    assert!(!done.text("1").contains("BT20") && !done.text("1").contains("Hall Street"));
    assert_eq!(done.table("2")["postcode"].as_str(), Some("M13 9PL"));
}

#[test]
fn postal_and_virtual_places_are_left_out() {
    let done = done("postal-address.json");
    done.says("[address] a postal address is not where she can go");
    done.says("[address] a postal or virtual place is not where she can go");
    assert!(!done.text("1").contains("PO Box") && !done.text("2").contains("Hall Street"));
}

#[test]
fn html_is_taken_out_of_words_and_what_came_is_kept_in_the_report() {
    let done = done("html.json");
    assert_eq!(done.table("1")["name"].as_str(), Some("Tea & talk group"));
    assert_eq!(done.words("1", "summary").unwrap(), "Tea & talk. Come in.");
    done.says("[words.summary] HTML or characters that are not seen were taken out");
    done.says("[words.summary] the first 2 of 4 sentences");
    assert!(done.report["records"][0]["original"].as_str().unwrap().contains("<script>"));
}

#[test]
fn a_name_is_cut_to_120_letters() {
    let done = done("long-name.json");
    done.says("[name] cut to 120 letters");
    assert!(done.table("1")["name"].as_str().unwrap().chars().count() <= 120);
}

#[test]
fn women_only_childcare_and_kind_are_known_only_where_a_term_says_so() {
    let done = done("others-terms.json");
    for id in ["1", "2", "3", "5"] {
        assert!(["women_only", "offers_childcare"].iter().all(|key| !done.table(id).contains_key(*key)), "{id}");
    }
    assert_eq!(done.table("1")["kind"].as_str(), Some("food_hardship"));
    done.says("look: [kind] food_hardship, from the feed's term \"Food bank\": is it?");
    done.says("look: [kind] the feed's terms say several kinds (food_hardship, domestic_abuse): choose one");
    done.says("look: [kind] no term of the feed says what kind it is: choose one");
    assert!(["2", "3", "5"].iter().all(|id| !done.table(id).contains_key("kind")));
    let ours = done.table("4");
    assert_eq!((ours["women_only"].as_bool(), ours["offers_childcare"].as_bool()), (Some(true), Some(false)));
    assert_eq!((ours["kind"].as_str(), ours["audience"].as_str()), (Some("peer_support"), Some("advisers")));
}

#[test]
fn an_id_that_comes_twice_is_refused_and_ids_that_look_alike_stay_apart() {
    let done = done("same-id-twice.json");
    assert_eq!(done.outcomes(), ["written", "written", "refused"]);
    done.says("the id A/1 came before in this feed: the first one counts");
    assert_eq!(done.table("a-1")["id"].as_str(), Some("test-a-1"));
}

#[test]
fn a_record_without_an_id_or_a_name_is_refused() {
    let done = done("no-id-no-name.json");
    assert_eq!(done.outcomes(), ["refused"; 4]);
    done.says("it has no name");
    done.says("it has no id: the next import could not find it again");
    done.says("it is no record, but a piece of something else");
}

#[test]
fn confidence_follows_the_day_of_assurance_and_no_date_is_made_up() {
    let done = done("dates.json");
    let confidence = |id: &str| done.table(id)["confidence"].as_str().unwrap().to_owned();
    let found = ["fresh", "fair", "old", "touched", "future", "none", "odd"].map(confidence);
    assert_eq!(found, ["high", "medium", "low", "low", "low", "low", "low"]);
    assert_eq!(done.table("touched")["source_date"].as_str(), Some("2026-11-01 (last changed, in the feed test)"));
    assert_eq!(done.table("none")["source_date"].as_str(), Some("undated"));
    assert!(["future", "none", "odd"].iter().all(|id| !done.table(id).contains_key("last_checked")));
    done.says("[source_date] assured_date 2027-01-01 is not here yet");
    done.says("[source_date] assured_date \"last week\" is no date");
    done.says("look: [last_checked] the feed has no date");
}

#[test]
fn a_clinic_for_women_who_are_not_pregnant_is_pointed_out() {
    done("not-pregnant.json").says("look: [words.summary] it says that it is for women who are NOT pregnant");
}

#[test]
fn only_addresses_of_the_web_become_a_website() {
    let done = done("websites.json");
    done.says("[website] \"javascript:alert(1)\" is no address of the web");
    done.says("[website] written as https://www.hallstreet.org.uk");
    assert!(!done.table("1").contains_key("website") && !done.table("4").contains_key("website"));
    assert_eq!(done.table("3")["website"].as_str(), Some("https://hallstreet.org.uk"));
}

#[test]
fn whether_she_can_come_by_herself_is_read_only_from_plain_words() {
    let done = done("ways-in.json");
    let found = ["yes", "no", "some", "both", "silent"]
        .map(|id| done.table(id).get("self_referral").and_then(toml::Value::as_bool));
    assert_eq!(found, [Some(true), Some(false), None, None, None]);
    done.says("look: [self_referral] the words about how to join are not plain: left out");
}

#[test]
fn what_is_no_feed_is_refused_with_what_it_is() {
    for (name, because) in [
        ("empty.json", "the feed has no services"),
        ("empty-page.json", "the feed has no services"),
        ("something-else.json", "is JSON, but neither a service, a list of services nor a page of one"),
        ("web-page.json", "is a web page (HTML), not JSON"),
        ("cut-short.json", "is not JSON"),
        ("is-not-there.json", "is-not-there.json"),
    ] {
        is_refused(&fixture(name), because);
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("blank.json");
    fs::write(&file, " \n").unwrap();
    is_refused(&file.display().to_string(), "is empty");
}

#[test]
fn a_file_over_20_mb_is_not_even_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("large.json");
    fs::File::create(&file).unwrap().set_len(21 * 1024 * 1024).unwrap();
    is_refused(&file.display().to_string(), "has more than 20 MB");
}

#[test]
fn a_draft_that_an_editor_has_changed_is_left_alone_and_she_is_told() {
    let first = done("one-service.json");
    let path = first.folder.path().join("test-one.toml");
    let again = Done::into(&fixture("one-service.json"), first.folder);
    assert_eq!(again.outcomes(), ["written"]);
    let changed = fs::read_to_string(&path).unwrap().replace("Tea and talk.", "Tea, talk and a crèche.");
    fs::write(&path, &changed).unwrap();
    let third = Done::into(&fixture("one-service.json"), again.folder);
    assert_eq!(third.outcomes(), ["kept"]);
    third.says("test-one.toml was changed since it was written: it is left as it is");
    assert_eq!(fs::read_to_string(&path).unwrap(), changed);
    assert!(third.folder.path().join("test-one.toml.new").is_file());
}

#[test]
fn a_file_that_stood_there_before_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("test-one.toml"), "mine").unwrap();
    let done = Done::into(&fixture("one-service.json"), folder);
    assert_eq!(done.outcomes(), ["kept"]);
    assert_eq!(done.text("one"), "mine");
}

#[test]
fn a_record_that_has_left_the_feed_is_pointed_out() {
    let first = done("page-of-three.json");
    let second = Done::into(&fixture("one-service.json"), first.folder);
    second.says("the feed: test-1.toml is no longer in the feed: find out whether it has ended");
}

#[test]
fn the_drafts_go_to_a_folder_that_git_leaves_alone() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("assets/places")).unwrap();
    fs::copy(project().join("assets/places/outcodes.csv"), root.path().join("assets/places/outcodes.csv")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_kindway-publish"))
        .arg("--root")
        .arg(root.path())
        .args(["import", "oruk", &fixture("one-service.json")])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(root.path().join("import/one-service/one-service-one.toml").is_file());
    assert_eq!(fs::read_to_string(root.path().join("import/.gitignore")).unwrap(), "*\n");
}

/// What a server says to a request, by its path and query.
struct Answer {
    status: &'static str,
    headers: String,
    body: Vec<u8>,
    after: Duration,
}

impl Answer {
    fn json(value: &Value) -> Self {
        Self::new("200 OK", "Content-Type: application/json\r\n", value.to_string())
    }

    fn new(status: &'static str, headers: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: headers.to_owned(), body: body.into(), after: Duration::ZERO }
    }
}

/// A server on this computer, until the test ends. The address has no door at its end.
fn server(mut answer: impl FnMut(&str) -> Answer + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { break };
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let Some(Ok(first)) = lines.next() else { continue };
            for line in lines.by_ref() {
                if line.is_ok_and(|line| line.is_empty()) {
                    break;
                }
            }
            let answer = answer(first.split(' ').nth(1).unwrap_or_default());
            thread::sleep(answer.after);
            let head = format!(
                "HTTP/1.1 {}\r\n{}Content-Length: {}\r\nConnection: close\r\n\r\n",
                answer.status,
                answer.headers,
                answer.body.len()
            );
            // A client that has seen enough hangs up.
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&answer.body));
        }
    });
    address
}

fn service(id: &str) -> Value {
    json!({ "id": id, "name": format!("Group {id}"), "status": "active", "description": "Tea and talk.", "phones": [] })
}

fn page(number: u64, pages: u64, last: bool, ids: &[&str]) -> Value {
    let contents: Vec<Value> = ids.iter().map(|id| service(id)).collect();
    json!({
        "total_items": 4, "total_pages": pages, "page_number": number, "size": contents.len(), "first_page": number == 1,
        "last_page": last, "empty": contents.is_empty(), "contents": contents,
    })
}

/// The page that a request asks for.
fn asked(path: &str) -> u64 {
    path.split_once("page=").and_then(|(_, number)| number.parse().ok()).unwrap_or(1)
}

#[test]
fn a_feed_is_read_page_after_page_from_the_address_of_the_api() {
    let address = server(|path| match path {
        "/api" => Answer::json(&json!({ "version": "HSDS-3.0", "profile": "x", "openapi_url": "y" })),
        "/api/services" | "/api/services?page=2" => match asked(path) {
            1 => Answer::json(&page(1, 2, false, &["1", "2"])),
            _ => Answer::json(&page(2, 2, true, &["3", "4"])),
        },
        _ => Answer::new("404 Not Found", "", ""),
    });
    let done = Done::of(&format!("{address}/api"));
    assert_eq!(done.outcomes(), ["written"; 4]);
    assert_eq!(done.table("1")["source_url"].as_str().unwrap(), format!("{address}/api"));
    done.does_not_say("the feed:");
}

#[test]
fn services_in_their_short_form_are_asked_for_one_by_one() {
    let short = |id: &str| json!({ "id": id, "name": "Short", "status": "active" });
    let address = server(move |path| match path {
        "/services" => Answer::json(&json!({
            "total_items": 3, "total_pages": 1, "page_number": 1, "last_page": true,
            "contents": [short("1"), short("a b"), short("3")],
        })),
        "/services/1" => Answer::json(&service("1")),
        "/services/a%20b" => Answer::json(&service("other")),
        _ => Answer::new("404 Not Found", "", ""),
    });
    let done = Done::of(&format!("{address}/services"));
    assert_eq!(done.outcomes(), ["written", "refused", "refused"]);
    done.says("its own page is about something else");
    done.says("/services/3 answered 404");
}

#[test]
fn a_page_number_that_does_not_move_stops_the_import() {
    let address = server(|_| Answer::json(&page(1, 3, false, &["1", "2"])));
    is_refused(&address, "asked for page 2 and got page 1: the feed's paging does not work, so nothing was written");
}

#[test]
fn a_page_that_comes_twice_stops_the_import() {
    let address = server(|path| Answer::json(&page(asked(path), 3, false, &["1", "2"])));
    is_refused(&address, "page 2 has the same services as a page before it");
}

#[test]
fn a_feed_without_end_stops_the_import() {
    let address = server(|path| {
        let number = asked(path);
        Answer::json(&page(number, number + 1, false, &[&number.to_string()]))
    });
    is_refused(&address, "the feed does not end: 500 pages were read, so nothing was written");
}

#[test]
fn a_wrong_count_of_pages_is_said_and_what_came_is_written() {
    let fewer = server(|path| Answer::json(&page(asked(path), 5, asked(path) == 2, &[&asked(path).to_string()])));
    Done::of(&fewer).says("the feed: it speaks of 5 pages, and says that page 2 is the last");
    let more = server(|path| {
        let number = asked(path);
        Answer::json(&page(number, 1, number == 4, &[&number.to_string()]))
    });
    let done = Done::of(&more);
    done.says("the feed: it speaks of 1 pages, and there are more");
    assert_eq!(done.outcomes().len(), 4);
    let empty = server(|path| {
        let number = asked(path).to_string();
        Answer::json(&page(asked(path), 3, false, if number == "1" { &["1"] } else { &[] }))
    });
    Done::of(&empty).says("the feed: it speaks of 3 pages, and page 2 is empty");
    let items = server(|_| Answer::json(&page(1, 1, true, &["1"])));
    Done::of(&items).says("the feed: it speaks of 4 services, and gave 1");
}

#[test]
fn answers_that_are_no_feed_are_refused() {
    let html = server(|_| Answer::new("200 OK", "Content-Type: text/html; charset=utf-8\r\n", "{}"));
    is_refused(&html, "is a web page (HTML), not JSON");
    let hidden = server(|_| Answer::new("200 OK", "Content-Type: application/json\r\n", "\n <html></html>"));
    is_refused(&hidden, "is a web page (HTML), not JSON");
    let words = server(|_| Answer::new("200 OK", "", "no services today"));
    is_refused(&words, "is not JSON");
    let nothing = server(|_| Answer::new("200 OK", "", ""));
    is_refused(&nothing, "is empty");
    let broken = server(|_| Answer::new("500 Internal Server Error", "", "{}"));
    is_refused(&broken, "answered 500");
    let old = server(|_| Answer::json(&json!({ "totalElements": 1, "content": [] })));
    is_refused(&old, "is version 1 of Open Referral UK");
}

#[test]
fn a_feed_that_sends_on_to_another_host_is_not_followed() {
    let other = server(|_| Answer::json(&json!([service("1")])));
    let elsewhere = other.replace("127.0.0.1", "localhost");
    let to = format!("Location: {elsewhere}/services\r\n");
    let address = server(move |_| Answer::new("302 Found", &to, ""));
    is_refused(&address, "another host is another feed");
    let port = format!("Location: {other}/services\r\n");
    let address = server(move |_| Answer::new("301 Moved Permanently", &port, ""));
    is_refused(&address, "another host is another feed");
}

#[test]
fn a_feed_that_sends_on_inside_its_host_is_followed_but_not_for_ever() {
    let address = server(|path| match path {
        "/old" => Answer::new("301 Moved Permanently", "Location: /new\r\n", ""),
        "/new" => Answer::json(&json!([service("1")])),
        _ => Answer::new("302 Found", "Location: /round\r\n", ""),
    });
    assert_eq!(Done::of(&format!("{address}/old")).outcomes(), ["written"]);
    is_refused(&format!("{address}/round"), "sends on too often");
}

#[test]
fn a_busy_server_is_asked_again() {
    let mut calls = 0;
    let address = server(move |_| {
        calls += 1;
        if calls == 1 {
            Answer::new("429 Too Many Requests", "Retry-After: 0\r\n", "")
        } else {
            Answer::json(&json!([service("1")]))
        }
    });
    assert_eq!(Done::of(&address).outcomes(), ["written"]);
}

#[test]
fn a_server_that_does_not_answer_is_not_waited_for() {
    let address = server(|_| Answer { after: Duration::from_secs(20), ..Answer::new("200 OK", "", "[]") });
    let said = refused(&address, &["--patience", "1"]);
    assert!(said.contains("it did not answer in time"), "{said}");
}

#[test]
fn an_answer_over_20_mb_and_a_feed_over_50_mb_are_refused() {
    let address = server(|_| Answer::new("200 OK", "", vec![b' '; 21 * 1024 * 1024]));
    is_refused(&address, "has more than 20 MB");
    let address = server(|path| {
        let mut page = page(asked(path), 9, false, &[&asked(path).to_string()]);
        page["contents"][0]["description"] = json!("x".repeat(18 * 1024 * 1024));
        Answer::json(&page)
    });
    is_refused(&address, "the pages have more than 50 MB together");
}

#[test]
fn only_open_addresses_of_the_web_are_read() {
    is_refused("ftp://directory.org.uk/services", "only addresses that begin with https:// or http:// are read");
    is_refused("file:///etc/passwd", "only addresses that begin with https:// or http:// are read");
    is_refused("https://ada:secret@directory.org.uk/", "the address holds a name or password");
    // A server that speaks no TLS: the refusal shows that TLS was tried.
    let address = server(|_| Answer::json(&json!([service("1")])));
    is_refused(&address.replace("http://", "https://"), "https://127.0.0.1");
}

#[test]
fn drafts_do_not_go_where_the_published_content_is() {
    let root = tempfile::tempdir().unwrap();
    for folder in ["assets/places", "assets/content/contacts", "locales"] {
        fs::create_dir_all(root.path().join(folder)).unwrap();
    }
    fs::copy(project().join("assets/places/outcodes.csv"), root.path().join("assets/places/outcodes.csv")).unwrap();
    let feed = fixture("whole.json");
    for out in ["assets/content/contacts", "assets/new", "locales/xx", "import/../assets"] {
        let output = Command::new(env!("CARGO_BIN_EXE_kindway-publish"))
            .arg("--root")
            .arg(root.path())
            .args(["import", "oruk", &feed, "--feed", "test", "--out"])
            .arg(root.path().join(out))
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{out}: {said}");
        assert!(said.contains("drafts may not go where the content is"), "{said}");
    }
    assert_eq!(fs::read_dir(root.path().join("assets/content/contacts")).unwrap().count(), 0);
}
