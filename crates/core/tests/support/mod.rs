//! A phone for the tests: an injected clock, a device that remembers, and an app on a folder that goes away.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use chrono::{DateTime, Utc};
use hkdf::Hkdf;
use kindway_content::release::Edition;
use kindway_core::{
    App, Start,
    api::{Nothing, Request, Response},
    days::{TypedDay, Weekday},
    error::{ApiError, Code},
    ports::{Alarm, AlarmHealth, Clock, Connection, Device, Doing, Entropy, Finished, Job, PortError, Updating},
    settings, visits,
};
use sha2::Sha256;
use tempfile::TempDir;
use zeroize::Zeroizing;

/// Two clocks that stand still until they are set: the one on the wall, and the time since the start.
#[derive(Clone)]
pub struct TestClock(pub Arc<Mutex<DateTime<Utc>>>, pub Arc<Mutex<Duration>>);

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }

    fn uptime(&self) -> Duration {
        *self.1.lock().unwrap()
    }
}

/// Ids that differ, which is all that most of these tests ask of randomness. An even count gives an odd byte next, and an odd one an
/// even byte.
#[derive(Clone, Default)]
pub struct TestEntropy(pub Arc<Mutex<u64>>);

impl Entropy for TestEntropy {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), PortError> {
        let mut count = self.0.lock().unwrap();
        for chunk in buffer.chunks_mut(8) {
            *count += 1;
            let mixed =
                (*count ^ u64::from(std::process::id()) << 32).wrapping_mul(0x9E37_79B9_7F4A_7C15).to_le_bytes();
            chunk.copy_from_slice(&mixed[..chunk.len()]);
        }
        Ok(())
    }
}

/// What the phone remembers.
#[derive(Default)]
pub struct Remembered {
    pub alarms: Vec<Alarm>,
    pub secret: Option<[u8; 32]>,
    pub lost: bool,
    pub rung: usize,
    /// The phone refuses every plan and every file.
    pub refuses: bool,
    /// The files among her downloads.
    pub saved: Vec<(String, Vec<u8>)>,
    /// How the phone is connected; freely, if nothing else is said.
    pub connection: Option<Connection>,
    pub owner: Owner,
    /// Called with the label whenever the phone's secret is asked for.
    pub watch: Option<Watch>,
}

/// Whoever looks at each secret that is asked for.
pub type Watch = Box<dyn FnMut(&str) + Send>;

/// The phone's own lock.
#[derive(Default)]
pub struct Owner {
    /// There is one.
    pub there: bool,
    /// Whoever is asked is not the owner, or does not want to.
    pub refuses: bool,
    /// The phone does not forget the key.
    pub keeps_key: bool,
    /// Changes with each key that is made; `None` where there is none.
    pub key: Option<u8>,
    /// A finger was enrolled since the key was made.
    pub lost: bool,
    /// Keys that were made so far.
    pub made: u8,
    /// How often she was asked.
    pub asked: usize,
}

/// A phone that keeps alarms and a secret in memory.
#[derive(Clone, Default)]
pub struct TestDevice(pub Arc<Mutex<Remembered>>);

impl Device for TestDevice {
    fn replace(&self, owned: &[String], reminders: &[Alarm]) -> Result<(), PortError> {
        let mut phone = self.0.lock().unwrap();
        if phone.refuses {
            return Err(PortError::Refused);
        }
        phone.alarms.retain(|alarm| !owned.contains(&alarm.id));
        phone.alarms.extend_from_slice(reminders);
        Ok(())
    }

    fn clear(&self) -> Result<(), PortError> {
        let mut phone = self.0.lock().unwrap();
        if phone.refuses {
            return Err(PortError::Refused);
        }
        phone.alarms.clear();
        Ok(())
    }

    fn alarm_health(&self) -> AlarmHealth {
        AlarmHealth::Exact
    }

    fn connection(&self) -> Connection {
        self.0.lock().unwrap().connection.unwrap_or(Connection::Free)
    }

    fn ring_now(&self, _text: &str) -> Result<(), PortError> {
        self.0.lock().unwrap().rung += 1;
        Ok(())
    }

