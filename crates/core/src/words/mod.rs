//! Her words: the same Fluent files that the screens use, for what the core itself has to say (dates, reminders, letters).

use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use kindway_content::SOURCE_LANGUAGE;
use unic_langid::LanguageIdentifier;

/// The messages of one language, with English behind them.
#[derive(Clone)]
pub struct Words {
    tag: String,
    hers: Arc<FluentBundle<FluentResource>>,
    english: Arc<FluentBundle<FluentResource>>,
}

impl Words {
    /// Builds the words of a language from its Fluent sources and the English ones.
    pub fn new(tag: &str, hers: &[String], english: &[String]) -> Self {
        let source = Arc::new(bundle(SOURCE_LANGUAGE, english));
        Self {
            tag: tag.to_owned(),
            hers: if tag == SOURCE_LANGUAGE { Arc::clone(&source) } else { Arc::new(bundle(tag, hers)) },
            english: source,
        }
    }

    /// The language's tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Whether this is the source language.
    pub fn is_english(&self) -> bool {
        self.tag == SOURCE_LANGUAGE
    }

    /// The English of the same app.
    #[must_use]
    pub fn in_english(&self) -> Self {
        Self { tag: SOURCE_LANGUAGE.to_owned(), hers: Arc::clone(&self.english), english: Arc::clone(&self.english) }
    }

    /// A message without variables.
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// A message with variables. What her language lacks is said in English; what English lacks is its id, which the content
    /// check does not let through.
    pub fn say_with(&self, id: &str, args: &[(&str, String)]) -> String {
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            fluent.set(*name, value.as_str());
        }
        format(&self.hers, id, &fluent).or_else(|| format(&self.english, id, &fluent)).unwrap_or_else(|| id.to_owned())
    }
}

fn format(bundle: &FluentBundle<FluentResource>, id: &str, args: &FluentArgs) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut faults = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut faults).into_owned();
    faults.is_empty().then_some(text)
}

fn bundle(tag: &str, sources: &[String]) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Isolation marks are for mixed text on screen, which the screens do; notifications and letters must not carry them.
    bundle.set_use_isolating(false);
    for source in sources {
        let resource = match FluentResource::try_new(source.clone()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        // A message that stands in two files is refused by the content check.
        let _ = bundle.add_resource(resource);
    }
    bundle
}
