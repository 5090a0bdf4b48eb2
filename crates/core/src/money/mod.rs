//! Money: what a trip costs, what is left, who can pay, and the letter that asks for the fare before the visit.

use chrono::{Datelike, Months, NaiveDate};
use kindway_content::{Area, Rate, RatePeriod, SupportKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    App,
    api::Nothing,
    days::{Day, Weekday},
    error::{ApiError, Code},
    library::Page,
    settings::Settings,
    visits::{self, VisitCard, VisitId, store as visit_store},
};

mod letter;
pub(crate) mod store;

pub use letter::{Letter, LetterAsk, SavedLetter, SavedLetterRow, Ticks, WhichLetter};
pub(crate) use letter::{letter, letter_delete, letter_save, letter_saved};

/// A sum that she may have, in pence; above it a slip of the finger is likelier.
pub(crate) const HAVE_MOST: i64 = 1_000_000;

/// A claim lapses three months after the trip; the earlier of the two published readings is taken (TRAVEL-16).
const CLAIM_MONTHS: u32 = 3;

/// The guide that every trip shows.
pub(crate) const WHO_CAN_PAY: &str = "who-can-pay";

/// `£5.00`.
pub fn pounds(pence: i64) -> String {
    let sign = if pence < 0 { "-" } else { "" };
    format!("{sign}£{}.{:02}", pence.abs() / 100, pence.abs() % 100)
}

/// A sum on screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sum {
    /// Pence.
    #[ts(type = "number")]
    pub pence: i64,
    /// `£5.00`.
    pub text: String,
}

impl From<i64> for Sum {
    fn from(pence: i64) -> Self {
        Self { pence, text: pounds(pence) }
    }
}

/// What she has told the app about money.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Told {
    /// What she has, in pence, and the day she typed it.
    pub have: Option<(i64, NaiveDate)>,
    /// The weekday on which money comes.
    pub money_day: Option<Weekday>,
    /// Whether she gets the weekly extra in pregnancy (MONEY-03).
    pub extra_pregnancy: bool,
}

/// A change of what she told: what is given is set. A sum of `None` inside `have` takes it back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
#[ts(rename = "MoneyChange")]
pub struct Change {
    /// What she has now.
    pub have: Option<Have>,
    /// The weekday on which money comes.
    pub money_day: Option<Weekday>,
    /// Whether she gets the weekly extra in pregnancy.
    pub extra_pregnancy: Option<bool>,
    /// Her kind of support.
    pub support: Option<SupportKind>,
}

/// A sum typed, or taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Have {
    /// Pence; `None` takes it back.
    #[ts(type = "number | null")]
    pub pence: Option<i64>,
}

/// A rate on screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RateView {
    /// Such as `self-catered`; its label is the message `money-rate-<id>`.
    pub id: String,
    /// The sum; `None` where sources disagree or the review date is past.
    pub sum: Option<Sum>,
    /// Lowest and highest published sum, where it is not settled and not past review.
    pub between: Option<(Sum, Sum)>,
    /// Weekly or once.
    pub per: RatePeriod,
    /// Past its review date: the figure is not shown.
    pub past_review: bool,
    /// The date its source gives.
    pub dated: String,
    /// When it was last read.
    pub checked: Day,
    /// Fact IDs.
    pub facts: Vec<String>,
}

/// The money screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Money {
    /// Her kind of support.
    pub support: Option<SupportKind>,
    /// What she typed that she has.
    pub have: Option<Sum>,
    /// When she typed it.
    pub have_on: Option<Day>,
    /// The weekday on which money comes.
    pub money_day: Option<Weekday>,
    /// The next such day.
    pub next_money_day: Option<Day>,
    /// Whether she gets the weekly extra.
    pub extra_pregnancy: bool,
    /// The published rates; after a loss without those for pregnancy and babies.
    pub rates: Vec<RateView>,
    /// Coming visits, for their trips.
    pub trips: Vec<TripRow>,
    /// Letters she saved.
    pub letters: Vec<SavedLetterRow>,
}

/// A trip in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TripRow {
    /// The visit.
    pub card: VisitCard,
    /// The fare, if she has typed it.
    pub fare: Option<Sum>,
}

/// Where the sum she has comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "from", rename_all = "kebab-case")]
pub enum HaveFrom {
    /// She typed it.
    Typed {
        /// On this day.
        on: Box<Day>,
    },
    /// From the dated rates and her kind of support.
    Rates {
        /// The rates that were added up.
        rates: Vec<RateView>,
    },
}

/// Why no sum can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum NoSum {
    /// She has not typed the fare.
    FareMissing,
    /// She has typed no sum and not said what support she has, or has one without a published rate.
    HaveMissing,
    /// The rate is past its review date.
    RatePastReview,
    /// Sources disagree about the rate (MONEY-02).
    RateUnsettled,
}

