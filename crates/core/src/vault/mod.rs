//! The vault: everything that she typed, in SQLCipher files under random keys of 32 bytes. Two spaces always stand on the disk, each
//! with a key of its own; a key is wrapped in a slot by a secret that only this phone can compute, and by her PIN if she has one.
//!
//! | file | what |
//! | --- | --- |
//! | `vault/a.slot`, `vault/b.slot` | the wrapped key of a space; random bytes of the same form where a space was never used |
//! | `vault/a.db`, `vault/b.db` | the space itself, in steps of 256 KiB; random bytes where it was never used |
//! | `vault/guesses` | wrong PINs and the wait after them |
//! | `vault/owner` | the key of one space, for whomever the phone takes for its owner; only while she has turned that on |
//! | `vault/making`, `vault/erasing` | work that a start has to take back or to finish |
//!
//! A vault that cannot be read is never replaced by itself: it is set aside only by her own touch, and kept. A space writes into the
//! files of the other one only while its own encrypted record says that the other was never used.

mod folder;
mod guesses;
mod level;
mod owner;
mod past;
mod pin;
mod slot;

use std::{fmt::Write, fs, io, path::Path};

use rusqlite::{Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior};
use zeroize::Zeroizing;

pub(crate) use folder::{Folder, Side};
pub(crate) use guesses::Guesses;
pub(crate) use pin::Pin;

use self::{
    folder::Begun,
    pin::Stretch,
    slot::{Key, Slot},
};
use crate::{
    error::{ApiError, Code},
    ports::{Clock, Device, Entropy},
};

/// One page of SQLCipher 4. SQLite takes a shorter file for an empty one and would begin anew over it.
const PAGE: u64 = 4096;

/// One numbered change of the vault's tables, run in a transaction of its own together with `user_version`.
pub struct Migration {
    /// Counts from 1 without gaps over the whole vault.
    pub number: i64,
    /// What it runs.
    pub sql: &'static str,
}

pub(crate) const MIGRATION: Migration = Migration {
    number: 6,
    sql: "CREATE TABLE other_space (
        unused BLOB PRIMARY KEY               -- SHA-256 of the other slot as it stands while nobody has used that space
    ) STRICT, WITHOUT ROWID;",
};

/// The open vault: one space.
pub struct Vault {
    db: Connection,
    folder: Folder,
    side: Side,
    key: Key,
    /// Whether a PIN opens it, and whether that is a short one.
    pin: bool,
    weak: bool,
}

/// A vault that does not open.
#[derive(Debug)]
pub struct Closed {
    /// [`Code::Locked`], [`Code::VaultDamaged`], [`Code::VaultKeyLost`], [`Code::VaultNewer`] or [`Code::CannotSave`]; from outside of
    /// the vault [`Code::AlreadyOpen`].
    pub why: ApiError,
    /// The space that it is about, where one is known.
    side: Option<Side>,
}

impl From<ApiError> for Closed {
    fn from(why: ApiError) -> Self {
        Self { why, side: None }
    }
}

impl From<Code> for Closed {
    fn from(code: Code) -> Self {
        ApiError::new(code).into()
    }
}

impl Vault {
    /// Opens the space that opens without a PIN, or makes the vault of a data folder where there has never been one.
    ///
    /// # Errors
    /// [`Closed`]. Nothing of it has changed a file that was there.
    pub fn open(data: &Path, device: &dyn Device, clock: &dyn Clock, entropy: &dyn Entropy) -> Result<Self, Closed> {
        let folder = Folder::of(data);
        if folder.has(Begun::Erasing) {
            erase(data, device)?;
        }
        if past::is_cut_short(&folder) {
            folder.begin(Begun::Making)?;
        }
        if folder.has(Begun::Making) {
            // A first start that was cut short has acknowledged nothing.
            folder.clear()?;
        }
        if !folder.is_begun() {
            return Self::make(folder, device, clock, entropy);
        }
        folder.sweep();
        past::raise(&folder, device, clock, entropy)?;
        let slots = slots(&folder, device)?;
        for (side, slot) in Side::BOTH.into_iter().zip(&slots) {
            if let Ok(slot) = slot
                && let Some(key) = slot.open(None, device)?
            {
                return Self::at(folder, side, key, None, device);
            }
        }
        Err(shut(slots))
    }

