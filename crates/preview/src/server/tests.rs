use std::fs;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode},
};
use kindway_desktop::SetClock;
use tower::ServiceExt;

use super::*;

const PORT: u16 = 4321;

/// A preview over the real core in a folder of its own.
struct Site {
    _folder: tempfile::TempDir,
    preview: Arc<Preview>,
    router: Router,
}

fn site() -> Site {
    let folder = tempfile::tempdir().expect("a folder");
    let ui = folder.path().join("dist");
    fs::create_dir(&ui).expect("a folder");
    fs::write(ui.join("index.html"), "<!doctype html>").expect("written");
    let data = folder.path().join("data");
    let now = SetClock("2026-11-22T10:00:00Z".parse().expect("an instant"));
    let door = Arc::new(Door::new(move || kindway_desktop::start(data.clone(), kindway_seed::SEED.to_vec(), now)));
    let ui = ui.canonicalize().expect("canonical");
    let preview = Arc::new(Preview::new(door, "the-token".to_owned(), PORT, ui));
    Site { _folder: folder, router: router(preview.clone()), preview }
}

/// A request that the app's own page would send; each test spoils one thing in it.
fn open() -> axum::http::request::Builder {
    Request::builder()
        .method(Method::POST)
        .uri("/call")
        .header("host", "127.0.0.1:4321")
        .header("origin", "http://127.0.0.1:4321")
        .header("x-kindway-token", "the-token")
}

const OPEN: &str = r#"{"ask":"open","with":{}}"#;

async fn send(site: &Site, request: Request<Body>) -> axum::response::Response {
    site.router.clone().oneshot(request).await.expect("the router answers everything")
}

async fn status(site: &Site, request: axum::http::request::Builder, body: impl Into<Body>) -> StatusCode {
    send(site, request.body(body.into()).expect("a request")).await.status()
}

async fn text(response: axum::response::Response) -> String {
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    String::from_utf8(bytes.to_vec()).expect("text")
}

fn spoilt(name: &str, value: &str) -> axum::http::request::Builder {
    let mut request = open();
    if let Some(headers) = request.headers_mut() {
        headers.insert(axum::http::HeaderName::try_from(name).expect("a name"), value.parse().expect("a value"));
    }
    request
}

fn without(name: &str) -> axum::http::request::Builder {
    let mut request = open();
    if let Some(headers) = request.headers_mut() {
        headers.remove(name);
    }
    request
}

