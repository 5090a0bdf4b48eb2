//! Wrong PINs, and how long the next guess has to wait. `vault/guesses` always has the same length, with a PIN or without.
//!
//! `KWGUESS1 | wrong 4 | wait 8 | calm 8 | wall 8 | uptime 8 | mark 32`, numbers little-endian, times in milliseconds. The mark is the phone's own
//! secret over what stands before it. It cannot help against somebody who puts back an older copy of it
//! (docs/threats.md).

use std::{fs::File, io::Write, path::Path, time::Duration};

use super::slot::secret;
use crate::{
    error::ApiError,
    ports::{Clock, Device},
};

const MAGIC: &[u8; 8] = b"KWGUESS1";
const BODY: usize = MAGIC.len() + 4 + 4 * 8;
const LENGTH: usize = BODY + 32;

/// What the wait is after so many wrong PINs in a row.
fn wait_after(wrong: u32) -> Duration {
    let minutes = |count: u64| Duration::from_secs(60 * count);
    match wrong {
        0..=4 => Duration::ZERO,
        5 => Duration::from_secs(30),
        6 => minutes(1),
        7 => minutes(5),
        8 => minutes(15),
        _ => minutes(60),
    }
}

/// After so long without a wrong PIN one is forgiven.
const FORGIVEN: Duration = Duration::from_secs(24 * 60 * 60);

/// A right PIN forgives all but so many: the next wrong one then waits five minutes at most. It does not forgive all, since whoever was
/// given the PIN of one space would have endless guesses at the other's.
const AFTER_RIGHT: u32 = 6;

/// The wrong guesses of the last days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Guesses {
    wrong: u32,
    /// What is left of the wait, as of the two clocks below.
    wait: Duration,
    /// How long there was no wrong guess.
    calm: Duration,
    wall: i64,
    uptime: u64,
}

impl Guesses {
    /// None yet.
    pub(crate) fn none(clock: &dyn Clock) -> Self {
        let (wall, uptime) = times(clock);
        Self { wrong: 0, wait: Duration::ZERO, calm: Duration::ZERO, wall, uptime }
    }

    /// Those that were kept. A file that is gone or changed counts as the longest wait: it can only have been somebody who wanted none.
    pub(crate) fn read(path: &Path, device: &dyn Device, clock: &dyn Clock) -> Self {
        let (wall, uptime) = times(clock);
        let lost = Self { wrong: 9, wait: wait_after(9), calm: Duration::ZERO, wall, uptime };
        let Ok(bytes) = std::fs::read(path) else { return lost };
        let Ok(bytes) = <[u8; LENGTH]>::try_from(bytes.as_slice()) else { return lost };
        let (body, mark) = bytes.split_at(BODY);
        let whole = bytes.starts_with(MAGIC) && secret(device, "guesses", body).is_ok_and(|own| *own == *mark);
        if !whole {
            return lost;
        }
        let number = |at: usize| u64::from_le_bytes(std::array::from_fn(|n| bytes[at + n]));
        let mut guesses = Self {
            wrong: u32::from_le_bytes(std::array::from_fn(|n| bytes[MAGIC.len() + n])),
            wait: Duration::from_millis(number(12)),
            calm: Duration::from_millis(number(20)),
            wall: number(28).cast_signed(),
            uptime: number(36),
        };
        guesses.pass(clock);
        guesses
    }

    /// Keeps them, in place: that needs no room on the disk, and what is shorter than a sector is written whole or not at all.
    ///
    /// # Errors
    /// When the file could not be written.
    pub(crate) fn keep(&self, path: &Path, device: &dyn Device) -> Result<(), ApiError> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.wrong.to_le_bytes());
        bytes.extend(u64::try_from(self.wait.as_millis()).unwrap_or(u64::MAX).to_le_bytes());
        bytes.extend(u64::try_from(self.calm.as_millis()).unwrap_or(u64::MAX).to_le_bytes());
        bytes.extend(self.wall.to_le_bytes());
        bytes.extend(self.uptime.to_le_bytes());
        let mark = secret(device, "guesses", &bytes)?;
        bytes.extend(mark.iter());
        let written = File::options().create(true).truncate(false).write(true).open(path).and_then(|mut file| {
            file.write_all(&bytes)?;
            file.set_len(LENGTH as u64)?;
            file.sync_all()
        });
        written.map_err(super::refused)
    }

    /// Takes off the wait what both clocks say has passed: a clock that was set forward, or back, takes nothing off. After a restart
    /// the second clock has begun anew, and what it shows is the most that can have passed.
    pub(crate) fn pass(&mut self, clock: &dyn Clock) {
        let (wall, uptime) = times(clock);
        let by_wall = u64::try_from(wall.saturating_sub(self.wall)).unwrap_or(0);
        let by_uptime = uptime.checked_sub(self.uptime).unwrap_or(uptime);
        let passed = Duration::from_millis(by_wall.min(by_uptime));
        self.wait = self.wait.saturating_sub(passed);
        self.calm = self.calm.saturating_add(passed);
        while self.calm >= FORGIVEN && self.wrong > 0 {
            self.calm = self.calm.saturating_sub(FORGIVEN);
            self.wrong -= 1;
        }
        (self.wall, self.uptime) = (wall, uptime);
    }

    /// What is left of the wait.
    pub(crate) fn wait(&self) -> Duration {
        self.wait
    }

    /// Counts a guess as wrong, before it is tried: ending the app in the middle wins nothing.
    pub(crate) fn guess(&mut self) {
        self.wrong = self.wrong.saturating_add(1);
        (self.wait, self.calm) = (wait_after(self.wrong), Duration::ZERO);
    }

    /// The guess was right, or nothing could be told from it.
    pub(crate) fn right(&mut self) {
        (self.wrong, self.wait) = (self.wrong.saturating_sub(1).min(AFTER_RIGHT), Duration::ZERO);
    }
}

fn times(clock: &dyn Clock) -> (i64, u64) {
    (clock.now().timestamp_millis(), u64::try_from(clock.uptime().as_millis()).unwrap_or(u64::MAX))
}
