//! A host on this computer that serves files, remembers what it was asked, and says what it is told to say.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
};

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, Response, header},
};

use super::serve::serve;

/// How a file is answered.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// Whether a part of it is given to whoever asks for one.
    pub ranges: bool,
}

impl Reply {
    pub fn ok(body: impl Into<Vec<u8>>) -> Self {
        Self { body: body.into(), ranges: true, ..Self::status(200) }
    }

    pub fn status(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new(), ranges: false }
    }

    pub fn without_ranges(self) -> Self {
        Self { ranges: false, ..self }
    }

    /// From this byte on, as a host does it.
    fn from(self, first: usize) -> Self {
        let length = self.body.len();
        if first >= length {
            return Self::status(416).with("content-range", &format!("bytes */{length}"));
        }
        let range = format!("bytes {first}-{}/{length}", length - 1);
        Self { status: 206, body: self.body[first..].to_vec(), ..self }.with("content-range", &range)
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

/// What is served, by path, and every path that was asked for.
#[derive(Debug, Default)]
pub struct Shelf {
    pub files: BTreeMap<String, Reply>,
    /// How a request for a part of a file is answered, where not in the usual way.
    pub parts: BTreeMap<String, Reply>,
    pub asked: Vec<(String, HeaderMap)>,
}

#[derive(Clone, Debug)]
pub struct Host {
    shelf: Arc<Mutex<Shelf>>,
    pub address: String,
}

impl Host {
    /// Serves until the test ends.
    pub fn new() -> Self {
        let shelf = Arc::new(Mutex::new(Shelf::default()));
        let served = shelf.clone();
        let address = serve(move |request| served.lock().unwrap().answer(request));
        Self { shelf, address }
    }

    pub fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.shelf.lock().unwrap()
    }

    pub fn metadata(&self) -> String {
        format!("{}/metadata", self.address)
    }

    pub fn targets(&self) -> String {
        format!("{}/targets/", self.address)
    }

    /// The paths that were asked for since the last time.
    pub fn asked(&self) -> Vec<String> {
        let asked = std::mem::take(&mut self.shelf().asked);
        asked.into_iter().map(|(path, _)| path.trim_start_matches('/').to_owned()).collect()
    }
}

impl Shelf {
    fn answer(&mut self, request: &Request) -> Response<Body> {
        let path = request.uri().path_and_query().unwrap().as_str().to_owned();
        self.asked.push((path.clone(), request.headers().clone()));
        let reply = self.files.get(path.trim_start_matches('/')).cloned().unwrap_or_else(|| Reply::status(404));
        let range = request.headers().get(header::RANGE).and_then(|range| range.to_str().ok());
        let first = range.and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-')?.parse().ok());
        let reply = match first {
            Some(_) if self.parts.contains_key(path.trim_start_matches('/')) => {
                self.parts[path.trim_start_matches('/')].clone()
            }
            Some(first) if reply.ranges => reply.from(first),
            _ => reply,
        };
        let known = request.headers().get(header::IF_NONE_MATCH).and_then(|tag| tag.to_str().ok());
        let tag = reply.headers.iter().find(|(name, _)| name == "etag").map(|(_, tag)| tag.as_str());
        let unchanged = tag.is_some() && known == tag;
        let mut response = Response::builder().status(if unchanged { 304 } else { reply.status });
        for (name, value) in &reply.headers {
            response = response.header(name, value);
        }
        response.body(if unchanged { Body::empty() } else { Body::from(reply.body) }).unwrap()
    }
}
