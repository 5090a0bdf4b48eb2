//! Where it is: an address that may be shown, a postcode that exists, and coordinates that lie where they say.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::report::Line;
use super::text;

const OUTCODES: &str = "assets/places/outcodes.csv";
/// The United Kingdom lies inside these degrees.
const NORTH: std::ops::RangeInclusive<f64> = 49.0..=61.0;
const EAST: std::ops::RangeInclusive<f64> = -9.0..=2.0;
/// A place further than this from its own postcode is in two towns at once.
const APART_KM: f64 = 40.0;
/// A centre further than this says nothing about a place.
const NEAR_KM: f64 = 30.0;
const HOME: [&str; 12] = [
    "gb",
    "uk",
    "gbr",
    "united kingdom",
    "great britain",
    "england",
    "scotland",
    "wales",
    "cymru",
    "northern ireland",
    "britain",
    "gb-eng",
];
/// Words that make an address a secret. A refuge that is found is no refuge.
const SECRET: [&str; 7] = [
    "refuge",
    "refuges",
    "safe house",
    "safe accommodation",
    "confidential address",
    "undisclosed",
    "address withheld",
];
pub(super) const NATIONS: [&str; 4] = ["England", "Scotland", "Wales", "Northern Ireland"];

/// The outward codes that are known, with their centres.
pub(crate) struct Outcodes(Vec<(String, f64, f64)>);

impl Outcodes {
    /// The table of the project.
    pub(crate) fn read(root: &Path) -> Result<Self, String> {
        let path = root.join(OUTCODES);
        let table = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self::parse(&table))
    }

    /// The rows that can be read; `check` is who complains about the others.
    pub(super) fn parse(table: &str) -> Self {
        let row = |line: &str| {
            let mut fields = line.split(',');
            let outcode = fields.next()?.to_owned();
            Some((outcode, fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
        };
        Self(table.lines().skip(1).filter_map(row).collect())
    }

    fn centre(&self, outcode: &str) -> Option<(f64, f64)> {
        self.0.iter().find(|(known, ..)| known == outcode).map(|(_, north, east)| (*north, *east))
    }

    /// True where the table has it.
    pub(super) fn has(&self, outcode: &str) -> bool {
        self.centre(outcode).is_some()
    }

    /// The outward code whose centre is nearest, where one is near.
    fn nearest(&self, here: (f64, f64)) -> Option<&str> {
        let apart = |(_, north, east): &(String, f64, f64)| kilometres(here, (*north, *east));
        let nearest = self.0.iter().min_by(|one, other| apart(one).total_cmp(&apart(other)))?;
        (apart(nearest) <= NEAR_KM).then_some(nearest.0.as_str())
    }
}

/// Where a service is, as far as it may be shown.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Place {
    pub(super) address: Option<String>,
    pub(super) postcode: Option<String>,
    pub(super) outcode: Option<String>,
    pub(super) exact: bool,
    pub(super) town: Option<String>,
}

/// Where a service is. `published` is our own word for it that the address is no secret.
pub(super) fn place(listing: &Value, published: bool, outcodes: &Outcodes, lines: &mut Vec<Line>) -> Place {
    let mut found = Place::default();
    let at_locations = text::list(listing, "service_at_locations").iter().flat_map(|at| text::list(at, "location"));
    let locations: Vec<&Value> =
        at_locations.chain(text::list(listing, "locations")).chain(text::list(listing, "location")).collect();
    let physical = |location: &&Value| kind(location, "location_type").is_none_or(|kind| kind == "physical");
    let (here, elsewhere): (Vec<&Value>, Vec<&Value>) = locations.iter().copied().partition(physical);
    if !elsewhere.is_empty() {
        lines.push(Line::cleaned("address", "a postal or virtual place is not where she can go: it was left out"));
    }
    let Some(location) = here.first() else { return found };
    if here.len() > 1 {
        lines.push(Line::look("address", format!("it has {} places: only the first is in the draft", here.len())));
    }
    let addresses = text::list(location, "addresses").iter().chain(text::list(location, "physical_addresses"));
    let (physical, postal): (Vec<&Value>, Vec<&Value>) =
        addresses.partition(|address| kind(address, "address_type").is_none_or(|kind| kind == "physical"));
    if !postal.is_empty() {
        lines.push(Line::cleaned("address", "a postal address is not where she can go: it was left out"));
    }
    let address = physical.first().copied();
    found.town = address.and_then(|address| text::field(address, "city")).map(|town| text::line(&town));

    if !published && let Some(word) = secret(listing, location) {
        // Not even the outward code: in a small town it is as good as the street.
        let said = format!("hidden, because the record says \"{word}\": show it only if it is published for everybody");
        lines.push(Line::look("address", said));
        return found;
    }
    if let Some(address) = address {
        let country = text::field(address, "country").map(|country| text::line(&country));
        if let Some(country) = country.filter(|country| !HOME.contains(&country.to_lowercase().as_str())) {
            lines.push(Line::cleaned("address", format!("left out: its country is \"{}\"", text::cap(&country, 40))));
            found.town = None;
            return found;
        }
        found.address = street(address, found.town.as_deref().filter(|_| !published));
        found.postcode = text::field(address, "postal_code").and_then(|text| known_postcode(&text, outcodes, lines));
        found.exact = found.postcode.is_some();
    }
    coordinates(location, &mut found, outcodes, lines);
    found
}

