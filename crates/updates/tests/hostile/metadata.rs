//! 201 to 399: signed files that are none, or that were signed by somebody else, too early, too late, or for something else.

use kindway_core::ports::UpdateTrouble::{Date, Host, NotTrusted};
use kindway_repository::Key;
use serde_json::{Value, json};

use crate::{
    case::{Case, Kept, case},
    host::File,
    support::Charity,
    world::{World, base, content, key, keys_of},
};

const PAST: &str = "2026-11-20T10:00:00Z";

/// Each role whose file a phone with the second edition asks for, and what is verified by then.
fn each() -> [(&'static str, Kept); 4] {
    [("root", Kept::Nothing), ("timestamp", Kept::Nothing), ("snapshot", Kept::Timestamp), ("contacts", Kept::Targets)]
}

/// Bytes in the place of the file of each role. Its root is one that follows and would be right.
fn instead(number: u32, lie: &str, bytes: impl Fn(Vec<u8>) -> Vec<u8> + Clone + 'static) -> impl Iterator<Item = Case> {
    let lie = lie.to_owned();
    each().into_iter().zip(number..).map(move |((role, kept), number)| {
        let bytes = bytes.clone();
        case(number, format!("{lie}: {role}"), move |world| {
            if role == "root" {
                world.next_root(keys_of("root"), |_| ());
            }
            let right = world.bytes(role).to_vec();
            world.with_bytes(role, bytes(right));
        })
        .says(NotTrusted)
        .keeps(kept)
    })
}

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(text());
    cases.extend(numbers());
    cases.extend(signatures());
    cases.extend(versions());
    cases.extend(dates());
    cases.extend(signed_at());
    cases.extend(snapshots());
    cases.extend(delegations());
    cases.extend(roots());
    cases
}

fn text() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(instead(201, "no JSON", |_| b"{\"signed\":".to_vec()));
    cases.extend(instead(205, "JSON ten thousand deep", |_| {
        let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        format!("{{\"signatures\":[],\"signed\":{deep}}}").into_bytes()
    }));
    cases.extend(instead(209, "bytes that are no UTF-8", |right| {
        replaced(&right, b"\"spec_version\"", b"\"spec\xff\xfeversion\"")
    }));
    cases.extend(instead(213, "JSON of another kind", |_| b"[1,2,3]".to_vec()));
    cases.extend(instead(217, "a page of ideographs", |right| {
        String::from_utf8(right).unwrap().encode_utf16().flat_map(u16::to_le_bytes).collect()
    }));
    cases.push(
        case(221, "what is signed stands twice, the forged one first, which changes nothing", |world| {
            twice(world, true)
        })
        .taken(),
    );
    cases.push(
        case(222, "what is signed stands twice, the forged one last", |world| twice(world, false)).says(NotTrusted),
    );
    cases.push(
        case(223, "a forged version before the signed one, which changes nothing", |world| {
            let bytes = replaced(&world.bytes("timestamp"), b"\"version\":3", b"\"version\":9,\"version\":3");
            world.with_bytes("timestamp", bytes);
        })
        .taken(),
    );
    cases.push(
        case(228, "a forged version behind the signed one", |world| {
            let bytes = replaced(&world.bytes("timestamp"), b"\"version\":3", b"\"version\":3,\"version\":9");
            world.with_bytes("timestamp", bytes);
        })
        .says(NotTrusted),
    );
    cases.push(
        case(224, "something stands behind it", |world| {
            let bytes = [&world.bytes("timestamp")[..], b"{}"].concat();
            world.with_bytes("timestamp", bytes);
        })
        .says(NotTrusted),
    );
    cases.push(
        case(225, "the file of another role: a snapshot in the place of the timestamp", |world| {
            let bytes = world.bytes("snapshot");
            world.with_bytes("timestamp", &bytes[..]);
        })
        .says(NotTrusted),
    );
    cases.push(
        case(226, "the timestamp key signs a snapshot as a timestamp", |world| {
            let said = world.said("snapshot");
            world.scene.files.remove("metadata/timestamp.json");
            let bytes = kindway_repository::signed(&said, [key("timestamp")]).unwrap();
            world.put("metadata/timestamp.json", bytes);
        })
        .says(NotTrusted),
    );
    cases.push(
        case(227, "fields that nobody knows, which is no lie", |world| {
            world.publish("contacts", |said| said["later"] = json!({ "deep": [1, 2, { "x": "é" }] }));
        })
        .taken(),
    );
    cases
}

