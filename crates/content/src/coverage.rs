//! How much of the fact register is used: a fact that nothing says is work left to do, or a line to take out.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Content, SOURCE_LANGUAGE};

/// The facts of one group, such as `RIGHTS`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Facts that a statement or a rate rests on.
    pub used: Vec<String>,
    /// Facts that nothing rests on.
    pub unused: Vec<String>,
}

/// The facts that a statement of an English document names.
pub fn said_by_statements(content: &Content) -> BTreeSet<&String> {
    let english = content.docs.values().filter(|doc| doc.language == SOURCE_LANGUAGE);
    let statements = english.flat_map(|doc| &doc.sections).flat_map(|section| &section.statements);
    statements.flat_map(|statement| &statement.facts).collect()
}

/// Use of the register by group, the part of an ID before its last hyphen.
pub fn coverage(content: &Content) -> BTreeMap<String, Coverage> {
    let mut said = said_by_statements(content);
    said.extend(content.rates.values().flat_map(|rate| &rate.facts));
    let mut groups: BTreeMap<String, Coverage> = BTreeMap::new();
    for id in content.facts.keys() {
        let group = id.rsplit_once('-').map_or(id.as_str(), |(group, _)| group);
        let group = groups.entry(group.to_owned()).or_default();
        if said.contains(id) { group.used.push(id.clone()) } else { group.unused.push(id.clone()) }
    }
    groups
}
