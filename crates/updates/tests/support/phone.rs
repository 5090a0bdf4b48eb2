//! A phone: the real app over a folder, with a clock that the test sets.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, Utc};
use kindway_content::{
    Pack,
    delta::Expected,
    roles::{self, RoleName},
};
use kindway_core::{
    Start,
    api::{Nothing, Request, Response},
    ports::{Alarm, AlarmHealth, Connection, Device, PortError},
    updates,
};
use kindway_desktop::Door;
use kindway_sync::Pace;
use kindway_updates::{Options, Reach};
use zeroize::Zeroizing;

use super::charity::Shipped;

/// A clock that every part of a phone reads.
#[derive(Clone, Debug)]
pub struct SetClock(Arc<AtomicI64>);

impl SetClock {
    pub fn at(now: DateTime<Utc>) -> Self {
        Self(Arc::new(AtomicI64::new(now.timestamp())))
    }

    pub fn set(&self, now: DateTime<Utc>) {
        self.0.store(now.timestamp(), Ordering::Relaxed);
    }

    fn read(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0.load(Ordering::Relaxed), 0).unwrap()
    }
}

impl kindway_core::ports::Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        self.read()
    }

    fn uptime(&self) -> Duration {
        Duration::ZERO
    }
}

impl kindway_sync::Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        self.read()
    }
}

/// A connection that changes while the app is open.
#[derive(Clone, Debug)]
pub struct Connected(Arc<Mutex<Connection>>);

impl Default for Connected {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Connection::Free)))
    }
}

impl Connected {
    pub fn set(&self, connection: Connection) {
        *self.0.lock().unwrap() = connection;
    }
}

/// The stand-in for a phone, in a hand that carries it from one network to another.
struct Held {
    device: Box<dyn Device>,
    connection: Connected,
}

impl Device for Held {
    fn replace(&self, owned: &[String], reminders: &[Alarm]) -> Result<(), PortError> {
        self.device.replace(owned, reminders)
    }

    fn clear(&self) -> Result<(), PortError> {
        self.device.clear()
    }

    fn alarm_health(&self) -> AlarmHealth {
        self.device.alarm_health()
    }

    fn ring_now(&self, text: &str) -> Result<(), PortError> {
        self.device.ring_now(text)
    }

    fn device_secret(&self, label: &str, bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, PortError> {
        self.device.device_secret(label, bytes)
    }

    fn forget_secret(&self) -> Result<(), PortError> {
        self.device.forget_secret()
    }

    fn owner_check(&self) -> bool {
        self.device.owner_check()
    }

    fn owner_secret(&self, bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>, PortError> {
        self.device.owner_secret(bytes)
    }

    fn forget_owner_secret(&self) -> Result<(), PortError> {
        self.device.forget_owner_secret()
    }

    fn save(&self, name: &str, bytes: &[u8]) -> Result<String, PortError> {
        self.device.save(name, bytes)
    }

    fn connection(&self) -> Connection {
        *self.connection.0.lock().unwrap()
    }
}

/// A phone with an app that was built with something.
pub struct Phone {
    folder: tempfile::TempDir,
    shipped: Shipped,
    pub clock: SetClock,
    /// How slow a host may be, from the next opening on.
    pub pace: Pace,
    /// How it says it is connected.
    pub connection: Connected,
    door: Option<Arc<Door>>,
}

impl Phone {
    /// A phone with nothing on it but the app.
    pub fn new(shipped: &Shipped, now: DateTime<Utc>) -> Self {
        Self::over(super::folder(), shipped, now)
    }

    /// A phone with this on it.
    pub fn over(folder: tempfile::TempDir, shipped: &Shipped, now: DateTime<Utc>) -> Self {
        let mut phone = Self {
            folder,
            shipped: shipped.clone(),
            clock: SetClock::at(now),
            pace: Pace::PATIENT,
            connection: Connected::default(),
            door: None,
        };
        phone.open();
        phone
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Closes the app and opens it again.
    pub fn open(&mut self) {
        self.door = None;
        let (folder, seed, clock) = (self.path().to_owned(), self.shipped.seed.clone(), self.clock.clone());
        let options = kindway_desktop::updates(&folder, &self.shipped.trust, clock.clone()).unwrap();
        let options = Options { pace: self.pace, ..options };
        let connection = self.connection.clone();
        let start = move || {
            let start = kindway_desktop::start(folder.clone(), seed.clone(), clock.clone());
            Start { device: Box::new(Held { device: start.device, connection: connection.clone() }), ..start }
        };
        self.door = Some(Door::with_updates(start, options));
        self.call(Request::Open(Nothing {}));
    }

    /// Closes the app.
    pub fn close(&mut self) {
        self.door = None;
    }

    /// Closes the app and opens another build of it.
    pub fn install(&mut self, shipped: &Shipped) {
        self.close();
        self.shipped = shipped.clone();
        self.open();
    }

    pub fn door(&self) -> &Arc<Door> {
        self.door.as_ref().unwrap()
    }

    pub fn call(&self, request: Request) -> Response {
        self.door().call(request).unwrap()
    }

    /// How updates stand.
    pub fn updates(&self) -> updates::Updates {
        match self.call(Request::Updates(Nothing {})) {
            Response::Updates(updates) => updates,
            other => panic!("not about updates: {other:?}"),
        }
    }

    /// Looks for something new because she asked, and waits for what comes of it.
    pub fn sync(&self) -> updates::Updates {
        self.ask(Request::UpdatesNow(updates::Ask { large: true }))
    }

    /// Asks, and waits for what comes of it.
    pub fn ask(&self, request: Request) -> updates::Updates {
        self.call(request);
        loop {
            let updates = self.updates();
            if updates.doing.is_none() {
                return updates;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// What the content is, part by part: the hash of what the database gives back.
    pub fn content(&self) -> BTreeMap<String, Expected> {
        let languages = super::LANGUAGES.iter().map(|tag| RoleName::language(tag).unwrap());
        let every = languages.chain([RoleName::contacts(), RoleName::rules()]);
        let part = |role: &RoleName| self.door().part(role).map(|bytes| Expected::of(&bytes));
        every.filter_map(|role| part(&role).map(|part| (role.to_string(), part))).collect()
    }
}

/// What the content of a pack is, part by part.
pub fn content_of(pack: &Pack) -> BTreeMap<String, Expected> {
    roles::split(pack).iter().map(|(role, part)| (role.to_string(), Expected::of(&part.to_canonical()))).collect()
}
