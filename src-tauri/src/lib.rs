//! The window: set-up, one command, and nothing else. Everything that Kindway knows is behind [`Door`]; everything that it shows
//! is in `ui/`.

use std::{
    env,
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
};

use kindway_core::{
    api::{Request, Response},
    error::{ApiError, Code},
};
use kindway_desktop::{Door, SystemClock};
use tauri::{
    App, Builder, Context, Manager, Runtime, State, WebviewWindowBuilder, async_runtime, webview::NewWindowResponse,
};

mod leaving;

/// Opens the window and stays until it is closed.
pub fn run() -> ExitCode {
    kindway_desktop::say_only_where_it_panicked();
    match build(Builder::<tauri::Wry>::new(), tauri::generate_context!()) {
        Ok(app) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(error) => {
            // Nothing can be done about an error stream that is closed.
            let _ = writeln!(io::stderr(), "kindway: the window cannot be opened: {error}");
            ExitCode::FAILURE
        }
    }
}

fn build<R: Runtime>(builder: Builder<R>, context: Context<R>) -> tauri::Result<App<R>> {
    builder
        .invoke_handler(tauri::generate_handler![call])
        .setup(|app| {
            // Found once: asking for a path later can wait for a main thread that is itself waiting.
            let folder = match env::var_os("KINDWAY_FOLDER") {
                Some(folder) => PathBuf::from(folder),
                None => app.path().app_data_dir()?,
            };
            app.manage(door(folder)?);
            let mut window = app.config().app.windows.first().cloned().ok_or("tauri.conf.json describes no window")?;
            // The web engine keeps nothing of what it showed. WebKit's driver cannot find such a window, so a driven one keeps it.
            window.incognito &= env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none();
            WebviewWindowBuilder::from_config(app.handle(), &window)?
                .on_navigation(leaving::stays_in)
                .on_new_window(|url, _| {
                    leaving::go_out(&url);
                    NewWindowResponse::Deny
                })
                .build()?;
            Ok(())
        })
        .build(context)
}

fn door(folder: PathBuf) -> Result<Arc<Door>, String> {
    let updates = match kindway_seed::TRUST {
        "" => None,
        trust => Some(kindway_desktop::updates(&folder, trust, SystemClock)?),
    };
    let start = move || kindway_desktop::start(folder.clone(), kindway_seed::SEED.to_vec(), SystemClock);
    Ok(match updates {
        Some(updates) => Door::with_updates(start, updates),
        None => Arc::new(Door::new(start)),
    })
}

/// The one command. The core reads and writes files, so it works on a thread that may wait.
#[tauri::command]
async fn call(door: State<'_, Arc<Door>>, request: Request) -> Result<Response, ApiError> {
    let door = door.inner().clone();
    async_runtime::spawn_blocking(move || door.call(request))
        .await
        .unwrap_or_else(|_| Err(ApiError::new(Code::Unexpected)))
}

#[cfg(test)]
mod tests;