/// What is signed, and beside it what is not.
fn twice(world: &mut World, forged_first: bool) {
    let right = String::from_utf8(world.bytes("timestamp").to_vec()).unwrap();
    let (signatures, signed) = right.split_once(",\"signed\":").unwrap();
    let signed = signed.strip_suffix('}').unwrap();
    let forged = signed.replace("\"version\":3", "\"version\":4000");
    let (one, other) = if forged_first { (forged.as_str(), signed) } else { (signed, forged.as_str()) };
    world.with_bytes("timestamp", format!("{signatures},\"signed\":{one},\"signed\":{other}}}"));
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).position(|window| window == from).expect("something to replace");
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}

fn numbers() -> Vec<Case> {
    let versions = [
        "1e400",
        "-1",
        "18446744073709551616",
        "3.5",
        "\"3\"",
        "null",
        "[3]",
        "0",
        "99999999999999999999999999999999999999999",
    ];
    let mut cases: Vec<Case> = versions
        .into_iter()
        .zip(230..)
        .map(|(version, number)| {
            case(number, format!("a version that is {version}"), move |world| {
                let to = format!("\"version\":{version}");
                let bytes = replaced(&world.bytes("timestamp"), b"\"version\":3", to.as_bytes());
                world.with_bytes("timestamp", bytes);
            })
            .says(NotTrusted)
        })
        .collect();
    cases.push(
        case(239, "the timestamp key signs version 0", |world| {
            world.change("timestamp", |said| said["version"] = json!(0))
        })
        .says(NotTrusted),
    );
    for (role, number) in [("timestamp", 240), ("snapshot", 242)] {
        for (version, number) in [1 << 63, u64::MAX].into_iter().zip(number..) {
            let jump = move |world: &mut World| {
                world.change(role, |said| said["version"] = json!(version));
                if role == "snapshot" {
                    world.change("timestamp", |said| said["meta"]["snapshot.json"]["version"] = json!(version));
                }
            };
            cases.push(
                case(number, format!("stolen keys jump to version {version}: {role}"), jump)
                    .taken()
                    .until_keys_are_replaced(),
            );
        }
    }
    cases.push(
        case(244, "stolen keys jump to the last version: the list of the contacts", |world| {
            world.change("contacts", |said| said["version"] = json!(u64::MAX));
            world.publish("snapshot", |said| said["meta"]["contacts.json"]["version"] = json!(u64::MAX));
        })
        .taken()
        .until_keys_are_replaced(),
    );
    cases.push(
        case(245, "a threshold of 0", |world| {
            world.next_root(keys_of("root"), |said| said["roles"]["timestamp"]["threshold"] = json!(0));
        })
        .says(NotTrusted),
    );
    cases.push(
        case(246, "a threshold that nobody can reach", |world| {
            world.next_root(keys_of("root"), |said| said["roles"]["timestamp"]["threshold"] = json!(u32::MAX));
        })
        .says(NotTrusted)
        .keeps(Kept::These(vec![("root", 2)]))
        .until(after_two_roots),
    );
    cases
}

/// The charity has noticed, and its next root is right again.
fn after_two_roots(world: &mut World) {
    world.next_root(keys_of("root"), |_| ());
    world.next_root(keys_of("root"), |_| ());
}

