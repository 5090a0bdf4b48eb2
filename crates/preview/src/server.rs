//! Who may ask, and how the answers leave.
//!
//! | answer | when |
//! | --- | --- |
//! | 200 | the core answered |
//! | 422 | the core refused: an `ApiError` |
//! | 400 | what was sent is not a request of the core |
//! | 403 | another host name, another origin, or not the token |
//! | 413 | more than 11 MB, which is the largest file that can be brought in |

use std::{
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
    path::PathBuf,
    sync::{Arc, PoisonError, RwLock},
};

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Request, State, rejection::BytesRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Json, Response},
    routing::{get, post},
};
use kindway_core::error::{ApiError, Code};
use kindway_desktop::Door;

use crate::pages;

/// A file of 8 MB that is brought in travels as base64, which is a third longer.
const LARGEST_REQUEST: usize = 11 * 1024 * 1024;

const TOKEN: &str = "x-kindway-token";

/// The app's own policy (`src-tauri/tauri.conf.json`), with `POST /call` in place of its IPC.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What every request needs.
pub(crate) struct Preview {
    door: RwLock<Arc<Door>>,
    /// Which content is shown, where the page is to load itself again when that changes.
    version: RwLock<Option<String>>,
    token: String,
    hosts: [String; 2],
    ui: PathBuf,
}

impl Preview {
    pub(crate) fn new(door: Arc<Door>, token: String, port: u16, ui: PathBuf) -> Self {
        let hosts = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
        Self { door: RwLock::new(door), version: RwLock::new(None), token, hosts, ui }
    }

    /// From here on the page asks which content is shown.
    pub(crate) fn follow(&self, seed: &[u8]) {
        let mut hasher = DefaultHasher::new();
        seed.hash(&mut hasher);
        let version = format!("{:016x}", hasher.finish());
        *self.version.write().unwrap_or_else(PoisonError::into_inner) = Some(version);
    }

    /// Opens another door, with other content behind it. Every call that is being answered ends before: two cores in one folder would
    /// keep each other out.
    pub(crate) fn replace(&self, door: Arc<Door>, seed: &[u8]) {
        *self.door.write().unwrap_or_else(PoisonError::into_inner) = door;
        self.follow(seed);
    }

    fn version(&self) -> Option<String> {
        self.version.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A page of another site can make a browser send requests here, and can give its own name this address: neither the host
    /// nor the origin may then be believed.
    fn is_own_page(&self, headers: &HeaderMap) -> bool {
        let Some(host) = headers.get(header::HOST).and_then(|host| host.to_str().ok()) else { return false };
        let own_origin = match headers.get(header::ORIGIN) {
            Some(origin) => origin.to_str().is_ok_and(|origin| origin.strip_prefix("http://") == Some(host)),
            None => true,
        };
        own_origin && self.hosts.iter().any(|own| own == host)
    }

    fn has_token(&self, headers: &HeaderMap) -> bool {
        headers.get(TOKEN).is_some_and(|token| same_secret(token.as_bytes(), self.token.as_bytes()))
    }
}

pub(crate) fn router(preview: Arc<Preview>) -> Router {
    Router::new()
        .route("/call", post(call))
        .route("/version", get(version))
        .route(RELOAD.0, get(reload))
        .fallback(get(page))
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .layer(middleware::from_fn_with_state(preview.clone(), at_the_gate))
        .with_state(preview)
}

async fn at_the_gate(State(preview): State<Arc<Preview>>, request: Request, next: Next) -> Response {
    let mut response = if preview.is_own_page(request.headers()) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // The token stands in the address.
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

async fn call(
    State(preview): State<Arc<Preview>>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    if !preview.has_token(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let body = match body {
        Ok(body) => body,
        Err(refused) => return refused.status().into_response(),
    };
    let Ok(request) = serde_json::from_slice(&body) else { return StatusCode::BAD_REQUEST.into_response() };
    // The core reads and writes files: not on the threads that serve pages.
    let ask = move || preview.door.read().unwrap_or_else(PoisonError::into_inner).call(request);
    let answer = tokio::task::spawn_blocking(ask).await;
    match answer.unwrap_or_else(|_| Err(ApiError::new(Code::Unexpected))) {
        Ok(answer) => Json(answer).into_response(),
        Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, Json(error)).into_response(),
    }
}

/// A script of its own, so that the policy holds for it too: it asks which content is shown, and loads the page again for other.
const RELOAD: (&str, &str) = ("/follow.js", include_str!("follow.js"));

async fn version(State(preview): State<Arc<Preview>>) -> Response {
    preview.version().map_or_else(|| StatusCode::NOT_FOUND.into_response(), IntoResponse::into_response)
}

async fn reload(State(preview): State<Arc<Preview>>) -> Response {
    match preview.version() {
        Some(_) => ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], RELOAD.1).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn page(State(preview): State<Arc<Preview>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let follows = preview.version().is_some();
    let read = tokio::task::spawn_blocking(move || pages::read(&preview.ui, &path)).await;
    match read {
        Ok(Ok(Some(mut page))) if follows && page.is_html() => {
            page.bytes.extend_from_slice(format!("<script src=\"{}\"></script>\n", RELOAD.0).as_bytes());
            ([(header::CONTENT_TYPE, page.mime)], page.bytes).into_response()
        }
        Ok(Ok(Some(page))) => ([(header::CONTENT_TYPE, page.mime)], page.bytes).into_response(),
        Ok(Ok(None)) => StatusCode::NOT_FOUND.into_response(),
        Ok(Err(_)) | Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Takes as long for a token that is wrong in its first character as for one that is wrong in its last.
fn same_secret(given: &[u8], expected: &[u8]) -> bool {
    given.len() == expected.len()
        && given.iter().zip(expected).fold(0, |differences, (a, b)| differences | (a ^ b)) == 0
}

#[cfg(test)]
mod tests;
