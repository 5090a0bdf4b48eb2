//! The app: its open files, its settings, and the way from the door to the modules.

use std::{
    fs::{self, File, TryLockError},
    path::PathBuf,
    time::Duration,
};

use chrono::{DateTime, NaiveDate, Utc};
use kindway_content::{Area, SOURCE_LANGUAGE, roles::RoleName};
use rusqlite::Transaction;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::{
    days::{Reading, uk_today},
    erase::Erased,
    error::{ApiError, Code},
    library::{Library, Page},
    lock::{self, ByOwner},
    ports::{Clock, Connection, Device, Entropy, Finished, Updating},
    reminders,
    settings::{self, Settings},
    updates::{self, Tries},
    vault::{self, Closed, Folder, Guesses, Pin, Vault},
    visits,
    words::Words,
};

/// What an app is started with.
pub struct Start {
    /// The folder of its files; made if it is not there.
    pub folder: PathBuf,
    /// The shipped seed.
    pub seed: Vec<u8>,
    /// The time.
    pub clock: Box<dyn Clock>,
    /// The phone.
    pub device: Box<dyn Device>,
    /// Randomness.
    pub entropy: Box<dyn Entropy>,
    /// The way to signed content.
    pub updating: Box<dyn Updating>,
}

/// The app without a phone.
pub struct App {
    folder: PathBuf,
    clock: Box<dyn Clock>,
    device: Box<dyn Device>,
    entropy: Box<dyn Entropy>,
    updating: Box<dyn Updating>,
    library: Library,
    words: Words,
    settings: Settings,
    vault: Result<Vault, Closed>,
    guesses: Guesses,
    /// Since when the app has not been seen.
    pub(crate) gone: Option<lock::Gone>,
    /// Held for as long as the app is open, so that a second one on the same folder knows.
    _lock: Option<File>,
    /// The visit that was deleted last, until something else is.
    pub(crate) deleted: Option<visits::Kept>,
    /// What was deleted on the screen that she is on.
    pub(crate) erased: Vec<Erased>,
    /// What was to be added last and is not known to stand: its SHA-256, and the id that it got.
    adding: Option<([u8; 32], [u8; 16])>,
    /// The phone did not take the newest plan, so what it would ring is not what she sees.
    pub(crate) plan_refused: bool,
    /// When updates were looked for.
    pub(crate) tries: Tries,
}

impl App {
    /// Opens the app. Trouble with her own files does not stop it: what is public can always be read, and
    /// [`App::trouble`] says what is wrong.
    ///
    /// # Errors
    /// [`Code::ContentUnreadable`] when even the shipped seed cannot be read.
    pub fn open(start: Start) -> Result<Self, ApiError> {
        let Start { folder, seed, clock, device, entropy, updating } = start;
        let _ = fs::create_dir_all(&folder);
        let (lock, locked) = only_one(&folder);
        let shipped = updating.shipped().unwrap_or_default();
        let mut library = match locked {
            // The file is the other window's: it may be writing to it, and would go on writing to one that was set aside.
            Err(_) => Library::in_memory(seed, shipped)?,
            Ok(()) => Library::open(&folder, seed, shipped)?,
        };
        let vault = match locked {
            Ok(()) => Vault::open(&folder, device.as_ref(), clock.as_ref(), entropy.as_ref()),
            Err(error) => Err(error.into()),
        };
        let guesses = vault::guesses(&folder, device.as_ref(), clock.as_ref());
        if library.words(SOURCE_LANGUAGE).is_err() {
            library.heal()?;
        }
        let (words, tries) = (library.words(SOURCE_LANGUAGE)?, library.tries());
        let mut app = Self {
            folder,
            clock,
            device,
            entropy,
            updating,
            library,
            words,
            settings: Settings::default(),
            vault,
            guesses,
            gone: None,
            _lock: lock,
            deleted: None,
            erased: Vec::new(),
            adding: None,
            plan_refused: false,
            tries,
        };
        match app.take_up_settings() {
            Err(error) if error.code == Code::ContentUnreadable => {
                app.library.heal()?;
                app.take_up_settings()?;
            }
            // What is public can still be read.
            Err(error) => {
                app.vault = app.vault.and_then(|vault| Err(vault.shut(error)));
                app.take_up_settings()?;
            }
            Ok(()) => {}
        }
        // The content or the clock may have changed since the last time.
        reminders::replan(&mut app);
        Ok(app)
    }