    /// Opens whichever space this PIN opens. Both are always tried. Nothing: neither.
    ///
    /// # Errors
    /// [`Closed`].
    pub(crate) fn unlock(data: &Path, pin: &Pin, device: &dyn Device) -> Result<Option<Self>, Closed> {
        let folder = Folder::of(data);
        let slots = slots(&folder, device)?;
        if slots.iter().all(|slot| slot.as_ref().is_err_and(|error| error.code == Code::VaultKeyLost)) {
            return Err(Code::VaultKeyLost.into());
        }
        let mut opened = None;
        for (side, slot) in Side::BOTH.into_iter().zip(slots) {
            match slot {
                Ok(slot) => opened = opened.or(slot.open(Some(pin), device)?.map(|key| (side, key))),
                // As long as the other would take.
                Err(_) => drop(Stretch::LEAST.stretch(pin, &[0; 32])),
            }
        }
        opened.map(|(side, key)| Self::at(folder, side, key, Some(pin), device)).transpose()
    }

    /// Asks the owner of the phone, and opens the space for which that was turned on. What does not open is off from then on: it says
    /// nothing of what the PIN opens, and nothing is set aside for it.
    ///
    /// # Errors
    /// [`Code::OwnerNotConfirmed`], [`Code::OwnerOff`], [`Code::VaultNewer`], [`Code::CannotSave`].
    pub(crate) fn unlock_by_owner(data: &Path, device: &dyn Device) -> Result<Self, ApiError> {
        let folder = Folder::of(data);
        let opened = owner::open(&folder, device)
            .and_then(|(side, key)| Self::at(folder.clone(), side, key, None, device).map_err(|closed| closed.why));
        match opened {
            Ok(vault) => Ok(Self { pin: true, ..vault }),
            Err(error) if matches!(error.code, Code::OwnerOff | Code::VaultDamaged) => {
                owner::turn_off(&folder, device)?;
                Err(ApiError::new(Code::OwnerOff))
            }
            Err(error) => Err(error),
        }
    }

    fn at(folder: Folder, side: Side, key: Key, pin: Option<&Pin>, device: &dyn Device) -> Result<Self, Closed> {
        let opened = (|| {
            match fs::metadata(folder.db(side)) {
                Ok(meta) if meta.len() >= PAGE => {}
                // What cannot be looked at just now is not damaged.
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(refused(error)),
                _ => return Err(ApiError::new(Code::VaultDamaged)),
            }
            let mut vault = Self {
                db: connect(&folder.db(side), &key)?,
                folder: folder.clone(),
                side,
                key,
                pin: pin.is_some(),
                weak: pin.is_some_and(Pin::is_weak),
            };
            vault.migrate(&crate::MIGRATIONS)?;
            Ok(vault)
        })();
        let mut vault = opened.map_err(|why| Closed { why, side: Some(side) })?;
        // A change of the PIN that was cut short may have given one slot another slowness, and not the other. Where that cannot be
        // mended now, it is the next time.
        let _ = vault.slot(side, device).and_then(|own| vault.stretch_unused(own.stretch(), device));
        vault.level();
        Ok(vault)
    }

    /// The first start: one space for her, and one that nobody has used.
    fn make(folder: Folder, device: &dyn Device, clock: &dyn Clock, entropy: &dyn Entropy) -> Result<Self, Closed> {
        if folder.has(Begun::Erasing) {
            // What came to stand here would go with the rest at the next start.
            return Err(Code::CannotSave.into());
        }
        folder.begin(Begun::Making)?;
        let mut chance = [0];
        let mut key = Key::default();
        entropy.fill(&mut chance).and_then(|()| entropy.fill(key.as_mut())).map_err(|_| Code::CannotSave)?;
        let side = if chance[0] & 1 == 1 { Side::A } else { Side::B };
        // The phone makes its own key now, before a slot has a name that hangs on it.
        let own = Slot::wrap(&key, None, Stretch::LEAST, device, entropy)?;
        let unused = Slot::unused(Stretch::LEAST, device, entropy)?;
        let path = folder.db(side);
        let mut vault = Self { db: connect(&path, &key)?, folder, side, key, pin: false, weak: false };
        vault.migrate(&crate::MIGRATIONS)?;
        vault.remember_unused(&[&unused])?;
        level::pad(&mut vault.db, 0).map_err(ApiError::from)?;
        let noise = level::noise(&vault.db, level::pages(&path) * PAGE).map_err(ApiError::from)?;
        let folder = &vault.folder;
        for (path, bytes) in [
            (folder.db(side.other()), noise.as_slice()),
            (folder.slot(side.other()), unused.bytes()),
            (folder.slot(side), own.bytes()),
        ] {
            folder::write_whole(&path, bytes).map_err(refused)?;
        }
        Guesses::none(clock).keep(&folder.guesses(), device)?;
        folder.done(Begun::Making)?;
        vault.level();
        Ok(vault)
    }

