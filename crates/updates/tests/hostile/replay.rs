//! 601 to 699: what was true once, what is true of somebody else, and what a thief can do with the keys of the machine.

use kindway_core::ports::UpdateTrouble::{Date, NotTrusted};
use serde_json::json;

use crate::{
    case::{Case, Kept, case},
    metadata::other,
    world::{Harm, ROLES, World, base},
};

pub fn cases() -> Vec<Case> {
    let first = |world: &mut World| *world = World::at(&base().first);
    let second = |world: &mut World| *world = World::at(&base().second);
    let others = |world: &mut World| {
        world.scene.files.clear();
        other().files().into_iter().for_each(|(path, bytes)| world.put(&path, bytes));
    };
    vec![
        case(601, "all of the first edition once more", first).says(NotTrusted),
        case(602, "all of the second edition once more", second).brings_nothing(),
        case(603, "all of the first edition, to a phone that was shipped with the second", first)
            .on_a_phone_with_the_second()
            .says(NotTrusted),
        case(604, "all of the first edition, after what was verified was lost", first)
            .after_losing("updates")
            .says(NotTrusted),
        case(605, "all of the first edition, after the content was lost", first)
            .after_losing("content.db")
            .says(NotTrusted),
        case(606, "all of the second edition, after the content was lost", second).after_losing("content.db").taken(),
        case(607, "the repository of another charity", others).says(NotTrusted),
        case(608, "the repository of another charity, to a new phone", others).on_a_new_phone().says(NotTrusted),
        case(609, "the repository of another charity, and the way to it", move |world| {
            others(world);
            let root = other().files_of("metadata/1.root.json");
            world.put("metadata/2.root.json", root);
        })
        .says(NotTrusted),
        case(610, "nothing at all", |world| world.scene.files.clear()).says(kindway_core::ports::UpdateTrouble::Host),
        case(611, "all of the first edition, after the floors in their file were damaged", first)
            .after_harm(Harm::FloorsInTheFile)
            .says(NotTrusted),
        case(612, "all of the first edition, after the floors beside the content were damaged", first)
            .after_harm(Harm::FloorsBesideTheContent)
            .says(NotTrusted),
        case(613, "the third edition, after the floors in their file were damaged", |_| ())
            .after_harm(Harm::FloorsInTheFile)
            .taken(),
        case(614, "the third edition, after the floors beside the content were damaged", |_| ())
            .after_harm(Harm::FloorsBesideTheContent)
            .taken(),
        case(620, "a stolen timestamp key says that nothing is new", |world| {
            world.change("timestamp", |said| {
                said["version"] = json!(1_000);
                said["meta"]["snapshot.json"]["version"] = json!(2);
            });
        })
        .brings_nothing()
        .keeps(Kept::Timestamp)
        .until_keys_are_replaced(),
        case(
            621,
            "a stolen timestamp key signs the second edition again and again, until it is out of date",
            |world| {
                world.change("timestamp", |said| {
                    said["version"] = json!(1_000);
                    said["expires"] = json!("2028-01-01T00:00:00Z");
                    said["meta"]["snapshot.json"]["version"] = json!(2);
                });
            },
        )
        .after(100)
        .says(Date)
        .keeps(Kept::Timestamp)
        .until(World::much_later),
        case(622, "stolen keys of the machine put old and new parts together", |world| {
            world.change("snapshot", |said| {
                for role in &ROLES[..2] {
                    said["meta"][format!("{role}.json")]["version"] = json!(2);
                }
            });
            world.versions.extend(ROLES[..2].iter().map(|role| ((*role).to_owned(), 2)));
        })
        .taken(),
        case(623, "stolen keys of the machine take a part back", |world| {
            world.change("snapshot", |said| said["meta"]["rules.json"]["version"] = json!(1));
        })
        .says(NotTrusted)
        .keeps(Kept::Timestamp),
        case(624, "stolen keys of the machine invent a version of a part", |world| {
            world.change("snapshot", |said| said["meta"]["rules.json"]["version"] = json!(5_000));
        })
        .says(kindway_core::ports::UpdateTrouble::Host)
        .keeps(Kept::ListsBefore("rules"))
        .until_keys_are_replaced(),
        case(625, "stolen keys of the machine sign a part themselves", |world| {
            let said = world.said("rules");
            world.sign("rules", &said, &["snapshot"]);
        })
        .says(NotTrusted)
        .keeps(Kept::ListsBefore("rules")),
        case(626, "a stolen key of one part empties another", |world| {
            world.sign_records("language-ar", |_| ());
            let said = world.said("contacts");
            world.sign("contacts", &said, &["language-ar"]);
        })
        .says(NotTrusted)
        .keeps(Kept::Targets),
    ]
}
