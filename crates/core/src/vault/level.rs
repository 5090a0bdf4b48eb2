//! Keeping both spaces alike from outside: sizes in fixed steps, and the same times. None of it can undo what was saved, so whatever
//! goes wrong here is left for the next time.

use std::{
    fs::{self, File, FileTimes},
    io::{Seek, SeekFrom, Write},
    path::Path,
};

use rusqlite::{Connection, TransactionBehavior};

use super::folder::{Folder, Side};

/// A vault grows in steps of so many pages: 256 KiB.
const STEP: u64 = 64;
const PAGE: u64 = super::PAGE;
/// What one overflow page of SQLCipher holds: a page without its reserve of 80 bytes and the number of the next page.
const OVERFLOW: u64 = PAGE - 80 - 4;

/// Grows a vault to whole steps, and to no fewer pages than `least`. The new pages are free ones, which later rows take.
pub(super) fn pad(db: &mut Connection, least: u64) -> rusqlite::Result<()> {
    let count =
        |db: &Connection, pragma: &str| db.query_row(pragma, [], |row| row.get::<_, i64>(0)).map(i64::unsigned_abs);
    let pages = count(db, "PRAGMA page_count")?;
    let goal = pages.max(least).next_multiple_of(STEP);
    if pages == goal {
        return Ok(());
    }
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tx.execute_batch("CREATE TABLE padding (body BLOB NOT NULL)")?;
    loop {
        let pages = count(&tx, "PRAGMA page_count")?;
        if pages >= goal {
            break;
        }
        let missing = goal - pages + count(&tx, "PRAGMA freelist_count")?;
        // A long row takes whole pages; the last ones are filled one at a time, so that the goal is met and not passed.
        let length = if missing > 8 { (missing - 4) * OVERFLOW } else { PAGE * 3 / 4 };
        tx.execute("INSERT INTO padding (body) VALUES (zeroblob(?1))", [i64::try_from(length).unwrap_or(i64::MAX)])?;
    }
    tx.execute_batch("DROP TABLE padding")?;
    tx.commit()
}

/// How many pages a file has.
pub(super) fn pages(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |meta| meta.len() / PAGE)
}

/// Random bytes, as a vault looks from outside.
pub(super) fn noise(db: &Connection, length: u64) -> rusqlite::Result<Vec<u8>> {
    db.query_row("SELECT randomblob(?1)", [i64::try_from(length).unwrap_or(i64::MAX)], |row| row.get(0))
}

/// Makes the file of a space that was never used as long as this one.
pub(super) fn lengthen(db: &Connection, folder: &Folder, own: Side) -> std::io::Result<()> {
    let want = fs::metadata(folder.db(own))?.len();
    let mut file = File::options().write(true).open(folder.db(own.other()))?;
    let have = file.seek(SeekFrom::End(0))?;
    if have < want {
        file.write_all(&noise(db, want - have).map_err(std::io::Error::other)?)?;
        file.sync_all()?;
    }
    Ok(())
}

/// Gives every file of both spaces the time of the one that was written last.
pub(super) fn times(folder: &Folder, own: Side) -> std::io::Result<()> {
    let time = fs::metadata(folder.db(own))?.modified()?;
    let times = FileTimes::new().set_accessed(time).set_modified(time);
    let spaces = [Side::A, Side::B].into_iter().flat_map(|side| [folder.slot(side), folder.db(side)]);
    let owner = Some(folder.owner()).filter(|owner| owner.exists());
    let mut all = spaces.chain([folder.guesses()]).chain(owner);
    all.try_for_each(|path| File::options().write(true).open(path)?.set_times(times))
}
