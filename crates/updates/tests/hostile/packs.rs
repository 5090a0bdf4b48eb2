//! 401 to 499: packs and deltas that are not what was signed, and what was signed about them.

use std::collections::BTreeMap;

use kindway_content::delta::delta;
use kindway_core::ports::UpdateTrouble::{Host, NoConnection, NotTrusted};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::{
    case::{Case, Kept, case},
    content::stays,
    host::{File, whole},
    world::{World, base, compressed, packed},
};

pub fn cases() -> Vec<Case> {
    let mut cases = deltas();
    cases.extend(served());
    cases.extend(signed());
    cases.extend(custom());
    cases
}

fn canonical(edition: &kindway_content::Pack, role: &str) -> Vec<u8> {
    let parts: BTreeMap<_, _> = kindway_content::roles::split(edition);
    parts.into_iter().find(|(name, _)| name.as_str() == role).unwrap().1.to_canonical()
}

/// The delta of the contacts, other than it was. Nobody signs deltas, so nothing is lost but bytes: the whole pack is asked for.
fn deltas() -> Vec<Case> {
    let instead = |number, lie: &str, change: fn(Vec<u8>) -> Vec<u8>| {
        case(number, format!("a delta: {lie}"), move |world| {
            let path = world.delta_path("contacts");
            let bytes = change(world.scene.files[&path].to_vec());
            world.put(&path, bytes);
        })
        .taken()
    };
    let magic = |compressed: Vec<u8>| [b"KWDELTA1", &compressed[..]].concat();
    vec![
        instead(401, "it makes other bytes", |_| {
            let (old, other) = (canonical(&base().second.pack, "contacts"), canonical(&base().fourth.pack, "contacts"));
            delta(&old, &other).unwrap()
        }),
        instead(402, "from another old pack", |_| {
            let (old, new) = (canonical(&base().first.pack, "rules"), canonical(&base().third.pack, "contacts"));
            delta(&old, &new).unwrap()
        }),
        case(403, "a delta: 64 MB in a few bytes", move |world| {
            let path = world.delta_path("contacts");
            world.put(&path, magic(compressed(&vec![0; 64 * 1024 * 1024], 22, false)));
        })
        .taken(),
        instead(404, "cut in the middle", |bytes| bytes[..bytes.len() / 2].to_vec()),
        instead(405, "with bytes behind it", |bytes| [&bytes[..], b"and more"].concat()),
        instead(406, "empty", |_| Vec::new()),
        instead(407, "nothing but its beginning", |_| b"KWDELTA1".to_vec()),
        case(408, "a delta: a window of a gigabyte", move |world| {
            let path = world.delta_path("contacts");
            world.put(&path, magic(compressed(&canonical(&base().third.pack, "contacts"), 30, true)));
        })
        .taken(),
        instead(409, "a pack", |_| packed(&canonical(&base().third.pack, "contacts"))),
        instead(410, "noise", |bytes| {
            let noise = bytes.iter().skip(8).map(|byte| byte.wrapping_mul(31) ^ 0x5a);
            b"KWDELTA1".iter().copied().chain(noise).collect()
        }),
        instead(411, "of 3 MB", |_| [&b"KWDELTA1"[..], &vec![7; 3 * 1024 * 1024]].concat()),
        case(412, "every delta is noise, and there are no whole packs", |world| {
            world.lie(File::Delta, whole("200 OK", &[], b"KWDELTA1 and noise"));
            world.scene.files.retain(|path, _| !File::Pack.is(path));
        })
        .says(Host)
        .keeps(Kept::All),
        case(413, "no deltas at all, which is no lie", World::no_deltas).taken(),
    ]
}

