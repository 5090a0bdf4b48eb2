//! Fluent messages.

use crate::project::*;

#[test]
fn a_mistake_of_syntax_is_told_with_its_line() {
    let found = after(|project| project.replace(WORDS, "visits-add = Add a visit", "visits-add Add a visit"));
    assert_eq!((found.0.file.as_str(), found.0.line), (WORDS, Some(13)));
}

#[test]
fn a_message_missing_in_a_language_is_named() {
    let found = after(|project| project.replace(WORDS_TI, "visits-add = ቆጸራ ወስኺ\n", ""));
    found.at(WORDS_TI, None, "visits-add").says("missing");
}

#[test]
fn a_message_missing_in_english_is_named() {
    let found = after(|project| project.append(WORDS_TI, "visits-more = ተወሳኺ\n"));
    found.at(WORDS_TI, 8, "visits-more").says(WORDS);
}

#[test]
fn a_message_that_a_screen_asks_for_must_exist() {
    let found = after(|project| project.append(SCREEN, "\nt(\"visits-gone\");\n"));
    found.at(SCREEN, 3, "visits-gone");
}

#[test]
fn a_message_that_nothing_uses_is_refused() {
    let found = after(|project| project.replace(SCREEN, "t(\"visits-add\");", ""));
    found.at(WORDS, 13, "visits-add").says("uses");
}

#[test]
fn a_message_used_only_by_the_core_is_used() {
    let project = Project::good();
    project.replace(SCREEN, "t(\"visits-add\");", "");
    project.write("crates/core/src/visits.rs", "message(\"visits-add\")");
    assert_eq!(project.errors(), []);
}

#[test]
fn a_family_of_ids_put_together_while_the_app_runs_is_used() {
    let found = after(|project| project.replace(SCREEN, "t(`help-need-${need.id}`);", ""));
    found.at("locales/en-GB/help.ftl", 2, "help-need-group").says("uses");
}

#[test]
fn a_message_without_a_comment_is_refused() {
    let found = after(|project| project.replace(WORDS, "# The title of the screen.\n", ""));
    found.at(WORDS, 3, "visits-title").says("comment");
}

#[test]
fn a_variable_of_another_name_is_refused() {
    let found = after(|project| {
        let text = project.read(WORDS_TI).replace("$count", "$number");
        project.write(WORDS_TI, &text);
    });
    found.at(WORDS_TI, 2, "visits-count").says("variables differ: the English has count, this has number");
}

#[test]
fn a_lost_variable_is_told_once() {
    let found = after(|project| {
        project.replace(WORDS, "Add a visit", "Add { $kind }");
        project.replace(WORDS_AR, "أضيفي زيارة", "أضيفي { $kind }");
    });
    found.at(WORDS_TI, 6, "visits-add").says("the English has kind, this has none");
}

#[test]
fn a_plural_without_every_category_of_its_language_is_refused() {
    let found = after(|project| project.replace(WORDS_AR, "    [two] زيارتان\n", ""));
    found.at(WORDS_AR, 2, "visits-count").says("lacks two");
}

#[test]
fn a_function_is_refused() {
    let found = after(|project| {
        project.replace(WORDS, "[one] One visit", "[one] One visit { NUMBER($count) }");
    });
    found.at(WORDS, 6, "visits-count").says("NUMBER()");
}

#[test]
fn a_message_left_in_english_is_refused() {
    let found = after(|project| project.replace(WORDS_TI, "ቆጸራ ወስኺ", "Add a visit"));
    found.at(WORDS_TI, 6, "visits-add").says("not translated");
}

#[test]
fn a_message_that_is_the_same_everywhere_says_so_in_its_comment() {
    let found = after(|project| {
        project.replace(WORDS, "# The name of the app. @same", "# The name of the app.");
        project.replace(WORDS_AR, "visits-app = Kindway", "visits-app = كايندواي");
    });
    found.at(WORDS_TI, 7, "visits-app").says("not translated");
}

#[test]
fn a_message_twice_is_refused_at_its_second_place() {
    let found = after(|project| project.append(WORDS, "visits-title = Your visits\n"));
    found.at(WORDS, 16, "visits-title").says("first at locales/en-GB/visits.ftl:4");
}

#[test]
fn a_message_without_words_is_refused() {
    let found = after(|project| project.replace(WORDS, "visits-add = Add a visit", "visits-add = { \"\" }"));
    found.at(WORDS, 13, "visits-add").says("no words");
}

#[test]
fn a_missing_file_of_messages_is_told_once() {
    after(|project| project.remove("locales/ti/help.ftl")).at("locales/ti/help.ftl", None, "").says("1 messages");
}

#[test]
fn a_long_sentence_in_a_message_is_refused() {
    let found = after(|project| project.replace(WORDS, "Your visits", &"word ".repeat(26)));
    found.at(WORDS, 4, "visits-title").says("26 words");
}
