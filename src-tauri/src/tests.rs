//! The command and its permissions, with the committed capability and without a screen.

use serde_json::{Value, json};
use tauri::{
    WebviewWindow,
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder},
    webview::InvokeRequest,
};

use super::*;

fn ask(window: &WebviewWindow<MockRuntime>, command: &str, body: Value) -> Result<Value, Value> {
    ask_from("tauri://localhost", window, command, body)
}

fn ask_from(page: &str, window: &WebviewWindow<MockRuntime>, command: &str, body: Value) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: page.parse().expect("an address"),
        body: InvokeBody::Json(body),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().expect("JSON"))
}

/// The app as it is built, over a folder of its own.
#[test]
fn the_one_command_answers_and_no_other_is_allowed() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_owned();
    let mut app = build(mock_builder(), tauri::generate_context!(test = true)).expect("the app is built");
    // Before set-up, whose own door to the real data folder then finds the place taken.
    app.manage(door(data).expect("no updates in this build, or good ones"));
    #[allow(deprecated, reason = "the way to run set-up without giving the thread away")]
    app.run_iteration(|_, _| {});
    let window = app.get_webview_window("main").expect("the window");

    let opened = ask(&window, "call", json!({ "request": { "ask": "open", "with": {} } })).expect("answered");
    assert_eq!(opened["ask"], "open");

    let refused = ask(&window, "call", json!({ "request": { "ask": "visit", "with": { "id": "0".repeat(32) } } }));
    assert_eq!(refused.expect_err("there is no such visit")["code"], "not-found");

    let malformed = ask(&window, "call", json!({ "request": { "ask": "drop-everything", "with": {} } }));
    assert!(malformed.is_err(), "what is not in the list is not answered");

    for command in [
        "plugin:event|emit",
        "plugin:window|close",
        "plugin:webview|create_webview",
        "plugin:path|resolve_directory",
        "other",
    ] {
        let refused = ask(&window, command, json!({})).expect_err(command);
        let said = refused.to_string();
        assert!(said.contains("not allowed") || said.contains("not found"), "{command}: {said}");
    }

    let stranger =
        ask_from("https://evil.example", &window, "call", json!({ "request": { "ask": "open", "with": {} } }));
    assert!(stranger.is_err(), "a page of another place has no command at all");
}