    /// Runs one change as one transaction and returns after COMMIT: what is acknowledged is on the disk.
    ///
    /// # Errors
    /// Whatever the change or the commit met; then nothing of it is kept.
    pub fn write<T>(&mut self, change: impl FnOnce(&Transaction<'_>) -> Result<T, ApiError>) -> Result<T, ApiError> {
        let done = self.commit(change)?;
        self.level();
        Ok(done)
    }

    fn commit<T>(&mut self, change: impl FnOnce(&Transaction<'_>) -> Result<T, ApiError>) -> Result<T, ApiError> {
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = change(&tx)?;
        tx.commit()?;
        Ok(done)
    }

    /// Closes it, because of what was met in it.
    pub(crate) fn shut(self, why: ApiError) -> Closed {
        Closed { why, side: Some(self.side) }
    }

    /// Reads.
    pub fn read(&self) -> &Connection {
        &self.db
    }

    /// Whether a PIN opens this space.
    pub(crate) fn has_pin(&self) -> bool {
        self.pin
    }

    /// Whether it is one of four or five digits.
    pub(crate) fn has_weak_pin(&self) -> bool {
        self.weak
    }

    /// Wraps the key of this space anew: with this PIN, or with the phone alone.
    ///
    /// # Errors
    /// [`Code::PinTaken`] where the PIN opens the other space; [`Code::SpaceTaken`] where both would open without one, and one of them
    /// never again; [`Code::CannotSave`]. Then the old PIN holds.
    pub(crate) fn set_pin(
        &mut self,
        pin: Option<&Pin>,
        device: &dyn Device,
        clock: &dyn Clock,
        entropy: &dyn Entropy,
    ) -> Result<(), ApiError> {
        let own = self.slot(self.side, device)?;
        let unused = self.other_is_unused();
        let other = self.slot(self.side.other(), device).ok();
        if other.as_ref().map(|slot| slot.open(pin, device)).transpose()?.flatten().is_some() {
            return Err(ApiError::new(if pin.is_some() { Code::PinTaken } else { Code::SpaceTaken }).at("pin"));
        }
        // Both slots name the same, so it is chosen while this space may still write the other's.
        let stretch = if unused && pin.is_some() { Stretch::of_this_phone(clock)? } else { own.stretch() };
        self.stretch_unused(stretch, device)?;
        if pin.is_none() {
            owner::turn_off(&self.folder, device)?;
        }
        let fresh = Slot::wrap(&self.key, pin, stretch, device, entropy)?;
        self.folder.replace(&self.folder.slot(self.side), fresh.bytes())?;
        (self.pin, self.weak) = (pin.is_some(), pin.is_some_and(Pin::is_weak));
        self.level();
        Ok(())
    }

    /// From now on the phone's own lock opens this space as well as its PIN does, and no other space.
    ///
    /// # Errors
    /// [`Code::OwnerNotConfirmed`], [`Code::CannotSave`]. Then it opens nothing.
    pub(crate) fn owner_on(&mut self, device: &dyn Device, entropy: &dyn Entropy) -> Result<(), ApiError> {
        owner::turn_on(&self.folder, self.side, &self.key, device, entropy)?;
        self.level();
        Ok(())
    }

    /// From now on only a PIN opens either space.
    ///
    /// # Errors
    /// [`Code::CannotSave`].
    pub(crate) fn owner_off(&mut self, device: &dyn Device) -> Result<(), ApiError> {
        owner::turn_off(&self.folder, device)
    }

    /// Whether this PIN opens this space.
    pub(crate) fn is_opened_by(&self, pin: &Pin, device: &dyn Device) -> Result<bool, ApiError> {
        Ok(self.slot(self.side, device)?.open(Some(pin), device)?.is_some())
    }

    /// Makes the second space, which this PIN opens, and writes its first rows.
    ///
    /// # Errors
    /// [`Code::SpaceTaken`] unless the other space was never used; [`Code::PinTaken`] where the PIN opens this one;
    /// [`Code::CannotSave`]. Then there is no second space.
    pub(crate) fn make_other(
        &mut self,
        pin: &Pin,
        device: &dyn Device,
        entropy: &dyn Entropy,
        first: impl FnOnce(&Transaction<'_>) -> Result<(), ApiError>,
    ) -> Result<(), ApiError> {
        if !self.other_is_unused() {
            return Err(ApiError::new(Code::SpaceTaken));
        }
        if self.is_opened_by(pin, device)? {
            return Err(ApiError::new(Code::PinTaken).at("pin"));
        }
        let mut key = Key::default();
        entropy.fill(key.as_mut()).map_err(|_| ApiError::new(Code::CannotSave))?;
        let (side, path) = (self.side.other(), self.folder.db(self.side.other()));
        let slot = Slot::wrap(&key, Some(pin), self.slot(self.side, device)?.stretch(), device, entropy)?;
        self.folder.sweep();
        let fresh = folder::fresh(&path);
        let mut other =
            Self { db: connect(&fresh, &key)?, folder: self.folder.clone(), side, key, pin: true, weak: false };
        other.migrate(&crate::MIGRATIONS)?;
        other.commit(first)?;
        level::pad(&mut other.db, level::pages(&self.folder.db(self.side)))?;
        drop(other);
        // With its slot the other space is used: that is no longer the one that this space remembers.
        self.folder.replace_space(side, &fresh, slot.bytes())?;
        self.level();
        Ok(())
    }

    fn slot(&self, side: Side, device: &dyn Device) -> Result<Slot, ApiError> {
        Slot::read(&fs::read(self.folder.slot(side)).map_err(refused)?, device)
    }

    /// Whether the other space still is what this one remembers of it from before anybody used it. A file that cannot be read may be
    /// hers, and counts as used.
    fn other_is_unused(&self) -> bool {
        let Ok(bytes) = fs::read(self.folder.slot(self.side.other())) else { return false };
        let known =
            self.db.query_row("SELECT 1 FROM other_space WHERE unused = ?1", [Slot::fingerprint(&bytes)], |_| Ok(()));
        known.optional().is_ok_and(|known| known.is_some())
    }

    /// Makes a guess at the other slot as slow as this one's is or will be, as long as nobody has used that space.
    fn stretch_unused(&mut self, stretch: Stretch, device: &dyn Device) -> Result<(), ApiError> {
        let Ok(stands) = self.slot(self.side.other(), device) else { return Ok(()) };
        if stands.stretch() == stretch || !self.other_is_unused() {
            return Ok(());
        }
        let fresh = Slot::unused_of(&level::noise(&self.db, slot::LENGTH as u64)?, stretch, device)?;
        self.remember_unused(&[&stands, &fresh])?;
        self.folder.replace(&self.folder.slot(self.side.other()), fresh.bytes())
    }

    fn remember_unused(&mut self, slots: &[&Slot]) -> Result<(), ApiError> {
        self.commit(|tx| {
            tx.execute("DELETE FROM other_space", [])?;
            for slot in slots {
                tx.execute("INSERT INTO other_space (unused) VALUES (?1)", [Slot::fingerprint(slot.bytes())])?;
            }
            Ok(())
        })
    }

    /// Deletes every row of this space but what it knows of the other one.
    pub(crate) fn empty(&mut self) -> Result<(), ApiError> {
        self.write(|tx| {
            let mut ask =
                tx.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'other_space'")?;
            let tables = ask.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
            tables.iter().try_for_each(|table| Ok(tx.execute_batch(&format!("DELETE FROM \"{table}\""))?))
        })
    }

    fn level(&mut self) {
        let unused = self.other_is_unused();
        let least = if unused { 0 } else { level::pages(&self.folder.db(self.side.other())) };
        let _ = level::pad(&mut self.db, least);
        if unused {
            let _ = level::lengthen(&self.db, &self.folder, self.side);
        }
        let _ = level::times(&self.folder, self.side);
    }

    fn migrate(&mut self, migrations: &[Migration]) -> Result<(), ApiError> {
        let at: i64 = self.db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        let newest = migrations.last().map_or(0, |migration| migration.number);
        if at > newest {
            return Err(ApiError::new(Code::VaultNewer));
        }
        for migration in migrations.iter().filter(|migration| migration.number > at) {
            self.commit(|tx| {
                tx.execute_batch(migration.sql)?;
                tx.pragma_update(None, "user_version", migration.number)?;
                Ok(())
            })?;
        }
        Ok(())
    }
}

/// Why nothing is open: [`Code::Locked`] where both slots are whole, so that it is only the PIN that is missing.
pub(crate) fn why_shut(data: &Path, device: &dyn Device) -> Closed {
    slots(&Folder::of(data), device).map_or_else(Closed::from, shut)
}

fn shut(slots: [Result<Slot, ApiError>; 2]) -> Closed {
    let damaged = |side| Closed { why: ApiError::new(Code::VaultDamaged), side };
    match slots.map(|slot| slot.map_err(|error| error.code)) {
        [Ok(_), Ok(_)] => Code::Locked.into(),
        [Err(_), Ok(_)] => damaged(Some(Side::A)),
        [Ok(_), Err(_)] => damaged(Some(Side::B)),
        [Err(Code::VaultKeyLost), Err(Code::VaultKeyLost)] => Code::VaultKeyLost.into(),
        _ => damaged(None),
    }
}

/// Both slots as they stand. The outer error is one of the phone itself.
fn slots(folder: &Folder, device: &dyn Device) -> Result<[Result<Slot, ApiError>; 2], ApiError> {
    let read = |side| match fs::read(folder.slot(side)) {
        Ok(bytes) => Slot::read(&bytes, device),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(ApiError::new(Code::VaultDamaged)),
        Err(error) => Err(refused(error)),
    };
    let slots = Side::BOTH.map(read);
    match slots.iter().find_map(|slot| slot.as_ref().err().filter(|error| error.code == Code::CannotSave)) {
        Some(error) => Err(error.clone()),
        None => Ok(slots),
    }
}

fn connect(path: &Path, key: &Key) -> Result<Connection, ApiError> {
    let read_only = path.exists() && fs::metadata(path).is_ok_and(|meta| meta.permissions().readonly());
    let access = if read_only { OpenFlags::SQLITE_OPEN_READ_ONLY } else { OpenFlags::SQLITE_OPEN_READ_WRITE };
    let create = if read_only { OpenFlags::empty() } else { OpenFlags::SQLITE_OPEN_CREATE };
    let db = Connection::open_with_flags(path, access | create | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // As long as it gets from the start: what grows leaves copies behind.
    let mut raw = Zeroizing::new(String::with_capacity(2 * key.len() + 3));
    raw.push_str("x'");
    for byte in key.iter() {
        // A string takes everything.
        let _ = write!(raw, "{byte:02x}");
    }
    raw.push('\'');
    db.pragma_update(None, "key", raw.as_str())?;
    // Wiping all that SQLite ever allocates helps against nobody who could not read the key itself.
    db.execute_batch(
        "PRAGMA cipher_memory_security = OFF; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON;",
    )?;
    // The first read rolls back what a power cut left half written. Before it, a torn page would look like damage.
    db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
    // Every page carries an HMAC; reading them all finds a truncated file and a single changed byte before anything is shown.
    let mut check = db.prepare("PRAGMA cipher_integrity_check")?;
    let faults = check.query_map([], |row| row.get::<_, String>(0))?.count();
    drop(check);
    // A free page has no row in it, is not in the journal, and so is left half written by a power cut. SQLite's own check reads all the
    // others, each with its HMAC.
    if faults > 0 && db.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0))? != "ok" {
        return Err(ApiError::new(Code::VaultDamaged));
    }
    if !read_only {
        // EXTRA: a change is committed when its journal is gone, and until the folder is synced a power cut can bring that back.
        db.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA secure_delete = ON; PRAGMA synchronous = EXTRA;")?;
    }
    Ok(db)
}

/// Sets aside what cannot be read, and keeps it: the files of one space where it is known which, otherwise all. Without the phone's
/// key nothing of either can be read again, so a new key is made.
///
/// # Errors
/// [`Code::CannotSave`].
pub(crate) fn start_again(
    data: &Path,
    closed: &Closed,
    device: &dyn Device,
    clock: &dyn Clock,
    entropy: &dyn Entropy,
) -> Result<Vault, Closed> {
    let folder = Folder::of(data);
    if folder.has(Begun::Erasing) {
        erase(data, device)?;
    }
    owner::turn_off(&folder, device)?;
    let Some(side) = closed.side else {
        folder.set_aside()?;
        if closed.why.code == Code::VaultKeyLost {
            device.forget_secret().map_err(|_| Code::CannotSave)?;
        }
        return Vault::make(folder, device, clock, entropy);
    };
    folder.sweep();
    folder.keep(side)?;
    // The other space may be hers too, and stays as it is.
    let mut key = Key::default();
    entropy.fill(key.as_mut()).map_err(|_| Code::CannotSave)?;
    let other = fs::read(folder.slot(side.other())).map_err(refused).and_then(|bytes| Slot::read(&bytes, device)).ok();
    let stretch = other.as_ref().map_or(Stretch::LEAST, Slot::stretch);
    let opens = other.map(|slot| slot.open(None, device)).transpose()?.flatten().is_some();
    // Of two spaces without a PIN one would never open again: then nobody's stands here, and the other one opens.
    let slot =
        if opens { Slot::unused(stretch, device, entropy)? } else { Slot::wrap(&key, None, stretch, device, entropy)? };
    let path = folder.db(side);
    let fresh = folder::fresh(&path);
    let mut vault = Vault { db: connect(&fresh, &key)?, folder, side, key, pin: false, weak: false };
    vault.migrate(&crate::MIGRATIONS)?;
    level::pad(&mut vault.db, level::pages(&vault.folder.db(side.other()))).map_err(ApiError::from)?;
    let Vault { db, folder, .. } = vault;
    drop(db);
    folder.replace_space(side, &fresh, slot.bytes())?;
    Vault::open(data, device, clock, entropy)
}

/// Deletes every file of the vault and the phone's key, what was set aside included. Where it is cut short, the next start goes on.
///
/// # Errors
/// [`Code::CannotSave`] when a file could not be deleted or the phone refused.
pub(crate) fn erase(data: &Path, device: &dyn Device) -> Result<(), ApiError> {
    let folder = Folder::of(data);
    folder.begin(Begun::Erasing)?;
    device.forget_secret().map_err(|_| ApiError::new(Code::CannotSave))?;
    folder.empty()?;
    device.clear().map_err(|_| ApiError::new(Code::CannotSave))?;
    folder.done(Begun::Erasing)
}

/// The guesses that were kept; none where there is no vault to guess at.
pub(crate) fn guesses(data: &Path, device: &dyn Device, clock: &dyn Clock) -> Guesses {
    let folder = Folder::of(data);
    if !folder.is_begun() {
        return Guesses::none(clock);
    }
    let guesses = Guesses::read(&folder.guesses(), device, clock);
    // What was not raised never had a PIN, and stays as it is.
    if !guesses.wait().is_zero() && !past::stands(&folder) {
        // The wait goes on from these times: a clock that was set right in the meantime must not hold it up for ever.
        let _ = guesses.keep(&folder.guesses(), device);
    }
    guesses
}

/// Whether the phone's own lock opens a space.
pub(crate) fn opens_by_owner(data: &Path) -> bool {
    owner::is_on(&Folder::of(data))
}

/// Whether everything is being erased, and has not come to its end.
pub(crate) fn is_erasing(data: &Path) -> bool {
    Folder::of(data).has(Begun::Erasing)
}

/// Whether a space opens with the phone alone: another than the one that was found not to open.
pub(crate) fn opens_without_pin(data: &Path, closed: Option<&Closed>, device: &dyn Device) -> bool {
    let shut = closed.and_then(|closed| closed.side);
    let opens =
        |slot: Result<Slot, ApiError>| slot.and_then(|slot| slot.open(None, device)).is_ok_and(|key| key.is_some());
    slots(&Folder::of(data), device)
        .is_ok_and(|slots| Side::BOTH.into_iter().zip(slots).any(|(side, slot)| Some(side) != shut && opens(slot)))
}

fn refused(_: io::Error) -> ApiError {
    ApiError::new(Code::CannotSave)
}