fn signatures() -> Vec<Case> {
    let by = |number: u32, lie: &str, names: &'static [&'static str]| -> Vec<Case> {
        let roles = [("timestamp", Kept::Nothing), ("snapshot", Kept::Timestamp), ("contacts", Kept::Targets)];
        let of = |((role, kept), number): ((&'static str, Kept), u32)| {
            case(number, format!("{lie}: {role}"), move |world| {
                let said = world.said(role);
                world.sign(role, &said, names);
            })
            .says(NotTrusted)
            .keeps(kept)
        };
        roles.into_iter().zip(number..).map(of).collect()
    };
    let signature = |number, lie: &str, change: fn(&mut Value)| {
        case(number, lie, move |world| {
            let mut file: Value = serde_json::from_slice(&world.bytes("timestamp")).unwrap();
            change(&mut file["signatures"]);
            world.with_bytes("timestamp", file.to_string());
        })
    };
    let mut cases = by(250, "signed by nobody", &[]);
    cases.extend(by(253, "signed by the key of another part", &["rules"]));
    cases.extend(by(256, "signed by a root key", &["root-1"]));
    cases.extend([
        case(259, "the list of the contacts is signed by the key of the targets", |world| {
            let said = world.said("contacts");
            world.sign("contacts", &said, &["targets"]);
        })
        .says(NotTrusted)
        .keeps(Kept::Targets),
        case(260, "signed by a key that nobody knows", |world| {
            let said = world.said("timestamp");
            world.sign_with("timestamp", &said, &[&Key::generate().unwrap()]);
        })
        .says(NotTrusted),
        signature(261, "a stranger signs under the name of the right key", |signatures| {
            signatures[0]["sig"] = json!(Key::generate().unwrap().sign(b"anything"));
        })
        .says(NotTrusted),
        signature(262, "the right key has signed other bytes", |signatures| {
            signatures[0]["sig"] = json!(key("timestamp").sign(b"anything"));
        })
        .says(NotTrusted),
        signature(263, "the right signature under another name", |signatures| {
            signatures[0]["keyid"] = json!("ab".repeat(32))
        })
        .says(NotTrusted),
        signature(264, "the right signature twice", |signatures| {
            let twice = json!([signatures[0], signatures[0]]);
            *signatures = twice;
        })
        .says(NotTrusted),
        signature(265, "a signature that is not hexadecimal", |signatures| signatures[0]["sig"] = json!("zz"))
            .says(NotTrusted),
        signature(266, "a signature of no bytes", |signatures| signatures[0]["sig"] = json!("")).says(NotTrusted),
        signature(267, "a signature that is no text", |signatures| signatures[0]["sig"] = json!([1])).says(NotTrusted),
        signature(268, "strangers sign beside the right key, which is no lie", |signatures| {
            for _ in 0..20 {
                let stranger = Key::generate().unwrap();
                signatures
                    .as_array_mut()
                    .unwrap()
                    .insert(0, json!({ "keyid": stranger.id(), "sig": stranger.sign(b"me too") }));
            }
        })
        .taken(),
        case(269, "the content of a list is changed behind its signature", |world| {
            let bytes = world.bytes("contacts");
            let at = bytes.windows(10).position(|window| window == b"\"sha256\":\"").unwrap() + 10;
            let mut bytes = bytes.to_vec();
            bytes[at] = if bytes[at] == b'0' { b'1' } else { b'0' };
            world.with_bytes("contacts", bytes);
        })
        .says(NotTrusted)
        .keeps(Kept::Targets),
        case(270, "one of two that have to sign", |world| {
            world.next_root(keys_of("root"), |said| {
                let other = said["roles"]["snapshot"]["keyids"][0].clone();
                said["roles"]["timestamp"]["keyids"].as_array_mut().unwrap().push(other);
                said["roles"]["timestamp"]["threshold"] = json!(2);
            });
        })
        .says(NotTrusted)
        .keeps(Kept::These(vec![("root", 2)]))
        .until(after_two_roots),
        case(271, "one key under two names has to sign twice", |world| {
            let twin = "cd".repeat(32);
            let named = twin.clone();
            world.next_root(keys_of("root"), move |said| {
                let own = said["roles"]["timestamp"]["keyids"][0].as_str().unwrap().to_owned();
                said["keys"][&named] = said["keys"][&own].clone();
                said["roles"]["timestamp"]["keyids"].as_array_mut().unwrap().push(json!(named));
                said["roles"]["timestamp"]["threshold"] = json!(2);
            });
            let mut file: Value = serde_json::from_slice(&world.bytes("timestamp")).unwrap();
            let sig = file["signatures"][0]["sig"].clone();
            file["signatures"].as_array_mut().unwrap().push(json!({ "keyid": twin, "sig": sig }));
            world.with_bytes("timestamp", file.to_string());
        })
        .says(NotTrusted)
        .keeps(Kept::These(vec![("root", 2)]))
        .until(after_two_roots),
    ]);
    cases
}

