//! How well something answers. An item is as good as its best passage together with its title, a little better where more of it
//! speaks of the same, and only as far as it covers what she asked. Rare ideas count more than common ones.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::asked::{Asked, Idea};
use crate::{
    error::ApiError,
    library::{
        Library,
        index::{Index, Item, Passage},
    },
};

/// An idea says much where one thing in ten or fewer speaks of it.
const TELLING: f64 = 2.2;

/// From here on a match is the word itself or another word for it, not a guess.
pub(super) const SURE: f32 = 0.7;

const RAREST: f64 = 3.6;

/// About how many contacts answer a need, or are in a place.
const NEED_HAS: f64 = 12.0;

/// How an item answers.
pub(super) struct Match {
    /// Position in the index.
    pub(super) item: usize,
    /// Higher is better; about 1 for a statement that says all she asked.
    pub(super) score: f64,
    /// How much of the question one passage covers, from 0 to 1.
    pub(super) covered: f64,
    /// How much of its title she typed, from 0 to 1.
    pub(super) titled: f64,
    /// How surely it holds each idea.
    pub(super) held: Vec<f64>,
    /// The passage that answers best, without titles.
    pub(super) best: Option<u32>,
}

/// Ideas that are found, each passage with how sure it holds each of them.
pub(super) struct Found {
    passages: HashMap<u32, Vec<f32>>,
    /// How much each idea says: its rarity, times its share of the question.
    pub(super) says: Vec<f64>,
    pub(super) total: f64,
}

/// A part of an item counts more where it says what the item is.
fn part_weight(part: &str) -> f64 {
    match part {
        "title" => 1.6,
        "name" => 1.3,
        "answer" | "for" | "say" | "what" | "places" | "summary" | "before" | "emergency" | "unit" => 1.1,
        "ask" | "unsure" | "scotland" | "wales" | "northern-ireland" | "why" => 0.75,
        _ => 1.0,
    }
}

fn is_title(passage: &Passage) -> bool {
    matches!(&*passage.part, "title" | "name" | "places")
}

/// Asks the index for every idea. `shown` says which passages she may see.
pub(super) fn find(
    library: &Library,
    index: &Index,
    asked: &Asked,
    shown: impl Fn(&Item, &Passage) -> bool,
) -> Result<Found, ApiError> {
    let mut passages: HashMap<u32, Vec<f32>> = HashMap::new();
    let mut says = Vec::with_capacity(asked.ideas.len());
    for (place, idea) in asked.ideas.iter().enumerate() {
        let mut items: BTreeMap<usize, f32> = BTreeMap::new();
        for (sure, expression) in idea.expressions() {
            for id in library.passages(&expression)? {
                let Some(passage) = index.passages.get(&id) else { continue };
                if !shown(&index.items[passage.item], passage) {
                    continue;
                }
                let held = passages.entry(id).or_insert_with(|| vec![0.0; asked.ideas.len()]);
                held[place] = held[place].max(sure);
                let item = items.entry(passage.item).or_default();
                *item = item.max(sure);
            }
        }
        // What nothing here has cannot tell one thing from another; a need or a place has those who answer it.
        let have: f64 = items.values().map(|sure| f64::from(*sure)).sum();
        let answered = !idea.needs.is_empty() || asked.place_ideas.contains(&place);
        let have = if answered { have.max(NEED_HAS) } else { have };
        let rarity = if have > 0.0 { rarity(index.items.len(), have) } else { 0.0 };
        says.push(rarity * f64::from(idea.weight));
    }
    let total = says.iter().sum();
    Ok(Found { passages, says, total })
}

/// What everything speaks of says nothing; beyond some rarity, rarer is chance.
fn rarity(of: usize, have: f64) -> f64 {
    let rare = (1.0 + (of as f64 - have + 0.5).max(0.0) / (have + 0.5)).ln();
    rare.min(RAREST)
}

impl Found {
    /// Every item that holds any idea.
    pub(super) fn matches(&self, index: &Index) -> Vec<Match> {
        let mut by_item: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for id in self.passages.keys() {
            by_item.entry(index.passages[id].item).or_default().push(*id);
        }
        by_item
            .into_iter()
            .map(|(item, mut ids)| {
                ids.sort_unstable();
                self.matched(index, item, &ids)
            })
            .collect()
    }