fn kind(value: &Value, key: &str) -> Option<String> {
    text::field(value, key).map(|kind| kind.to_lowercase())
}

/// The word of the record that makes its address a secret.
fn secret(listing: &Value, location: &Value) -> Option<&'static str> {
    let mut words = String::new();
    let organization = &listing["organization"];
    let addresses = text::list(location, "addresses");
    for (holder, keys) in [
        (listing, ["name", "alternate_name", "description", "alert"]),
        (location, ["name", "alternate_name", "description", "transportation"]),
        (organization, ["name", "alternate_name", "description", "alert"]),
    ] {
        words.extend(keys.into_iter().filter_map(|key| text::field(holder, key)).map(|text| text::line(&text) + "\n"));
    }
    for address in addresses {
        words.extend(
            ["address_1", "address_2", "attention"]
                .into_iter()
                .filter_map(|key| text::field(address, key))
                .map(|text| text::line(&text) + "\n"),
        );
    }
    let words = words.to_lowercase();
    SECRET.into_iter().find(|word| text::has_word(&words, word))
}

/// The street, and the town where it is not said already. `attention` is a person and is never read.
fn street(address: &Value, town: Option<&str>) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    for key in ["address_1", "address_2"] {
        parts.extend(text::field(address, key).map(|part| text::line(&part)).filter(|part| !part.is_empty()));
    }
    if parts.is_empty() {
        return None;
    }
    let said = parts.join(", ");
    Some(match town.filter(|town| !town.is_empty() && !said.to_lowercase().contains(&town.to_lowercase())) {
        Some(town) => format!("{said}, {town}"),
        None => said,
    })
}

fn known_postcode(written: &str, outcodes: &Outcodes, lines: &mut Vec<Line>) -> Option<String> {
    let shown = text::cap(&text::line(written), 20);
    let Some((outward, inward)) = postcode(written) else {
        lines.push(Line::cleaned("postcode", format!("left out: \"{shown}\" is no postcode")));
        return None;
    };
    if !outcodes.has(&outward) {
        lines.push(Line::cleaned("postcode", format!("left out: no postcode starts with {outward} (\"{shown}\")")));
        return None;
    }
    Some(format!("{outward} {inward}"))
}

/// The two halves of a full postcode.
fn postcode(written: &str) -> Option<(String, String)> {
    let bare: String = written.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
    if !bare.is_ascii() || !(5..=7).contains(&bare.len()) {
        return None;
    }
    let (outward, inward) = bare.split_at(bare.len() - 3);
    let shape = |text: &str| -> String {
        let letter = |c: char| {
            if c.is_ascii_digit() {
                '9'
            } else if c.is_ascii_alphabetic() {
                'A'
            } else {
                '?'
            }
        };
        text.chars().map(letter).collect()
    };
    let outward_is_one = matches!(shape(outward).as_str(), "A9" | "A99" | "A9A" | "AA9" | "AA99" | "AA9A");
    (outward_is_one && shape(inward) == "9AA").then(|| (outward.to_owned(), inward.to_owned()))
}

fn coordinates(location: &Value, found: &mut Place, outcodes: &Outcodes, lines: &mut Vec<Line>) {
    let degrees = |key: &str| text::field(location, key).and_then(|text| text.parse::<f64>().ok());
    let (Some(north), Some(east)) = (degrees("latitude"), degrees("longitude")) else { return };
    let centre = found.postcode.as_deref().and_then(|postcode| outcodes.centre(postcode.split(' ').next()?));
    if !NORTH.contains(&north) || !EAST.contains(&east) {
        let swapped = NORTH.contains(&east) && EAST.contains(&north);
        let why = if swapped { "they look swapped" } else { "they are not in the United Kingdom" };
        let instead = if centre.is_some() { "; the postcode stands instead" } else { "" };
        lines.push(Line::cleaned(
            "area_outcode",
            format!("latitude {north} and longitude {east} were left out: {why}{instead}"),
        ));
        return;
    }
    match centre {
        Some(centre) => {
            let apart = kilometres(centre, (north, east));
            if apart > APART_KM {
                let said = format!("the coordinates lie {apart:.0} km from the postcode: which town is it?");
                lines.push(Line::look("postcode", said));
            }
        }
        // Near a centre is not inside its area: good enough to find it, not to say how far.
        None => found.outcode = outcodes.nearest((north, east)).map(str::to_owned),
    }
}

/// Along the ground, on a round Earth.
fn kilometres(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (north, east) = ((other.0 - one.0).to_radians(), (other.1 - one.1).to_radians());
    let half = (north / 2.0).sin().powi(2)
        + one.0.to_radians().cos() * other.0.to_radians().cos() * (east / 2.0).sin().powi(2);
    2.0 * 6371.0 * half.sqrt().min(1.0).asin()
}
