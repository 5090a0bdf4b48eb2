//! A feed from the web: page after page, and none of the ways in which a server can keep us busy for ever.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;
use sha2::{Digest, Sha256};
use ureq::Agent;
use ureq::http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER};
use url::{Host, Url};

use super::feed::{self, Entry, Feed, FeedError, MOST_BYTES, MOST_FEED_BYTES, Page, Shape};
use super::text;

/// No directory of a city has more pages.
const MOST_PAGES: u64 = 500;
/// All of it, however patient somebody is with one answer.
const MOST_MINUTES: u64 = 20;
/// To its own host a server may send us on so often.
const MOST_REDIRECTS: usize = 3;
/// A busy server is asked again so often.
const MOST_TRIES: u32 = 3;
/// However long a busy server asks us to wait.
const LONGEST_WAIT: Duration = Duration::from_secs(10);
/// What only the full form of a service has. A list may give the short form, and the rest at each service's own address.
const FULL: [&str; 9] = [
    "service_at_locations",
    "organization",
    "phones",
    "contacts",
    "schedules",
    "languages",
    "service_areas",
    "attributes",
    "cost_options",
];

/// Reads a whole feed.
pub(super) fn feed(start: &Url, patience: Duration) -> Result<Feed, FeedError> {
    let mut reader = Reader::new(start, patience)?;
    let bar = ProgressBar::new_spinner().with_message("Reading the feed");
    bar.enable_steady_tick(Duration::from_millis(120));
    let feed = reader.whole(start, &bar);
    bar.finish_and_clear();
    feed
}

struct Reader {
    agent: Agent,
    until: Instant,
    bytes: u64,
}

