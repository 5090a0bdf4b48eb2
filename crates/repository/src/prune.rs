//! What nobody can need any more goes, so that a site does not grow for ever.

use std::collections::BTreeSet;

use crate::live::versions_in;
use crate::site::delegations;
use crate::stage::KEPT;
use crate::{Result, Site, files};

/// How many published packs of a role deltas lead to: a phone may have begun with the one before.
const LED_TO: usize = 2;

impl Site {
    /// Removes packs that are older than the last thirty, the lists that only they need, deltas to packs that are no longer
    /// asked for, and old snapshots and targets. Roots stay: a phone that was off for years goes through all of them.
    pub(crate) fn prune(&self) -> Result<()> {
        let (list, targets) = self.newest_targets()?;
        let live = self.live_snapshot()?.map(|snapshot| versions_in(&snapshot)).transpose()?.unwrap_or_default();
        let mut led_to = BTreeSet::new();
        for (role, _) in delegations(&targets) {
            let editions = self.editions(&role, KEPT)?;
            let kept: BTreeSet<String> = editions.iter().map(|edition| edition.file.clone()).collect();
            let folder = self.public().join("targets").join(role.as_str());
            for name in files::names(&folder)? {
                let is_kept = name.strip_suffix(".content.pack").is_some_and(|file| kept.contains(file));
                if !is_kept {
                    files::remove(&folder.join(name))?;
                }
            }
            let published = live.get(role.as_str()).copied().unwrap_or_default();
            // Those that are signed and not live yet, and then the last that were published.
            let waiting = editions.iter().filter(|edition| edition.version > published).count();
            let reached = editions.iter().take(waiting + LED_TO);
            led_to.extend(reached.map(|edition| hex::encode(edition.canonical.sha256)));
            let oldest = editions.last().map_or(0, |edition| edition.version);
            self.forget(role.as_str(), |version| version < oldest)?;
        }
        let folder = self.public().join("d");
        for name in files::names(&folder)? {
            if !name.split_once('-').is_some_and(|(_, to)| led_to.contains(to)) {
                files::remove(&folder.join(name))?;
            }
        }
        let snapshot = self.versions("snapshot")?.last().copied().unwrap_or_default();
        for (role, newest) in [("snapshot", snapshot), ("targets", list.version)] {
            self.forget(role, |version| newest.checked_sub(KEPT as u64).is_some_and(|oldest| version <= oldest))?;
        }
        Ok(())
    }

    fn forget(&self, role: &str, is_over: impl Fn(u64) -> bool) -> Result<()> {
        for version in self.versions(role)?.into_iter().filter(|version| is_over(*version)) {
            files::remove(&self.metadata(version, role))?;
        }
        Ok(())
    }
}