    /// What is wrong with her files, if anything.
    pub fn trouble(&self) -> Option<Code> {
        self.vault.as_ref().err().map(|closed| closed.why.code)
    }

    /// The canonical bytes of one part of the content that is here: what a delta is made against.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn part(&self, role: &RoleName) -> Result<Option<Vec<u8>>, ApiError> {
        self.library.part(role)
    }

    /// Whether bytes cost nothing just now, as far as the phone knows. It may have changed since a job began.
    pub fn bytes_are_free(&self) -> bool {
        self.device.connection() == Connection::Free
    }

    /// Takes what came of a job. Something new is kept as a whole or not at all, and only after it was read back is it said to be here.
    /// What went wrong stands in [`updates::Updates`]. True where the job came to its end and what it brought is here.
    pub fn updated(&mut self, finished: Finished) -> bool {
        updates::finished(self, finished)
    }

    pub(crate) fn has_vault(&self) -> bool {
        self.vault.is_ok()
    }

    pub(crate) fn vault(&mut self) -> Result<&mut Vault, ApiError> {
        self.vault.as_mut().map_err(|closed| closed.why.clone())
    }

    pub(crate) fn library(&self) -> Result<&Library, ApiError> {
        Ok(&self.library)
    }

    pub(crate) fn library_mut(&mut self) -> &mut Library {
        &mut self.library
    }

    pub(crate) fn updating(&self) -> &dyn Updating {
        self.updating.as_ref()
    }

    pub(crate) fn device(&self) -> &dyn Device {
        self.device.as_ref()
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn words(&self) -> Result<&Words, ApiError> {
        Ok(&self.words)
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub(crate) fn uptime(&self) -> Duration {
        self.clock.uptime()
    }

    pub(crate) fn uk_today(&self) -> NaiveDate {
        uk_today(self.clock.now())
    }

    pub(crate) fn random_id(&self) -> Result<[u8; 16], ApiError> {
        let mut id = [0; 16];
        self.entropy.fill(&mut id).map_err(|_| ApiError::new(Code::Unexpected))?;
        Ok(id)
    }

    /// Adds something of hers, under a new id. Where it was refused and is asked for again, under the same one: a commit whose last step
    /// failed stands, and would stand twice.
    pub(crate) fn add<T>(
        &mut self,
        asked: &impl Serialize,
        add: impl FnOnce(&mut Self, [u8; 16]) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let asked = serde_json::to_vec(asked).map_err(|_| ApiError::new(Code::Unexpected))?;
        let asked = Sha256::digest(zeroize::Zeroizing::new(asked)).into();
        let id = match self.adding {
            Some((before, id)) if before == asked => id,
            _ => self.random_id()?,
        };
        let added = add(self, id);
        self.adding = added.is_err().then_some((asked, id));
        added
    }

    /// Something of hers was changed: what is added from here on is new, or it would take the place of what she made of the first.
    pub(crate) fn changed(&mut self) {
        self.adding = None;
    }

    /// A number that spreads phones; 0 where there is no randomness, which does no harm.
    pub(crate) fn random_number(&self) -> u32 {
        let mut number = [0; 4];
        self.entropy.fill(&mut number).map_or(0, |()| u32::from_le_bytes(number))
    }

    /// How she reads days.
    pub(crate) fn reading(&self) -> Result<Reading<'_>, ApiError> {
        let language = self.settings.language.as_deref().and_then(|tag| self.library.language(tag));
        Ok(Reading { words: &self.words, own: self.settings.calendar(language), today: self.uk_today() })
    }

    /// Her language by its English name, as staff know it.
    pub(crate) fn language_in_english(&self) -> String {
        let language = self.library.language(self.words.tag());
        language.map_or_else(|| "English".to_owned(), |language| language.english.clone())
    }

    /// Her language by its own name, for sentences in it.
    pub(crate) fn language_in_itself(&self) -> String {
        let language = self.library.language(self.words.tag());
        language.map_or_else(|| "English".to_owned(), |language| language.endonym.clone())
    }

    /// A document as a page, with the same values for its placeholders in both languages.
    pub(crate) fn page(&self, area: Area, id: &str, args: &[(&str, String)]) -> Result<Page, ApiError> {
        self.page_pair(area, id, args, args)
    }

    /// A document as a page, with values of their own for either language.
    pub(crate) fn page_pair(
        &self,
        area: Area,
        id: &str,
        hers: &[(&str, String)],
        english: &[(&str, String)],
    ) -> Result<Page, ApiError> {
        let in_hers = self.library.doc(area, id, self.words.tag())?;
        let in_english = self.library.doc(area, id, SOURCE_LANGUAGE)?;
        let mut page = Page::new(&self.library, &self.reading()?, in_hers, &in_english, hers, english)?;
        // What a visit of hers says is hers to open; everything else speaks as the switch asks.
        if self.settings.loss && area != Area::Visits {
            page.after_loss();
        }
        Ok(page)
    }

    /// Every document of an area as pages, in the editors' order.
    pub(crate) fn pages(&self, area: Area) -> Result<Vec<Page>, ApiError> {
        let docs = self.library.docs(area, self.words.tag())?;
        docs.into_iter().map(|doc| self.page(area, &doc.id, &[])).collect()
    }

    /// Keeps settings in the vault and takes them up. Without a vault they hold until the app closes.
    pub(crate) fn keep_settings(&mut self, settings: Settings) -> Result<(), ApiError> {
        self.keep_settings_and(settings, |_| Ok(()))
    }

    /// The same together with what belongs to the same answer of hers.
    pub(crate) fn keep_settings_and(
        &mut self,
        settings: Settings,
        more: impl FnOnce(&Transaction<'_>) -> Result<(), ApiError>,
    ) -> Result<(), ApiError> {
        if self.has_vault() {
            let before = reminders::basis(self);
            let written = self.vault()?.write(|tx| {
                settings::store::write(tx, &settings)?;
                more(tx)
            });
            if let Err(error) = written {
                // The last step of a commit can fail with all of it in the file: what stands there counts from here on.
                let _ = self.take_up_settings();
                if reminders::basis(self) != before {
                    reminders::replan(self);
                }
                return Err(error);
            }
        }
        self.take_up(settings)?;
        reminders::replan(self);
        Ok(())
    }

    /// Sets a vault that cannot be read aside and starts an empty one. Nothing is done to a vault that can be read.
    pub(crate) fn set_vault_aside(&mut self) -> Result<(), ApiError> {
        let closed = match &self.vault {
            Err(closed) if matches!(closed.why.code, Code::VaultDamaged | Code::VaultKeyLost) => closed,
            Err(closed) => return Err(closed.why.clone()),
            Ok(_) => return Ok(()),
        };
        let language = self.settings.language.clone();
        self.vault =
            vault::start_again(&self.folder, closed, self.device.as_ref(), self.clock.as_ref(), self.entropy.as_ref());
        self.guesses = vault::guesses(&self.folder, self.device.as_ref(), self.clock.as_ref());
        self.take_up_settings()?;
        if self.settings.language.is_none() && language.is_some() {
            let settings = Settings { language, ..self.settings.clone() };
            self.keep_settings(settings)?;
        }
        Ok(())
    }

    /// Erases everything that was typed on this phone, of both spaces: the phone's secret and the slots first, then files and alarms.
    /// Then it is as on first open.
    pub(crate) fn erase_everything(&mut self) -> Result<(), ApiError> {
        if self.trouble() == Some(Code::AlreadyOpen) {
            return Err(ApiError::new(Code::AlreadyOpen));
        }
        self.close(Code::CannotSave)?;
        if let Err(error) = vault::erase(&self.folder, self.device.as_ref()) {
            // What was not begun left everything as it was; what was begun is gone on with when she asks again, or at the next start.
            if !vault::is_erasing(&self.folder) {
                self.open_vault()?;
            }
            return Err(error);
        }
        self.open_vault()
    }

    /// Deletes all that is in this space. The PIN stays, and so does the other space.
    pub(crate) fn erase_space(&mut self) -> Result<(), ApiError> {
        // First, and where the phone does not forget it, it opens a space with nothing in it, and the switch says so.
        let _ = self.owner_off();
        let emptied = reminders::clear(self).and_then(|()| self.vault()?.empty());
        if emptied.is_ok() {
            self.deleted = None;
            self.erased.clear();
        }
        // The last step of a commit can fail with all of it in the file. What stands there counts, and it has to ring.
        let taken_up = self.take_up_settings();
        reminders::replan(self);
        emptied.and(taken_up)
    }

    /// Locks what she saved. The words stay in her language until the app ends.
    pub(crate) fn lock(&mut self) -> Result<(), ApiError> {
        if self.has_vault() { self.close(Code::Locked) } else { Ok(()) }
    }

    fn close(&mut self, code: Code) -> Result<(), ApiError> {
        // The open file is closed here.
        self.vault = Err(code.into());
        (self.deleted, self.gone, self.adding) = (None, None, None);
        self.erased.clear();
        self.take_up_settings()
    }

    fn open_vault(&mut self) -> Result<(), ApiError> {
        self.vault = Vault::open(&self.folder, self.device.as_ref(), self.clock.as_ref(), self.entropy.as_ref());
        self.guesses = vault::guesses(&self.folder, self.device.as_ref(), self.clock.as_ref());
        self.take_up_settings()?;
        reminders::replan(self);
        Ok(())
    }

    /// How long the next PIN has to wait.
    pub(crate) fn guess_wait(&mut self) -> Duration {
        self.guesses.pass(self.clock.as_ref());
        self.guesses.wait()
    }

    /// Whether a space would open without a PIN.
    pub(crate) fn opens_without_pin(&self) -> bool {
        vault::opens_without_pin(&self.folder, self.vault.as_ref().err(), self.device.as_ref())
    }

    /// Opens whichever space this PIN opens.
    pub(crate) fn unlock(&mut self, pin: &Pin) -> Result<(), ApiError> {
        self.may_open()?;
        // Whoever stands at a lock gives a PIN that opens something, or nothing is open.
        self.lock()?;
        self.guess()?;
        match Vault::unlock(&self.folder, pin, self.device.as_ref()) {
            Ok(Some(vault)) => {
                self.guessed_right();
                self.take_up_vault(vault)
            }
            Ok(None) => match vault::why_shut(&self.folder, self.device.as_ref()) {
                closed if closed.why.code == Code::Locked => Err(self.wrong_pin()),
                // What it would have opened may be what is damaged. The guess counts: damage must not make guesses free.
                closed => Err(self.stays_shut(closed).with("seconds", self.guesses.wait().as_secs())),
            },
            Err(closed) => {
                // The PIN was right, or nothing could be told from it: what is wrong is what it opens.
                self.guessed_right();
                Err(self.stays_shut(closed))
            }
        }
    }

    /// Whether a space can be opened. Where none is open it is locked, or what was said is said of one space and not of the other; else it
    /// says why.
    fn may_open(&self) -> Result<(), ApiError> {
        match &self.vault {
            Err(closed) if !matches!(closed.why.code, Code::Locked | Code::VaultDamaged | Code::VaultNewer) => {
                Err(closed.why.clone())
            }
            _ => Ok(()),
        }
    }

    /// Takes up what is wrong with what a PIN would have opened, where that stays so.
    fn stays_shut(&mut self, closed: Closed) -> ApiError {
        let why = closed.why.clone();
        if matches!(why.code, Code::VaultDamaged | Code::VaultNewer | Code::VaultKeyLost) {
            self.vault = Err(closed);
        }
        why
    }

    /// Behind a lock that still stands on the screen nothing may be open.
    fn take_up_vault(&mut self, vault: Vault) -> Result<(), ApiError> {
        self.vault = Ok(vault);
        // She went away from the lock: that is no going away from what is open now.
        self.gone = None;
        if let Err(error) = self.take_up_settings() {
            let _ = self.close(Code::Locked);
            return Err(error);
        }
        reminders::replan(self);
        Ok(())
    }

    /// Opens the space that needs no PIN. Nothing else is open before.
    pub(crate) fn unlock_without(&mut self) -> Result<(), ApiError> {
        self.lock()?;
        self.may_open()?;
        self.open_vault()?;
        match self.trouble() {
            Some(code) => Err(ApiError::new(code)),
            None => Ok(()),
        }
    }

    /// Whether the phone's own lock opens what she saved, or could. Beside a space that opens without a PIN it is not offered: at the lock
    /// it would tell that there is another.
    pub(crate) fn by_owner(&self) -> ByOwner {
        if !self.device.owner_check() {
            ByOwner::Never
        } else if vault::opens_by_owner(&self.folder) {
            ByOwner::On
        } else if self.vault.as_ref().is_ok_and(Vault::has_pin) && !self.opens_without_pin() {
            ByOwner::Off
        } else {
            ByOwner::Never
        }
    }

    /// Has the phone ask its owner, and opens the space for which that was turned on. It is no guess: it counts as none, forgives none
    /// and waits for none.
    pub(crate) fn unlock_by_owner(&mut self) -> Result<(), ApiError> {
        self.lock()?;
        self.may_open()?;
        match Vault::unlock_by_owner(&self.folder, self.device.as_ref()) {
            Ok(vault) => self.take_up_vault(vault),
            Err(error) if error.code == Code::VaultNewer => Err(self.stays_shut(error.into())),
            Err(error) => Err(error),
        }
    }

    pub(crate) fn owner_on(&mut self) -> Result<(), ApiError> {
        let vault = self.vault.as_mut().map_err(|closed| closed.why.clone())?;
        vault.owner_on(self.device.as_ref(), self.entropy.as_ref())
    }

    pub(crate) fn owner_off(&mut self) -> Result<(), ApiError> {
        let vault = self.vault.as_mut().map_err(|closed| closed.why.clone())?;
        vault.owner_off(self.device.as_ref())
    }

    /// Sees that whoever asks knows the PIN of this space, where there is one. It counts as a guess like any other.
    pub(crate) fn prove(&mut self, current: Option<&str>) -> Result<(), ApiError> {
        if !self.vault()?.has_pin() {
            return Ok(());
        }
        let wrong = |app: &Self| app.wrong_pin().at("current");
        let Some(current) = current.filter(|current| !current.trim().is_empty()) else {
            return Err(ApiError::new(Code::Missing).at("current"));
        };
        self.guess().map_err(|error| error.at("current"))?;
        let Ok(pin) = Pin::typed(current) else { return Err(wrong(self)) };
        let vault = self.vault.as_ref().map_err(|closed| closed.why.clone())?;
        if !vault.is_opened_by(&pin, self.device.as_ref())? {
            return Err(wrong(self));
        }
        self.guessed_right();
        Ok(())
    }

    /// Changing a PIN counts as a guess at the other space's, which it may be: whoever holds the PIN of one would otherwise have endless
    /// guesses. So does removing one, after which the next is set without a count. It counts whether there is another space or not.
    pub(crate) fn set_pin(&mut self, pin: Option<&Pin>) -> Result<(), ApiError> {
        if self.vault()?.has_pin() {
            self.guess()?;
        }
        let vault = self.vault.as_mut().map_err(|closed| closed.why.clone())?;
        vault.set_pin(pin, self.device.as_ref(), self.clock.as_ref(), self.entropy.as_ref())
    }

    /// Makes the second space. It begins in her language, as a space does whose promises were read.
    pub(crate) fn make_second_space(&mut self, pin: &Pin) -> Result<(), ApiError> {
        let Settings { language, welcomed, own_calendar, theme, text_size, .. } = self.settings.clone();
        let settings = Settings { language, welcomed, own_calendar, theme, text_size, ..Settings::default() };
        let vault = self.vault.as_mut().map_err(|closed| closed.why.clone())?;
        vault.make_other(pin, self.device.as_ref(), self.entropy.as_ref(), |tx| settings::store::write(tx, &settings))
    }

    fn guess(&mut self) -> Result<(), ApiError> {
        let wait = self.guess_wait();
        if !wait.is_zero() {
            return Err(ApiError::new(Code::PinWait).with("seconds", wait.as_millis().div_ceil(1000)));
        }
        self.guesses.guess();
        self.keep_guesses();
        Ok(())
    }

    fn guessed_right(&mut self) {
        self.guesses.right();
        self.keep_guesses();
    }

    /// A folder that takes nothing must not lock her out: then the guesses count for as long as the app is open.
    fn keep_guesses(&self) {
        let _ = self.guesses.keep(&Folder::of(&self.folder).guesses(), self.device.as_ref());
    }

    fn wrong_pin(&self) -> ApiError {
        ApiError::new(Code::PinWrong).at("pin").with("seconds", self.guesses.wait().as_secs())
    }

    fn take_up_settings(&mut self) -> Result<(), ApiError> {
        let settings = match &self.vault {
            Ok(vault) => settings::store::read(vault.read())?,
            // A lock in another language than hers would be no lock to her.
            Err(_) => {
                let Settings { language, theme, text_size, .. } = self.settings.clone();
                Settings { language, theme, text_size, ..Settings::default() }
            }
        };
        self.take_up(settings)
    }

    /// Goes back to what shipped where a call could not read what is here: the next one can.
    pub(crate) fn heal_content(&mut self, error: &ApiError) {
        if error.code == Code::ContentUnreadable && self.library.heal().is_ok() {
            self.take_up_content();
        }
    }

    /// Takes up content that is other than before: words, reminders, and what depends on the list of languages.
    pub(crate) fn take_up_content(&mut self) {
        let settings = self.settings.clone();
        if let Ok(words) = self.library.words(self.tag(&settings)) {
            self.words = words;
        }
        // A change of hers may have been kept just before the words of her language could not be read.
        let _ = if self.has_vault() { self.take_up_settings() } else { self.take_up(settings) };
        reminders::replan(self);
    }

    /// The language of the words: hers, or English where the content has it no longer. Her choice is kept; it may come back.
    fn tag<'s>(&self, settings: &'s Settings) -> &'s str {
        let chosen = settings.language.as_deref();
        chosen.filter(|tag| self.library.language(tag).is_some()).unwrap_or(SOURCE_LANGUAGE)
    }

    fn take_up(&mut self, mut settings: Settings) -> Result<(), ApiError> {
        let tag = self.tag(&settings);
        if self.words.tag() != tag {
            self.words = self.library.words(tag)?;
        }
        let language = self.library.language(tag);
        settings.ask_calendar = settings.own_calendar.is_none()
            && language.is_some_and(|language| language.calendar.offer == kindway_content::CalendarOffer::Ask);
        self.settings = settings;
        Ok(())
    }
}

/// Two open apps on one folder would each plan reminders over the other's: the second may read what is public only.
fn only_one(folder: &std::path::Path) -> (Option<File>, Result<(), ApiError>) {
    let file = match File::options().create(true).truncate(false).write(true).open(folder.join("lock")) {
        Ok(file) => file,
        // A folder that takes no file can hold no second writer either; what is wrong with it is found when the vault opens.
        Err(_) => return (None, Ok(())),
    };
    match file.try_lock() {
        Ok(()) => (Some(file), Ok(())),
        Err(TryLockError::WouldBlock) => (None, Err(ApiError::new(Code::AlreadyOpen))),
        Err(TryLockError::Error(_)) => (Some(file), Ok(())),
    }
}
