//! One lie, and what a phone makes of it: the real app, its real thread, and the honest host afterwards.

use std::{
    collections::BTreeMap,
    panic::AssertUnwindSafe,
    path::Path,
    time::{Duration, Instant},
};

use chrono::{DateTime, TimeDelta, Utc};
use kindway_content::delta::Expected;
use kindway_core::ports::UpdateTrouble;
use kindway_sync::Pace;
use serde_json::Value;

use crate::{
    ALLOCATED,
    support::Phone,
    world::{self, Harm, ROLES, Rows, World, base},
};

/// The most that an update may take above what the app had before.
pub const MOST_MEMORY: usize = 32 * 1024 * 1024;

type Change = Box<dyn Fn(&mut World)>;
type See = Box<dyn Fn(&Path, DateTime<Utc>)>;

/// How far verified files get.
#[derive(Clone, Debug)]
pub enum Kept {
    Nothing,
    Timestamp,
    Snapshot,
    Targets,
    /// Every list before that of this role.
    ListsBefore(&'static str),
    All,
    /// The same, but of the roots only those up to this one.
    AllUnderRoot(u64),
    /// These versions, and the others as they were.
    These(Vec<(&'static str, u64)>),
}

/// What is shown afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// What was there before, to the byte.
    Same,
    /// The same, and what is published was believed to be just that.
    Current,
    /// What the lists in the liar's hands say: all of it was signed by those who may.
    Signed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum App {
    /// Shipped with the first edition, and brought to the second by an update.
    Synced,
    /// Shipped with the first edition; it has never asked.
    First,
    /// Shipped with the second edition; it has never asked.
    Second,
}

pub struct Case {
    pub number: u32,
    pub lie: String,
    app: App,
    harm: Option<Harm>,
    lies: Vec<Change>,
    see: See,
    content: Content,
    trouble: Option<UpdateTrouble>,
    kept: Kept,
    knows: Vec<String>,
    days: i64,
    pace: Pace,
    honest: Change,
    is_rotated: bool,
}

/// A lie that a phone with the second edition is told instead of the third. Unless it says otherwise, nothing comes of it.
pub fn case(number: u32, lie: impl Into<String>, make: impl Fn(&mut World) + 'static) -> Case {
    Case {
        number,
        lie: lie.into(),
        app: App::Synced,
        harm: None,
        lies: vec![Box::new(make)],
        see: Box::new(|_, _| ()),
        content: Content::Same,
        trouble: None,
        kept: Kept::Nothing,
        knows: Vec::new(),
        days: 0,
        pace: Pace::PATIENT,
        honest: Box::new(|_| ()),
        is_rotated: false,
    }
}

impl Case {
    pub fn says(mut self, trouble: UpdateTrouble) -> Self {
        self.trouble = Some(trouble);
        self
    }

    pub fn keeps(mut self, kept: Kept) -> Self {
        self.kept = kept;
        self
    }

    /// Lists that it has verified beside those of the charity, in their first version.
    pub fn knows(mut self, lists: Vec<String>) -> Self {
        self.knows = lists;
        self
    }

    /// It is no lie that does any harm: what was signed arrives.
    pub fn taken(mut self) -> Self {
        (self.content, self.kept) = (Content::Signed, Kept::All);
        self
    }

    /// The phone has the app as it was shipped with the first edition, and has never asked.
    pub fn on_a_new_phone(mut self) -> Self {
        self.app = App::First;
        self
    }

    /// The phone has the app as it was shipped with the second edition, and has never asked.
    pub fn on_a_phone_with_the_second(mut self) -> Self {
        self.app = App::Second;
        self
    }

    /// The phone has lost this before.
    pub fn after_losing(self, file: &'static str) -> Self {
        self.after_harm(Harm::Lost(file))
    }

    /// This became of the phone before.
    pub fn after_harm(mut self, harm: Harm) -> Self {
        self.harm = Some(harm);
        self
    }

    /// What she has is believed to be what is published.
    pub fn brings_nothing(mut self) -> Self {
        self.content = Content::Current;
        self
    }

    pub fn and_see(mut self, see: impl Fn(&Path, DateTime<Utc>) + 'static) -> Self {
        self.see = Box::new(see);
        self
    }

    /// The same phone is told this as well, after it.
    pub fn and_then(mut self, make: impl Fn(&mut World) + 'static) -> Self {
        self.lies.push(Box::new(make));
        self
    }

    /// The phone waits less than half a minute for a byte.
    pub fn in_a_hurry(mut self) -> Self {
        self.pace = Pace { window: Duration::from_millis(200), least: 300, whole: Duration::from_millis(700) };
        self
    }

    /// So many days after the third edition was published.
    pub fn after(mut self, days: i64) -> Self {
        self.days = days;
        self
    }

    /// What the charity has to do before the fourth edition reaches a phone that heard this.
    pub fn until(mut self, honest: impl Fn(&mut World) + 'static) -> Self {
        self.honest = Box::new(honest);
        self
    }

    /// Keys were stolen: the charity replaces those of the timestamp and the snapshot.
    pub fn until_keys_are_replaced(mut self) -> Self {
        self.is_rotated = true;
        self
    }

    fn expected(&self, world: &World, before: &BTreeMap<String, u64>) -> BTreeMap<String, u64> {
        let mut kept = before.clone();
        let up_to: &[&str] = match &self.kept {
            Kept::Nothing => &[],
            Kept::Timestamp => &["timestamp"],
            Kept::Snapshot => &["timestamp", "snapshot"],
            Kept::Targets | Kept::ListsBefore(_) => &["root", "timestamp", "snapshot", "targets"],
            Kept::All | Kept::AllUnderRoot(_) => {
                &["root", "timestamp", "snapshot", "targets", "contacts", "language-ar", "language-en-GB", "rules"]
            }
            Kept::These(these) => {
                kept.extend(these.iter().map(|(role, version)| ((*role).to_owned(), *version)));
                &[]
            }
        };
        kept.extend(up_to.iter().map(|role| ((*role).to_owned(), world.versions[*role])));
        if let Kept::AllUnderRoot(root) = &self.kept {
            kept.insert("root".to_owned(), *root);
        }
        if let Kept::ListsBefore(role) = &self.kept {
            let before = ROLES.iter().take_while(|before| *before != role);
            kept.extend(before.map(|role| ((*role).to_owned(), world.versions[*role])));
        }
        kept.extend(self.knows.iter().map(|list| (list.clone(), 1)));
        // What the app came with is stored before anybody is asked.
        kept.entry("root".to_owned()).or_insert(1);
        kept
    }

    /// What is wrong, if anything, and the most memory that it took.
    pub fn run(&self) -> (Vec<String>, usize) {
        let mut faults = Vec::new();
        let mut peak = 0;
        let run = std::panic::catch_unwind(AssertUnwindSafe(|| self.tell(&mut faults, &mut peak)));
        if let Err(panic) = run {
            let text = panic.downcast_ref::<String>().cloned();
            faults.push(format!("panic: {}", text.unwrap_or_else(|| "of another kind".into())));
        }
        (faults, peak)
    }

    fn tell(&self, faults: &mut Vec<String>, peak: &mut usize) {
        let base = base();
        let (folder, shipped) = match self.app {
            App::Synced => (base.synced_phone.copy(), &base.shipped),
            App::First => (base.new_phone.copy(), &base.shipped),
            App::Second => (crate::support::folder(), &base.shipped_second),
        };
        if let Some(harm) = self.harm {
            harm.come_to(folder.path());
        }
        let published = base.now;
        // The clock of the charity stands at the fourth edition, the lie is told a day earlier.
        let told = published - TimeDelta::days(1) + TimeDelta::days(self.days) + TimeDelta::hours(1);
        let mut phone = Phone::over(folder, shipped, told);
        if self.pace != phone.pace {
            phone.pace = self.pace;
            phone.open();
        }
        let mut fault = |is_right: bool, text: String| {
            if !is_right {
                faults.push(text);
            }
        };

        let before = State::of(&phone);
        let mut world = World::at(&base.third);
        let mut updates = phone.updates();
        for (place, lie) in self.lies.iter().enumerate() {
            world.scene.lies.clear();
            lie(&mut world);
            base.host.show(world.scene.clone());
            ALLOCATED.reset_peak_usage();
            let start = ALLOCATED.current_usage();
            updates = phone.sync();
            let used = ALLOCATED.peak_usage().saturating_sub(start);
            *peak = used.max(*peak);
            if place + 1 < self.lies.len() {
                fault(State::of(&phone).content == before.content, format!("lie {} changed the content", place + 1));
            }
        }
        fault(*peak <= MOST_MEMORY, format!("it took {} KB", *peak / 1024));
        fault(updates.trouble == self.trouble, format!("she is told {:?}, not {:?}", updates.trouble, self.trouble));

        let after = State::of(&phone);
        let asked = base.host.asked();
        let content = match self.content {
            Content::Same => {
                fault(after.rows == before.rows, "the rows are others".to_owned());
                fault(after.floors == before.floors, "the floors are others".to_owned());
                before.content.clone()
            }
            Content::Current => {
                fault(after.rows == before.rows, "the rows are others".to_owned());
                before.content.clone()
            }
            Content::Signed => signed(&world),
        };
        fault(after.content == content, format!("the content is {}", named(&after.content)));
        let expected = self.expected(&world, &before.stored);
        fault(after.stored == expected, format!("stored {:?}, not {expected:?}; asked {asked:?}", after.stored));
        fault(fell(&before, &after).is_none(), format!("a floor fell: {:?}", fell(&before, &after)));

        (self.see)(phone.path(), told);

        // The app is closed and opened: what it then has is what it said.
        phone.pace = Pace::PATIENT;
        phone.open();
        fault(phone.content() == after.content, "after opening it again the content is other than before".to_owned());

        let edition = if self.is_rotated { &base.rotated } else { &base.fourth };
        let mut world = World::at(edition);
        (self.honest)(&mut world);
        let honest = signed(&world);
        base.host.show(world.scene);
        phone.clock.set(later(told, published + TimeDelta::hours(1)));
        let updates = phone.sync();
        fault(updates.trouble.is_none(), format!("afterwards the honest host is answered with {:?}", updates.trouble));
        let last = State::of(&phone);
        fault(last.content == honest, format!("afterwards the content is {}", named(&last.content)));
        fault(fell(&after, &last).is_none(), format!("afterwards a floor fell: {:?}", fell(&after, &last)));
    }
}

fn later(one: DateTime<Utc>, other: DateTime<Utc>) -> DateTime<Utc> {
    one.max(other)
}

/// What a phone has, in every place.
struct State {
    content: BTreeMap<String, Expected>,
    rows: Rows,
    stored: BTreeMap<String, u64>,
    floors: [Option<Value>; 2],
}

impl State {
    fn of(phone: &Phone) -> Self {
        Self {
            content: phone.content(),
            rows: world::rows(phone.path()),
            stored: world::stored(phone.path()),
            floors: world::floors(phone.path()),
        }
    }
}

/// What the lists say of the canonical bytes.
fn signed(world: &World) -> BTreeMap<String, Expected> {
    let expected = |role: &str| {
        let said = world.said(role);
        let custom = &said["targets"][format!("{role}/content.pack")]["custom"];
        let sha256 = hex::decode(custom["sha256"].as_str().unwrap()).unwrap();
        Expected { sha256: sha256.try_into().unwrap(), length: custom["length"].as_u64().unwrap() }
    };
    ROLES.iter().map(|role| ((*role).to_owned(), expected(role))).collect()
}

fn named(content: &BTreeMap<String, Expected>) -> String {
    let base = base();
    let editions = [("first", &base.first), ("second", &base.second), ("third", &base.third), ("fourth", &base.fourth)];
    let known = editions.iter().find(|(_, edition)| &edition.content == content);
    known.map_or_else(|| format!("none that was published: {content:?}"), |(name, _)| format!("that of the {name}"))
}

/// The first floor that is lower than it was, wherever it stands. Only a newer root that gives the timestamp and the snapshot other
/// keys may lower any but its own.
fn fell(before: &State, after: &State) -> Option<String> {
    let places = ["beside the content", "in their file"];
    places.iter().zip(before.floors.iter().zip(&after.floors)).find_map(|(place, (before, after))| {
        let before = before.as_ref()?;
        let Some(after) = after else { return Some(format!("{place}: gone")) };
        let number = |floors: &Value, field: &str| floors[field].as_u64().unwrap_or_default();
        let fields: &[&str] = match before["keys"] == after["keys"] {
            true => &["root", "signed-at", "timestamp", "snapshot", "targets"],
            false => &["root"],
        };
        let lower = fields.iter().find(|field| number(after, field) < number(before, field));
        let replaced = before["keys"] != after["keys"] && number(after, "root") <= number(before, "root");
        let roles = before["roles"].as_object().filter(|_| before["keys"] == after["keys"]);
        let role = roles
            .and_then(|roles| roles.keys().find(|role| number(&after["roles"], role) < number(&before["roles"], role)));
        match (lower, role, replaced) {
            (Some(field), ..) => Some(format!("{place}: {field}")),
            (_, Some(role), _) => Some(format!("{place}: {role}")),
            (_, _, true) => Some(format!("{place}: the keys are others without a new root")),
            _ => None,
        }
    })
}

/// Runs a table and says what came of each case.
pub fn run(group: &str, cases: &[Case]) {
    let only: Option<u32> = std::env::var("KINDWAY_CASE").ok().and_then(|number| number.parse().ok());
    let (mut wrong, mut most) = (Vec::new(), 0);
    let begun = Instant::now();
    for case in cases.iter().filter(|case| only.is_none_or(|only| only == case.number)) {
        let begun = Instant::now();
        let (faults, peak) = case.run();
        most = most.max(peak);
        let state = if faults.is_empty() { "ok" } else { "WRONG" };
        println!(
            "{:>4} {state:<5} {:>6} KB {:>5} ms  {}",
            case.number,
            peak / 1024,
            begun.elapsed().as_millis(),
            case.lie
        );
        for fault in &faults {
            println!("           {fault}");
            wrong.push(format!("{} {}: {fault}", case.number, case.lie));
        }
    }
    println!("{group}: {} cases, at most {} KB, {} s", cases.len(), most / 1024, begun.elapsed().as_secs());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
