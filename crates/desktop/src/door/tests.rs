use std::sync::Arc;

use kindway_core::api::Nothing;

use super::*;
use crate::SetClock;

fn door(folder: &std::path::Path) -> Door {
    let folder = folder.to_owned();
    let now = SetClock("2026-11-22T10:00:00Z".parse().expect("an instant"));
    Door::new(move || crate::start(folder.clone(), kindway_seed::SEED.to_vec(), now))
}

fn open(door: &Door) -> Result<Response, ApiError> {
    door.call(Request::Open(Nothing {}))
}

#[test]
fn the_first_call_opens_the_core() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(matches!(open(&door(folder.path())), Ok(Response::Open(_))));
}

#[test]
fn a_panic_rejects_one_call_and_the_next_one_is_answered() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = door(folder.path());
    open(&door).expect("opened");
    let answer: Result<(), _> = door.with_app(|_| panic!("of a kind that should never be"));
    assert_eq!(answer, Err(ApiError::new(Code::Unexpected)));
    let Ok(Response::Open(opened)) = open(&door) else { panic!("the next call is answered") };
    assert_eq!(opened.trouble, None, "what the panic held, the folder's lock above all, was let go");
}

#[test]
fn calls_from_several_threads_wait_for_each_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Arc::new(door(folder.path()));
    let asked: Vec<_> = (0..4)
        .map(|_| {
            let door = door.clone();
            std::thread::spawn(move || open(&door).is_ok())
        })
        .collect();
    assert!(asked.into_iter().all(|thread| thread.join().expect("no panic")));
}

#[cfg(unix)]
#[test]
fn the_folder_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().expect("a folder");
    let folder = parent.path().join("kindway");
    open(&door(&folder)).expect("opened");
    assert_eq!(std::fs::metadata(&folder).expect("the folder").permissions().mode() & 0o777, 0o700);
}
