//! A mistake in the content, told so that an editor can find and mend it.

use std::fmt;

/// Whether content with this problem may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Must be mended first.
    Error,
    /// Should be looked at.
    Warning,
}

/// One mistake: where it stands, what is wrong and what is right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path from the project root, with `/` on every system.
    pub file: String,
    /// Line, from 1, where one is known.
    pub line: Option<usize>,
    /// The field, section, statement or message it is about.
    pub field: Option<String>,
    /// What is wrong, and what is allowed.
    pub message: String,
    /// Whether it stops publishing.
    pub severity: Severity,
}

impl Problem {
    /// An error about a whole file; narrow it with [`Problem::at`] and [`Problem::field`].
    pub fn error(file: &str, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, field: None, message: message.into(), severity: Severity::Error }
    }

    /// A warning about a whole file.
    pub fn warning(file: &str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(file, message) }
    }

    /// The same problem with its line, if one is known.
    #[must_use]
    pub fn at(self, line: impl Into<Option<usize>>) -> Self {
        Self { line: line.into(), ..self }
    }

    /// The same problem with the field it is about.
    #[must_use]
    pub fn field(self, field: impl Into<String>) -> Self {
        Self { field: Some(field.into()), ..self }
    }

    /// True where it stops publishing.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Problem {
    /// `assets/content/articles/x/en-GB.md:12: [facts] …`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        f.write_str(": ")?;
        if self.severity == Severity::Warning {
            f.write_str("warning: ")?;
        }
        if let Some(field) = &self.field {
            write!(f, "[{field}] ")?;
        }
        f.write_str(&self.message)
    }
}

/// Every mistake found, one a line when shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}")?;
        }
        write!(f, "{} problem(s) in the content", self.0.len())
    }
}

impl std::error::Error for Problems {}