/// What comes instead of the pack that was signed.
fn served() -> Vec<Case> {
    let instead = |number, lie: &str, change: fn(Vec<u8>) -> Vec<u8>| {
        case(number, format!("a pack: {lie}"), move |world| {
            world.no_deltas();
            let path = world.pack_path("contacts");
            let bytes = change(world.scene.files[&path].to_vec());
            world.put(&path, bytes);
        })
        .keeps(Kept::All)
    };
    vec![
        // Whatever does not even begin like a pack is not from the host.
        instead(420, "its first bit is another", |mut bytes| {
            bytes[0] ^= 1;
            bytes
        })
        .says(NoConnection),
        instead(421, "a bit in the middle is another", |mut bytes| {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            bytes
        })
        .says(NotTrusted),
        instead(422, "its last bit is another", |mut bytes| {
            *bytes.last_mut().unwrap() ^= 1;
            bytes
        })
        .says(NotTrusted),
        instead(423, "cut in the middle", |bytes| bytes[..bytes.len() / 2].to_vec()).says(NotTrusted),
        instead(424, "with bytes behind it", |bytes| [&bytes[..], b"and more"].concat()).says(NotTrusted),
        instead(425, "that of another part", |_| {
            let rules = World::at(&base().third).pack_path("language-ar");
            base().third.files[&rules].to_vec()
        })
        .says(NotTrusted),
        instead(426, "that of the second edition", |_| {
            let old = World::at(&base().second).pack_path("contacts");
            base().second.files[&old].to_vec()
        })
        .says(NotTrusted),
        instead(427, "as long as it should be, and all zeros", |bytes| vec![0; bytes.len()]).says(NoConnection),
        case(428, "a pack: 404 for one of four", |world| {
            world.no_deltas();
            let path = world.pack_path("rules");
            world.scene.files.remove(&path);
        })
        .says(Host)
        .keeps(Kept::All),
    ]
}

/// The right key has signed a file that cannot be unpacked to what it says.
fn signed() -> Vec<Case> {
    let file = |number, lie: &str, make: fn(&[u8]) -> Vec<u8>| {
        case(number, format!("a signed pack: {lie}"), move |world| {
            world.no_deltas();
            let canonical = canonical(&base().third.pack, "contacts");
            world.sign_pack("contacts", &make(&canonical), &canonical, |_| ());
        })
        .says(NotTrusted)
        .keeps(Kept::All)
    };
    fn header(canonical: &[u8], length: u64) -> Vec<u8> {
        let mut out = b"KWSEED01".to_vec();
        out.extend_from_slice(&Sha256::digest(canonical));
        out.extend_from_slice(&length.to_le_bytes());
        out
    }
    vec![
        file(440, "it unpacks to 64 MB", |canonical| {
            [header(canonical, canonical.len() as u64), compressed(&vec![0; 64 * 1024 * 1024], 22, false)].concat()
        }),
        file(441, "it says that it unpacks to a gigabyte", |canonical| {
            [header(canonical, 1 << 30), compressed(canonical, 22, false)].concat()
        }),
        file(442, "it says that it unpacks to more than a number can say", |canonical| {
            [header(canonical, u64::MAX), compressed(canonical, 22, false)].concat()
        }),
        file(443, "a window of a gigabyte", |canonical| {
            [header(canonical, canonical.len() as u64), compressed(canonical, 30, true)].concat()
        }),
        file(444, "bytes behind what is packed", |canonical| [&packed(canonical)[..], b"x"].concat()),
        file(445, "it ends too early", |canonical| {
            let file = packed(canonical);
            file[..file.len() - 3].to_vec()
        }),
        file(446, "it says another hash", |canonical| {
            let mut file = packed(canonical);
            file[8] ^= 1;
            file
        }),
        file(447, "nothing but its beginning", |canonical| header(canonical, canonical.len() as u64)),
        file(448, "not packed at all", |canonical| [&b"KWSEED01"[..], canonical].concat()),
        file(449, "other bytes of the same length", |canonical| {
            let mut other = canonical.to_vec();
            *other.last_mut().unwrap() ^= 1;
            [header(canonical, canonical.len() as u64), compressed(&other, 22, false)].concat()
        }),
        stays(
            case(450, "a signed pack: 4 MB of zeros", |world| {
                world.sign_canonical("contacts", &vec![0; 4 * 1024 * 1024])
            }),
            &["contacts"],
        ),
    ]
}

