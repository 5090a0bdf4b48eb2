//! Places: a postcode district or a town, and which contacts are local to it. Never a GPS position, never a whole postcode.

use kindway_content::{Contact, Scope};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Whereabouts;
use crate::{App, error::ApiError, library::fold};

/// Within this distance of the place she named, a contact with its own outward code is local.
const LOCAL_KM: f64 = 25.0;

/// A region's record names its main town; a county is seldom wider than this.
const REGION_KM: f64 = 60.0;

/// Above this spread of a district's addresses a distance would be false precision.
const WIDE_KM: f64 = 15.0;

/// A place she named, with its centre.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The outward code, if she gave a postcode.
    pub outcode: Option<String>,
    /// The town.
    pub town: String,
    /// WGS 84 degrees.
    pub latitude: f64,
    /// WGS 84 degrees.
    pub longitude: f64,
    /// Addresses of the district lie far apart.
    pub wide: bool,
    /// The nation, as contacts name it.
    pub nation: &'static str,
}

/// The place as the screen shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NearView {
    /// Such as `L7`.
    pub outcode: Option<String>,
    /// Such as `Liverpool`.
    pub town: String,
}

impl Place {
    pub(crate) fn view(&self) -> NearView {
        NearView { outcode: self.outcode.clone(), town: self.town.clone() }
    }
}

/// The outward part of a postcode, whole or not: `L7 8TX`, `l78tx` and `L7` are all `L7`.
pub(crate) fn outward(text: &str) -> Option<String> {
    let letters: String = text.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_uppercase).collect();
    if !letters.is_ascii() || !(2..=7).contains(&letters.len()) {
        return None;
    }
    let is_outward = |code: &str| {
        let bytes = code.as_bytes();
        let area = bytes.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
        let (district, last) = (bytes.get(area), bytes.get(area + 1));
        (1..=2).contains(&area)
            && district.is_some_and(u8::is_ascii_digit)
            && last.is_none_or(u8::is_ascii_alphanumeric)
            && bytes.len() <= area + 2
    };
    if letters.len() >= 5 {
        let (out, inward) = letters.split_at(letters.len() - 3);
        let inward = inward.as_bytes();
        if inward[0].is_ascii_digit() && inward[1..].iter().all(u8::is_ascii_uppercase) && is_outward(out) {
            return Some(out.to_owned());
        }
    }
    is_outward(&letters).then_some(letters)
}

/// The place that a text names: a postcode district, or a town of the outward-code table or of a contact.
pub(crate) fn place(app: &App, text: &str) -> Result<Option<Place>, ApiError> {
    let library = app.library()?;
    if let Some(code) = outward(text)
        && let Some(found) = library.outcode(&code)?
    {
        return Ok(Some(Place {
            outcode: Some(found.outcode),
            wide: found.radius_km_p90 > WIDE_KM,
            nation: nation(&code),
            town: found.town,
            latitude: found.latitude,
            longitude: found.longitude,
        }));
    }
    let folded = fold(text);
    if folded.is_empty() {
        return Ok(None);
    }
    if let Some((town, latitude, longitude, code)) = library.town(&folded)? {
        return Ok(Some(Place { outcode: None, town, latitude, longitude, wide: false, nation: nation(&code) }));
    }
    // Boroughs and towns without a postcode area of their own are known through the records that serve them.
    for contact in library.contacts()? {
        let named = contact.places.iter().find(|place| fold(place) == folded);
        if let (Some(town), Some(code)) = (named, &contact.area_outcode)
            && contact.scope != Scope::National
            && let Some(found) = library.outcode(code)?
        {
            let (latitude, longitude) = (found.latitude, found.longitude);
            return Ok(Some(Place {
                outcode: None,
                town: town.clone(),
                latitude,
                longitude,
                wide: false,
                nation: nation(code),
            }));
        }
    }
    Ok(None)
}

/// The nation of a postcode area. A few border areas (SY, CH, HR) have addresses on both sides; they are taken as English.
fn nation(outcode: &str) -> &'static str {
    let area: String = outcode.chars().take_while(char::is_ascii_alphabetic).collect();
    match area.as_str() {
        "AB" | "DD" | "DG" | "EH" | "FK" | "G" | "HS" | "IV" | "KA" | "KW" | "KY" | "ML" | "PA" | "PH" | "TD"
        | "ZE" => "Scotland",
        "CF" | "LD" | "LL" | "NP" | "SA" => "Wales",
        "BT" => "Northern Ireland",
        _ => "England",
    }
}

/// Whether a national line is for other nations than the one of the place. A line that names none is for all.
pub(crate) fn is_for_another_nation(contact: &Contact, from: &Place) -> bool {
    let named = |place: &String| place == "UK" || place == from.nation;
    contact.scope == Scope::National && !contact.places.is_empty() && !contact.places.iter().any(named)
}

/// Whether a contact serves the place: it names its town, or lies near it.
pub(crate) fn is_local(app: &App, contact: &Contact, from: &Place) -> Result<bool, ApiError> {
    if contact.scope == Scope::National {
        return Ok(false);
    }
    let town = fold(&from.town);
    if contact.places.iter().any(|place| fold(place) == town) {
        return Ok(true);
    }
    let limit = if contact.scope == Scope::Region { REGION_KM } else { LOCAL_KM };
    Ok(km(app, contact, from)?.is_some_and(|km| km <= limit))
}

/// Kilometres between the centres of two districts. Good for ordering; shown only where both are known well enough.
pub(super) fn km(app: &App, contact: &Contact, from: &Place) -> Result<Option<f64>, ApiError> {
    let Some(code) = &contact.area_outcode else { return Ok(None) };
    let found = app.library()?.outcode(code)?;
    Ok(found.map(|to| haversine(from.latitude, from.longitude, to.latitude, to.longitude)))
}

pub(super) fn whereabouts(app: &App, contact: &Contact, from: Option<&Place>) -> Result<Whereabouts, ApiError> {
    if contact.scope == Scope::National {
        return Ok(Whereabouts::National { nations: contact.places.clone() });
    }
    let town = contact.places.first().cloned().unwrap_or_default();
    let Some(from) = from.filter(|from| contact.area_outcode_exact && from.outcode.is_some() && !from.wide) else {
        return Ok(Whereabouts::In { town });
    };
    Ok(match km(app, contact, from)? {
        Some(km) => Whereabouts::About { km: (km.round() as u32).max(1), town },
        None => Whereabouts::In { town },
    })
}

/// Great-circle distance in kilometres between two points in WGS 84 degrees.
fn haversine(lat1: f64, lon1: f64, lat2: f64, lon2: f64) -> f64 {
    const EARTH_KM: f64 = 6371.0;
    let (p1, p2) = (lat1.to_radians(), lat2.to_radians());
    let (dp, dl) = ((lat2 - lat1).to_radians(), (lon2 - lon1).to_radians());
    let a = (dp / 2.0).sin().powi(2) + p1.cos() * p2.cos() * (dl / 2.0).sin().powi(2);
    2.0 * EARTH_KM * a.sqrt().asin()
}
