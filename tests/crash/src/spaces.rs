//! A row of changes of the lock: what is done in two spaces one after the other, and what stands after each.

use crate::{Hers, Life};

/// A PIN that is nobody's.
pub const WRONG: &str = "909090";

/// One step. The number is the space in which it is done, or which it is about: 0 is the one that was there first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The next change of what is hers.
    Row(usize),
    /// A PIN where there was none.
    FirstPin(usize),
    /// Another PIN.
    PinChanged(usize),
    /// No PIN any more.
    PinRemoved(usize),
    /// The second space is made, from the first.
    SecondSpace,
    /// It is locked, and the space is opened: with its PIN, or without where it has none.
    Entered(usize),
    /// It is hidden.
    Hidden,
    /// A wrong PIN.
    WrongPin,
    /// All that is in the space is erased.
    SpaceErased(usize),
    /// A byte of the space changes on the disk, while the other is open. Nothing of the app's: it happens to it.
    Damaged(usize),
    /// The damaged space is set aside, by her touch.
    StartedAgain(usize),
    /// From now on the phone's own lock opens the space.
    OwnerOn(usize),
    /// It is locked, and the phone's own lock opens the space for which that was turned on.
    OwnerEntered(usize),
    /// From now on the phone's own lock opens nothing.
    OwnerOff,
}

use Step::{
    Damaged, Entered, FirstPin, Hidden, OwnerEntered, OwnerOff, OwnerOn, PinChanged, PinRemoved, Row, SecondSpace,
    SpaceErased, StartedAgain, WrongPin,
};

/// The whole row. Each kind of step stands in it with the other space locked, open to all, and not there, wherever it can.
const ROW: [Step; 77] = [
    Row(0),
    FirstPin(0),
    Row(0),
    PinChanged(0),
    SecondSpace,
    Row(0),
    Hidden,
    Entered(1),
    Row(1),
    PinChanged(1),
    Row(1),
    Hidden,
    WrongPin,
    WrongPin,
    WrongPin,
    Entered(0),
    Row(0),
    PinRemoved(0),
    Row(0),
    Entered(1),
    Row(1),
    SpaceErased(1),
    Row(1),
    Entered(0),
    FirstPin(0),
    Row(0),
    Entered(1),
    Row(1),
    PinRemoved(1),
    Row(1),
    Entered(0),
    SpaceErased(0),
    Row(0),
    Entered(1),
    FirstPin(1),
    Row(1),
    Entered(0),
    PinChanged(0),
    Hidden,
    WrongPin,
    Entered(0),
    // The phone's own lock, and each of what ends it.
    OwnerOn(0),
    Row(0),
    OwnerEntered(0),
    PinChanged(0),
    OwnerEntered(0),
    OwnerOff,
    OwnerOn(0),
    Entered(1),
    OwnerOn(1),
    Entered(0),
    Row(0),
    OwnerEntered(1),
    Row(1),
    PinRemoved(1),
    FirstPin(1),
    OwnerOn(1),
    SpaceErased(1),
    Row(1),
    OwnerOn(1),
    Entered(0),
    Damaged(1),
    Row(0),
    StartedAgain(1),
    Row(1),
    FirstPin(1),
    Row(1),
    Entered(0),
    Row(0),
    PinRemoved(0),
    Row(0),
    Damaged(1),
    Row(0),
    StartedAgain(1),
    Row(0),
    FirstPin(0),
    Row(0),
];

impl Step {
    /// What kind of step it is, for the count of what was hit.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Row(_) => "row",
            FirstPin(_) => "first-pin",
            PinChanged(_) => "pin-changed",
            PinRemoved(_) => "pin-removed",
            SecondSpace => "second-space",
            Entered(_) => "entered",
            Hidden => "hidden",
            WrongPin => "wrong-pin",
            SpaceErased(_) => "space-erased",
            Damaged(_) => "damaged",
            StartedAgain(_) => "started-again",
            OwnerOn(_) => "owner-on",
            OwnerEntered(_) => "owner-entered",
            OwnerOff => "owner-off",
        }
    }

    /// Whether a PIN is tried in it, so that the wait may be another one from its first moment on.
    #[must_use]
    pub fn is_a_guess(self) -> bool {
        !matches!(self, Row(_) | FirstPin(_) | Hidden | SpaceErased(_) | Damaged(_) | OwnerEntered(_) | OwnerOff)
    }
}

/// One space.
#[derive(Clone, Debug, PartialEq)]
pub struct Space {
    /// What is in it.
    pub life: Life,
    /// What opens it; nothing where it opens by itself.
    pub pin: Option<String>,
    /// Its file cannot be read any more.
    pub damaged: bool,
}