impl Reader {
    fn new(start: &Url, patience: Duration) -> Result<Self, FeedError> {
        allowed(start)?;
        let mut config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(patience.min(Duration::from_secs(10))))
            .timeout_global(Some(patience))
            .user_agent(concat!("kindway-publish/", env!("CARGO_PKG_VERSION")))
            .accept("application/json");
        if is_this_computer(start) {
            config = config.proxy(None);
        }
        let until = Instant::now() + Duration::from_secs(MOST_MINUTES * 60);
        Ok(Self { agent: config.build().new_agent(), until, bytes: 0 })
    }

    fn whole(&mut self, start: &Url, bar: &ProgressBar) -> Result<Feed, FeedError> {
        let mut services = start.clone();
        let mut shape = self.shape(&services)?;
        if matches!(shape, Shape::About) {
            door(&mut services, "services");
            shape = self.shape(&services)?;
        }
        let mut feed = Feed { complete: true, ..Feed::default() };
        if start.scheme() == "http" && !is_this_computer(start) {
            feed.notes.push("it was read over http://: anybody on the way could have changed it".to_owned());
        }
        let found = match shape {
            Shape::About => return Err(FeedError::NotAFeed(services.to_string())),
            Shape::One(service) => vec![service],
            Shape::Many(found) => found,
            Shape::Page(page) => self.pages(&services, page, &mut feed, bar)?,
        };
        if found.is_empty() {
            return Err(FeedError::Empty);
        }
        self.full(&services, found, &mut feed, bar)?;
        Ok(feed)
    }

    /// Every page, from the first one that was given.
    fn pages(&mut self, at: &Url, first: Page, feed: &mut Feed, bar: &ProgressBar) -> Result<Vec<Value>, FeedError> {
        let (items, claimed) = (first.items, first.pages);
        // Some count from 0.
        let base = first.number.unwrap_or(1).min(1);
        let mut asked = first.number.unwrap_or(1);
        if asked > 1 {
            feed.notes.push(format!("the address begins at page {asked}: what comes before it was not read"));
            feed.complete = false;
        }
        let mut found: Vec<Value> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut page = first;
        let mut read = 0;
        loop {
            if let Some(got) = page.number.filter(|got| *got != asked) {
                return Err(FeedError::WrongPage(asked, got));
            }
            read += 1;
            let counted = asked.saturating_sub(base).saturating_add(1);
            if page.contents.is_empty() {
                if claimed.is_some_and(|claimed| claimed >= counted) {
                    feed.notes.push(format!("it speaks of {} pages, and page {asked} is empty", claimed.unwrap_or(0)));
                    feed.complete = false;
                }
                break;
            }
            if !seen.insert(Sha256::digest(Value::Array(page.contents.clone()).to_string().as_bytes())) {
                return Err(FeedError::SamePage(asked));
            }
            found.append(&mut page.contents);
            bar.set_message(match claimed {
                Some(claimed) => format!("Reading the feed: page {counted} of {claimed}"),
                None => format!("Reading the feed: page {counted}"),
            });
            let by_count = claimed.map(|claimed| counted >= claimed);
            match (page.last, by_count) {
                (Some(true), Some(false)) => {
                    let claimed = claimed.unwrap_or(0);
                    feed.notes.push(format!("it speaks of {claimed} pages, and says that page {asked} is the last"));
                    feed.complete = false;
                    break;
                }
                (Some(true), _) | (None, Some(true)) => break,
                // The flag is believed before the number: one page too many is asked for rather than one too few.
                (Some(false), Some(true)) if counted == claimed.unwrap_or(0) => {
                    feed.notes.push(format!("it speaks of {counted} pages, and there are more"));
                }
                _ => {}
            }
            if read >= MOST_PAGES {
                return Err(FeedError::Endless(read));
            }
            asked += 1;
            let mut next = at.clone();
            let others: Vec<(String, String)> = next
                .query_pairs()
                .filter(|(key, _)| key != "page")
                .map(|(k, v)| (k.into_owned(), v.into_owned()))
                .collect();
            next.query_pairs_mut().clear().extend_pairs(others).append_pair("page", &asked.to_string());
            page = match self.shape(&next)? {
                Shape::Page(page) => page,
                _ => return Err(FeedError::NotAFeed(next.to_string())),
            };
        }
        if let Some(items) = items.filter(|items| *items != found.len() as u64 && feed.complete) {
            feed.notes.push(format!("it speaks of {items} services, and gave {}", found.len()));
            feed.complete = false;
        }
        Ok(found)
    }

    /// Each service in full: one that came in its short form is asked for at its own address.
    fn full(&mut self, at: &Url, found: Vec<Value>, feed: &mut Feed, bar: &ProgressBar) -> Result<(), FeedError> {
        let short = found.iter().filter(|service| is_short(service)).count();
        if short > 0 {
            bar.set_style(ProgressStyle::default_bar());
            bar.set_length(short as u64);
        }
        for service in found {
            let id = text::field(&service, "id").filter(|_| is_short(&service));
            let Some(id) = id else {
                feed.entries.push(Entry::from(service));
                continue;
            };
            let mut own = at.clone();
            own.set_query(None);
            door(&mut own, &id);
            let trouble = match self.shape(&own) {
                Ok(Shape::One(full)) if text::field(&full, "id").as_deref() == Some(&id) => {
                    feed.entries.push(Entry::from(full));
                    None
                }
                Ok(_) => Some("its own page is about something else".to_owned()),
                // What is wrong with one service is no reason to lose the others; what is wrong with the feed is.
                Err(error @ (FeedError::TooSlow(_) | FeedError::FeedTooLarge)) => return Err(error),
                Err(error) => Some(format!("its own page could not be read: {error}")),
            };
            bar.inc(1);
            if trouble.is_some() {
                feed.entries.push(Entry { value: service, trouble });
            }
        }
        Ok(())
    }

    fn shape(&mut self, url: &Url) -> Result<Shape, FeedError> {
        let name = url.to_string();
        let bytes = self.get(url.clone())?;
        feed::shape(&name, feed::json(&name, &bytes)?)
    }

    fn get(&mut self, mut url: Url) -> Result<Vec<u8>, FeedError> {
        let mut redirects = 0;
        let mut tries = 0;
        loop {
            if Instant::now() > self.until {
                return Err(FeedError::TooSlow(MOST_MINUTES));
            }
            let name = url.to_string();
            let unreachable = |error: ureq::Error| FeedError::Unreachable(name.clone(), told(&error));
            let mut answer = self.agent.get(url.as_str()).call().map_err(unreachable)?;
            let status = answer.status();
            let header = |key| answer.headers().get(key).and_then(|value| value.to_str().ok()).map(str::to_owned);
            if status.is_redirection() {
                let to = header(LOCATION).and_then(|to| url.join(&to).ok());
                let Some(to) = to else { return Err(FeedError::Status(name, status.as_u16())) };
                let same = to.host() == url.host() && to.port_or_known_default() == url.port_or_known_default();
                let upgraded = to.host() == url.host() && url.scheme() == "http" && to.scheme() == "https";
                if !(upgraded || (same && to.scheme() == url.scheme())) {
                    return Err(FeedError::Elsewhere(name, to.to_string()));
                }
                allowed(&to)?;
                redirects += 1;
                if redirects > MOST_REDIRECTS {
                    return Err(FeedError::Circle(name));
                }
                url = to;
                continue;
            }
            if matches!(status.as_u16(), 429 | 503) && tries + 1 < MOST_TRIES {
                tries += 1;
                let seconds = header(RETRY_AFTER).and_then(|after| after.trim().parse().ok()).unwrap_or(2);
                std::thread::sleep(Duration::from_secs(seconds).min(LONGEST_WAIT));
                continue;
            }
            if !status.is_success() {
                return Err(FeedError::Status(name, status.as_u16()));
            }
            if header(CONTENT_TYPE).is_some_and(|kind| kind.to_lowercase().contains("text/html")) {
                return Err(FeedError::Html(name));
            }
            let bytes =
                answer.body_mut().with_config().limit(MOST_BYTES).read_to_vec().map_err(|error| match error {
                    ureq::Error::BodyExceedsLimit(_) => FeedError::TooLarge(name.clone()),
                    error => unreachable(error),
                })?;
            self.bytes += bytes.len() as u64;
            return if self.bytes > MOST_FEED_BYTES { Err(FeedError::FeedTooLarge) } else { Ok(bytes) };
        }
    }
}

fn told(error: &ureq::Error) -> String {
    match error {
        ureq::Error::Timeout(_) => "it did not answer in time".to_owned(),
        error => error.to_string(),
    }
}

fn allowed(url: &Url) -> Result<(), FeedError> {
    if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
        return Err(FeedError::Scheme(url.to_string()));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(FeedError::Secret);
    }
    Ok(())
}

fn is_this_computer(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// One step further down the address. The name is one step, whatever stands in it.
fn door(url: &mut Url, name: &str) {
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().push(name);
    }
}

fn is_short(service: &Value) -> bool {
    service.is_object() && FULL.iter().all(|key| service[*key].is_null())
}