/// A trip: what it costs, what is left, who can pay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Trip {
    /// The visit.
    pub card: VisitCard,
    /// Fare there and back.
    pub fare: Option<Sum>,
    /// What she has.
    pub have: Option<Sum>,
    /// Where that sum comes from.
    pub have_from: Option<HaveFrom>,
    /// What is left after the fare; below zero when it is not enough.
    pub left: Option<Sum>,
    /// Her next money day.
    pub money_day: Option<Day>,
    /// Days from today to her money day, today counted, that day not.
    #[ts(type = "number | null")]
    pub days: Option<i64>,
    /// Left for each of those days, rounded down to a penny.
    pub per_day: Option<Sum>,
    /// Those days, for the row of coins; at most seven.
    pub each_day: Vec<Day>,
    /// Why there is no sum.
    pub no_sum: Option<NoSum>,
    /// The unsettled rate, to be shown as a range.
    pub unsettled: Option<RateView>,
    /// Who can pay: before, on the day, after.
    pub who_pays: Page,
    /// The last day to claim.
    pub claim_until: Day,
    /// Health staff give this visit; the schemes are for those.
    pub health: bool,
}

/// A fare typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TripChange {
    /// The visit.
    pub id: String,
    /// Fare there and back in pence; `None` takes it back.
    #[ts(type = "number | null")]
    pub fare_pence: Option<i64>,
}

/// The rates that are for pregnancy and babies.
const BABY_RATES: [&str; 4] = ["pregnancy", "baby-under-1", "child-1-to-3", "maternity-payment"];

pub(crate) fn overview(app: &mut App, _: Nothing) -> Result<Money, ApiError> {
    let told = told(app)?;
    let loss = app.settings().loss;
    let rates = app
        .library()?
        .rates()?
        .values()
        .filter(|rate| !(loss && BABY_RATES.contains(&rate.id.as_str())))
        .map(|rate| rate_view(app, rate))
        .collect::<Result<Vec<_>, _>>()?;
    let mut trips = Vec::new();
    for visit in visits::coming(app)? {
        trips.push(TripRow { card: visits::card(app, &visit)?, fare: visit.fare_pence.map(Sum::from) });
    }
    let letters = letter::saved_rows(app)?;
    let reading = app.reading()?;
    Ok(Money {
        support: app.settings().support,
        have: told.have.map(|(pence, _)| pence.into()),
        have_on: told.have.map(|(_, on)| reading.day(on)),
        money_day: told.money_day,
        next_money_day: told.money_day.map(|weekday| reading.day(next(reading.today, weekday))),
        extra_pregnancy: told.extra_pregnancy,
        rates,
        trips,
        letters,
    })
}

pub(crate) fn save(app: &mut App, change: Change) -> Result<Money, ApiError> {
    let mut told = told(app)?;
    if let Some(have) = change.have {
        if have.pence.is_some_and(|pence| !(0..=HAVE_MOST).contains(&pence)) {
            return Err(ApiError::new(Code::SumOutOfRange).at("have").with("most", HAVE_MOST / 100));
        }
        let today = app.uk_today();
        told.have = have.pence.map(|pence| (pence, today));
    }
    told.money_day = change.money_day.or(told.money_day);
    told.extra_pregnancy = change.extra_pregnancy.unwrap_or(told.extra_pregnancy);
    // Without a vault there is no place for what she told.
    app.vault()?;
    match change.support {
        // One answer of hers, one transaction.
        Some(support) => {
            let settings = Settings { support: Some(support), ..app.settings().clone() };
            app.keep_settings_and(settings, |tx| store::write(tx, &told))?;
        }
        None => app.vault()?.write(|tx| store::write(tx, &told))?,
    }
    overview(app, Nothing {})
}

