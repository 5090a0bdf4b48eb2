//! What goes wrong with the file of the library. Its own kind of error, because the same trouble with her vault is told otherwise:
//! content that cannot be read is never damage to what is hers.

use rusqlite::ErrorCode as Sql;

use crate::error::{ApiError, Code};

/// An error of the library, on its way out.
#[derive(Debug)]
pub(super) struct Fault(ApiError);

impl Fault {
    /// Content that cannot be read.
    pub(super) fn unreadable() -> Self {
        Self(ApiError::new(Code::ContentUnreadable))
    }

    /// The file could not be read or written just now, and may be as good as ever.
    pub(super) fn is_of_the_moment(&self) -> bool {
        self.0.code != Code::ContentUnreadable
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            // A lock of somebody else's, or no memory.
            Some(Sql::DatabaseBusy | Sql::DatabaseLocked | Sql::OutOfMemory | Sql::OperationInterrupted) => {
                Self(ApiError::new(Code::Unexpected))
            }
            Some(Sql::ReadOnly | Sql::DiskFull | Sql::CannotOpen | Sql::PermissionDenied) => {
                Self(ApiError::new(Code::CannotSave))
            }
            // All else is a file that is not what was written: pages, tables and cells that are gone or others. One that was cut
            // short says "I/O error".
            _ => Self::unreadable(),
        }
    }
}

impl From<ApiError> for Fault {
    fn from(error: ApiError) -> Self {
        Self(error)
    }
}

impl From<Fault> for ApiError {
    fn from(fault: Fault) -> Self {
        fault.0
    }
}
