//! One Fluent file, taken apart as far as the checks need it.

use std::collections::BTreeSet;

use fluent_syntax::ast::{
    Attribute, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;
use fluent_syntax::{parser, serializer};

use crate::problem::Problem;

/// A message or a term of a Fluent file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// Its id; that of a term starts with `-`.
    pub id: String,
    /// Its line, from 1.
    pub line: usize,
    /// The `#` comment directly above it.
    pub comment: String,
    /// The `##` comment of its group.
    pub group: String,
    /// Every text it can become, attributes and each variant of a selector apart. Variables stand as `{$name}`.
    pub texts: Vec<String>,
    /// Names of its attributes.
    pub attributes: BTreeSet<String>,
    /// Variables that it uses.
    pub variables: BTreeSet<String>,
    /// Messages and terms that it uses.
    pub references: BTreeSet<String>,
    /// Functions that it calls.
    pub functions: BTreeSet<String>,
    /// The variant keys of each of its selectors.
    pub selectors: Vec<Vec<String>>,
    /// It in the one spelling of the serialiser, without comment: what its hash is taken of.
    pub canonical: String,
}

impl Message {
    /// True where a comment, its own or its group's, holds `mark`.
    pub fn is_marked(&self, mark: &str) -> bool {
        self.comment.contains(mark) || self.group.contains(mark)
    }

    fn add(&mut self, pattern: &Pattern<&str>) {
        let selectors = self.selectors.len();
        let text = self.flatten(pattern);
        // Around a selector there may be nothing: its variants are the words.
        if self.selectors.len() == selectors || !text.trim().is_empty() {
            self.texts.push(text);
        }
    }

    fn flatten(&mut self, pattern: &Pattern<&str>) -> String {
        let mut text = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression, &mut text),
            }
        }
        text
    }

    fn expression(&mut self, expression: &Expression<&str>, text: &mut String) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, text),
            Expression::Select { selector, variants } => {
                // The selector is chosen by, not shown.
                self.inline(selector, &mut String::new());
                let key = |key: &VariantKey<&str>| match key {
                    VariantKey::Identifier { name } => (*name).to_owned(),
                    VariantKey::NumberLiteral { value } => (*value).to_owned(),
                };
                self.selectors.push(variants.iter().map(|variant| key(&variant.key)).collect());
                for variant in variants {
                    self.add(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, text: &mut String) {
        match inline {
            InlineExpression::StringLiteral { value } => text.push_str(&unescape_unicode_to_string(value)),
            InlineExpression::NumberLiteral { value } => text.push_str(value),
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.insert(id.name.to_owned());
                for argument in &arguments.positional {
                    self.inline(argument, text);
                }
            }
            InlineExpression::MessageReference { id, .. } => drop(self.references.insert(id.name.to_owned())),
            InlineExpression::TermReference { id, .. } => drop(self.references.insert(format!("-{}", id.name))),
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
                text.push_str("{$");
                text.push_str(id.name);
                text.push('}');
            }
            InlineExpression::Placeable { expression } => self.expression(expression, text),
        }
    }
}

/// Parses a Fluent file. What could be read is returned beside the problems.
pub fn parse(file: &str, source: &str) -> (Vec<Message>, Vec<Problem>) {
    let (resource, mistakes) = match parser::parse(source) {
        Ok(resource) => (resource, Vec::new()),
        Err(partly) => partly,
    };
    let line_at = |at: usize| source.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    let problems = mistakes
        .iter()
        .map(|mistake| Problem::error(file, format!("not Fluent: {}", mistake.kind)).at(line_at(mistake.pos.start)))
        .collect();
    let mut messages = Vec::new();
    let mut group = String::new();
    let mut from = 0;
    for entry in &resource.body {
        let mut message = Message { group: group.clone(), ..Message::default() };
        let comment = match entry {
            Entry::Message(found) => {
                message.id = found.id.name.to_owned();
                found.value.iter().for_each(|value| message.add(value));
                add_attributes(&mut message, &found.attributes);
                &found.comment
            }
            Entry::Term(found) => {
                message.id = format!("-{}", found.id.name);
                message.add(&found.value);
                add_attributes(&mut message, &found.attributes);
                &found.comment
            }
            Entry::GroupComment(comment) => {
                group = comment.content.join("\n").trim().to_owned();
                continue;
            }
            _ => continue,
        };
        message.comment = comment.as_ref().map(|comment| comment.content.join("\n")).unwrap_or_default();
        message.canonical = serializer::serialize(&Resource { body: vec![bare(entry)] });
        let starts = |line: &str| line.strip_prefix(&message.id).is_some_and(|rest| rest.trim_start().starts_with('='));
        if let Some(at) = source.lines().skip(from).position(starts) {
            from += at + 1;
        }
        message.line = from;
        messages.push(message);
    }
    (messages, problems)
}

fn add_attributes(message: &mut Message, attributes: &[Attribute<&str>]) {
    for attribute in attributes {
        message.attributes.insert(attribute.id.name.to_owned());
        message.add(&attribute.value);
    }
}

/// An entry without its comment.
fn bare<'s>(entry: &Entry<&'s str>) -> Entry<&'s str> {
    let mut entry = entry.clone();
    match &mut entry {
        Entry::Message(message) => message.comment = None,
        Entry::Term(term) => term.comment = None,
        _ => {}
    }
    entry
}

/// A Fluent source without its comments, which are for translators: a phone does not need them.
pub fn without_comments(source: &str) -> String {
    let resource = match parser::parse(source) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let body =
        resource.body.iter().filter(|entry| matches!(entry, Entry::Message(_) | Entry::Term(_))).map(bare).collect();
    serializer::serialize(&Resource { body })
}
