//! One job: from what the app has to what came of it.

use std::{
    collections::BTreeMap,
    fs, io,
    path::Path,
    sync::{Arc, Weak},
};

use chrono::DateTime;
use kindway_content::{delta::Expected, release::Edition, roles::RoleName};
use kindway_core::ports::{Doing, Finished, Job, UpdateTrouble};
use kindway_sync::{
    Belief, Cause, Clock, Error, Finding, Folder, Have, Kind, Limits, NeverEarlier, Sync, Web, WebOptions,
};

use crate::{Options, Reach, Shared};

/// Does a job. The store is made where it is missing.
pub(crate) fn run(shared: &Shared, store: &Path, job: &Job, app: &Weak<dyn Reach>) -> Finished {
    let root = || fs::read(store.join("root.json")).ok();
    let before = root();
    let found = match try_to(shared, store, job, app) {
        // It was looked at with a moment in mind that the old keys had signed; under a new root that is not believed any more.
        Err(error) if error.kind() == Kind::Date && root() != before => try_to(shared, store, job, app),
        found => found,
    };
    match found {
        Ok(Finding::Nothing { edition, floors }) => Finished::Nothing { edition, floors },
        Ok(Finding::Release(release)) => Finished::Release(release),
        Ok(Finding::Large { bytes }) => Finished::Large { bytes },
        Err(error) => failed(&error),
    }
}

/// Where the content stood that was applied last.
pub(crate) fn applied(store: &Path) -> Option<Edition> {
    Sync::applied(&Folder::new(store))
}

/// Raises the floors that lie beside what was verified. Where that fails they are in the library all the same, and the next job raises
/// them.
pub(crate) fn settle(store: &Path, floors: &str) {
    let _ = Sync::settled(&mut Folder::new(store), floors);
}

fn try_to(shared: &Shared, store: &Path, job: &Job, app: &Weak<dyn Reach>) -> Result<Finding, Error> {
    let Options { trust, clock, cleartext, pace, .. } = shared.options();
    make(store).map_err(|cause| Error::NotKept { file: "updates".into(), cause })?;
    // It was not built after the files that it was built with.
    let built = trust.floors.moment().unwrap_or(DateTime::UNIX_EPOCH);
    let clock = Arc::new(NeverEarlier::new(clock.clone(), built));
    let options = WebOptions { pace: *pace, cleartext: *cleartext };
    let as_clock: Arc<dyn Clock> = clock.clone();
    let mut host = Web::new(&trust.host, as_clock, options)
        .map_err(|trouble| Error::Fetch { file: trust.host.clone(), trouble })?
        .stopped_by(shared.stopped().clone());
    let clock: &dyn Belief = clock.as_ref();
    let sync = Sync {
        store: &mut Folder::new(store),
        host: &mut host,
        clock,
        limits: Limits::KINDWAY,
        trust,
        have: &Had { job, app },
        floors: job.floors.clone(),
        most: job.most,
        report: &|progress| shared.report(Doing { done: progress.done, of: progress.of }),
        stopped: shared.stopped(),
    };
    sync.run()
}

fn failed(error: &Error) -> Finished {
    let why = match error.kind() {
        Kind::NoConnection => UpdateTrouble::NoConnection,
        Kind::Date => UpdateTrouble::Date,
        Kind::Host => UpdateTrouble::Host,
        Kind::NotTrusted => UpdateTrouble::NotTrusted,
        Kind::Unreadable => UpdateTrouble::Unreadable,
        Kind::NoRoom => UpdateTrouble::NoRoom,
        Kind::Stopped => return Finished::Stopped,
    };
    Finished::Failed { why, retry_after: error.retry_after() }
}

/// What the app had when the job began; bytes are asked for when a delta needs them.
struct Had<'a> {
    job: &'a Job,
    app: &'a Weak<dyn Reach>,
}

impl Have for Had<'_> {
    fn parts(&self) -> BTreeMap<RoleName, Expected> {
        self.job.parts.clone()
    }

    fn canonical(&self, role: &RoleName) -> Result<Option<Vec<u8>>, Cause> {
        Ok(self.app.upgrade().and_then(|app| app.part(role)))
    }

    fn allows_whole(&self) -> bool {
        self.job.her_word || self.app.upgrade().is_some_and(|app| app.bytes_are_free())
    }
}

/// Makes the folder of what is verified, readable by its owner alone: which versions a phone has seen is nobody else's affair.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