    fn matched(&self, index: &Index, item: usize, ids: &[u32]) -> Match {
        let count = self.says.len();
        let (mut title, mut title_covered) = (vec![0.0_f64; count], 0.0_f64);
        let mut any = vec![0.0_f64; count];
        for id in ids {
            let (passage, held) = (&index.passages[id], &self.passages[id]);
            let weight = part_weight(&passage.part);
            for (place, sure) in held.iter().enumerate() {
                any[place] = any[place].max(f64::from(*sure) * weight);
            }
            if is_title(passage) {
                for (place, sure) in held.iter().enumerate() {
                    title[place] = title[place].max(f64::from(*sure) * weight);
                }
                // A title that she typed nearly whole is what she means.
                let said = held.iter().filter(|sure| **sure >= SURE).count();
                title_covered = title_covered.max((said as f64 / f64::from(passage.words.max(1))).min(1.0));
            }
        }
        let (mut together, mut covered, mut best, mut best_alone) = (self.sum(&title), self.cover(&title), None, 0.0);
        for id in ids {
            let (passage, held) = (&index.passages[id], &self.passages[id]);
            if is_title(passage) {
                continue;
            }
            let weight = part_weight(&passage.part);
            let alone: Vec<f64> = held.iter().map(|sure| f64::from(*sure) * weight).collect();
            let with: Vec<f64> = alone.iter().zip(&title).map(|(alone, title)| alone.max(*title)).collect();
            together = together.max(self.sum(&with));
            covered = covered.max(self.cover(&with));
            // The same words in fewer say it more plainly.
            let plain = self.sum(&alone) / (1.0 + f64::from(passage.words) / 60.0);
            if plain > best_alone {
                (best, best_alone) = (Some(*id), plain);
            }
        }
        let all = self.sum(&any);
        let score =
            (0.55 * together + 0.45 * all) * (0.35 + 0.65 * covered) + 0.25 * title_covered * self.cover(&title);
        Match { item, score, covered, titled: title_covered, held: any, best }
    }

    fn sum(&self, sure: &[f64]) -> f64 {
        if self.total <= 0.0 {
            return 0.0;
        }
        self.says.iter().zip(sure).map(|(says, sure)| says * sure).sum::<f64>() / self.total
    }

    fn cover(&self, sure: &[f64]) -> f64 {
        if self.total <= 0.0 {
            return 0.0;
        }
        self.says.iter().zip(sure).map(|(says, sure)| says * sure.min(1.0)).sum::<f64>() / self.total
    }

    /// The ideas of a passage that few things speak of.
    pub(super) fn telling(&self, passage: u32) -> Vec<usize> {
        let held = self.passages.get(&passage).into_iter().flatten().zip(&self.says).enumerate();
        held.filter(|(_, (sure, says))| **sure >= SURE && **says >= TELLING).map(|(idea, _)| idea).collect()
    }

    /// How much of the question some words hold that are not in the index, such as a visit of hers.
    pub(super) fn covered_by(&self, ideas: &[Idea], words: &BTreeSet<String>) -> f64 {
        let sure: Vec<f64> = ideas
            .iter()
            .map(|idea| {
                let held = idea.ways.iter().filter(|(_, way)| way.is_in(words)).map(|(sure, _)| f64::from(*sure));
                held.fold(0.0, f64::max)
            })
            .collect();
        self.cover(&sure)
    }

    /// How much of the question points to one of these kinds through a need, and how early in the need's list.
    /// Ideas that name the place she is at are answered by whoever is there.
    pub(super) fn needed(&self, ideas: &[Idea], rank_of: impl Fn(usize) -> Option<usize>, here: &[usize]) -> f64 {
        let sure: Vec<f64> = ideas
            .iter()
            .enumerate()
            .map(|(place, idea)| {
                if here.contains(&place) {
                    return 1.0;
                }
                let rank = idea.needs.iter().filter_map(|need| rank_of(*need)).min();
                rank.map_or(0.0, |rank| 1.0 / (1.0 + 0.15 * rank as f64))
            })
            .collect();
        self.cover(&sure)
    }
}
