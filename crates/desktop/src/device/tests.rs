use std::fs;

use chrono::{DateTime, Utc};
use kindway_core::ports::{Alarm, AlarmHealth, Device, PortError};

use super::DesktopDevice;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn alarm(id: &str, at: &str) -> Alarm {
    let at: DateTime<Utc> = at.parse().expect("an instant");
    Alarm { id: id.to_owned(), at, text: "Something to remember".to_owned() }
}

fn ids(device: &DesktopDevice) -> Vec<String> {
    device.planned().expect("the plan can be read").into_iter().map(|alarm| alarm.id).collect()
}

/// Leaves a slot file, as a vault does once it was opened.
fn leave_slot(folder: &tempfile::TempDir) {
    fs::create_dir_all(folder.path().join("vault")).expect("a folder");
    fs::write(folder.path().join("vault/a.slot"), [7; 112]).expect("a slot");
}

#[test]
fn the_secret_is_the_same_after_a_restart_and_differs_by_label_and_bytes() {
    let folder = folder();
    let first = DesktopDevice::in_folder(folder.path());
    let secret = first.device_secret("slot", b"salt").expect("a secret");
    let again = DesktopDevice::in_folder(folder.path());
    assert_eq!(secret, again.device_secret("slot", b"salt").expect("a secret"), "the key is kept");
    assert_ne!(secret, again.device_secret("slot", b"pepper").expect("a secret"));
    assert_ne!(secret, again.device_secret("backup", b"salt").expect("a secret"));
    assert_ne!(
        again.device_secret("slots", b"alt").expect("a secret"),
        secret,
        "the end of the label must not be able to move into the bytes"
    );
}

#[test]
fn two_computers_have_different_secrets() {
    let (one, other) = (folder(), folder());
    assert_ne!(
        DesktopDevice::in_folder(one.path()).device_secret("slot", b"salt"),
        DesktopDevice::in_folder(other.path()).device_secret("slot", b"salt"),
    );
}