pub(crate) fn trip(app: &mut App, which: visits::Which) -> Result<Trip, ApiError> {
    let visit = visit_store::one(app.vault()?.read(), VisitId::parse(&which.id)?)?;
    let told = told(app)?;
    let today = app.uk_today();
    let claim_until = visit.on.checked_add_months(Months::new(CLAIM_MONTHS)).unwrap_or(visit.on);
    let claim = app.reading()?.day(claim_until);
    let claim_hers = claim.hers.as_ref().map_or(&claim.english, |hers| &hers.text);
    let who_pays =
        app.page_pair(Area::Guides, WHO_CAN_PAY, &[("date", claim_hers.clone())], &[("date", claim.english.clone())])?;

    let (have, have_from, no_have, unsettled) = match told.have {
        Some((pence, on)) => (Some(pence), Some(HaveFrom::Typed { on: Box::new(app.reading()?.day(on)) }), None, None),
        None => match from_rates(app, &told)? {
            Rates::Sum(pence, rates) => (Some(pence), Some(HaveFrom::Rates { rates }), None, None),
            Rates::None(why, unsettled) => (None, None, Some(why), unsettled.map(|rate| *rate)),
        },
    };
    let left = match (have, visit.fare_pence) {
        (Some(have), Some(fare)) => Some(have - fare),
        _ => None,
    };
    let no_sum = no_have.or(visit.fare_pence.is_none().then_some(NoSum::FareMissing));
    let money_day = told.money_day.map(|weekday| next(today, weekday));
    let days = money_day.map(|day| (day - today).num_days());
    let per_day = match (left, days) {
        (Some(left), Some(days)) if left >= 0 && days > 0 => Some(Sum::from(left / days)),
        _ => None,
    };
    let reading = app.reading()?;
    let each_day = (0..days.unwrap_or(0))
        .filter_map(|n| today.checked_add_days(chrono::Days::new(n.unsigned_abs())))
        .map(|on| reading.day(on))
        .collect();
    Ok(Trip {
        card: visits::card(app, &visit)?,
        fare: visit.fare_pence.map(Sum::from),
        have: have.map(Sum::from),
        have_from,
        left: left.map(Sum::from),
        money_day: money_day.map(|on| reading.day(on)),
        days,
        per_day,
        each_day,
        no_sum,
        unsettled,
        who_pays,
        claim_until: reading.day(claim_until),
        health: visit.health,
    })
}

pub(crate) fn trip_save(app: &mut App, change: TripChange) -> Result<Trip, ApiError> {
    if change.fare_pence.is_some_and(|pence| !(0..=visits::FARE_MOST).contains(&pence)) {
        return Err(ApiError::new(Code::SumOutOfRange).at("fare").with("most", visits::FARE_MOST / 100));
    }
    let before = visit_store::one(app.vault()?.read(), VisitId::parse(&change.id)?)?;
    let after = visits::Kept { fare_pence: change.fare_pence, revision: before.revision + 1, ..before.clone() };
    visits::keep(app, |tx| visit_store::update(tx, &after, before.revision))?;
    trip(app, visits::Which { id: change.id })
}

enum Rates {
    Sum(i64, Vec<RateView>),
    None(NoSum, Option<Box<RateView>>),
}

/// The weekly sum of her kind of support, from the rates that are current and settled.
fn from_rates(app: &App, told: &Told) -> Result<Rates, ApiError> {
    let rates = app.library()?.rates()?;
    let Some(support) = app.settings().support else { return Ok(Rates::None(NoSum::HaveMissing, None)) };
    let Some(base) = rates.values().find(|rate| rate.per == RatePeriod::Week && rate.support.contains(&support)) else {
        return Ok(Rates::None(NoSum::HaveMissing, None));
    };
    // Schedule 10 has no extra payments (MONEY-09); it also has no published base rate, so it never comes here.
    let extra = rates.get("pregnancy").filter(|_| told.extra_pregnancy && !app.settings().loss);
    let used: Vec<&Rate> = std::iter::once(base).chain(extra).collect();
    if used.iter().any(|rate| past_review(app, rate)) {
        return Ok(Rates::None(NoSum::RatePastReview, None));
    }
    match used.iter().map(|rate| rate.pence).sum::<Option<i64>>() {
        Some(pence) => {
            let views = used.iter().map(|rate| rate_view(app, rate)).collect::<Result<_, _>>()?;
            Ok(Rates::Sum(pence, views))
        }
        None => Ok(Rates::None(NoSum::RateUnsettled, Some(Box::new(rate_view(app, base)?)))),
    }
}

fn rate_view(app: &App, rate: &Rate) -> Result<RateView, ApiError> {
    let past_review = past_review(app, rate);
    let between = rate.low_pence.zip(rate.high_pence).filter(|_| !past_review);
    Ok(RateView {
        id: rate.id.clone(),
        sum: rate.pence.filter(|_| !past_review).map(Sum::from),
        between: between.map(|(low, high)| (low.into(), high.into())),
        per: rate.per,
        past_review,
        dated: rate.dated.clone(),
        checked: app.reading()?.day(rate.checked),
        facts: rate.facts.clone(),
    })
}

fn past_review(app: &App, rate: &Rate) -> bool {
    app.uk_today() > rate.review_by
}

/// The next such weekday after today.
fn next(today: NaiveDate, weekday: Weekday) -> NaiveDate {
    let ahead = (weekday.number() + 7 - today.weekday().number_from_monday() - 1) % 7 + 1;
    today.checked_add_days(chrono::Days::new(u64::from(ahead))).unwrap_or(today)
}

fn told(app: &mut App) -> Result<Told, ApiError> {
    if app.has_vault() { store::read(app.vault()?.read()) } else { Ok(Told::default()) }
}
