//! Her settings. They are hers, so they live in the vault; with the vault closed the defaults hold.

use chrono::NaiveDate;
use kindway_content::{CalendarOffer, Language, SupportKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    App,
    api::Nothing,
    error::{ApiError, Code},
    reminders::Level,
    updates::Networks,
};

pub(crate) mod store;

/// Light, dark, or as the phone says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the phone says.
    #[default]
    System,
    /// Light paper.
    Light,
    /// Dark paper.
    Dark,
}

/// What she needs of an interpreter; stamped on every screen that staff read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "InterpreterNeed")]
pub struct Interpreter {
    /// Whether she needs one. `None`: not asked yet; then a language other than English counts as yes.
    pub needed: Option<bool>,
    /// Her dialect or another language, in her own letters; at most 60 characters.
    pub dialect: Option<String>,
    /// A woman, if possible.
    pub woman: bool,
}

/// Everything that she can set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// Tag of her language; `None` until she has picked one.
    pub language: Option<String>,
    /// Whether she has seen the promises.
    pub welcomed: bool,
    /// Her own calendar: shown, not shown, or not asked yet.
    pub own_calendar: Option<bool>,
    /// Whether the calendar question is due: her language asks for it and she has not answered.
    pub ask_calendar: bool,
    /// Light or dark.
    pub theme: Theme,
    /// Size of the text in percent: 100, 130, 160 or 200.
    pub text_size: u32,
    /// Whether reminders are planned at all.
    pub reminders_on: bool,
    /// What a reminder shows.
    pub reminder_level: Level,
    /// What she needs of an interpreter.
    pub interpreter: Interpreter,
    /// The town or postcode district she last searched near.
    pub near: Option<String>,
    /// The quiet switch: a pregnancy that was lost, or a baby no longer with her.
    pub loss: bool,
    /// Her kind of support.
    pub support: Option<SupportKind>,
    /// Her due date, typed or worked out from the weeks she told.
    #[ts(type = "string | null")]
    pub due: Option<NaiveDate>,
    /// The day of the birth.
    #[ts(type = "string | null")]
    pub born: Option<NaiveDate>,
    /// Whether it is her first baby.
    pub first_baby: Option<bool>,
    /// Over which networks updates may be looked for without her asking.
    pub update_networks: Networks,
    /// After so many minutes out of sight it locks, where there is a PIN: 0, 1, 5 or 15.
    pub lock_after: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            welcomed: false,
            own_calendar: None,
            ask_calendar: false,
            theme: Theme::System,
            text_size: 100,
            reminders_on: true,
            reminder_level: Level::Discreet,
            interpreter: Interpreter { needed: None, dialect: None, woman: true },
            near: None,
            loss: false,
            support: None,
            due: None,
            born: None,
            first_baby: None,
            update_networks: Networks::Any,
            lock_after: 1,
        }
    }
}

impl Settings {
    /// Whether the fare letter, the cards and the reminders say that she needs an interpreter.
    pub fn needs_interpreter(&self) -> bool {
        self.interpreter.needed.unwrap_or(self.language.as_deref().is_some_and(|tag| tag != "en-GB"))
    }

    /// Her own calendar, if it is to be shown.
    pub(crate) fn calendar(&self, language: Option<&Language>) -> Option<kindway_content::CalendarSystem> {
        let calendar = language?.calendar;
        let by_default = calendar.offer == CalendarOffer::On;
        calendar.system.filter(|_| self.own_calendar.unwrap_or(by_default))
    }
}

/// A change of settings: what is given is set, what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
#[allow(missing_docs)]
#[ts(rename = "SettingsChange")]
pub struct Change {
    pub language: Option<String>,
    pub welcomed: Option<bool>,
    pub own_calendar: Option<bool>,
    pub theme: Option<Theme>,
    pub text_size: Option<u32>,
    pub reminders_on: Option<bool>,
    pub reminder_level: Option<Level>,
    pub interpreter: Option<Interpreter>,
    pub near: Option<String>,
    pub loss: Option<bool>,
    pub support: Option<SupportKind>,
    pub update_networks: Option<Networks>,
    pub lock_after: Option<u32>,
}

pub(crate) fn read(app: &mut App, _: Nothing) -> Result<Settings, ApiError> {
    Ok(app.settings().clone())
}

pub(crate) fn save(app: &mut App, change: Change) -> Result<Settings, ApiError> {
    let mut settings = app.settings().clone();
    if let Some(tag) = change.language {
        if !app.library()?.languages().iter().any(|language| language.tag == tag) {
            return Err(ApiError::new(Code::ContentMissing).at("language"));
        }
        if settings.language.as_ref() != Some(&tag) {
            // Another language may have another calendar, so the answer does not carry over.
            settings.own_calendar = None;
        }
        settings.language = Some(tag);
    }
    if let Some(size) = change.text_size {
        settings.text_size = size.clamp(100, 200);
    }
    if let Some(interpreter) = change.interpreter {
        let dialect = interpreter.dialect.map(|text| crate::visits::tidy(&text)).filter(|text| !text.is_empty());
        if dialect.as_ref().is_some_and(|text| text.chars().count() > 60) {
            return Err(ApiError::new(Code::TooLong).at("dialect").with("most", 60));
        }
        settings.interpreter = Interpreter { dialect, ..interpreter };
    }
    if let Some(near) = change.near {
        settings.near = Some(near).filter(|near| !near.trim().is_empty());
    }
    settings.welcomed = change.welcomed.unwrap_or(settings.welcomed);
    settings.own_calendar = change.own_calendar.or(settings.own_calendar);
    settings.theme = change.theme.unwrap_or(settings.theme);
    settings.reminders_on = change.reminders_on.unwrap_or(settings.reminders_on);
    settings.reminder_level = change.reminder_level.unwrap_or(settings.reminder_level);
    settings.loss = change.loss.unwrap_or(settings.loss);
    settings.support = change.support.or(settings.support);
    settings.lock_after = change.lock_after.map_or(settings.lock_after, |minutes| minutes.min(15));
    settings.update_networks = change.update_networks.unwrap_or(settings.update_networks);
    app.keep_settings(settings)?;
    if change.update_networks.is_some() {
        crate::updates::keep_to_what_is_allowed(app);
    }
    Ok(app.settings().clone())
}
