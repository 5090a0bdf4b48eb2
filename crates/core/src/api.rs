//! The one door. Every question a screen can ask stands here once, beside the type of its answer; the shell and the
//! preview only carry them. TypeScript reads the same lists (`ui/src/door/`).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    App, about, cards, danger, erase, error::ApiError, help, lock, money, moving, opening, questions, reminders,
    rights, search, settings, timeline, today, updates, visits,
};

/// Nothing to say beside the question itself, or nothing to answer but "done".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Nothing {}

macro_rules! door {
    ($( $(#[$doc:meta])* $name:ident($ask:ty) -> $answer:ty = $handler:path; )*) => {
        /// A question from a screen.
        #[derive(Clone, Debug, Serialize, Deserialize, TS)]
        #[serde(tag = "ask", content = "with", rename_all = "kebab-case")]
        pub enum Request { $( $(#[$doc])* $name($ask), )* }

        /// The answer to the request of the same name.
        #[derive(Clone, Debug, Serialize, Deserialize, TS)]
        #[serde(tag = "ask", content = "with", rename_all = "kebab-case")]
        pub enum Response { $( $(#[$doc])* $name($answer), )* }

        impl App {
            /// Answers one question.
            ///
            /// # Errors
            /// [`ApiError`] with a stable code, a message to show, and nothing personal in either.
            pub fn call(&mut self, request: Request) -> Result<Response, ApiError> {
                let answer =
                    match request { $( Request::$name(ask) => $handler(self, ask).map(Response::$name).map_err(ApiError::from), )* };
                answer.inspect_err(|error| self.heal_content(error))
            }
        }
    };
}

door! {
    /// The first call: settings, languages, trouble with files if there is any, and Today.
    Open(Nothing) -> opening::Opened = opening::open;
    /// Today's data alone.
    Today(Nothing) -> today::Today = today::today;

    /// Her settings.
    Settings(Nothing) -> settings::Settings = settings::read;
    /// Changes the settings that are given and leaves the others.
    SettingsSave(settings::Change) -> settings::Settings = settings::save;

    /// The kinds of visit.
    VisitKinds(Nothing) -> visits::Kinds = visits::kinds;
    /// What one kind of visit is.
    VisitKind(visits::WhichKind) -> crate::library::Page = visits::kind;
    /// The next fourteen days and the months after them, for the day question.
    VisitDays(visits::Months) -> visits::Days = visits::days;
    /// Whether a day, time, place or phone could be saved, before it is.
    VisitCheck(visits::Draft) -> visits::Checked = visits::check;
    /// Saves a new visit.
    VisitAdd(visits::Draft) -> visits::Visit = visits::add;
    /// Saves a change to a visit.
    VisitChange(visits::Change) -> visits::Visit = visits::change;
    /// Everything about one visit.
    Visit(visits::Which) -> visits::Visit = visits::one;
    /// Coming and past visits.
    Visits(Nothing) -> visits::Visits = visits::list;
    /// Deletes a visit; it can be put back until the next one is deleted or the app closes.
    VisitDelete(visits::Which) -> Nothing = visits::delete;
    /// Puts back the visit that was deleted last.
    VisitPutBack(Nothing) -> visits::Visit = visits::put_back;
    /// Adds a few everyday visits, so that a space is not empty.
    VisitExamples(Nothing) -> visits::Visits = visits::examples;
    /// Notes that she has asked for the fare or the interpreter, or takes that back.
    VisitAsked(visits::Asked) -> visits::Visit = visits::asked;

    /// Every reminder that is planned, and whether they can ring.
    Reminders(Nothing) -> reminders::Reminders = reminders::list;
    /// Rings one test reminder now.
    ReminderTest(Nothing) -> reminders::Reminders = reminders::test;

    /// The tiles of Rights.
    Rights(Nothing) -> rights::Rights = rights::list;
    /// One article.
    Article(rights::Which) -> rights::Article = rights::article;

    /// What comes next, from a due date or a birth.
    Timeline(Nothing) -> timeline::Timeline = timeline::read;
    /// One thing that comes, with or without its days.
    TimelineOne(timeline::Which) -> timeline::One = timeline::one;
    /// Keeps what she told about the pregnancy.
    TimelineTold(timeline::Told) -> timeline::Timeline = timeline::save;

    /// The decision tables.
    Questions(Nothing) -> questions::Tables = questions::list;
    /// The next question of a table, or what she can do.
    QuestionsAnswer(questions::Ask) -> questions::Answered = questions::answer;

    /// Money: what she typed, the dated rates, her trips and saved letters.
    Money(Nothing) -> money::Money = money::overview;
    /// Changes what she typed about money.
    MoneySave(money::Change) -> money::Money = money::save;
    /// One trip: fare, what is left, who can pay.
    Trip(visits::Which) -> money::Trip = money::trip;
    /// Saves the fare of a trip.
    TripSave(money::TripChange) -> money::Trip = money::trip_save;
    /// The letter that asks for the fare.
    Letter(money::LetterAsk) -> money::Letter = money::letter;
    /// Saves the letter as it stands.
    LetterSave(money::LetterAsk) -> money::Letter = money::letter_save;
    /// Reads a saved letter.
    LetterSaved(money::WhichLetter) -> money::SavedLetter = money::letter_saved;
    /// Deletes a saved letter.
    LetterDelete(money::WhichLetter) -> money::Money = money::letter_delete;

    /// How updates stand. Cheap: a screen asks again and again while one runs.
    Updates(Nothing) -> updates::Updates = updates::read;
    /// Looks for something new now, because she asked.
    UpdatesNow(updates::Ask) -> updates::Updates = updates::now;
    /// Looks for something new if it is time: at launch, on coming back, when a connection returns.
    UpdatesIfDue(Nothing) -> updates::Updates = updates::if_due;
    /// Gives the running update up.
    UpdatesStop(Nothing) -> updates::Updates = updates::stop;

    /// One search over everything, her own visits included.
    Search(search::Ask) -> search::Found = search::search;
    /// Search for people near her.
    Help(help::Search) -> help::Found = help::search;
    /// One contact.
    Contact(help::Which) -> help::ContactPage = help::contact;
    /// Her own numbers.
    OwnNumbers(Nothing) -> help::OwnNumbers = help::own_numbers;
    /// Saves a number of her own, new or changed.
    OwnNumberSave(help::OwnNumberDraft) -> help::OwnNumbers = help::own_number_save;
    /// Deletes a number of her own.
    OwnNumberDelete(help::WhichOwn) -> help::OwnNumbers = help::own_number_delete;

    /// The staff cards.
    Cards(Nothing) -> cards::Cards = cards::list;
    /// One staff card, filled in.
    Card(cards::Which) -> cards::Card = cards::card;

    /// Danger signs and whom to call.
    Danger(Nothing) -> danger::Danger = danger::page;

    /// Who made this, sources and attributions.
    About(Nothing) -> about::About = about::page;

    /// How the lock stands.
    Lock(Nothing) -> lock::Lock = lock::read;
    /// Locks now, so that another PIN can be given.
    LockNow(Nothing) -> opening::Opened = lock::now;
    /// She has hidden the app: it is locked if there is a PIN.
    Hidden(Nothing) -> lock::Lock = lock::hidden;
    /// The app is no longer seen.
    Away(lock::Leaving) -> Nothing = lock::away;
    /// The app is seen again: it is locked if it was away for longer than she chose.
    Back(Nothing) -> lock::Lock = lock::back;
    /// Opens whichever space this PIN opens.
    Unlock(lock::Typed) -> opening::Opened = lock::unlock;
    /// Opens the space that needs no PIN, if there is one.
    UnlockWithout(Nothing) -> opening::Opened = lock::unlock_without;
    /// Has the phone ask its owner, and opens the space for which that was turned on. Blocks until she has answered.
    UnlockByOwner(Nothing) -> opening::Opened = lock::unlock_by_owner;
    /// From now on the phone's own lock opens this space as well as its PIN does. Blocks until she has answered the phone.
    OwnerOn(lock::Typed) -> lock::Lock = lock::owner_on;
    /// From now on only a PIN does.
    OwnerOff(Nothing) -> lock::Lock = lock::owner_off;
    /// Sets the PIN of this space, or another one.
    PinSet(lock::NewPin) -> lock::Lock = lock::set_pin;
    /// This space opens without a PIN from now on.
    PinRemove(lock::Typed) -> lock::Lock = lock::remove_pin;
    /// Makes the second space, which its own PIN opens.
    SecondSpace(lock::NewPin) -> lock::Lock = lock::second_space;

    /// What can be deleted, and how much there is of it.
    EraseAsk(Nothing) -> erase::Offer = erase::offer;
    /// Deletes what she chose.
    Erase(erase::What) -> erase::Offer = erase::erase;
    /// Puts back the past visits and the notes that were deleted on this screen.
    EraseUndo(Nothing) -> erase::Offer = erase::undo;
    /// She has left that screen: what was deleted there cannot be put back any more.
    EraseLeave(Nothing) -> Nothing = erase::leave;
    /// Everything she saved as one sealed file, with the code that opens it.
    MovingOut(Nothing) -> moving::Out = moving::out;
    /// Puts such a file among her downloads, where the window cannot do that itself.
    MovingSave(moving::Save) -> moving::Saved = moving::save;
    /// What is in such a file, before anything is taken from it.
    MovingLook(moving::In) -> moving::Found = moving::look;
    /// Takes what is in such a file in. What is here stays.
    MovingIn(moving::In) -> moving::Done = moving::take_in;
    /// Sets a vault that cannot be read aside, keeps the file, and starts an empty one. Only ever by her own touch.
    StartAgain(Nothing) -> opening::Opened = opening::start_again;
}