#[cfg(unix)]
#[test]
fn the_key_and_the_reminders_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let device = DesktopDevice::in_folder(folder.path());
    device.device_secret("slot", b"salt").expect("a secret");
    device.replace(&[], &[alarm("a", "2026-11-23T10:00:00Z")]).expect("planned");
    for name in ["device.key", "reminders.json"] {
        let mode = fs::metadata(folder.path().join(name)).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn a_missing_key_is_said_to_be_lost_and_not_made_anew_while_a_vault_hangs_on_it() {
    let folder = folder();
    let device = DesktopDevice::in_folder(folder.path());
    device.device_secret("slot", b"salt").expect("a secret");
    leave_slot(&folder);
    fs::remove_file(folder.path().join("device.key")).expect("removed");
    assert_eq!(device.device_secret("slot", b"salt"), Err(PortError::KeyLost));
    assert!(!folder.path().join("device.key").exists(), "a new key would hide that the old one is lost");
}

#[test]
fn a_key_of_the_wrong_length_is_lost_too_and_its_file_stays() {
    let folder = folder();
    leave_slot(&folder);
    fs::write(folder.path().join("device.key"), [1; 31]).expect("written");
    let device = DesktopDevice::in_folder(folder.path());
    assert_eq!(device.device_secret("slot", b"salt"), Err(PortError::KeyLost));
    assert_eq!(fs::read(folder.path().join("device.key")).expect("still there"), [1; 31]);
}

#[test]
fn once_the_slot_was_set_aside_there_is_a_new_key() {
    let folder = folder();
    leave_slot(&folder);
    let device = DesktopDevice::in_folder(folder.path());
    assert_eq!(device.device_secret("slot", b"salt"), Err(PortError::KeyLost));
    fs::rename(folder.path().join("vault/a.slot"), folder.path().join("vault/a.slot.kept-1")).expect("set aside");
    assert!(device.device_secret("slot", b"salt").is_ok());
}

#[test]
fn a_forgotten_secret_does_not_come_back() {
    let folder = folder();
    let device = DesktopDevice::in_folder(folder.path());
    let before = device.device_secret("slot", b"salt").expect("a secret");
    device.forget_secret().expect("forgotten");
    device.forget_secret().expect("forgetting twice is no error");
    assert_ne!(before, device.device_secret("slot", b"salt").expect("a new one"));
}

#[test]
fn a_new_plan_replaces_what_its_space_owned_and_leaves_the_rest() {
    let folder = folder();
    let device = DesktopDevice::in_folder(folder.path());
    device
        .replace(&[], &[alarm("hers-1", "2026-11-23T10:00:00Z"), alarm("hers-2", "2026-11-24T07:00:00Z")])
        .expect("planned");
    device.replace(&[], &[alarm("other", "2026-11-23T18:00:00Z")]).expect("planned");
    assert_eq!(ids(&device), ["hers-1", "other", "hers-2"], "soonest first");

    let owned = ["hers-1".to_owned(), "hers-2".to_owned()];
    device.replace(&owned, &[alarm("hers-3", "2026-12-01T07:00:00Z")]).expect("planned");
    assert_eq!(ids(&device), ["other", "hers-3"]);

    device.replace(&["hers-3".to_owned()], &[]).expect("planned");
    assert_eq!(ids(&DesktopDevice::in_folder(folder.path())), ["other"], "kept over a restart");
}

#[test]
fn the_same_id_is_never_planned_twice() {
    let folder = folder();
    let device = DesktopDevice::in_folder(folder.path());
    device.replace(&[], &[alarm("a", "2026-11-23T10:00:00Z")]).expect("planned");
    device.replace(&[], &[alarm("a", "2026-11-23T11:00:00Z")]).expect("planned");
    assert_eq!(device.planned().expect("the plan"), [alarm("a", "2026-11-23T11:00:00Z")]);
}

#[test]
fn a_truncated_list_of_reminders_is_kept_aside_and_the_next_plan_stands() {
    let folder = folder();
    let path = folder.path().join("reminders.json");
    let device = DesktopDevice::in_folder(folder.path());
    device.replace(&[], &[alarm("old", "2026-11-23T10:00:00Z")]).expect("planned");
    let whole = fs::read(&path).expect("the list");
    for cut in [0, 1, whole.len() / 2, whole.len() - 1] {
        fs::write(&path, &whole[..cut]).expect("truncated");
        device.replace(&["old".to_owned()], &[alarm("new", "2026-11-24T07:00:00Z")]).expect("planned in spite of it");
        assert_eq!(ids(&device), ["new"], "cut at byte {cut}");
    }
    for n in 1..=4 {
        assert!(folder.path().join(format!("reminders.json.kept-{n}")).exists(), "every damaged list is kept");
    }
}

#[test]
fn a_list_of_something_else_is_kept_aside_too() {
    let folder = folder();
    fs::write(folder.path().join("reminders.json"), r#"[{"id":"a","at":"tomorrow","text":""}]"#).expect("written");
    assert_eq!(DesktopDevice::in_folder(folder.path()).planned(), Ok(Vec::new()));
    assert!(folder.path().join("reminders.json.kept-1").exists());
}

#[test]
fn what_a_cut_short_write_left_does_not_stand_in_the_way() {
    let folder = folder();
    fs::write(folder.path().join("reminders.new"), "[{").expect("written");
    let device = DesktopDevice::in_folder(folder.path());
    device.replace(&[], &[alarm("a", "2026-11-23T10:00:00Z")]).expect("planned");
    assert_eq!(ids(&device), ["a"]);
    assert!(!folder.path().join("reminders.new").exists());
}

#[test]
fn where_nothing_can_be_written_the_device_refuses_and_says_so() {
    let folder = folder();
    // A file where the folder should be refuses every user, root included.
    let blocked = folder.path().join("blocked");
    fs::write(&blocked, "").expect("written");
    let device = DesktopDevice::in_folder(&blocked);
    assert_eq!(device.device_secret("slot", b"salt"), Err(PortError::Refused));
    assert_eq!(device.replace(&[], &[alarm("a", "2026-11-23T10:00:00Z")]), Err(PortError::Refused));
}

#[test]
fn a_computer_keeps_the_plan_and_does_not_claim_to_ring() {
    let folder = folder();
    let device = DesktopDevice::in_folder(folder.path());
    assert_eq!(device.alarm_health(), AlarmHealth::KeptOnly);
    assert_eq!(device.last_rung(), None);
    device.ring_now("Something to remember").expect("rung");
    assert_eq!(device.last_rung().as_deref(), Some("Something to remember"));
}
