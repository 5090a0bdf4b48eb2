//! Errors over the door: a stable code the screen can branch on and a Fluent id it can show. Nothing personal is in either.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a screen may have to tell apart. A code is added only when a screen uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ErrorCode")]
pub enum Code {
    /// 31 November, 29 February 2027.
    NoSuchDay,
    /// The day is before today.
    DayPast,
    /// The day is more than two years ahead.
    DayTooFar,
    /// The letter said Tuesday, the date is a Wednesday. Asked about, not refused.
    WeekdayDisagrees,
    /// `25:00`.
    NoSuchTime,
    /// A phone number with letters, or with too few or too many digits.
    PhoneNotANumber,
    /// A text is longer than its place holds.
    TooLong,
    /// Something that a person must give is empty.
    Missing,
    /// A sum below zero or above what a trip can cost.
    SumOutOfRange,
    /// Minutes of travel outside 0 to 600.
    MinutesOutOfRange,
    /// A due date that no pregnancy of today could have.
    DueOutOfRange,
    /// More weeks than a pregnancy has.
    WeeksOutOfRange,
    /// A birth in the future, or longer ago than the schedule reaches.
    BirthOutOfRange,
    /// What was asked for is not there, or not any more.
    NotFound,
    /// It was changed in another window since this screen was opened.
    ChangedElsewhere,
    /// What she saved cannot be read; the file is kept.
    VaultDamaged,
    /// The key of this phone is missing or has changed; the file is kept.
    VaultKeyLost,
    /// The vault was written by a newer app.
    VaultNewer,
    /// The folder or the disk does not take what is written.
    CannotSave,
    /// A PIN opens what she saved.
    Locked,
    /// Not the PIN.
    PinWrong,
    /// Too many wrong PINs: the next guess has to wait.
    PinWait,
    /// A PIN of fewer than four digits, or a passphrase of fewer than eight characters.
    PinShort,
    /// A PIN of four or five digits. Asked about, not refused.
    PinWeak,
    /// The PIN cannot be used: the other space may have it.
    PinTaken,
    /// The other space has been set up before.
    SpaceTaken,
    /// The phone asked its owner, and she did not confirm.
    OwnerNotConfirmed,
    /// The phone's own lock does not open what she saved, or no longer: it has to be turned on with the PIN.
    OwnerOff,
    /// Another Kindway is open on the same folder.
    AlreadyOpen,
    /// The content is being built anew, or cannot be read.
    ContentUnreadable,
    /// A kind of visit, article or card that the content does not have.
    ContentMissing,
    /// A group of the code does not fit its check digit. `groups` are their numbers.
    MovingCodeWrong,
    /// The code has too few or too many digits. `digits` were typed, `most` are wanted.
    MovingCodeLength,
    /// A file that Kindway did not make.
    MovingNotOurs,
    /// A part of the file is missing.
    MovingCut,
    /// The code is of another file, or the file was changed.
    MovingAltered,
    /// The file was made by a newer app.
    MovingNewer,
    /// The file is larger than any that Kindway makes.
    MovingTooLarge,
    /// What is in the file is not what Kindway writes. Nothing of it is taken.
    MovingUnreadable,
    /// Anything else: say sorry, keep everything.
    Unexpected,
}

/// An error as the screen gets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{message_id}")]
pub struct ApiError {
    /// What the screen branches on.
    pub code: Code,
    /// The Fluent message to show.
    pub message_id: String,
    /// Its variables. Numbers and names of fields, never what she typed.
    pub args: BTreeMap<String, String>,
    /// The field of the form that it is about, if there is one.
    pub field: Option<String>,
}

impl ApiError {
    /// An error whose message is `errors-<code>`.
    pub fn new(code: Code) -> Self {
        Self { code, message_id: format!("errors-{}", code.name()), args: BTreeMap::new(), field: None }
    }

    /// Names the field of the form that the error is about.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// Adds a variable of the message.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

impl Code {
    /// The code as it stands on the wire, such as `no-such-day`.
    pub fn name(self) -> String {
        serde_json::to_value(self).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Every code, so that a test can ask whether each has its message.
    pub const ALL: [Code; 40] = [
        Code::NoSuchDay,
        Code::DayPast,
        Code::DayTooFar,
        Code::WeekdayDisagrees,
        Code::NoSuchTime,
        Code::PhoneNotANumber,
        Code::TooLong,
        Code::Missing,
        Code::SumOutOfRange,
        Code::MinutesOutOfRange,
        Code::DueOutOfRange,
        Code::WeeksOutOfRange,
        Code::BirthOutOfRange,
        Code::NotFound,
        Code::ChangedElsewhere,
        Code::VaultDamaged,
        Code::VaultKeyLost,
        Code::VaultNewer,
        Code::CannotSave,
        Code::Locked,
        Code::PinWrong,
        Code::PinWait,
        Code::PinShort,
        Code::PinWeak,
        Code::PinTaken,
        Code::SpaceTaken,
        Code::OwnerNotConfirmed,
        Code::OwnerOff,
        Code::AlreadyOpen,
        Code::ContentUnreadable,
        Code::ContentMissing,
        Code::MovingCodeWrong,
        Code::MovingCodeLength,
        Code::MovingNotOurs,
        Code::MovingCut,
        Code::MovingAltered,
        Code::MovingNewer,
        Code::MovingTooLarge,
        Code::MovingUnreadable,
        Code::Unexpected,
    ];
}

impl From<rusqlite::Error> for ApiError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Sql;
        match error.sqlite_error_code() {
            Some(Sql::NotADatabase | Sql::DatabaseCorrupt) => Self::new(Code::VaultDamaged),
            Some(Sql::ReadOnly | Sql::DiskFull | Sql::CannotOpen | Sql::SystemIoFailure | Sql::PermissionDenied) => {
                Self::new(Code::CannotSave)
            }
            _ => match error {
                rusqlite::Error::QueryReturnedNoRows => Self::new(Code::NotFound),
                _ => Self::new(Code::Unexpected),
            },
        }
    }
}
