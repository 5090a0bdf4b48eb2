//! Topics, synonyms and core facts.

use kindway_content::Kind;

use crate::project::*;

#[test]
fn an_article_under_a_topic_that_is_not_there_is_refused() {
    let project = Project::good();
    project.replace(ARTICLE, "topic = \"your-say\"", "topic = \"your-voice\"");
    let found: Vec<_> = project.errors();
    assert!(
        found.iter().any(|p| p.file == ARTICLE && p.line == Some(7) && p.message.contains("is none of your-say")),
        "{found:?}"
    );
}

#[test]
fn an_article_without_a_topic_is_refused() {
    let project = Project::good();
    project.replace(ARTICLE, "topic = \"your-say\"\n", "");
    let found = project.errors();
    assert!(found.iter().any(|p| p.file == ARTICLE && p.field.as_deref() == Some("topic")), "{found:?}");
}

#[test]
fn a_topic_on_something_else_than_an_article_is_refused() {
    let found = after(|project| project.replace(VISIT, "pregnancy = true", "topic = \"your-say\"\npregnancy = true"));
    found.at(VISIT, 7, "topic").says("only articles");
}

#[test]
fn a_topic_without_an_article_is_refused() {
    let found = after(|project| {
        project.append(TOPICS, "\n[[topic]]\nid = \"money\"\npicture = \"scan\"\n");
        project.append("locales/en-GB/rights.ftl", "# The label of a tile.\nrights-topic-money = Money\n");
        project.append("locales/ar/rights.ftl", "rights-topic-money = المال\n");
        project.append("locales/ti/rights.ftl", "rights-topic-money = ገንዘብ\n");
    });
    found.at(TOPICS, 6, "id").of(Kind::Registers).says("would be empty");
}

#[test]
fn a_topic_without_a_label_is_refused() {
    let found = after(|project| {
        for tag in ["en-GB", "ar", "ti"] {
            let file = format!("locales/{tag}/rights.ftl");
            project.write(&file, &project.read(&file).replace("rights-topic-your-say", "rights-topic-other"));
        }
    });
    found.at(TOPICS, 2, "id").says("rights-topic-your-say");
}

#[test]
fn a_topic_with_a_picture_that_nobody_drew_is_refused() {
    let found = after(|project| project.replace(TOPICS, "\"scan\"", "\"sacn\""));
    found.at(TOPICS, 3, "picture").of(Kind::Pictures).says("sacn.svg");
}

#[test]
fn a_topic_twice_is_refused() {
    let found = after(|project| project.append(TOPICS, &project.read(TOPICS)));
    found.at(TOPICS, 5, "id").says("twice");
}

#[test]
fn a_synonym_of_a_language_that_is_not_listed_is_refused() {
    let found = after(|project| project.append(SYNONYMS, "fr = [\"interprete\"]\n"));
    found.at(SYNONYMS, 5, "fr").of(Kind::Registers).says("no language");
}

#[test]
fn a_synonym_with_a_capital_is_refused() {
    after(|project| project.replace(SYNONYMS, "\"translator\"", "\"Translator\""))
        .at(SYNONYMS, 2, "en-GB")
        .says("lower case");
}

#[test]
fn a_synonym_of_nothing_is_refused() {
    let found = after(|project| project.append(SYNONYMS, "\n[[same]]\nen-GB = [\"alone\"]\n"));
    found.at(SYNONYMS, 7, "same").says("at least two words");
}

#[test]
fn a_core_fact_that_no_statement_tells_is_refused() {
    let found = after(|project| {
        let fact = "[[fact]]\nid = \"RIGHTS-25\"\ncore = true\nnations = [\"UK\"]\nconfidence = \"high\"\nsources = [{ url = \"https://example.org\", dated = \"2025\" }]\n";
        project.append(FACTS, &format!("\n{fact}"));
    });
    found.at(FACTS, 20, "core").of(Kind::CoreFacts).says("no statement tells RIGHTS-25");
}

#[test]
fn a_core_fact_that_only_a_sum_rests_on_is_not_told() {
    let found = after(|project| {
        let fact = "[[fact]]\nid = \"MONEY-01\"\ncore = true\nnations = [\"UK\"]\nconfidence = \"high\"\nsources = [{ url = \"https://example.org\", dated = \"2025\" }]\n";
        project.append(FACTS, &format!("\n{fact}"));
        project.replace(RATES, "RIGHTS-24", "MONEY-01");
    });
    found.at(FACTS, 20, "core").of(Kind::CoreFacts);
}

#[test]
fn a_core_fact_that_a_statement_tells_is_well() {
    let project = Project::good();
    project.replace(FACTS, "id = \"RIGHTS-23\"", "id = \"RIGHTS-23\"\ncore = true");
    assert_eq!(project.errors(), []);
}

#[test]
fn a_fact_without_a_source_is_refused() {
    let found = after(|project| {
        project.replace(
            FACTS,
            "sources = [{ url = \"https://example.org/booking\", dated = \"undated\" }]",
            "sources = []",
        );
    });
    found.at(FACTS, 8, "sources").of(Kind::Facts).says("at least one source");
}

#[test]
fn a_kind_of_visit_within_one_that_is_not_there_is_refused() {
    let found = after(|project| project.replace(VISIT, "pregnancy = true", "within = \"hospital\"\npregnancy = true"));
    found.at(VISIT, 7, "within").of(Kind::Documents).says("hospital");
}

#[test]
fn an_article_within_another_is_refused() {
    let found = after(|project| project.replace(ARTICLE, "card =", "within = \"scan\"\ncard ="));
    found.at(ARTICLE, 8, "within").says("only a kind of visit");
}
