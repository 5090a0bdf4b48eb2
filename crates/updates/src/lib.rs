//! Updates of the content while the app is open.
//!
//! ```text
//!  core ── Updating: begin(Job) ──► a thread ── Sync::run ──► host
//!    ▲                                 │
//!    └── App::part, App::updated ◄─ Reach
//! ```
//!
//! The core says when; the sync engine says what may be believed; this only waits for the network, so that no call has to.

use std::{
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

use kindway_content::{release::Edition, roles::RoleName};
use kindway_core::ports::{Doing, Finished, Job, UpdateTrouble, Updating};
use kindway_sync::{Clock, Pace, Trust};

mod job;

/// The way back to the app from the thread.
pub trait Reach: Send + Sync {
    /// The canonical bytes of a part of the content that the app has.
    fn part(&self, role: &RoleName) -> Option<Vec<u8>>;

    /// Whether bytes cost nothing just now.
    fn bytes_are_free(&self) -> bool;

    /// Hands over what came of a job. True once that is kept and was read back.
    fn updated(&self, finished: Finished) -> bool;
}

/// What updates need to know of this build and this device.
#[derive(Clone)]
pub struct Options {
    /// The folder of the app's files; what is verified is kept in `updates` below it.
    pub folder: PathBuf,
    /// Whom this build believes, and where to ask.
    pub trust: Trust,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Whether the host may be `http:`, for trying out on one's own computer.
    pub cleartext: bool,
    /// How slow the host may be.
    pub pace: Pace,
}

/// Updates for one app. Dropping it gives a running job up.
pub struct Updates {
    shared: Arc<Shared>,
}

pub(crate) struct Shared {
    options: Options,
    app: Mutex<Option<Weak<dyn Reach>>>,
    running: Mutex<Option<JoinHandle<()>>>,
    doing: Mutex<Option<Doing>>,
    stopped: Arc<AtomicBool>,
}

impl Updates {
    /// Nothing is read or asked for yet.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let shared = Shared {
            options,
            app: Mutex::default(),
            running: Mutex::default(),
            doing: Mutex::default(),
            stopped: Arc::default(),
        };
        Self { shared: Arc::new(shared) }
    }

    /// What the core is started with. Each opening of the core takes one; they all speak of the same thread.
    #[must_use]
    pub fn port(&self) -> Box<dyn Updating> {
        Box::new(Port(self.shared.clone()))
    }

    /// From here on results go to this app.
    pub fn reach(&self, app: Weak<dyn Reach>) {
        *held(&self.shared.app) = Some(app);
    }

    /// Waits until no job is running.
    pub fn wait(&self) {
        let running = held(&self.shared.running).take();
        if let Some(running) = running {
            // A thread that panicked has ended as well; it has kept nothing.
            let _ = running.join();
        }
    }
}

impl Drop for Updates {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::Relaxed);
    }
}

struct Port(Arc<Shared>);

impl Updating for Port {
    fn shipped(&self) -> Option<Edition> {
        Some(self.0.options.trust.edition())
    }

    fn begin(&self, job: Job) {
        let mut doing = held(&self.0.doing);
        if doing.is_some() {
            return;
        }
        *doing = Some(Doing::default());
        drop(doing);
        self.0.stopped.store(false, Ordering::Relaxed);
        let shared = self.0.clone();
        let begun = thread::Builder::new().name("updates".into()).spawn(move || shared.work(&job));
        match begun {
            Ok(thread) => *held(&self.0.running) = Some(thread),
            // A phone without room for one more thread has other troubles; the next time may be better.
            Err(_) => *held(&self.0.doing) = None,
        }
    }

    fn doing(&self) -> Option<Doing> {
        *held(&self.0.doing)
    }

    fn stop(&self) {
        self.0.stopped.store(true, Ordering::Relaxed);
    }

    fn applied(&self) -> Option<Edition> {
        job::applied(&self.0.store())
    }
}

impl Shared {
    fn work(&self, job: &Job) {
        let _over = Over(self);
        let Some(app) = held(&self.app).clone() else { return };
        let store = self.store();
        // A job that ends in a panic has kept nothing, and is told as one that failed: silence would read as "nothing new".
        let found = panic::catch_unwind(AssertUnwindSafe(|| job::run(self, &store, job, &app)));
        let mut finished = found.unwrap_or(Finished::Failed { why: UpdateTrouble::NotTrusted, retry_after: None });
        if self.stopped.load(Ordering::Relaxed) {
            finished = Finished::Stopped;
        }
        let floors = match &finished {
            Finished::Nothing { floors, .. } => Some(floors.clone()),
            Finished::Release(release) => Some(release.floors.clone()),
            Finished::Large { .. } | Finished::Failed { .. } | Finished::Stopped => None,
        };
        // An app that was closed meanwhile has no use for it.
        if app.upgrade().is_some_and(|app| app.updated(finished))
            && let Some(floors) = floors
        {
            job::settle(&store, &floors);
        }
    }

    pub(crate) fn report(&self, doing: Doing) {
        *held(&self.doing) = Some(doing);
    }

    fn store(&self) -> PathBuf {
        self.options.folder.join("updates")
    }

    pub(crate) fn stopped(&self) -> &Arc<AtomicBool> {
        &self.stopped
    }

    pub(crate) fn options(&self) -> &Options {
        &self.options
    }
}

/// However a job ends, by a panic too, nothing is running afterwards.
struct Over<'a>(&'a Shared);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        *held(&self.0.doing) = None;
    }
}

fn held<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}
