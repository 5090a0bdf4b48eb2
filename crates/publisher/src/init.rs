//! `kindway-publish init`: the ceremony in which a charity makes its keys, and the list of what to do with them.

use std::error::Error;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::{Args, ValueEnum};
use kindway_content::roles::{self, RoleName};
use kindway_content::{ChannelName, load, pack};
use kindway_repository::{Keys, ROOT_KEYS, ROOT_THRESHOLD, Signer, Site};

use crate::keys::{For, KeysAt};
use crate::progress::while_showing;

/// What to make.
#[derive(Args)]
pub(crate) struct Options {
    /// A new folder for the repository.
    #[arg(value_name = "SITE")]
    site: PathBuf,
    #[command(flatten)]
    keys: KeysAt,
    /// Whom its content is for. The two have nothing in common: other keys, another host.
    #[arg(long, value_enum)]
    channel: Channel,
}

#[derive(Clone, Copy, ValueEnum)]
enum Channel {
    /// Content that nobody has approved yet.
    Test,
    /// Content that named people have approved.
    Public,
}

/// Makes the repository and its keys, and says who gets which.
pub(crate) fn run(out: &mut impl Write, root: &Path, options: &Options) -> Result<ExitCode, Box<dyn Error>> {
    let now = Utc::now();
    let channel = match options.channel {
        Channel::Test => ChannelName::Test,
        Channel::Public => ChannelName::Public,
    };
    let content = while_showing("Reading the content", || load(root))?;
    if content.channel.name != channel {
        return Err(
            "assets/content/channel.toml names the other channel: a repository takes only content of its own".into()
        );
    }
    let roles: Vec<RoleName> = roles::split(&pack(&content)?).into_keys().collect();
    let keys = options.keys.open(For::New(&[]))?;
    let site = while_showing("Making the keys", || Site::init(&options.site, channel, &roles, &keys, now))?;
    checklist(out, &site, &keys, &roles, now)?;
    Ok(ExitCode::SUCCESS)
}

fn checklist(
    out: &mut impl Write,
    site: &Site,
    keys: &Keys,
    roles: &[RoleName],
    now: DateTime<Utc>,
) -> Result<(), Box<dyn Error>> {
    let channel = match site.channel() {
        ChannelName::Test => "test",
        ChannelName::Public => "public",
    };
    let (at, folder) = (site.folder().display(), keys.folder().display());
    writeln!(out, "Made {at} for the channel {channel}, and {} keys in {folder}.", roles.len() + 6)?;
    writeln!(
        out,
        "The ceremony is over when every line below has its tick. docs/publishing.md says how, under the same numbers.\n"
    )?;

    writeln!(out, "2. Give the machine its two keys")?;
    give(out, &Signer::Snapshot, "")?;
    give(out, &Signer::Timestamp, "")?;
    writeln!(out, "3. Give each holder her key, under a passphrase of her own")?;
    for signer in Signer::roots() {
        give(out, &signer, "two USB sticks of one person, in another place than the others")?;
    }
    give(out, &Signer::Targets, "two USB sticks of whoever decides who may publish what")?;
    for role in roles {
        give(out, &Signer::Role(role.clone()), "who answers for this part, and nobody else")?;
    }
    writeln!(out, "4. Open every copy once")?;
    tick(out, &format!("openssl pkey -noout -in {}, and so on", Signer::Root(1).file_name()))?;
    writeln!(out, "5. Delete what is left")?;
    tick(out, &format!("{folder}"))?;
    writeln!(out, "6. Write on paper, and keep with the charity's papers")?;
    tick(
        out,
        &format!("channel {channel}, {}; who holds which key, and where its copies are", now.format("%-d %B %Y")),
    )?;
    for signer in Signer::roots() {
        tick(out, &format!("{signer} is the key {}", keys.key(&signer)?.id()))?;
    }
    let dates = site.ends()?;
    for (signer, until) in dates.iter().filter(|(signer, _)| matches!(signer, Signer::Root(_) | Signer::Targets)) {
        let half = *until - (*until - now) / 2;
        let what = if matches!(signer, Signer::Root(_)) { "the root" } else { "the targets and every role" };
        let days = (half.format("%-d %B %Y"), until.format("%-d %B %Y"));
        tick(out, &format!("{what}: renew from {} on; without it updates end on {}", days.0, days.1))?;
    }

    writeln!(out, "7. Copy the repository to a second place")?;
    tick(out, &format!("{at}"))?;

    writeln!(
        out,
        "\nAny {ROOT_THRESHOLD} of the {ROOT_KEYS} root keys replace every key, a lost or stolen root key among them. With fewer than \
         {ROOT_THRESHOLD} nothing can be replaced, ever: then only a new app helps."
    )?;
    writeln!(out, "The channels test and public have separate keys. Never use one of these for the other.")?;
    Ok(())
}

fn give(out: &mut impl Write, signer: &Signer, to: &str) -> io::Result<()> {
    let file = signer.file_name();
    if to.is_empty() { writeln!(out, "  [ ] {file}") } else { writeln!(out, "  [ ] {file}: {to}") }
}

fn tick(out: &mut impl Write, what: &str) -> io::Result<()> {
    writeln!(out, "  [ ] {what}")
}
