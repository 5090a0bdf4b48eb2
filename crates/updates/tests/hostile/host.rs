//! A host on this computer that speaks HTTP by hand, over plain TCP, so that it can lie in every byte.
//!
//! What it is not told to lie about it serves as a plain web server does: tags, ranges, connections that are kept.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::{
    collections::BTreeMap,
    io::{self, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use sha2::{Digest as _, Sha256};

/// A kind of file on the host, by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    Root,
    Timestamp,
    Snapshot,
    /// The list of this role.
    List(&'static str),
    Delta,
    Pack,
    /// The whole pack of this role.
    PackOf(&'static str),
    Any,
}

impl File {
    pub fn is(self, path: &str) -> bool {
        match self {
            Self::Root => path.ends_with(".root.json"),
            Self::Timestamp => path.ends_with("/timestamp.json"),
            Self::Snapshot => path.ends_with(".snapshot.json"),
            Self::List(role) => path.starts_with("metadata/") && path.ends_with(&format!(".{role}.json")),
            Self::Delta => path.starts_with("d/"),
            Self::Pack => path.starts_with("targets/"),
            Self::PackOf(role) => path.starts_with(&format!("targets/{role}/")),
            Self::Any => true,
        }
    }
}

/// One thing that is done with a connection.
#[derive(Clone, Debug)]
pub enum Step {
    Send(Arc<[u8]>),
    /// Again and again, until the other side has had enough.
    Forever(Arc<[u8]>),
    /// One byte after the other, with so much time between two.
    Drip(Arc<[u8]>, Duration),
    Wait(Duration),
    /// The connection breaks off, as when a phone changes its network: no end is said.
    Reset,
}

/// How a request is answered; after the last step the connection is closed.
pub type Reply = Vec<Step>;

/// An answer by hand.
pub fn reply(status: &str, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Reply {
    let mut out = format!("HTTP/1.1 {status}\r\n");
    for (name, value) in headers {
        out += &format!("{name}: {value}\r\n");
    }
    out += "Connection: close\r\n\r\n";
    let mut out = out.into_bytes();
    out.extend_from_slice(body.as_ref());
    vec![Step::Send(out.into())]
}

/// An answer by hand that says how long it is.
pub fn whole(status: &str, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Reply {
    let length = body.as_ref().len().to_string();
    reply(status, &[headers, &[("Content-Length", &length)]].concat(), body)
}

/// What is served, and what is said instead.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// The first that fits counts.
    pub lies: Vec<(File, Reply)>,
    /// Files whose tag is this one, whatever they hold.
    pub tags: Vec<(File, String)>,
    /// Answers that are sent compressed, as a host that saves bytes does.
    pub gzip: bool,
    pub cut: Option<Cut>,
}

/// A host that goes away after so many bytes of bodies.
#[derive(Clone, Debug)]
pub struct Cut {
    pub left: Arc<AtomicUsize>,
    /// Whether it says beforehand how long a body is; if not, the end of the connection is the end of the body.
    pub declared: bool,
}

impl Cut {
    pub fn after(bytes: usize, declared: bool) -> Self {
        Self { left: Arc::new(AtomicUsize::new(bytes)), declared }
    }
}

#[derive(Clone, Debug)]
pub struct Host {
    scene: Arc<Mutex<Arc<Scene>>>,
    asked: Arc<Mutex<Vec<String>>>,
    pub address: String,
}

impl Host {
    /// Serves until the test ends.
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/v1/", listener.local_addr().unwrap());
        let host = Self { scene: Arc::default(), asked: Arc::default(), address };
        let serving = host.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (host, Ok(stream)) = (serving.clone(), stream) else { continue };
                thread::spawn(move || {
                    // A broken connection is the other side's good right.
                    let _ = host.serve(stream);
                });
            }
        });
        host
    }

    pub fn show(&self, scene: Scene) {
        *held(&self.scene) = Arc::new(scene);
        held(&self.asked).clear();
    }

    /// The paths that were asked for since the last scene.
    pub fn asked(&self) -> Vec<String> {
        held(&self.asked).clone()
    }

    fn serve(&self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        while let Some(request) = Request::read(&mut stream)? {
            let scene = held(&self.scene).clone();
            held(&self.asked).push(request.path.clone());
            if let Some((_, steps)) = scene.lies.iter().find(|(file, _)| file.is(&request.path)) {
                return act(&mut stream, steps);
            }
            Request::take_last_byte(&mut stream)?;
            if !scene.answer(&request, &mut stream)? {
                return Ok(());
            }
        }
        Ok(())
    }
}

fn held<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

