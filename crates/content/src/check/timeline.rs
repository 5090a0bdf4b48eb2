//! The timeline: a window that is turned round, or that leads to a kind of visit that is not there, would send her on the
//! wrong day.

use chrono::NaiveDate;

use super::{Check, doc_file};
use crate::model::*;
use crate::problem::Problem;

/// No pregnancy is longer.
const LONGEST: Offset = Offset::WeeksAndDays(42, 6);

impl Check<'_> {
    pub(super) fn timeline(&mut self) {
        let content = self.content;
        let english = content.docs.values().filter(|doc| doc.area == Area::Timeline && doc.language == SOURCE_LANGUAGE);
        for doc in english {
            if let Some(when) = &doc.front.when {
                self.window(doc, when);
            }
        }
    }

    fn window(&mut self, doc: &Doc, when: &When) {
        let file = doc_file(doc.area, &doc.id, SOURCE_LANGUAGE);
        let day = |offset: Offset| offset.after(NaiveDate::default());
        let mut wrong: Vec<(&str, String)> = Vec::new();
        if when.to.is_some_and(|to| day(to) < day(when.from)) {
            wrong.push(("to", "the window ends before it begins".to_owned()));
        }
        for (field, offset) in [("from", Some(when.from)), ("to", when.to)] {
            if when.after == StartsFrom::Pregnancy && offset.is_some_and(|offset| day(offset) > day(LONGEST)) {
                wrong.push((field, format!("later than {LONGEST} weeks: no pregnancy is so long")));
            }
        }
        if when.to_after_birth.is_some() && (when.after == StartsFrom::Birth || when.to.is_some()) {
            wrong.push(("to_after_birth", "only for a window that begins in the pregnancy, and without to".to_owned()));
        }
        if let Some(kind) = &when.visit {
            let visit = (Area::Visits, kind.clone(), SOURCE_LANGUAGE.to_owned());
            if !self.content.docs.contains_key(&visit) && !self.sources.is_broken(&visit_file(kind)) {
                wrong.push(("visit", format!("there is no kind of visit \"{kind}\": {}", visit_file(kind))));
            }
        } else if when.kind == TimelineKind::Visit {
            wrong.push(("visit", "a visit names the kind that it would be added as".to_owned()));
        }
        for (field, message) in wrong {
            let line = self.sources.line_of(&file, Some("[when]"), field);
            self.add(Problem::error(&file, message).at(line).field(format!("when.{field}")));
        }
    }
}

fn visit_file(kind: &str) -> String {
    doc_file(Area::Visits, kind, SOURCE_LANGUAGE)
}
