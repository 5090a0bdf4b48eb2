//! A project that is complete and has one of everything: small enough for each test to have its own.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

/// The one rate.
pub(crate) const RATE: &str = "[[rate]]\nid = \"week\"\npence = 4918\nper = \"week\"\nfacts = [\"MONEY-01\"]\ndated = \"2024\"\n\
         checked = 2026-11-22\nreview_by = 2027-01-31\n";

const FILES: &[(&str, &str)] = &[
    ("assets/content/channel.toml", "name = \"test\"\nchecked = 2026-11-22\n"),
    (
        "assets/content/languages.toml",
        "[[language]]\ntag = \"en-GB\"\nendonym = \"English\"\nenglish = \"English\"\ndir = \"ltr\"\nscript = \"latin\"\n\n\
         [[language]]\ntag = \"ti\"\nendonym = \"ትግርኛ\"\nenglish = \"Tigrinya\"\ndir = \"ltr\"\nscript = \"ethiopic\"\n",
    ),
    (
        "assets/content/facts.toml",
        "[[fact]]\nid = \"MONEY-01\"\nnations = [\"UK\"]\nconfidence = \"high\"\n\
         sources = [{ url = \"https://example.org\", dated = \"2025\" }]\n",
    ),
    ("assets/content/rates.toml", RATE),
    ("assets/content/needs.toml", "need = []\n"),
    ("assets/content/topics.toml", "topic = []\n"),
    ("assets/content/synonyms.toml", "same = []\n"),
    ("assets/content/terms.toml", "term = []\n"),
    ("assets/fonts/coverage.toml", "[[font]]\nfiles = []\nranges = [\"0020-007E\", \"1200-137C\"]\n"),
    ("assets/places/outcodes.csv", "outcode,latitude,longitude,town,postcodes,radius_km_p90\n"),
    ("locales/en-GB/money.ftl", "# The title of the screen.\nmoney-title = Money\n"),
    ("locales/ti/money.ftl", "money-title = ገንዘብ\n"),
];

/// The project, in a folder of its own.
pub(crate) fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write_all(folder.path());
    folder
}

/// The project, in this folder.
pub(crate) fn write_all(root: &Path) {
    for (path, text) in FILES {
        write(root, path, text);
    }
}

/// A file of a project.
pub(crate) fn write(root: &Path, path: &str, text: &str) {
    fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
    fs::write(root.join(path), text).unwrap();
}
