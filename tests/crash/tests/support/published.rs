//! A charity's editions, one after the other, and a host that is always one ahead of who asks.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{Response, header},
};
use kindway_content::{delta::Expected, roles::RoleName};
use kindway_sync::{Floors, Trust};
use sha2::{Digest, Sha256};

use super::publishing::{Charity, Edit, content_of, small};

const TIMESTAMP: &str = "metadata/timestamp.json";

/// One edition: what each part is, and what it raises the floors to.
pub struct Edition {
    pub parts: BTreeMap<String, Expected>,
    /// As the page about the app shows it.
    pub id: String,
    pub floors: Floors,
    timestamp: Vec<u8>,
}

/// All of them. Each changes a page, a number and a rate, so that the half of one is the half of no other.
pub struct Published {
    pub editions: Vec<Edition>,
    pub roles: Vec<RoleName>,
    pub seed: Vec<u8>,
    /// When all is published, so that the phones are never before their time.
    pub now: String,
    trust: String,
    files: BTreeMap<String, Vec<u8>>,
}

impl Published {
    pub fn new(editions: usize) -> Self {
        let mut charity = Charity::new(&edition(0));
        let first = charity.ship("http://127.0.0.1:9/v1/");
        let mut published = Self {
            editions: Vec::new(),
            roles: kindway_content::roles::split(&charity.published()).into_keys().collect(),
            seed: first.seed,
            now: String::new(),
            trust: first.trust,
            files: BTreeMap::new(),
        };
        published.add(&charity);
        for number in 1..editions {
            charity.wait(Duration::from_secs(60));
            charity.publish(&edition(number));
            published.add(&charity);
        }
        published.now = (charity.now + Duration::from_secs(60)).to_rfc3339();
        published
    }

    fn add(&mut self, charity: &Charity) {
        let shipped = charity.ship("http://127.0.0.1:9/v1/");
        let pack = charity.published();
        let mut files: BTreeMap<_, _> = charity.files().into_iter().collect();
        let timestamp = files.remove(TIMESTAMP).expect("a published site has a timestamp");
        self.files.extend(files);
        self.editions.push(Edition {
            parts: content_of(&pack),
            id: hex(&pack.sha256()[..6]),
            floors: Trust::read(shipped.trust.as_bytes()).expect("what ships can be read").floors,
            timestamp,
        });
    }

    pub fn newest(&self) -> usize {
        self.editions.len() - 1
    }

    /// `trust.json` of a build that asks this host.
    pub fn trust(&self, host: &Host) -> String {
        let mut trust: serde_json::Value = serde_json::from_str(&self.trust).expect("what ships is JSON");
        trust["host"] = host.address.clone().into();
        trust.to_string()
    }

    /// Which edition these parts are, all of them.
    pub fn edition_of(&self, parts: &BTreeMap<String, Expected>) -> Option<usize> {
        self.editions.iter().position(|edition| edition.parts == *parts)
    }
}

fn edition(number: usize) -> kindway_content::Pack {
    let cents = u32::try_from(number).expect("a small number");
    let number_of = format!("0800 {:03} {:04}", number % 1000, number);
    Edit(small())
        .paragraph("bus-fares", &format!("طبعة {number}"))
        .rate("pregnancy", 500 + cents)
        .number("sands", &number_of)
        .0
}

/// A host of its own for each phone: what it publishes depends on what that phone asks.
pub struct Host {
    pub address: String,
    shelf: Arc<Shelf>,
}

struct Shelf {
    published: Arc<Published>,
    /// The edition that is published now.
    edition: AtomicUsize,
    /// Whether everybody who asks finds another one than the last time.
    goes_on: bool,
    asked: Mutex<Vec<String>>,
}

impl Host {
    /// Publishes the edition, and with `goes_on` the next one to each who asks.
    pub fn new(published: &Arc<Published>, edition: usize, goes_on: bool) -> Self {
        let shelf = Arc::new(Shelf {
            published: published.clone(),
            edition: AtomicUsize::new(edition),
            goes_on,
            asked: Mutex::default(),
        });
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("a port");
        let address = format!("http://{}/v1/", listener.local_addr().expect("a port"));
        let served = shelf.clone();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).expect("a port");
                let answer = move |request: Request| {
                    let response = served.answer(&request);
                    async move { response }
                };
                axum::serve(listener, Router::new().fallback(answer)).await.expect("served");
            });
        });
        Self { address, shelf }
    }

    /// The newest edition that anybody was offered.
    pub fn edition(&self) -> usize {
        self.shelf.edition.load(Ordering::SeqCst)
    }

    pub fn publish(&self, edition: usize) {
        self.shelf.edition.store(edition, Ordering::SeqCst);
    }

    /// What was asked since the last time.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.shelf.asked.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Shelf {
    fn answer(&self, request: &Request) -> Response<Body> {
        let path = request.uri().path().trim_start_matches("/v1/").to_owned();
        let file = if path == TIMESTAMP {
            let newest = self.published.newest();
            let next = |edition: usize| Some((edition + 1).min(newest));
            if self.goes_on {
                let _ = self.edition.fetch_update(Ordering::SeqCst, Ordering::SeqCst, next);
            }
            Some(&self.published.editions[self.edition.load(Ordering::SeqCst)].timestamp)
        } else {
            self.published.files.get(&path)
        };
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(path);
        let Some(file) = file else { return Response::builder().status(404).body(Body::empty()).expect("an answer") };
        let tag = format!("\"{}\"", hex(&Sha256::digest(file)[..8]));
        let known = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
        let answer = Response::builder().header("etag", &tag);
        let answer =
            if known == Some(&tag) { answer.status(304).body(Body::empty()) } else { answer.body(file.clone().into()) };
        answer.expect("an answer")
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