#[tokio::test]
async fn the_apps_own_page_gets_the_cores_answer() {
    let site = site();
    let response = send(&site, open().body(OPEN.into()).expect("a request")).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert!(text(response).await.starts_with(r#"{"ask":"open","with":{"#));
}

#[tokio::test]
async fn what_the_core_refuses_is_an_api_error() {
    let site = site();
    let body = r#"{"ask":"visit","with":{"id":"00000000000000000000000000000000"}}"#;
    let response = send(&site, open().body(body.into()).expect("a request")).await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text(response).await.contains(r#""code":"not-found""#));
}

#[tokio::test]
async fn without_the_token_or_with_another_one_nothing_is_answered() {
    let site = site();
    assert_eq!(status(&site, without("x-kindway-token"), OPEN).await, StatusCode::FORBIDDEN);
    for wrong in ["", "the-toke", "the-token2", "The-token", "xhe-token"] {
        assert_eq!(status(&site, spoilt("x-kindway-token", wrong), OPEN).await, StatusCode::FORBIDDEN, "{wrong:?}");
    }
}

#[tokio::test]
async fn another_sites_page_is_refused_even_with_the_token() {
    let site = site();
    for origin in
        ["http://evil.example", "null", "https://127.0.0.1:4321", "http://127.0.0.1:4322", "http://localhost:4321"]
    {
        assert_eq!(status(&site, spoilt("origin", origin), OPEN).await, StatusCode::FORBIDDEN, "{origin}");
    }
    assert_eq!(status(&site, without("origin"), OPEN).await, StatusCode::OK, "a browser may leave out its own origin");
}

#[tokio::test]
async fn a_name_that_was_pointed_at_this_address_is_refused_for_pages_too() {
    let site = site();
    for host in ["evil.example", "evil.example:4321", "127.0.0.1", "127.0.0.1:4322", "127.0.0.1.evil.example:4321", ""]
    {
        assert_eq!(status(&site, spoilt("host", host), OPEN).await, StatusCode::FORBIDDEN, "{host:?}");
        let page = Request::builder().uri("/").header("host", host);
        assert_eq!(status(&site, page, "").await, StatusCode::FORBIDDEN, "{host:?}");
    }
    let page = Request::builder().uri("/").header("host", "localhost:4321");
    assert_eq!(status(&site, page, "").await, StatusCode::OK);
}

#[tokio::test]
async fn what_is_larger_than_a_file_that_is_brought_in_is_too_large() {
    let site = site();
    let padded = |length: usize| format!("{OPEN}{}", " ".repeat(length - OPEN.len()));
    assert_eq!(status(&site, open(), padded(LARGEST_REQUEST)).await, StatusCode::OK);
    assert_eq!(status(&site, open(), padded(LARGEST_REQUEST + 1)).await, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn what_is_not_a_request_is_said_to_be_a_bad_one() {
    let site = site();
    for body in ["", "{", "null", "[]", r#"{"ask":"open"}"#, r#"{"ask":"drop-everything","with":{}}"#, "\u{0}"] {
        assert_eq!(status(&site, open(), body).await, StatusCode::BAD_REQUEST, "{body:?}");
    }
    assert_eq!(status(&site, open(), vec![0xff, 0xfe]).await, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_door_is_not_opened_by_a_link() {
    let site = site();
    assert_eq!(status(&site, open().method(Method::GET), "").await, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_path_that_leads_out_is_not_found() {
    let site = site();
    for path in ["/../data/vault/a.db", "/%2e%2e/data/vault/a.db", "/..%2fdata%2fvault%2fa.db", "/.hidden"] {
        let request = Request::builder().uri(path).header("host", "127.0.0.1:4321");
        assert_eq!(status(&site, request, "").await, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn every_answer_carries_the_policy_and_is_never_kept() {
    let site = site();
    let page = || Request::builder().header("host", "127.0.0.1:4321").body(Body::empty()).expect("a request");
    let refused = Request::builder().header("host", "evil.example").body(Body::empty()).expect("a request");
    let called = open().body(OPEN.into()).expect("a request");
    for request in [page(), refused, called] {
        let response = send(&site, request).await;
        assert_eq!(response.headers()["content-security-policy"], POLICY);
        assert_eq!(response.headers()["cache-control"], "no-store");
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
        assert_eq!(response.headers()["referrer-policy"], "no-referrer");
    }
}

fn got(path: &str) -> Request<Body> {
    Request::builder().uri(path).header("host", "127.0.0.1:4321").body(Body::empty()).expect("a request")
}

#[tokio::test]
async fn a_page_that_follows_nothing_is_sent_as_it_was_built() {
    let site = site();
    assert_eq!(text(send(&site, got("/")).await).await, "<!doctype html>");
    assert_eq!(send(&site, got("/version")).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(send(&site, got("/follow.js")).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_page_that_follows_the_content_asks_for_its_version_by_a_script_of_this_server() {
    let site = site();
    site.preview.follow(b"one");
    assert!(text(send(&site, got("/")).await).await.ends_with("<script src=\"/follow.js\"></script>\n"));
    assert!(text(send(&site, got("/follow.js")).await).await.contains("/version"));
}

#[tokio::test]
async fn other_content_is_another_version_and_the_same_content_the_same_one() {
    let site = site();
    let mut seen = Vec::new();
    for seed in [b"one", b"two", b"one"] {
        site.preview.follow(seed);
        seen.push(text(send(&site, got("/version")).await).await);
    }
    assert_eq!(seen[0], seen[2]);
    assert_ne!(seen[0], seen[1]);
}

#[tokio::test]
async fn another_site_does_not_learn_which_content_is_shown() {
    let site = site();
    site.preview.follow(b"one");
    let request = Request::builder().uri("/version").header("host", "evil.example").body(Body::empty());
    assert_eq!(send(&site, request.expect("a request")).await.status(), StatusCode::FORBIDDEN);
}
