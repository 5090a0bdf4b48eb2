//! The open core behind a lock.

use std::{
    io::Write,
    panic::{self, AssertUnwindSafe},
    sync::{Arc, Mutex, PoisonError, Weak},
};

use kindway_content::roles::RoleName;
use kindway_core::{
    App, Start,
    api::{Request, Response},
    error::{ApiError, Code},
    ports::Finished,
};
use kindway_updates::{Options, Reach, Updates};

/// The one door for a shell that answers from several threads: calls are taken one after the other, and a panic rejects one call
/// instead of ending the app.
pub struct Door {
    start: Box<dyn Fn() -> Start + Send + Sync>,
    app: Mutex<Option<App>>,
}

impl Door {
    /// A door to the core that `start` describes. It is opened by the first call, and again by the next one where that failed:
    /// another window may have been closed, a disk may have room again.
    pub fn new(start: impl Fn() -> Start + Send + Sync + 'static) -> Self {
        Self { start: Box::new(start), app: Mutex::new(None) }
    }

    /// The same with updates. They end with the door.
    pub fn with_updates(start: impl Fn() -> Start + Send + Sync + 'static, options: Options) -> Arc<Self> {
        let updates = Arc::new(Updates::new(options));
        let ports = updates.clone();
        let door = Arc::new(Self::new(move || Start { updating: ports.port(), ..start() }));
        let app: Weak<dyn Reach> = Arc::<Self>::downgrade(&door);
        updates.reach(app);
        door
    }

    /// Answers one question. Blocks while another is being answered.
    ///
    /// # Errors
    /// What the core answers; [`Code::Unexpected`] after a panic.
    pub fn call(&self, request: Request) -> Result<Response, ApiError> {
        self.with_app(|app| app.call(request))
    }

    fn with_app<T>(&self, ask: impl FnOnce(&mut App) -> Result<T, ApiError>) -> Result<T, ApiError> {
        let mut kept = self.app.lock().unwrap_or_else(PoisonError::into_inner);
        // The app is out of its place while it works. After a panic it does not come back, because what it held may be half
        // changed; the next call reads everything from the disk again.
        let taken = kept.take();
        let answered = panic::catch_unwind(AssertUnwindSafe(|| {
            let mut app = match taken {
                Some(app) => app,
                None => match App::open((self.start)()) {
                    Ok(app) => app,
                    Err(error) => return (None, Err(error)),
                },
            };
            let answer = ask(&mut app);
            (Some(app), answer)
        }));
        let Ok((app, answer)) = answered else { return Err(ApiError::new(Code::Unexpected)) };
        *kept = app;
        answer
    }
}

impl Reach for Door {
    fn part(&self, role: &RoleName) -> Option<Vec<u8>> {
        self.with_app(|app| app.part(role)).ok().flatten()
    }

    fn bytes_are_free(&self) -> bool {
        self.with_app(|app| Ok(app.bytes_are_free())).unwrap_or(false)
    }

    fn updated(&self, finished: Finished) -> bool {
        self.with_app(|app| Ok(app.updated(finished))).unwrap_or(false)
    }
}

/// From here on a panic says only where in the program it happened. Its usual message can hold the text that the program was
/// working on, and that text can be hers.
pub fn say_only_where_it_panicked() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
        // Nothing can be done about an error stream that is closed.
        let _ = writeln!(std::io::stderr(), "kindway: unexpected, at {place}");
    }));
}

#[cfg(test)]
mod tests;
