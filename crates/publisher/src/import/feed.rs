//! What a feed looks like as a whole: one service, a list, a page of a longer list; and everything that is no feed.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde_json::Value;
use thiserror::Error;

use super::text;

/// A file, or one answer of a server, may have so many bytes.
pub(super) const MOST_BYTES: u64 = 20 * 1024 * 1024;
/// All pages of a feed together.
pub(super) const MOST_FEED_BYTES: u64 = 50 * 1024 * 1024;

/// Names that only version 1 of the British standard has.
const VERSION_1: [&str; 4] = ["regular_schedules", "eligibilitys", "service_taxonomys", "holiday_schedules"];
/// Names of a page of version 1, which the software behind it gave away.
const PAGE_OF_VERSION_1: [&str; 3] = ["totalElements", "totalPages", "content"];

/// Why a feed cannot be used at all.
#[derive(Debug, Error)]
pub(super) enum FeedError {
    /// The file cannot be read.
    #[error("{}: {error}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// Over [`MOST_BYTES`].
    #[error("{0} has more than 20 MB: too large for a directory")]
    TooLarge(String),
    /// Over [`MOST_FEED_BYTES`].
    #[error("the pages have more than 50 MB together: too large for a directory")]
    FeedTooLarge,
    /// Nothing at all.
    #[error("{0} is empty")]
    Nothing(String),
    /// A web page.
    #[error("{0} is a web page (HTML), not JSON: the feed has another address")]
    Html(String),
    /// Not JSON.
    #[error("{0} is not JSON: {1}")]
    NotJson(String, String),
    /// JSON of something else.
    #[error("{0} is JSON, but neither a service, a list of services nor a page of one")]
    NotAFeed(String),
    /// The old version.
    #[error("{0} is version 1 of Open Referral UK (it has \"{1}\"): ask for version 3; only that is read")]
    Version1(String, &'static str),
    /// No service.
    #[error("the feed has no services")]
    Empty,
    /// A scheme that is not of the web.
    #[error("{0}: only addresses that begin with https:// or http:// are read")]
    Scheme(String),
    /// A name and password in the address.
    #[error("the address holds a name or password: feeds are open, and the address ends up in the report")]
    Secret,
    /// The server cannot be reached, or takes too long.
    #[error("{0}: {1}")]
    Unreachable(String, String),
    /// It answers with an error.
    #[error("{0} answered {1}")]
    Status(String, u16),
    /// It sends us on to somebody else.
    #[error("{0} sends on to {1}: another host is another feed; if you trust it, give its address")]
    Elsewhere(String, String),
    /// It sends us on again and again.
    #[error("{0} sends on too often")]
    Circle(String),
    /// The wrong page.
    #[error("asked for page {0} and got page {1}: the feed's paging does not work, so nothing was written")]
    WrongPage(u64, u64),
    /// A page that came before.
    #[error(
        "page {0} has the same services as a page before it: the feed's paging does not work, so nothing was written"
    )]
    SamePage(u64),
    /// No end.
    #[error("the feed does not end: {0} pages were read, so nothing was written")]
    Endless(u64),
    /// No end in time.
    #[error("the feed was not read to its end within {0} minutes, so nothing was written")]
    TooSlow(u64),
}

/// A record of a feed, as it came.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) value: Value,
    /// Why its own page could not be read.
    pub(super) trouble: Option<String>,
}

impl From<Value> for Entry {
    fn from(value: Value) -> Self {
        Self { value, trouble: None }
    }
}

/// A feed.
#[derive(Debug, Default)]
pub(super) struct Feed {
    pub(super) entries: Vec<Entry>,
    /// What the editor should know about the feed as a whole.
    pub(super) notes: Vec<String>,
    /// All of it: a record that is missing here has left the feed.
    pub(super) complete: bool,
}

/// A page of a longer list. Its numbers are the feed's own words, and may lie.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) contents: Vec<Value>,
    pub(super) number: Option<u64>,
    pub(super) pages: Option<u64>,
    pub(super) items: Option<u64>,
    pub(super) last: Option<bool>,
}