fn act(stream: &mut TcpStream, steps: &Reply) -> io::Result<()> {
    if !matches!(steps.last(), Some(Step::Reset)) {
        Request::take_last_byte(stream)?;
    }
    for step in steps {
        match step {
            Step::Send(bytes) => stream.write_all(bytes)?,
            Step::Forever(bytes) => loop {
                stream.write_all(bytes)?;
            },
            Step::Drip(bytes, pause) => {
                for byte in bytes.iter() {
                    stream.write_all(&[*byte])?;
                    thread::sleep(*pause);
                }
            }
            Step::Wait(time) => thread::sleep(*time),
            // Something of the request was never read, so the system breaks the connection off.
            Step::Reset => return Ok(()),
        }
    }
    stream.shutdown(std::net::Shutdown::Write)?;
    // Until the other side has read it all: closing with something unread would break it off.
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut rest = [0; 512];
    while stream.read(&mut rest)? > 0 {}
    Ok(())
}

struct Request {
    path: String,
    tag: Option<String>,
    from: Option<usize>,
    gzip: bool,
}

impl Request {
    /// Reads a request but for its last byte. Nothing where the other side is done.
    fn read(stream: &mut TcpStream) -> io::Result<Option<Self>> {
        let mut head = [0; 16 * 1024];
        let length = loop {
            let came = stream.peek(&mut head)?;
            if came == 0 {
                return Ok(None);
            }
            if let Some(end) = head[..came].windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 3;
            }
            if came == head.len() {
                return Err(io::ErrorKind::InvalidData.into());
            }
            thread::sleep(Duration::from_micros(50));
        };
        stream.read_exact(&mut head[..length])?;
        let head = String::from_utf8_lossy(&head[..length]).into_owned();
        let mut lines = head.lines();
        let path = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap_or_default();
        let path = path.strip_prefix("/v1/").unwrap_or(path).to_owned();
        let header = |wanted: &str| {
            let mut fields = head.lines().skip(1).filter_map(|line| line.split_once(':'));
            fields.find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value.trim().to_owned())
        };
        let from = header("range").and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-')?.parse().ok());
        let gzip = header("accept-encoding").is_some_and(|kinds| kinds.contains("gzip"));
        Ok(Some(Self { path, tag: header("if-none-match"), from, gzip }))
    }

    fn take_last_byte(stream: &mut TcpStream) -> io::Result<()> {
        stream.read_exact(&mut [0])
    }
}

impl Scene {
    /// Whether the connection is kept.
    fn answer(&self, request: &Request, stream: &mut TcpStream) -> io::Result<bool> {
        if self.cut.as_ref().is_some_and(|cut| cut.left.load(Ordering::Relaxed) == 0) {
            return Ok(false);
        }
        let Some(file) = self.files.get(&request.path) else {
            stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")?;
            return Ok(true);
        };
        let tag = match self.tags.iter().find(|(file, _)| file.is(&request.path)) {
            Some((_, tag)) => tag.clone(),
            None => format!("\"{}\"", hex::encode(&Sha256::digest(file)[..8])),
        };
        if request.tag.as_ref() == Some(&tag) {
            write!(stream, "HTTP/1.1 304 Not Modified\r\nETag: {tag}\r\n\r\n")?;
            return Ok(true);
        }
        let json = request.path.ends_with(".json");
        let kind = if json { "application/json" } else { "application/octet-stream" };
        let mut head = match request.from.filter(|from| *from < file.len()) {
            Some(from) => {
                let (last, all) = (file.len() - 1, file.len());
                format!("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes {from}-{last}/{all}\r\n")
            }
            None => "HTTP/1.1 200 OK\r\n".to_owned(),
        };
        let packed;
        let mut body = file.get(request.from.unwrap_or(0)..).unwrap_or(file);
        if self.gzip && json && request.gzip {
            packed = gzip(body);
            body = &packed;
            head += "Content-Encoding: gzip\r\n";
        }
        head += &format!("Content-Type: {kind}\r\nETag: {tag}\r\n");
        match &self.cut {
            None => {
                head += &format!("Content-Length: {}\r\n\r\n", body.len());
                let mut out = head.into_bytes();
                out.extend_from_slice(body);
                stream.write_all(&out)?;
                Ok(true)
            }
            Some(cut) => {
                let left = cut.left.load(Ordering::Relaxed);
                let sent = body.len().min(left);
                cut.left.store(left - sent, Ordering::Relaxed);
                head += &match cut.declared {
                    true => format!("Content-Length: {}\r\n\r\n", body.len()),
                    false => "Connection: close\r\n\r\n".to_owned(),
                };
                let mut out = head.into_bytes();
                out.extend_from_slice(&body[..sent]);
                stream.write_all(&out)?;
                Ok(cut.declared && sent < left)
            }
        }
    }
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