fn versions() -> Vec<Case> {
    vec![
        case(275, "the timestamp of the first edition", |world| {
            let old = base().first.bytes("timestamp");
            world.with_bytes("timestamp", old);
        })
        .says(NotTrusted),
        case(276, "a new timestamp that leads to the first snapshot", |world| {
            world.change("timestamp", |said| said["meta"]["snapshot.json"]["version"] = json!(1));
        })
        .says(NotTrusted),
        case(277, "a new snapshot that takes the contacts back", |world| {
            world.change("snapshot", |said| said["meta"]["contacts.json"]["version"] = json!(1));
        })
        .says(NotTrusted)
        .keeps(Kept::Timestamp),
        case(278, "the same version again with something else in it", |world| {
            world.change("timestamp", |said| {
                said["version"] = json!(2);
                said["meta"]["snapshot.json"]["version"] = json!(3);
            });
        })
        .brings_nothing(),
        case(279, "an older snapshot under the name of the new one", |world| {
            let old = base().second.bytes("snapshot");
            world.with_bytes("snapshot", old);
        })
        .says(NotTrusted)
        .keeps(Kept::Timestamp),
        case(280, "an older list under the name of the new one", |world| {
            let old = base().second.bytes("contacts");
            world.with_bytes("contacts", old);
        })
        .says(NotTrusted)
        .keeps(Kept::Targets),
        case(281, "a newer list under the name of this one", |world| {
            let new = base().fourth.bytes("contacts");
            world.with_bytes("contacts", new);
        })
        .says(NotTrusted)
        .keeps(Kept::Targets),
        case(282, "a snapshot that has only its plain name", |world| {
            let bytes = world.scene.files.remove("metadata/3.snapshot.json").unwrap();
            world.put("metadata/snapshot.json", &bytes[..]);
        })
        .says(Host)
        .keeps(Kept::Timestamp),
        case(283, "a snapshot that was never made", |world| {
            world.change("timestamp", |said| said["meta"]["snapshot.json"]["version"] = json!(99_999));
        })
        .says(Host)
        .keeps(Kept::Timestamp)
        .until_keys_are_replaced(),
        case(284, "the list of the targets goes back", |world| {
            world.change("snapshot", |said| said["meta"]["targets.json"]["version"] = json!(0));
        })
        .says(NotTrusted)
        .keeps(Kept::Timestamp),
    ]
}