/// What a piece of JSON is.
#[derive(Debug)]
pub(super) enum Shape {
    /// One service.
    One(Value),
    /// All of them.
    Many(Vec<Value>),
    /// Some of them.
    Page(Page),
    /// What an API says about itself at its address: the services are one door further.
    About,
}

/// Reads a file.
pub(super) fn file(path: &Path) -> Result<Feed, FeedError> {
    let told = |error| FeedError::File { path: path.to_path_buf(), error };
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    let open = File::open(path).map_err(told)?;
    // The size is asked first, so that a wrong file costs no memory, and counted too, because a pipe has no size.
    if open.metadata().map_err(told)?.len() > MOST_BYTES {
        return Err(FeedError::TooLarge(name));
    }
    open.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(told)?;
    parsed(&name, &bytes)
}

/// A feed out of the bytes of one file.
pub(super) fn parsed(name: &str, bytes: &[u8]) -> Result<Feed, FeedError> {
    let mut feed = Feed { complete: true, ..Feed::default() };
    let services = match shape(name, json(name, bytes)?)? {
        Shape::One(service) => vec![service],
        Shape::Many(services) => services,
        Shape::About => return Err(FeedError::NotAFeed(name.to_owned())),
        Shape::Page(page) => {
            if page.pages.is_some_and(|pages| pages > 1) {
                let (number, pages) = (page.number.unwrap_or(1), page.pages.unwrap_or(1));
                feed.notes.push(format!("the file is page {number} of {pages}: the others are not in it"));
                feed.complete = false;
            }
            page.contents
        }
    };
    if services.is_empty() {
        return Err(FeedError::Empty);
    }
    feed.entries = services.into_iter().map(Entry::from).collect();
    Ok(feed)
}

/// JSON out of bytes, or what they are instead.
pub(super) fn json(name: &str, bytes: &[u8]) -> Result<Value, FeedError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(FeedError::TooLarge(name.to_owned()));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii();
    match bytes.first() {
        None => Err(FeedError::Nothing(name.to_owned())),
        Some(b'<') => Err(FeedError::Html(name.to_owned())),
        Some(_) => {
            serde_json::from_slice(bytes).map_err(|error| FeedError::NotJson(name.to_owned(), error.to_string()))
        }
    }
}

/// What the JSON is.
pub(super) fn shape(name: &str, value: Value) -> Result<Shape, FeedError> {
    if let Some(old) = version_1(&value).or_else(|| PAGE_OF_VERSION_1.into_iter().find(|key| !value[*key].is_null())) {
        return Err(FeedError::Version1(name.to_owned(), old));
    }
    match value {
        Value::Array(services) => Ok(Shape::Many(services)),
        Value::Object(mut fields) => {
            if let Some(contents) = fields.remove("contents") {
                let number = |key: &str| fields.get(key).and_then(number);
                let page = Page {
                    number: number("page_number"),
                    pages: number("total_pages"),
                    items: number("total_items"),
                    last: fields.get("last_page").and_then(Value::as_bool),
                    contents: match contents {
                        Value::Array(contents) => contents,
                        Value::Null => Vec::new(),
                        _ => return Err(FeedError::NotAFeed(name.to_owned())),
                    },
                };
                return Ok(Shape::Page(page));
            }
            // A service has an id and a name; what an API says of itself has a version and addresses.
            let has = |key: &str| fields.contains_key(key);
            if has("id") || (has("name") && !has("openapi_url")) {
                Ok(Shape::One(Value::Object(fields)))
            } else if has("openapi_url") || has("version") || has("profile") {
                Ok(Shape::About)
            } else {
                Err(FeedError::NotAFeed(name.to_owned()))
            }
        }
        _ => Err(FeedError::NotAFeed(name.to_owned())),
    }
}

/// A number, or a text that holds nothing else.
fn number(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.trim().parse().ok())
}

/// The name in a record that only version 1 has.
pub(super) fn version_1(value: &Value) -> Option<&'static str> {
    VERSION_1.into_iter().find(|key| {
        !value[*key].is_null() || text::list(value, "service_at_locations").iter().any(|at| !at[*key].is_null())
    })
}
