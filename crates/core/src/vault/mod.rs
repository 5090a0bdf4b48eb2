//! The vault: everything that she typed, in one SQLCipher file under a random key of 32 bytes. The key is wrapped in a slot
//! file by a secret that only this phone can compute.
//!
//! | file | what |
//! | --- | --- |
//! | `vault/a.slot`, `vault/b.slot` | the wrapped key of a space; `b` is where the second space comes to stand |
//! | `vault/a.db`, `vault/b.db` | the space itself |
//!
//! A vault that cannot be read is never replaced by itself: it is set aside only by her own touch, and kept.

mod slot;

use std::{
    fs,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use zeroize::Zeroizing;

use crate::{
    error::{ApiError, Code},
    ports::{Device, Entropy},
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

/// The open vault.
pub struct Vault {
    db: Connection,
}

/// The files of one space.
#[derive(Clone)]
pub struct Files {
    /// The wrapped key.
    pub slot: PathBuf,
    /// The database.
    pub db: PathBuf,
}

impl Files {
    /// The first space of a data folder.
    pub fn first(folder: &Path) -> Self {
        let vault = folder.join("vault");
        Self { slot: vault.join("a.slot"), db: vault.join("a.db") }
    }

    fn journal(&self) -> PathBuf {
        self.db.with_extension("db-journal")
    }

    /// The slot of a first start, until the vault behind it is complete.
    fn pending(&self) -> PathBuf {
        self.slot.with_extension("slot.new")
    }
}

impl Vault {
    /// Opens the vault, or makes it where there has never been one.
    ///
    /// # Errors
    /// [`Code::VaultDamaged`], [`Code::VaultKeyLost`], [`Code::VaultNewer`], [`Code::CannotSave`]. None of them has changed a
    /// file that was there.
    pub fn open(files: &Files, device: &dyn Device, entropy: &dyn Entropy) -> Result<Self, ApiError> {
        let pending = files.pending();
        let key = match (files.slot.exists(), files.db.exists()) {
            (true, true) => slot::read(&files.slot, device)?,
            // The slot gets its name only when the vault behind it is complete, so one without the other is damage.
            (true, false) => return Err(ApiError::new(Code::VaultDamaged)),
            (false, true) if !pending.exists() => return Err(ApiError::new(Code::VaultKeyLost)),
            (false, _) => {
                let folder = files.slot.parent().ok_or_else(|| ApiError::new(Code::CannotSave))?;
                fs::create_dir_all(folder).map_err(|_| ApiError::new(Code::CannotSave))?;
                // A first start that was cut short has acknowledged nothing.
                for unfinished in [&files.db, &files.journal()] {
                    let _ = fs::remove_file(unfinished);
                }
                let key = slot::make(&pending, device, entropy)?;
                // A database whose name outlived that of its slot would look like a vault without a key.
                [Some(folder), folder.parent()].into_iter().flatten().try_for_each(slot::settle)?;
                key
            }
        };
        if files.slot.exists() && fs::metadata(&files.db).is_ok_and(|meta| meta.len() < PAGE) {
            return Err(ApiError::new(Code::VaultDamaged));
        }
        let db = connect(&files.db, &key)?;
        let mut vault = Self { db };
        vault.migrate(&crate::MIGRATIONS)?;
        if pending.exists() {
            slot::name(&pending, &files.slot)?;
        }
        Ok(vault)
    }

    /// Runs one change as one transaction and returns after COMMIT: what is acknowledged is on the disk.
    ///
    /// # Errors
    /// Whatever the change or the commit met; then nothing of it is kept.
    pub fn write<T>(&mut self, change: impl FnOnce(&Transaction<'_>) -> Result<T, ApiError>) -> Result<T, ApiError> {
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = change(&tx)?;
        tx.commit()?;
        Ok(done)
    }

    /// Reads.
    pub fn read(&self) -> &Connection {
        &self.db
    }

    fn migrate(&mut self, migrations: &[Migration]) -> Result<(), ApiError> {
        let at: i64 = self.db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        let newest = migrations.last().map_or(0, |migration| migration.number);
        if at > newest {
            return Err(ApiError::new(Code::VaultNewer));
        }
        for migration in migrations.iter().filter(|migration| migration.number > at) {
            self.write(|tx| {
                tx.execute_batch(migration.sql)?;
                tx.pragma_update(None, "user_version", migration.number)?;
                Ok(())
            })?;
        }
        Ok(())
    }
}

fn connect(path: &Path, key: &[u8; 32]) -> Result<Connection, ApiError> {
    let read_only = path.exists() && fs::metadata(path).is_ok_and(|meta| meta.permissions().readonly());
    let access = if read_only { OpenFlags::SQLITE_OPEN_READ_ONLY } else { OpenFlags::SQLITE_OPEN_READ_WRITE };
    let create = if read_only { OpenFlags::empty() } else { OpenFlags::SQLITE_OPEN_CREATE };
    let db = Connection::open_with_flags(path, access | create | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    let hex: Zeroizing<String> = Zeroizing::new(key.iter().map(|byte| format!("{byte:02x}")).collect());
    db.pragma_update(None, "key", Zeroizing::new(format!("x'{}'", hex.as_str())).as_str())?;
    db.execute_batch(
        "PRAGMA cipher_memory_security = OFF; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON;",
    )?;
    // The first read rolls back what a power cut left half written. Before it, a torn page would look like damage.
    db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
    // Every page carries an HMAC; reading them all finds a truncated file and a single changed byte before anything is shown.
    let mut check = db.prepare("PRAGMA cipher_integrity_check")?;
    let faults = check.query_map([], |row| row.get::<_, String>(0))?.count();
    drop(check);
    if faults > 0 {
        return Err(ApiError::new(Code::VaultDamaged));
    }
    if !read_only {
        // EXTRA: a change is committed when its journal is gone, and until the folder is synced a power cut can bring that back.
        db.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA secure_delete = ON; PRAGMA synchronous = EXTRA;")?;
    }
    Ok(db)
}

/// Sets the files of a space aside under names that no later start takes up, and keeps them.
///
/// # Errors
/// [`Code::CannotSave`].
pub fn set_aside(files: &Files) -> Result<(), ApiError> {
    for path in [files.db.clone(), files.journal(), files.slot.clone()] {
        if path.exists() {
            let kept = (1..1000)
                .map(|n| PathBuf::from(format!("{}.kept-{n}", path.display())))
                .find(|kept| !kept.exists())
                .ok_or_else(|| ApiError::new(Code::CannotSave))?;
            fs::rename(&path, kept).map_err(|_| ApiError::new(Code::CannotSave))?;
        }
    }
    Ok(())
}

/// Deletes every file of the vault, the keys first, so that what is left can no longer be read. What was set aside goes too.
///
/// # Errors
/// [`Code::CannotSave`] when a file could not be deleted.
pub fn erase(folder: &Path) -> Result<(), ApiError> {
    let refused = |_| ApiError::new(Code::CannotSave);
    let entries = match fs::read_dir(folder.join("vault")) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(refused(error)),
    };
    let mut paths =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(refused)?;
    paths.sort_by_key(|path| !path.to_string_lossy().contains(".slot"));
    paths.iter().try_for_each(|path| fs::remove_file(path).map_err(refused))
}