fn dates() -> Vec<Case> {
    let late = |said: &mut Value| said["expires"] = json!(PAST);
    let far = |expires: &'static str| move |said: &mut Value| said["expires"] = json!(expires);
    let later = |role: &'static str, change: fn(&mut Value)| move |world: &mut World| world.publish(role, change);
    let targets = base().third.versions["targets"];
    vec![
        case(290, "a new timestamp that is out of date", later("timestamp", late)).says(Date),
        case(291, "a new snapshot that is out of date", later("snapshot", late)).says(Date).keeps(Kept::Timestamp),
        case(292, "a new list of targets that is out of date", later("targets", late))
            .says(Date)
            .keeps(Kept::Snapshot)
            .until(World::outdo),
        case(293, "a new list of contacts that is out of date", later("contacts", late))
            .says(Date)
            .keeps(Kept::Targets)
            .until(World::outdo),
        case(294, "a new root that is out of date", move |world| world.next_root(keys_of("root"), late))
            .says(Date)
            .keeps(Kept::These(vec![("root", 2)]))
            .until(after_two_roots),
        case(295, "the second edition for ever", |world| {
            let second = World::at(&base().second);
            *world = second;
        })
        .after(20)
        .says(Date)
        .until(World::outlast),
        case(296, "the third edition, published and never signed again", |_| ())
            .after(20)
            .says(Date)
            .until(World::outlast),
        case(297, "a timestamp that holds until 9998", move |world| {
            world.publish("timestamp", far("9998-12-31T23:59:59Z"))
        })
        .taken()
        .until(World::outdo),
        case(298, "a timestamp that holds longer than there are years", move |world| {
            world.publish("timestamp", far("99999-01-01T00:00:00Z"));
        })
        .says(NotTrusted),
        case(299, "a timestamp whose end is no date", move |world| world.publish("timestamp", far("tomorrow")))
            .says(NotTrusted),
        case(300, "a timestamp without an end", |world| {
            world.publish("timestamp", |said| drop(said.as_object_mut().unwrap().remove("expires")));
        })
        .says(NotTrusted),
        case(301, "a timestamp that ends in the very second of the update", |world| {
            // The clock of the case stands an hour after the third edition.
            let now = base().now - chrono::TimeDelta::hours(23);
            world.publish("timestamp", |said| said["expires"] = json!(now.format("%Y-%m-%dT%H:%M:%SZ").to_string()));
        })
        .says(Date),
        case(302, "a list of targets that holds until 9998, which is no lie", move |world| {
            world.publish("targets", far("9998-12-31T23:59:59Z"));
            assert_eq!(world.versions["targets"], targets + 1);
        })
        .taken()
        .until(World::outdo),
    ]
}

fn signed_at() -> Vec<Case> {
    let says = |number, lie: &str, said_at: Option<Value>| {
        case(number, format!("signed-at: {lie}"), move |world| {
            world.change("timestamp", |said| {
                match &said_at {
                    Some(value) => said["signed-at"] = value.clone(),
                    None => drop(said.as_object_mut().unwrap().remove("signed-at")),
                };
            });
        })
        .taken()
    };
    vec![
        says(310, "missing", None),
        says(311, "no moment", Some(json!("yesterday evening"))),
        says(312, "a number", Some(json!(4_102_444_800_u64))),
        says(313, "1970", Some(json!("1970-01-01T00:00:00Z"))),
        says(314, "before there was time", Some(json!("-9999-01-01T00:00:00Z"))),
        // It is believed no further than the list of the offline keys reaches. Until then only what holds longer is fresh.
        says(315, "2090, by a stolen key", Some(json!("2090-01-01T00:00:00Z"))).until_keys_are_replaced(),
    ]
}

fn snapshots() -> Vec<Case> {
    let forget = |role: &'static str| {
        move |world: &mut World| {
            world
                .change("snapshot", |said| drop(said["meta"].as_object_mut().unwrap().remove(&format!("{role}.json"))));
        }
    };
    vec![
        case(320, "the snapshot of the fourth edition under the name of that of the third", |world| {
            let other = base().fourth.bytes("snapshot");
            world.with_bytes("snapshot", other);
        })
        .says(NotTrusted)
        .keeps(Kept::Timestamp),
        case(321, "half the lists of the third, half of the fourth", |world| {
            world.versions.insert("rules".into(), 3);
            let other = base().fourth.bytes("rules");
            world.with_bytes("rules", other);
        })
        .says(NotTrusted)
        .keeps(Kept::ListsBefore("rules")),
        case(322, "a snapshot that has forgotten a part", forget("contacts")).says(NotTrusted).keeps(Kept::Timestamp),
        case(323, "a snapshot that has forgotten the targets", forget("targets"))
            .says(NotTrusted)
            .keeps(Kept::Timestamp),
        case(324, "a snapshot that has forgotten a part, to a phone that was shipped with it", forget("rules"))
            .on_a_new_phone()
            .says(NotTrusted)
            .keeps(Kept::These(vec![("root", 1), ("timestamp", 3)])),
        case(325, "a snapshot that knows a part more, which is no lie", |world| {
            world.publish("snapshot", |said| said["meta"]["language-tlh.json"] = json!({ "version": 7 }));
        })
        .taken()
        .until(|world| world.publish("snapshot", |said| said["meta"]["language-tlh.json"] = json!({ "version": 7 }))),
        case(326, "a snapshot that pins hashes and lengths that are wrong", |world| {
            world.change("snapshot", |said| {
                said["meta"]["contacts.json"] =
                    json!({ "version": 3, "length": 1, "hashes": { "sha256": "00".repeat(32) } });
            });
        })
        .says(NotTrusted)
        .keeps(Kept::Targets),
        case(327, "a timestamp that pins a length beyond all", |world| {
            world.change("timestamp", |said| said["meta"]["snapshot.json"]["length"] = json!(u64::MAX));
        })
        .says(NotTrusted)
        .keeps(Kept::Timestamp),
        case(328, "a timestamp that names no snapshot", |world| {
            world.change("timestamp", |said| said["meta"] = json!({}));
        })
        .says(NotTrusted),
        case(329, "a snapshot that pins a hash that nobody knows", |world| {
            world.change("snapshot", |said| {
                said["meta"]["contacts.json"] = json!({ "version": 3, "hashes": { "md4": "00" } });
            });
        })
        .says(NotTrusted)
        .keeps(Kept::Targets),
    ]
}