/// What is signed beside the pack is wrong. It is looked at when the list is, before any pack is asked for.
fn custom() -> Vec<Case> {
    let target = |number, lie: &str, change: fn(&mut Value)| {
        case(number, format!("signed of a pack: {lie}"), move |world| {
            world.change("contacts", |said| change(&mut said["targets"]["contacts/content.pack"]));
        })
        .says(NotTrusted)
        .keeps(Kept::ListsBefore("language-ar"))
    };
    vec![
        target(460, "no hash of the content", |target| {
            drop(target["custom"].as_object_mut().unwrap().remove("sha256"))
        }),
        target(461, "no length of the content", |target| {
            drop(target["custom"].as_object_mut().unwrap().remove("length"))
        }),
        target(462, "nothing of the content", |target| drop(target.as_object_mut().unwrap().remove("custom"))),
        target(463, "a hash that is not hexadecimal", |target| target["custom"]["sha256"] = json!("z".repeat(64))),
        target(464, "a hash that is too short", |target| target["custom"]["sha256"] = json!("ab")),
        target(465, "a hash that is no text", |target| target["custom"]["sha256"] = json!(vec![0; 32])),
        target(466, "a length that is no number", |target| target["custom"]["length"] = json!("12")),
        target(467, "a length below nothing", |target| target["custom"]["length"] = json!(-1)),
        target(468, "content of more than 4 MB", |target| target["custom"]["length"] = json!(4 * 1024 * 1024 + 1)),
        target(469, "content as long as a number can say", |target| target["custom"]["length"] = json!(u64::MAX)),
        target(470, "a file of more than 4 MB", |target| target["length"] = json!(4 * 1024 * 1024 + 1)),
        target(471, "a file as long as a number can say", |target| target["length"] = json!(u64::MAX)),
        target(472, "a file whose hash leads out of its folder", |target| {
            target["hashes"]["sha256"] = json!("../../../x")
        }),
        target(473, "a file without a hash that is known", |target| target["hashes"] = json!({ "md4": "00" })),
        case(474, "signed of a pack: a hash of the content that is of another", |world| {
            world.no_deltas();
            world.change("contacts", |said| {
                said["targets"]["contacts/content.pack"]["custom"]["sha256"] = json!("ab".repeat(32));
            });
        })
        .says(NotTrusted)
        .keeps(Kept::All),
        case(475, "signed of a pack: a length of the content that is too short", |world| {
            world.no_deltas();
            world.change("contacts", |said| said["targets"]["contacts/content.pack"]["custom"]["length"] = json!(10));
        })
        .says(NotTrusted)
        .keeps(Kept::All),
        case(476, "signed of all packs: each as long as it may be, and together too long", |world| {
            for role in ["contacts", "language-ar", "language-en-GB"] {
                world.change(role, |said| {
                    said["targets"][format!("{role}/content.pack")]["custom"]["length"] = json!(4 * 1024 * 1024);
                });
            }
        })
        .says(NotTrusted)
        .keeps(Kept::All),
        case(477, "signed of a pack: a wrong length beside the right hash", |world| {
            world.no_deltas();
            world.change("contacts", |said| said["targets"]["contacts/content.pack"]["length"] = json!(100_000));
        })
        .says(NotTrusted)
        .keeps(Kept::All),
        case(478, "signed of a pack: two hashes, and one of them is wrong", |world| {
            world.no_deltas();
            world.change("contacts", |said| {
                said["targets"]["contacts/content.pack"]["hashes"]["sha512"] = json!("00".repeat(64));
            });
        })
        .says(NotTrusted)
        .keeps(Kept::All),
    ]
}
