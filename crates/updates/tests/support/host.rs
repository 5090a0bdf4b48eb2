//! An honest host on this computer, as any web server would be one, that remembers what it was asked and what it sent.

use std::{
    collections::BTreeMap,
    io::Write,
    sync::{Arc, Mutex},
};

use axum::{
    body::Body,
    extract::Request,
    http::{Response, header},
};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

use super::{Charity, serve};

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Below `v1/`.
    pub path: String,
    pub status: u16,
    /// Of the body, as it was sent.
    pub bytes: usize,
}

type Then = Box<dyn Fn(&str) + Send>;

#[derive(Default)]
struct Shelf {
    files: BTreeMap<String, Vec<u8>>,
    sent: Vec<Sent>,
    when_asked: Option<Then>,
}

#[derive(Clone)]
pub struct Host {
    shelf: Arc<Mutex<Shelf>>,
    pub address: String,
}

impl Host {
    /// Serves nothing yet, until the test ends.
    pub fn new() -> Self {
        let shelf = Arc::new(Mutex::new(Shelf::default()));
        let served = shelf.clone();
        let address = format!("{}/v1/", serve::serve(move |request| served.lock().unwrap().answer(request)));
        Self { shelf, address }
    }

    /// Serves what a charity has published by now.
    pub fn serve(&self, charity: &Charity) {
        self.shelf.lock().unwrap().files = charity.files().into_iter().collect();
    }

    /// Serves nothing any more.
    pub fn serve_nothing(&self) {
        self.drop("");
    }

    /// Takes away what begins like this.
    pub fn drop(&self, beginning: &str) {
        self.shelf.lock().unwrap().files.retain(|path, _| !path.starts_with(beginning));
    }

    /// From here on this is done before a request is answered.
    pub fn when_asked(&self, then: impl Fn(&str) + Send + 'static) {
        self.shelf.lock().unwrap().when_asked = Some(Box::new(then));
    }

    /// What was asked since the last time.
    pub fn sent(&self) -> Vec<Sent> {
        std::mem::take(&mut self.shelf.lock().unwrap().sent)
    }
}

impl Shelf {
    fn answer(&mut self, request: &Request) -> Response<Body> {
        let path = request.uri().path().trim_start_matches("/v1/").to_owned();
        if let Some(then) = &self.when_asked {
            then(&path);
        }
        let (response, status, bytes) = self.file(&path, request);
        self.sent.push(Sent { path, status, bytes });
        response
    }

    fn file(&self, path: &str, request: &Request) -> (Response<Body>, u16, usize) {
        let Some(file) = self.files.get(path) else {
            return (Response::builder().status(404).body(Body::empty()).unwrap(), 404, 0);
        };
        let asked = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
        let tag = format!("\"{}\"", &hex(&Sha256::digest(file))[..16]);
        if asked(header::IF_NONE_MATCH) == Some(&tag) {
            return (Response::builder().status(304).header("etag", tag).body(Body::empty()).unwrap(), 304, 0);
        }
        let answer = Response::builder().header("etag", tag).header("accept-ranges", "bytes");
        let from = asked(header::RANGE).and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-')?.parse().ok());
        if let Some(from) = from.filter(|from: &usize| *from < file.len()) {
            let range = format!("bytes {from}-{}/{}", file.len() - 1, file.len());
            let body = file[from..].to_vec();
            let bytes = body.len();
            return (answer.status(206).header("content-range", range).body(body.into()).unwrap(), 206, bytes);
        }
        let (answer, body) = if path.ends_with(".json") && asked(header::ACCEPT_ENCODING).is_some() {
            let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
            gzip.write_all(file).unwrap();
            (answer.header("content-encoding", "gzip"), gzip.finish().unwrap())
        } else {
            (answer, file.clone())
        };
        let bytes = body.len();
        (answer.status(200).body(body.into()).unwrap(), 200, bytes)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