/// A list of targets that delegates to a role of another name as well.
fn delegation(name: &str, paths: &[&str]) -> Value {
    json!({ "name": name, "keyids": [key("rules").id()], "threshold": 1, "terminating": false, "paths": paths })
}

fn delegations() -> Vec<Case> {
    /// The list of the contacts no longer lists its pack, but gives it away.
    fn gives_away(world: &mut World, to: &[Value]) {
        let rules = key("rules");
        world.publish("contacts", |said| {
            said["targets"] = json!({});
            said["delegations"] = json!({ "keys": { rules.id(): rules.public() }, "roles": to });
        });
    }
    fn add(world: &mut World, role: &str, to: &[Value]) {
        let rules = key("rules");
        let list = json!({
            "_type": "targets", "spec_version": "1.0.31", "version": 1, "expires": "2027-11-01T00:00:00Z", "targets": {},
            "delegations": { "keys": { rules.id(): rules.public() }, "roles": to },
        });
        world.versions.insert(role.to_owned(), 1);
        world.sign(role, &list, &["rules"]);
        world.publish("snapshot", |said| said["meta"][format!("{role}.json")] = json!({ "version": 1 }));
    }
    let own = "contacts/*";
    vec![
        case(330, "the list of the contacts lists the path of the rules", |world| {
            let other = world.said("language-ar")["targets"]["language-ar/content.pack"].clone();
            world.publish("contacts", |said| said["targets"]["rules/content.pack"] = other);
        })
        .taken(),
        case(331, "the list of the contacts gives the path of the rules away", |world| {
            let rules = key("rules");
            world.publish("contacts", |said| {
                said["delegations"] =
                    json!({ "keys": { rules.id(): rules.public() }, "roles": [delegation("rules", &["rules/*"])] });
            });
        })
        .taken(),
        case(332, "the list of the contacts lists nothing", |world| world.publish("contacts", |said| said["targets"] = json!({})))
            .says(NotTrusted)
            .keeps(Kept::All),
        case(333, "lists that lead in a circle", |world| {
            gives_away(world, &[delegation("one", &[own])]);
            add(world, "one", &[delegation("two", &[own])]);
            add(world, "two", &[delegation("one", &[own]), delegation("contacts", &[own])]);
        })
        .says(NotTrusted)
        .keeps(Kept::All)
        .knows(vec!["one".into(), "two".into()])
        .until_keys_are_replaced(),
        case(334, "a list that leads to itself", |world| gives_away(world, &[delegation("contacts", &[own])]))
            .says(NotTrusted)
            .keeps(Kept::All),
        case(335, "a thousand delegations", |world| {
            let many: Vec<Value> = (0..1_000).map(|number| delegation(&format!("part-{number}"), &["x/*"])).collect();
            world.publish("targets", |said| said["delegations"]["roles"].as_array_mut().unwrap().extend(many));
        })
        .says(NotTrusted)
        .keeps(Kept::Snapshot)
        .until(World::outdo),
        case(336, "as many delegations as there is room for, which is no lie", |world| {
            let id = key("rules").id().to_owned();
            let many = (0..300).map(|number| {
                json!({ "name": format!("p{number}"), "keyids": [id], "threshold": 1, "terminating": false, "paths": ["x"] })
            });
            world.publish("targets", |said| said["delegations"]["roles"].as_array_mut().unwrap().extend(many));
        })
        .taken()
        .until(World::outdo),
        case(337, "a chain of forty lists", |world| {
            gives_away(world, &[delegation("chain-0", &[own])]);
            let rules = key("rules");
            for number in 0..40_u32 {
                let role = format!("chain-{number}");
                let next = delegation(&format!("chain-{}", number + 1), &[own]);
                let list = json!({
                    "_type": "targets", "spec_version": "1.0.31", "version": 1, "expires": "2027-11-01T00:00:00Z", "targets": {},
                    "delegations": { "keys": { rules.id(): rules.public() }, "roles": [next] },
                });
                world.versions.insert(role.clone(), 1);
                world.sign(&role, &list, &["rules"]);
            }
            world.publish("snapshot", |said| {
                for number in 0..=40 {
                    said["meta"][format!("chain-{number}.json")] = json!({ "version": 1 });
                }
            });
        })
        .says(NotTrusted)
        .keeps(Kept::All)
        .knows((0..31).map(|number| format!("chain-{number}")).collect())
        .until_keys_are_replaced(),
        case(338, "two delegations of one name", |world| {
            world.publish("targets", |said| {
                let twin = said["delegations"]["roles"][0].clone();
                said["delegations"]["roles"].as_array_mut().unwrap().push(twin);
            });
        })
        .says(NotTrusted)
        .keeps(Kept::Snapshot)
        .until(World::outdo),
        case(339, "a delegation that is called root", |world| {
            world.publish("targets", |said| {
                said["delegations"]["roles"].as_array_mut().unwrap().insert(0, delegation("root", &["contacts/*"]));
            });
        })
        .says(NotTrusted)
        .keeps(Kept::Snapshot)
        .until(World::outdo),
        case(340, "a delegation whose name leads out of its folder", |world| {
            world.publish("targets", |said| {
                said["delegations"]["roles"].as_array_mut().unwrap().insert(0, delegation("../../content", &["x/*"]));
            });
        })
        .taken()
        .until(World::outdo),
        case(341, "everything is given to the key of the rules", |world| {
            let rules = key("rules");
            world.publish("targets", |said| {
                for role in said["delegations"]["roles"].as_array_mut().unwrap() {
                    role["keyids"] = json!([rules.id()]);
                }
            });
        })
        .says(NotTrusted)
        .keeps(Kept::Targets)
        .until(World::outdo),
        case(342, "the parts are given to nobody", |world| {
            world.publish("targets", |said| said["delegations"] = json!({ "keys": {}, "roles": [] }));
        })
        .says(NotTrusted)
        .keeps(Kept::Targets)
        .until(World::outdo),
    ]
}