    fn device_secret(&self, label: &str, bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, PortError> {
        let mut phone = self.0.lock().unwrap();
        if phone.lost {
            return Err(PortError::KeyLost);
        }
        if let Some(watch) = &mut phone.watch {
            watch(label);
        }
        let secret = *phone.secret.get_or_insert([7; 32]);
        Ok(mixed(secret, label.bytes().chain([0]).chain(bytes.iter().copied())))
    }

    fn forget_secret(&self) -> Result<(), PortError> {
        let mut phone = self.0.lock().unwrap();
        phone.secret = Some([9; 32]);
        phone.lost = false;
        (phone.owner.key, phone.owner.lost) = (None, false);
        Ok(())
    }

    fn owner_check(&self) -> bool {
        self.0.lock().unwrap().owner.there
    }

    fn owner_secret(&self, bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, PortError> {
        let owner = &mut self.0.lock().unwrap().owner;
        owner.asked += 1;
        if owner.lost {
            return Err(PortError::KeyLost);
        }
        if owner.key.is_none() {
            owner.made += 1;
            owner.key = Some(owner.made);
        }
        if owner.refuses || !owner.there {
            return Err(PortError::NotConfirmed);
        }
        Ok(mixed([owner.made + 100; 32], bytes.iter().copied()))
    }

    fn forget_owner_secret(&self) -> Result<(), PortError> {
        let owner = &mut self.0.lock().unwrap().owner;
        if owner.keeps_key {
            return Err(PortError::Refused);
        }
        (owner.key, owner.lost) = (None, false);
        Ok(())
    }

    fn save(&self, name: &str, bytes: &[u8]) -> Result<String, PortError> {
        let mut phone = self.0.lock().unwrap();
        if phone.refuses {
            return Err(PortError::Refused);
        }
        phone.saved.push((name.to_owned(), bytes.to_owned()));
        Ok(format!("/downloads/{name}"))
    }
}

/// HMAC-SHA256, as phones and the stand-in for one compute it; HKDF begins with one.
fn mixed(key: [u8; 32], bytes: impl Iterator<Item = u8>) -> Zeroizing<[u8; 32]> {
    Zeroizing::new(Hkdf::<Sha256>::extract(Some(&key), &bytes.collect::<Vec<_>>()).0.into())
}

/// What was asked of the way to signed content.
#[derive(Default)]
pub struct Jobs {
    /// Nothing: the build has no host.
    pub shipped: Option<Edition>,
    pub begun: Vec<Job>,
    pub running: bool,
    pub stopped: usize,
    /// What lies beside the content and remembers what was applied last.
    pub applied: Option<Edition>,
}

/// A way to signed content that remembers its jobs and lets the test finish them.
#[derive(Clone, Default)]
pub struct TestUpdating(pub Arc<Mutex<Jobs>>);

impl Updating for TestUpdating {
    fn shipped(&self) -> Option<Edition> {
        self.0.lock().unwrap().shipped
    }

    fn begin(&self, job: Job) {
        let mut jobs = self.0.lock().unwrap();
        if !jobs.running {
            jobs.begun.push(job);
            jobs.running = true;
        }
    }

    fn doing(&self) -> Option<Doing> {
        self.0.lock().unwrap().running.then(Doing::default)
    }

    fn stop(&self) {
        self.0.lock().unwrap().stopped += 1;
    }

    fn applied(&self) -> Option<Edition> {
        self.0.lock().unwrap().applied
    }
}

/// An app with everything around it.
pub struct Phone {
    pub folder: Arc<TempDir>,
    pub clock: TestClock,
    pub device: TestDevice,
    pub entropy: TestEntropy,
    pub updating: TestUpdating,
    pub seed: Vec<u8>,
    pub app: Option<App>,
}

/// The fixture rates of the tests, so that none depends on what is published today: £8.86 and £5.25 a week, both settled, to be
/// looked at again by the end of 2027.
pub fn fixture_seed() -> Vec<u8> {
    let mut pack = kindway_content::read_seed(kindway_seed::SEED).unwrap();
    for record in pack.records.iter_mut().filter(|record| record.key.starts_with("rate/")) {
        let mut rate: kindway_content::Rate = serde_json::from_slice(&record.body).unwrap();
        rate.review_by = "2027-12-31".parse().unwrap();
        match rate.id.as_str() {
            "with-meals" => (rate.pence, rate.low_pence, rate.high_pence) = (Some(886), None, None),
            "pregnancy" => rate.pence = Some(525),
            _ => {}
        }
        record.body = serde_json::to_vec(&rate).unwrap();
    }
    kindway_content::write_seed(&pack).unwrap()
}

impl Phone {
    /// A new phone at this moment, with the shipped content.
    pub fn at(now: &str) -> Self {
        Self::with_seed(now, kindway_seed::SEED.to_vec())
    }

    /// A new phone at this moment with other content.
    pub fn with_seed(now: &str, seed: Vec<u8>) -> Self {
        Self::shipping(now, seed, None)
    }

    /// A new phone at this moment with content that was published, and a way to newer content.
    pub fn shipping(now: &str, seed: Vec<u8>, shipped: Option<Edition>) -> Self {
        let jobs = Jobs { shipped, ..Jobs::default() };
        let mut phone = Self {
            folder: Arc::new(tempfile::tempdir().unwrap()),
            clock: TestClock(Arc::new(Mutex::new(now.parse().unwrap())), Arc::default()),
            device: TestDevice::default(),
            entropy: TestEntropy::default(),
            updating: TestUpdating(Arc::new(Mutex::new(jobs))),
            seed,
            app: None,
        };
        phone.open();
        phone
    }

    /// Opens the app, again if it was open.
    pub fn open(&mut self) -> &mut App {
        self.app = None;
        self.app = Some(self.start().unwrap());
        self.app.as_mut().unwrap()
    }

    /// Opens another app on the same folder.
    pub fn start(&self) -> Result<App, ApiError> {
        App::open(Start {
            folder: self.path().to_path_buf(),
            seed: self.seed.clone(),
            clock: Box::new(self.clock.clone()),
            device: Box::new(self.device.clone()),
            entropy: Box::new(self.entropy.clone()),
            updating: Box::new(self.updating.clone()),
        })
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn set_clock(&self, now: &str) {
        *self.clock.0.lock().unwrap() = now.parse().unwrap();
    }

    pub fn call(&mut self, request: Request) -> Result<Response, ApiError> {
        self.app.as_mut().expect("the app is open").call(request)
    }

    pub fn close(&mut self) {
        self.app = None;
    }

    pub fn settings(&mut self, change: settings::Change) {
        self.call(Request::SettingsSave(change)).unwrap();
    }

    pub fn speak(&mut self, tag: &str) {
        self.settings(settings::Change { language: Some(tag.to_owned()), ..Default::default() });
    }

    pub fn add(&mut self, draft: visits::Draft) -> visits::Visit {
        match self.call(Request::VisitAdd(draft)).unwrap() {
            Response::VisitAdd(visit) => visit,
            other => panic!("{other:?}"),
        }
    }

    pub fn refused(&mut self, request: Request) -> Code {
        match self.call(request) {
            Err(error) => error.code,
            // What was answered may be long, so it is not printed.
            Ok(_) => panic!("bad input must be refused"),
        }
    }

    /// Ends the running job. True where the app says that what it brought is here.
    pub fn finish(&mut self, finished: Finished) -> bool {
        self.updating.0.lock().unwrap().running = false;
        self.app.as_mut().expect("the app is open").updated(finished)
    }

    /// The plan as the phone holds it: instants in UTC.
    pub fn rings(&self) -> Vec<String> {
        let mut alarms = self.device.0.lock().unwrap().alarms.clone();
        alarms.sort_by_key(|alarm| alarm.at);
        alarms.iter().map(|alarm| alarm.at.format("%Y-%m-%dT%H:%MZ").to_string()).collect()
    }

    /// What the phone would show.
    pub fn texts(&self) -> Vec<String> {
        let mut alarms = self.device.0.lock().unwrap().alarms.clone();
        alarms.sort_by_key(|alarm| alarm.at);
        alarms.into_iter().map(|alarm| alarm.text).collect()
    }
}

/// A visit on a day such as `2026-11-24` at a time such as `09:20`.
pub fn visit(kind: &str, on: &str, at: &str) -> visits::Draft {
    let mut parts = on.split('-').map(|part| part.parse::<u32>().unwrap());
    let (year, month, day) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    visits::Draft {
        kind: Some(kind.to_owned()),
        day: Some(TypedDay { day, month, year: year as i32, weekday: None }),
        time: Some(at.to_owned()).filter(|at| !at.is_empty()),
        ..Default::default()
    }
}

/// The letter of journey 2.
pub fn letter_of_journey_2() -> visits::Draft {
    visits::Draft {
        day: Some(TypedDay { day: 24, month: 11, year: 2026, weekday: Some(Weekday::Tuesday) }),
        place: Some("Liverpool Women's Hospital".to_owned()),
        phone: Some("0151 708 9988".to_owned()),
        ..visit("scan", "2026-11-24", "09:20")
    }
}

pub fn nothing() -> Nothing {
    Nothing {}
}