/// How far the row has come, and what stands then.
#[derive(Clone, Debug, PartialEq)]
pub struct Spaces {
    /// The number of the last step.
    pub done: u64,
    /// Both of them, as far as they are used.
    pub each: [Option<Space>; 2],
    /// Which is open in the app that does the steps.
    pub open: Option<usize>,
    /// How many wrong PINs count at least.
    pub wrong: u32,
    /// A space that was set aside has left its reminders on the phone.
    pub left_reminders: bool,
    /// Which the phone's own lock opens.
    pub owners: Option<usize>,
}

impl Default for Spaces {
    fn default() -> Self {
        let first = Space { life: Life::default(), pin: None, damaged: false };
        Self { done: 0, each: [Some(first), None], open: Some(0), wrong: 0, left_reminders: false, owners: None }
    }
}

impl Spaces {
    /// How long the row is.
    pub const LENGTH: u64 = ROW.len() as u64;

    /// After so many steps.
    #[must_use]
    pub fn after(done: u64) -> Self {
        (0..done).fold(Self::default(), |spaces, _| spaces.and_next())
    }

    /// The step of a number, counted from 1; the last has none after it.
    #[must_use]
    pub fn step(number: u64) -> Option<Step> {
        usize::try_from(number).ok()?.checked_sub(1).and_then(|at| ROW.get(at)).copied()
    }

    /// The next step.
    #[must_use]
    pub fn next(&self) -> Option<Step> {
        Self::step(self.done + 1)
    }

    /// The PIN that a space gets in the next step.
    #[must_use]
    pub fn next_pin(&self, space: usize) -> String {
        format!("{}{:05}", space + 1, self.done + 1)
    }

    /// What opens a space.
    #[must_use]
    pub fn pin(&self, space: usize) -> Option<&str> {
        self.each[space].as_ref()?.pin.as_deref()
    }

    /// Every PIN that opens something.
    pub fn pins(&self) -> impl Iterator<Item = &str> {
        (0..2).filter_map(|space| self.pin(space))
    }

    /// Whether the app opens by itself when it is started.
    #[must_use]
    pub fn opens_by_itself(&self) -> bool {
        self.each.iter().flatten().any(|space| space.pin.is_none() && !space.damaged)
    }

    /// After the next step.
    #[must_use]
    pub fn and_next(&self) -> Self {
        let mut after = self.clone();
        let Some(step) = self.next() else { return after };
        after.done += 1;
        // A right PIN forgives all but so many.
        let right = self.wrong.min(6);
        let other_is_open_to_all =
            |space: usize| self.each[1 - space].as_ref().is_some_and(|other| other.pin.is_none());
        match step {
            Row(space) => after.change(space, |space| space.life = space.life.and_next()),
            FirstPin(at) => after.change(at, |space| space.pin = Some(self.next_pin(at))),
            PinChanged(at) => {
                after.change(at, |space| space.pin = Some(self.next_pin(at)));
                // It is a guess at the PIN of the other space too, and so is removing it, to set the next.
                after.wrong = right + 1;
            }
            PinRemoved(at) => {
                after.change(at, |space| space.pin = None);
                after.wrong = right + 1;
                after.owners = None;
            }
            SecondSpace => {
                let text_size = self.each[0].as_ref().map_or(100, |first| first.life.hers.text_size);
                let life = Life { done: 0, hers: Hers { text_size, ..Hers::default() } };
                after.each[1] = Some(Space { life, pin: Some(self.next_pin(1)), damaged: false });
                after.wrong = right;
            }
            Entered(space) => {
                after.open = Some(space);
                if self.pin(space).is_some() {
                    after.wrong = right;
                }
            }
            Hidden => after.open = None,
            WrongPin => after.wrong += 1,
            SpaceErased(at) => {
                after.change(at, |space| space.life.hers = Hers::default());
                after.owners = None;
            }
            Damaged(at) => after.change(at, |space| space.damaged = true),
            StartedAgain(at) => {
                after.wrong = right;
                after.left_reminders = true;
                after.owners = None;
                if other_is_open_to_all(at) {
                    // Of two spaces that open by themselves one would never open again.
                    after.each[at] = None;
                    after.open = Some(1 - at);
                } else {
                    after.change(at, |space| {
                        (space.life.hers, space.pin, space.damaged) = (Hers::default(), None, false);
                    });
                    after.open = Some(at);
                }
            }
            OwnerOn(at) => {
                after.wrong = right;
                after.owners = Some(at);
            }
            OwnerEntered(at) => after.open = Some(at),
            OwnerOff => after.owners = None,
        }
        after
    }

    fn change(&mut self, space: usize, change: impl FnOnce(&mut Space)) {
        if let Some(space) = &mut self.each[space] {
            change(space);
        }
    }
}

/// How many seconds so many wrong PINs in a row have to wait.
#[must_use]
pub fn wait_after(wrong: u32) -> u32 {
    match wrong {
        0..=4 => 0,
        5 => 30,
        6 => 60,
        7 => 5 * 60,
        8 => 15 * 60,
        _ => 60 * 60,
    }
}