fn roots() -> Vec<Case> {
    let next = |number, lie: &str, by: &'static [&'static str], change: fn(&mut Value)| {
        case(number, lie, move |world| world.next_root(by, change))
    };
    fn own_keys(said: &mut Value, keys: &[Key]) {
        said["roles"]["root"]["keyids"] = keys.iter().map(|key| json!(key.id())).collect();
        for key in keys {
            said["keys"][key.id()] = key.public().clone();
        }
    }
    let strangers = || -> Vec<Key> { (0..3).map(|_| Key::generate().unwrap()).collect() };
    vec![
        next(350, "a new root by one of the two that have to sign", &["root-1"], |_| ()).says(NotTrusted),
        next(351, "a new root by keys that may sign other things", &["timestamp", "snapshot", "targets"], |_| ())
            .says(NotTrusted),
        case(352, "a new root by its own new keys alone", move |world| {
            let new = strangers();
            let mut said = world.said("root");
            said["version"] = json!(2);
            own_keys(&mut said, &new);
            world.sign_with("root", &said, &new.iter().collect::<Vec<_>>());
        })
        .says(NotTrusted),
        case(353, "a new root by the old keys, and not by its own", move |world| {
            let new = strangers();
            world.next_root(keys_of("root"), move |said| own_keys(said, &new));
        })
        .says(NotTrusted),
        case(354, "a new root by one old key and all of its own", move |world| {
            let new = strangers();
            let mut said = world.said("root");
            said["version"] = json!(2);
            own_keys(&mut said, &new);
            let old = key("root-1");
            world.sign_with("root", &said, &new.iter().chain([old]).collect::<Vec<_>>());
        })
        .says(NotTrusted),
        case(355, "a new root that one key signed twice", |world| {
            world.next_root(&["root-1"], |_| ());
            let mut file: Value = serde_json::from_slice(&world.bytes("root")).unwrap();
            let again = file["signatures"][0].clone();
            file["signatures"].as_array_mut().unwrap().push(again);
            world.with_bytes("root", file.to_string());
        })
        .says(NotTrusted),
        next(356, "a new root that says it is the one after next", keys_of("root"), |said| said["version"] = json!(3))
            .says(NotTrusted),
        next(357, "a new root that says it is the old one", keys_of("root"), |said| said["version"] = json!(1))
            .says(NotTrusted),
        case(358, "a gap in the roots: nobody asks for what lies behind it", |world| {
            world.next_root(keys_of("root"), |_| ());
            world.next_root(keys_of("root"), |_| ());
            world.scene.files.remove("metadata/2.root.json");
            world.versions.insert("root".into(), 1);
        })
        .taken(),
        case(359, "forty roots in a row, which is no lie", forty_roots)
            .taken()
            .keeps(Kept::AllUnderRoot(33))
            .until(forty_roots),
        next(360, "a new root that knows no timestamp", keys_of("root"), |said| {
            said["roles"].as_object_mut().unwrap().remove("timestamp");
        })
        .says(NotTrusted),
        next(361, "a new root of more than 64 KB", keys_of("root"), |said| said["later"] = json!("x".repeat(70_000)))
            .says(NotTrusted),
        next(362, "a new root that names files plainly, and there are none", keys_of("root"), |said| {
            said["consistent_snapshot"] = json!(false);
        })
        .says(Host)
        .keeps(Kept::These(vec![("root", 2), ("timestamp", 3)]))
        .until(after_two_roots),
        case(363, "the root of another charity", |world| {
            let root = other().files_of("metadata/1.root.json");
            world.put("metadata/2.root.json", root);
        })
        .says(NotTrusted),
        case(364, "other keys for the timestamp and the snapshot, which is no lie", |world| {
            *world = World::at(&base().rotated)
        })
        .taken()
        .until_keys_are_replaced(),
        case(366, "a new root with the same keys, and then the first edition once more", |world| {
            world.next_root(keys_of("root"), |_| ());
            world.with_bytes("timestamp", base().first.bytes("timestamp"));
        })
        .says(NotTrusted)
        .keeps(Kept::These(vec![("root", 2)]))
        .until(after_two_roots),
        case(367, "the roots go on where they are not asked for, and the timestamp is of the newest", |world| {
            let rotated = base().rotated.bytes("timestamp");
            world.with_bytes("timestamp", rotated);
        })
        .says(NotTrusted),
        case(365, "a new root without anything that it leads to", |world| {
            world.next_root(keys_of("root"), |_| ());
            world.lie(File::Timestamp, crate::host::whole("404 Not Found", &[], ""));
        })
        .says(Host)
        .keeps(Kept::These(vec![("root", 2)]))
        .until(after_two_roots),
    ]
}

fn forty_roots(world: &mut World) {
    for _ in 0..40 {
        world.next_root(keys_of("root"), |_| ());
    }
}

/// Somebody else's repository.
pub struct Other(Charity);

pub fn other() -> Other {
    Other(Charity::new(&content(9)))
}

impl Other {
    pub fn files_of(&self, path: &str) -> Vec<u8> {
        self.files().into_iter().find(|(name, _)| name == path).unwrap().1
    }

    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        self.0.files()
    }
}
