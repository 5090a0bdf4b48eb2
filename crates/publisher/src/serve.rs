//! `kindway-publish serve`: a repository on this computer, for trying out. It answers as a web host has to; only this computer can
//! ask it.

use std::error::Error;
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, Method, Response, StatusCode, header};
use axum::routing::any;
use clap::Args;
use kindway_repository::Site;
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;
use tokio::runtime::Builder;

use crate::host_files::{self, FOLDER, Kind, gzip};

/// What to serve.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder of the repository.
    #[arg(value_name = "SITE")]
    site: PathBuf,
    /// The port; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
}

/// Serves until the person at the terminal ends it.
pub(crate) fn run(out: &mut impl Write, options: &Options) -> Result<ExitCode, Box<dyn Error>> {
    let folder = Arc::new(Site::open(&options.site)?.public());
    let runtime = Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let place = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
        let listener = TcpListener::bind(place).await.map_err(|error| format!("{place}: {error}"))?;
        writeln!(out, "http://{}/{FOLDER}/", listener.local_addr()?)?;
        out.flush()?;
        axum::serve(listener, router(folder)).await?;
        Ok(ExitCode::SUCCESS)
    })
}

fn router(folder: Arc<PathBuf>) -> Router {
    Router::new().fallback(any(answer)).with_state(folder)
}

/// A page that says why would be longer than everything that is asked for in a day: what is not given has no body.
fn empty(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

async fn answer(State(folder): State<Arc<PathBuf>>, request: Request) -> Response<Body> {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return empty(StatusCode::METHOD_NOT_ALLOWED);
    }
    let path = request.uri().path().strip_prefix('/').and_then(|path| path.strip_prefix(FOLDER)?.strip_prefix('/'));
    let Some(path) = path.map(str::to_owned) else { return empty(StatusCode::NOT_FOUND) };
    let read = tokio::task::spawn_blocking(move || host_files::read(&folder, &path)).await;
    match read {
        Ok(Ok(Some((kind, bytes)))) => file(kind, bytes, request.headers()),
        Ok(Ok(None)) => empty(StatusCode::NOT_FOUND),
        Ok(Err(_)) | Err(_) => empty(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

fn file(kind: Kind, plain: Vec<u8>, asked: &HeaderMap) -> Response<Body> {
    let text = |name: HeaderName| asked.get(name).and_then(|value| value.to_str().ok());
    let zipped = kind.is_json() && text(header::ACCEPT_ENCODING).is_some_and(takes_gzip);
    let bytes = if zipped { gzip(&plain) } else { plain };
    let tag = format!("\"{}\"", hex::encode(Sha256::digest(&bytes)));

    let mut response = Response::builder()
        .header(header::ETAG, &tag)
        .header(header::CACHE_CONTROL, kind.caching())
        .header(header::ACCEPT_RANGES, "bytes");
    if kind.is_json() {
        response = response.header(header::VARY, "accept-encoding");
    }
    if text(header::IF_NONE_MATCH).is_some_and(|known| names(known, &tag)) {
        let response = response.status(StatusCode::NOT_MODIFIED).body(Body::empty());
        return response.unwrap_or_else(|_| empty(StatusCode::INTERNAL_SERVER_ERROR));
    }
    if zipped {
        response = response.header(header::CONTENT_ENCODING, "gzip");
    }
    // A part of another file than the one whose beginning is known would be of no use.
    let same = text(header::IF_RANGE).is_none_or(|known| known == tag);
    let part = text(header::RANGE).filter(|_| same).and_then(|range| part(range, bytes.len()));
    let length = bytes.len();
    let (response, body) = match part {
        None => (response.header(header::CONTENT_TYPE, kind.mime()), Body::from(bytes)),
        Some(Part::Outside) => {
            let response = response.status(StatusCode::RANGE_NOT_SATISFIABLE);
            (response.header(header::CONTENT_RANGE, format!("bytes */{length}")), Body::empty())
        }
        Some(Part::From(first, last)) => {
            let response = response.status(StatusCode::PARTIAL_CONTENT).header(header::CONTENT_TYPE, kind.mime());
            let body = bytes.get(first..=last).unwrap_or_default().to_vec();
            (response.header(header::CONTENT_RANGE, format!("bytes {first}-{last}/{length}")), Body::from(body))
        }
    };
    response.body(body).unwrap_or_else(|_| empty(StatusCode::INTERNAL_SERVER_ERROR))
}

/// Whether `Accept-Encoding` has gzip in it, and not with a weight of nothing.
fn takes_gzip(accepted: &str) -> bool {
    accepted.split(',').any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        let nothing = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok()) == Some(0.0);
        name.trim().eq_ignore_ascii_case("gzip") && !nothing
    })
}

/// Whether `If-None-Match` has this tag in it.
fn names(known: &str, tag: &str) -> bool {
    known.split(',').map(str::trim).any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

/// What a `Range` asks for.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    /// From one byte to another, both included.
    From(usize, usize),
    /// Nothing that is there.
    Outside,
}

/// Nothing for what is no range, or more than one: the whole file is the answer to those.
fn part(range: &str, length: usize) -> Option<Part> {
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let number = |text: &str| text.trim().parse::<usize>().ok();
    let (first, last) = match (first.trim(), last.trim()) {
        ("", last) => match number(last)? {
            0 => return Some(Part::Outside),
            from_end => (length.saturating_sub(from_end), length.checked_sub(1)),
        },
        (first, "") => (number(first)?, length.checked_sub(1)),
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            if last < first {
                return None;
            }
            (first, length.checked_sub(1).map(|end| end.min(last)))
        }
    };
    Some(last.filter(|last| first <= *last).map_or(Part::Outside, |last| Part::From(first, last)))
}
