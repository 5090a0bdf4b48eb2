// Generated from the types of crates/core. Do not edit: change the Rust and run `cargo xtask types`.

/**
 * What the About screen needs besides its own words.
 */
export type About = { 
/**
 * Version of the app.
 */
version: string, 
/**
 * Test or public.
 */
channel: Channel, 
/**
 * When the content was last compared with its sources.
 */
checked: Day, 
/**
 * How many facts the content rests on.
 */
facts: number, 
/**
 * How many contacts ship.
 */
contacts: number, 
/**
 * The first twelve letters of the content's hash, to name it in a report.
 */
content_id: string, };

/**
 * How old the content is, and what that means on screen (interface.md, "States").
 */
export type Age = "fresh" | "older" | "old";

/**
 * Whether alarms will ring.
 */
export type AlarmHealth = "exact" | "inexact" | "refused" | "broken" | "kept-only";

/**
 * The answers to one question about a visit.
 */
export type Answer = { 
/**
 * `for`, `happens`, `asked-by`, `there`, `refuse` or `someone`; the question is a message of the screen.
 */
id: string, 
/**
 * What is known. Empty: nobody has told her.
 */
known: Array<Pair>, 
/**
 * What she can ask.
 */
ask: Array<Pair>, 
/**
 * For `asked-by`: what she told the app herself.
 */
she_said: AskedBy | null, };

/**
 * Everything that the content says about a visit.
 */
export type Answers = { 
/**
 * Six answers, always all six.
 */
six: Array<Answer>, 
/**
 * What to bring.
 */
bring: Array<Pair>, 
/**
 * Questions to ask.
 */
ask: Array<Pair>, 
/**
 * Where it comes from.
 */
page: Page, };

/**
 * An error as the screen gets it.
 */
export type ApiError = { 
/**
 * What the screen branches on.
 */
code: ErrorCode, 
/**
 * The Fluent message to show.
 */
message_id: string, 
/**
 * Its variables. Numbers and names of fields, never what she typed.
 */
args: { [key in string]: string }, 
/**
 * The field of the form that it is about, if there is one.
 */
field: string | null, };

/**
 * An article with everything around it.
 */
export type Article = { 
/**
 * The page.
 */
page: Page, 
/**
 * The staff card for "if they say no".
 */
card: Tile | null, 
/**
 * Contacts that can help.
 */
contacts: Array<ContactCard>, 
/**
 * The topic that it stands under.
 */
topic: string | null, 
/**
 * The next article of that topic: for the stages of social services, what comes next.
 */
following: Tile | null, };

/**
 * Who asked for a visit, as she knows it.
 */
export type AskedBy = "health" | "social-care" | "both" | "unknown";

/**
 * What an update brought.
 */
export type Brought = { 
/**
 * When.
 */
day: Day, 
/**
 * What.
 */
changes: UpdateChanges, };

/**
 * Whether the phone's own lock (her finger, her face, its own PIN) opens what she saved, as her PIN does.
 */
export type ByOwner = "never" | "off" | "on";

/**
 * A date under its calendar's name.
 */
export type CalendarDate = { 
/**
 * The calendar's name in her language.
 */
calendar: string, 
/**
 * Weekday, day, month and year.
 */
text: string, 
/**
 * Day and month alone, for lists.
 */
short: string, 
/**
 * The weekday alone.
 */
weekday: string, };

/**
 * How a language's own calendar is offered (interface.md, "Dates and clocks").
 */
export type CalendarOffer = "on" | "ask" | "on-request";

/**
 * A calendar that a date can be shown in beside the Gregorian one.
 */
export type CalendarSystem = "ethiopic" | "persian" | "umm-al-qura";

/**
 * A number to call.
 */
export type Callable = { 
/**
 * Whose it is: a contact's own name, or what she typed. `None` for the number typed with a visit.
 */
name: string | null, 
/**
 * What the number is for, in her language.
 */
label: string | null, 
/**
 * The number as published or typed.
 */
number: string, 
/**
 * The number for `tel:`, digits and a plus only.
 */
dial: string, 
/**
 * Free to call.
 */
free: boolean, 
/**
 * She typed it, so no badge says that we have not phoned it.
 */
own: boolean, 
/**
 * One of us has rung it.
 */
phoned_by_us: boolean, 
/**
 * The contact it is from.
 */
contact: string | null, };

/**
 * `channel.toml`.
 */
export type Channel = { 
/**
 * Test or public.
 */
name: ChannelName, 
/**
 * When the content as a whole was last compared with its sources.
 */
checked: string, };

/**
 * Where content may be published (product.md, "Channels").
 */
export type ChannelName = "test" | "public";

/**
 * A kind under a more general one.
 */
export type CloserKind = { 
/**
 * Its id.
 */
id: string, 
/**
 * Title in her language.
 */
title: string, 
/**
 * Its picture.
 */
picture: string, };

/**
 * A contact in a list.
 */
export type ContactCard = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its kind; the label is the message `help-kind-<kind>`.
 */
kind: string, 
/**
 * Name of the drawing.
 */
picture: string, 
/**
 * What it does, in her language.
 */
summary: string, 
/**
 * Where it is.
 */
whereabouts: Whereabouts, 
/**
 * How it can be reached.
 */
reach: Reach, 
/**
 * Women only?
 */
women_only: boolean | null, 
/**
 * Free to call?
 */
free_call: boolean, 
/**
 * Can she go by herself?
 */
self_referral: boolean | null, 
/**
 * Its days, in her language, if it is a group.
 */
days: string | null, 
/**
 * Who may refer, in her language.
 */
joining: string | null, 
/**
 * It has closed.
 */
closed: boolean, 
/**
 * What to try instead, if it has closed.
 */
instead: string | null, 
/**
 * A number for one touch.
 */
call: Callable | null, };

/**
 * A contact's page.
 */
export type ContactPage = { 
/**
 * The card.
 */
card: ContactCard, 
/**
 * Who runs it; the label is the message `help-run-<by>`.
 */
run_by: string | null, 
/**
 * Her distance or town.
 */
address: string | null, 
/**
 * What is known.
 */
known: Array<Known>, 
/**
 * What nobody has told us.
 */
unknown: Array<KnownKind>, 
/**
 * Numbers.
 */
calls: Array<Callable>, 
/**
 * A number or word for texts.
 */
text: string | null, 
/**
 * E-mail.
 */
email: string | null, 
/**
 * Website.
 */
website: string | null, 
/**
 * Address of its source, host only.
 */
source_host: string | null, 
/**
 * The date its source gives, in words.
 */
source_date: string | null, 
/**
 * The organisation's own page was seen.
 */
source_seen: boolean, 
/**
 * The source is older than 18 months, or has no date: ring first.
 */
ring_first: boolean, 
/**
 * The year of its source, if it has one.
 */
source_year: number | null, 
/**
 * When it was last compared.
 */
checked: Day, 
/**
 * One of us has rung.
 */
phoned_by_us: boolean, };

/**
 * The danger page.
 */
export type Danger = { 
/**
 * Signs by section; after a loss only those that still matter.
 */
page: Page, 
/**
 * Her own units, each with its number.
 */
units: Array<OwnNumber>, 
/**
 * Maternity units near the place she last searched; not after a loss.
 */
units_near: Array<ContactCard>, 
/**
 * What to call her language in English, to say on 999.
 */
language_english: string, };

/**
 * A day on screen.
 */
export type Day = { 
/**
 * ISO 8601, for sending back; never shown.
 */
iso: string, 
/**
 * English weekday, as a letter prints it: `Tuesday`.
 */
weekday: string, 
/**
 * Day of the month.
 */
day: number, 
/**
 * English month in words: `November`.
 */
month: string, 
/**
 * Gregorian year.
 */
year: number, 
/**
 * The whole date in English: `Tuesday 24 November 2026`.
 */
english: string, 
/**
 * The Gregorian date in her language; `None` where that is English.
 */
hers: CalendarDate | null, 
/**
 * The date in her own calendar, where she has it on.
 */
own: CalendarDate | null, 
/**
 * Days from today; negative is past.
 */
in_days: number, };

/**
 * The days to choose from.
 */
export type DaysToPick = { 
/**
 * Fourteen days from today.
 */
soon: Array<Day>, 
/**
 * Whole months from this one on, each with its days from today on.
 */
months: Array<MonthOfDays>, };

/**
 * Which way a script runs.
 */
export type Direction = "ltr" | "rtl";

/**
 * Something that she can do now, at most two of them.
 */
export type DoNow = { "kind": "ask-fare", 
/**
 * The visit.
 */
visit: string, } | { "kind": "ask-interpreter", 
/**
 * The visit.
 */
visit: string, } | { "kind": "save-unit" };

/**
 * What there is to delete.
 */
export type EraseOffer = { 
/**
 * Past visits.
 */
past_visits: number, 
/**
 * Visits with a note.
 */
notes: number, 
/**
 * Reminders of coming visits, which the first two leave alone.
 */
reminders: number, 
/**
 * What was deleted on this screen can be put back.
 */
can_undo: boolean, };

/**
 * What to delete.
 */
export type ErasePart = "past-visits" | "notes" | "space" | "everything";

/**
 * A choice.
 */
export type EraseWhat = { 
/**
 * Which part.
 */
part: ErasePart, };

/**
 * What a screen may have to tell apart. A code is added only when a screen uses it.
 */
export type ErrorCode = "no-such-day" | "day-past" | "day-too-far" | "weekday-disagrees" | "no-such-time" | "phone-not-a-number" | "too-long" | "missing" | "sum-out-of-range" | "minutes-out-of-range" | "due-out-of-range" | "weeks-out-of-range" | "birth-out-of-range" | "not-found" | "changed-elsewhere" | "vault-damaged" | "vault-key-lost" | "vault-newer" | "cannot-save" | "locked" | "pin-wrong" | "pin-wait" | "pin-short" | "pin-weak" | "pin-taken" | "space-taken" | "owner-not-confirmed" | "owner-off" | "already-open" | "content-unreadable" | "content-missing" | "moving-code-wrong" | "moving-code-length" | "moving-not-ours" | "moving-cut" | "moving-altered" | "moving-newer" | "moving-too-large" | "moving-unreadable" | "unexpected";

/**
 * Something that she can expect.
 */
export type Expected = { 
/**
 * What it is, in her language beside English, with its sources.
 */
page: Page, 
/**
 * A visit, a vaccine, or something to ask for.
 */
kind: TimelineKind, 
/**
 * First day of the window.
 */
from: Day, 
/**
 * Last day of the window; `None` where no end is published.
 */
to: Day | null, 
/**
 * The days are counted from the due date, because there is no birth yet: "about".
 */
about: boolean, 
/**
 * Week of the pregnancy in which the window opens; `None` after birth.
 */
week: number | null, 
/**
 * Only for a first baby, and she has not said whether it is one.
 */
if_first_baby: boolean, 
/**
 * The kind of visit that it would be added as.
 */
visit: string | null, 
/**
 * A visit of hers of that kind in that window. Another thing may share both, so it is not surely this one.
 */
added: string | null, };

/**
 * One answer that she gave.
 */
export type Given = { 
/**
 * The question.
 */
question: string, 
/**
 * The option.
 */
option: string, };

/**
 * A sum typed, or taken back.
 */
export type Have = { 
/**
 * Pence; `None` takes it back.
 */
pence: number | null, };

/**
 * Where the sum she has comes from.
 */
export type HaveFrom = { "from": "typed", 
/**
 * On this day.
 */
on: Day, } | { "from": "rates", 
/**
 * The rates that were added up.
 */
rates: Array<RateView>, };

/**
 * A filter lists the known ones first, then "we do not know yet".
 */
export type HelpFilters = { 
/**
 * Women only.
 */
women_only: boolean, 
/**
 * Free to call.
 */
free_call: boolean, 
/**
 * She can go by herself.
 */
self_referral: boolean, };

/**
 * What was found.
 */
export type HelpFound = { 
/**
 * The place that was used.
 */
near: NearView | null, 
/**
 * She gave a place that is not known; the results are for nowhere in particular.
 */
near_unknown: boolean, 
/**
 * The needs to pick from.
 */
needs: Array<NeedChip>, 
/**
 * The needs that her words point to.
 */
needs_found: Array<string>, 
/**
 * Her own numbers that match, all of them where she typed nothing.
 */
own: Array<OwnNumber>, 
/**
 * The results.
 */
groups: Array<HelpGroup>, };

/**
 * Results that stand together.
 */
export type HelpGroup = { 
/**
 * Why.
 */
kind: HelpGroupKind, 
/**
 * The contacts, best first.
 */
cards: Array<ContactCard>, };

/**
 * Why results stand together.
 */
export type HelpGroupKind = "first" | "near" | "national" | "not-known" | "elsewhere" | "closed";

/**
 * What she looks for.
 */
export type HelpSearch = { 
/**
 * Words, a town or a postcode, in any order.
 */
words: string, 
/**
 * A need she picked.
 */
need: string | null, 
/**
 * The place: a town or a postcode. Absent: the place she used last. Empty: nowhere in particular.
 */
near: string | null, 
/**
 * Filters.
 */
filters: HelpFilters, };

/**
 * What she needs of an interpreter; stamped on every screen that staff read.
 */
export type InterpreterNeed = { 
/**
 * Whether she needs one. `None`: not asked yet; then a language other than English counts as yes.
 */
needed: boolean | null, 
/**
 * Her dialect or another language, in her own letters; at most 60 characters.
 */
dialect: string | null, 
/**
 * A woman, if possible.
 */
woman: boolean, };

/**
 * A kind of visit, for the first question.
 */
export type KindTile = { 
/**
 * Its id.
 */
id: string, 
/**
 * Title in her language.
 */
title: string, 
/**
 * Its picture.
 */
picture: string, 
/**
 * Kinds that tell more closely which visit it is; she may leave that open.
 */
within: Array<CloserKind>, };

/**
 * One known thing.
 */
export type Known = { 
/**
 * What it is about.
 */
kind: KnownKind, 
/**
 * Yes or no, where it is that.
 */
yes: boolean | null, 
/**
 * The words, in her language.
 */
text: string | null, };

/**
 * What is known about a contact; the heading is a message of the screen.
 */
export type KnownKind = "women-only" | "days" | "food" | "languages" | "venue" | "hours" | "fare" | "creche" | "joining" | "must-report";

/**
 * A language of the app, from `languages.toml`.
 */
export type Language = { 
/**
 * BCP 47 tag.
 */
tag: string, 
/**
 * The language's own name for itself.
 */
endonym: string, 
/**
 * What tells it apart from a near relative, in its own script: `ایران`.
 */
detail: string | null, 
/**
 * Its name in English, for staff cards.
 */
english: string, 
/**
 * `ltr` or `rtl`.
 */
dir: Direction, 
/**
 * `latin`, `arabic` or `ethiopic`: picks the font and the line height.
 */
script: string, 
/**
 * Her own calendar beside the Gregorian one.
 */
calendar: OwnCalendar, };

/**
 * When to leave.
 */
export type Leave = { 
/**
 * The time.
 */
time: Time, 
/**
 * Her own minutes, one way.
 */
travel_minutes: number, 
/**
 * Minutes to spare.
 */
margin_minutes: number, };

/**
 * How the app went out of sight.
 */
export type Leaving = { 
/**
 * The phone's own question covers it, and has just been answered.
 */
asked: boolean, 
/**
 * The phone's list of files covers it, from which she is choosing one.
 */
choosing: boolean, };

/**
 * The letter.
 */
export type Letter = { 
/**
 * The visit.
 */
card: VisitCard, 
/**
 * Today, as the letter's date.
 */
written: Day, 
/**
 * Its lines in order.
 */
lines: Array<LetterLine>, 
/**
 * The English letter as plain text, for copying.
 */
text: string, 
/**
 * What is ticked.
 */
ticks: LetterTicks, 
/**
 * How the text in her language came to be.
 */
status: TranslationStatus, 
/**
 * Just saved.
 */
saved: boolean, };

/**
 * Which letter.
 */
export type LetterAsk = { 
/**
 * The visit.
 */
visit: string, 
/**
 * What goes in.
 */
ticks: LetterTicks, };

/**
 * One line of the letter.
 */
export type LetterLine = { 
/**
 * The section it is from: `greeting`, `day`, `ask`, `fare`, `language`, `hc2`, `name`.
 */
id: string, 
/**
 * English.
 */
english: Array<Span>, 
/**
 * Her language.
 */
hers: Array<Span>, };

/**
 * What goes in the letter. She chooses.
 */
export type LetterTicks = { 
/**
 * The day and the fare.
 */
day_and_fare: boolean, 
/**
 * Her language and the interpreter.
 */
language: boolean, 
/**
 * A space for her name.
 */
name: boolean, 
/**
 * That she has an HC2.
 */
hc2: boolean, };

/**
 * How the lock stands.
 */
export type Lock = { 
/**
 * What she saved is locked.
 */
locked: boolean, 
/**
 * A PIN opens the open space; while it is locked, no space opens without one.
 */
pin: boolean, 
/**
 * A PIN of only four or five digits opens the open space. Not known where it was opened without the PIN.
 */
weak: boolean, 
/**
 * Seconds until the next PIN can be tried; 0 mostly.
 */
wait: number, 
/**
 * Whether the phone's own lock opens it too.
 */
by_owner: ByOwner, };

/**
 * The money screen.
 */
export type Money = { 
/**
 * Her kind of support.
 */
support: SupportKind | null, 
/**
 * What she typed that she has.
 */
have: Sum | null, 
/**
 * When she typed it.
 */
have_on: Day | null, 
/**
 * The weekday on which money comes.
 */
money_day: Weekday | null, 
/**
 * The next such day.
 */
next_money_day: Day | null, 
/**
 * Whether she gets the weekly extra.
 */
extra_pregnancy: boolean, 
/**
 * The published rates; after a loss without those for pregnancy and babies.
 */
rates: Array<RateView>, 
/**
 * Coming visits, for their trips.
 */
trips: Array<TripRow>, 
/**
 * Letters she saved.
 */
letters: Array<SavedLetterRow>, };

/**
 * A change of what she told: what is given is set. A sum of `None` inside `have` takes it back.
 */
export type MoneyChange = { 
/**
 * What she has now.
 */
have?: Have, 
/**
 * The weekday on which money comes.
 */
money_day?: Weekday, 
/**
 * Whether she gets the weekly extra in pregnancy.
 */
extra_pregnancy?: boolean, 
/**
 * Her kind of support.
 */
support?: SupportKind, };

/**
 * One month of the grid.
 */
export type MonthOfDays = { 
/**
 * English name and year, as letters print it: `December 2026`.
 */
english: string, 
/**
 * The month in her language; `None` where that is English.
 */
hers: string | null, 
/**
 * Weekday of its first day, Monday is 1.
 */
starts_on: number, 
/**
 * Month number, for the typed day.
 */
month: number, 
/**
 * Year.
 */
year: number, 
/**
 * How many days it has.
 */
length: number, 
/**
 * The first day that is not past.
 */
from: number, };

/**
 * How many months of the day grid are wanted.
 */
export type MonthsAsked = { 
/**
 * 0 to 12.
 */
months: number, };

/**
 * What was taken from a file.
 */
export type MovingDone = { 
/**
 * Rows that were not here yet.
 */
added: number, 
/**
 * Rows that were here already.
 */
same: number, 
/**
 * Rows that were here in another wording: both are kept.
 */
both: number, };

/**
 * What is in a file, before anything is taken from it.
 */
export type MovingFound = { 
/**
 * The UK day on which the file was made.
 */
made: Day, 
/**
 * Visits in it.
 */
visits: number, 
/**
 * Her own numbers in it.
 */
numbers: number, 
/**
 * Saved letters in it.
 */
letters: number, 
/**
 * How many of the visits have a note.
 */
notes: number, 
/**
 * How many rows are not here yet.
 */
new: number, 
/**
 * How many rows are here in another wording, so that both will be kept.
 */
both: number, };

/**
 * A file and its code.
 */
export type MovingIn = { 
/**
 * The file, in base64.
 */
file: string, 
/**
 * The code as it was typed or read.
 */
code: string, };

/**
 * Everything she saved, sealed, and the code that opens it. The code is shown once and kept nowhere.
 */
export type MovingOut = { 
/**
 * The file, in base64.
 */
file: string, 
/**
 * What to call it.
 */
name: string, 
/**
 * The code: nine groups of five digits, as her language writes digits.
 */
code: Array<string>, 
/**
 * The same in Latin digits.
 */
code_latin: Array<string>, 
/**
 * The same as a QR code.
 */
qr: MovingQr, };

/**
 * A QR code.
 */
export type MovingQr = { 
/**
 * Modules on each side, without the four of the margin.
 */
size: number, 
/**
 * Its rows from the top, each a text of `0` and `1`; `1` is dark.
 */
rows: Array<string>, };

/**
 * A file that is to be kept outside the app.
 */
export type MovingSave = { 
/**
 * The file, in base64.
 */
file: string, };

/**
 * Where a file was put.
 */
export type MovingSaved = { 
/**
 * Where it stands, as the phone names it: a path.
 */
place: string, };

/**
 * The place as the screen shows it.
 */
export type NearView = { 
/**
 * Such as `L7`.
 */
outcode: string | null, 
/**
 * Such as `Liverpool`.
 */
town: string, };

/**
 * A need as a chip.
 */
export type NeedChip = { 
/**
 * Its id; the label is the message `help-need-<id>`.
 */
id: string, 
/**
 * Its picture.
 */
picture: string, };

/**
 * A new PIN.
 */
export type NewPin = { 
/**
 * The PIN that opens this space now; absent where there is none.
 */
current?: string, 
/**
 * The new one.
 */
pin: string, 
/**
 * She was told that four or five digits are few, and wants them.
 */
weak: boolean, };

/**
 * Why no sum can be done.
 */
export type NoSum = "fare-missing" | "have-missing" | "rate-past-review" | "rate-unsettled";

/**
 * Nothing to say beside the question itself, or nothing to answer but "done".
 */
export type Nothing = Record<symbol, never>;

/**
 * One thing of the timeline.
 */
export type OneExpected = { 
/**
 * What it is.
 */
page: Page, 
/**
 * When she can expect it; `None` where she has told nothing, or where it is not hers to expect.
 */
expected: Expected | null, };

/**
 * What the first screen needs, in one answer.
 */
export type Opened = { 
/**
 * Her settings.
 */
settings: Settings, 
/**
 * The languages that ship, in the order of the language screen.
 */
languages: Array<Language>, 
/**
 * Test or public, and when it was last checked.
 */
channel: Channel, 
/**
 * What is wrong with her files: `Locked`, `VaultDamaged`, `VaultKeyLost`, `VaultNewer`, `CannotSave` or `AlreadyOpen`.
 */
trouble: ErrorCode | null, 
/**
 * How the lock stands.
 */
lock: Lock, 
/**
 * Today.
 */
today: Today, };

/**
 * Whether a language's own calendar is offered, and how.
 */
export type OwnCalendar = { 
/**
 * The calendar, if the language has one besides the Gregorian.
 */
system: CalendarSystem | null, 
/**
 * Shown unless she turns it off, asked for once, or only on request.
 */
offer: CalendarOffer, };

/**
 * A number of her own.
 */
export type OwnNumber = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is.
 */
role: OwnRole, 
/**
 * Her name for it.
 */
name: string, 
/**
 * The number.
 */
phone: string | null, 
/**
 * The number for `tel:`.
 */
dial: string | null, 
/**
 * Where, when, anything.
 */
note: string | null, };

/**
 * A number as she types it.
 */
export type OwnNumberDraft = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * What it is.
 */
role: OwnRole, 
/**
 * Her name for it; may be empty for midwife and unit.
 */
name?: string, 
/**
 * The number.
 */
phone?: string, 
/**
 * Where, when, anything.
 */
note?: string, };

/**
 * Her numbers: midwife, unit, then by name. After a loss the first two are put away.
 */
export type OwnNumbers = { 
/**
 * The numbers.
 */
numbers: Array<OwnNumber>, };

/**
 * What a number is.
 */
export type OwnRole = "midwife" | "unit" | "other";

/**
 * A document as a screen shows it: her language, the English beside it, and where it comes from.
 */
export type Page = { 
/**
 * Its id.
 */
id: string, 
/**
 * Title in her language.
 */
title: string, 
/**
 * Title in English.
 */
title_english: string, 
/**
 * Name of the drawing.
 */
picture: string, 
/**
 * How the text in her language came to be.
 */
status: TranslationStatus, 
/**
 * Nations it holds for.
 */
nations: Array<string>, 
/**
 * When its sources were last read.
 */
checked: Day, 
/**
 * True from the day after its review date: "may have changed".
 */
past_review: boolean, 
/**
 * About pregnancy, birth or a baby.
 */
pregnancy: boolean, 
/**
 * The staff card for "if they say no".
 */
card: string | null, 
/**
 * Contacts that can help.
 */
contacts: Array<string>, 
/**
 * Sections that have statements, in order.
 */
sections: Array<PageSection>, 
/**
 * The pages that the statements rest on.
 */
sources: Array<PageSource>, };

/**
 * A section of a page.
 */
export type PageSection = { 
/**
 * Its id; the heading is a message of the screen.
 */
id: string, 
/**
 * Its statements.
 */
statements: Array<Pair>, };

/**
 * A page that statements rest on.
 */
export type PageSource = { 
/**
 * Host of its address, for reading.
 */
host: string, 
/**
 * Its whole address.
 */
url: string, 
/**
 * The date that the page gives itself.
 */
dated: string, 
/**
 * The facts read there.
 */
facts: Array<string>, };

/**
 * A statement in her language beside its English.
 */
export type Pair = { 
/**
 * Her language; the same as `english` where that is English.
 */
hers: Array<Span>, 
/**
 * English, as staff read it.
 */
english: Array<Span>, 
/**
 * Fact IDs.
 */
facts: Array<string>, 
/**
 * Name of a drawing.
 */
picture: string | null, 
/**
 * A question she can ask.
 */
ask: boolean, 
/**
 * Still shown after a loss.
 */
after_loss: boolean, };

/**
 * An option to pick.
 */
export type QuestionOption = { 
/**
 * Its id.
 */
id: string, 
/**
 * In her language.
 */
hers: Array<Span>, 
/**
 * In English.
 */
english: Array<Span>, };

/**
 * Where she is in a table.
 */
export type QuestionsAnswered = { 
/**
 * The table.
 */
table: TableRow, 
/**
 * What she answered, in her order.
 */
given: Array<TableQuestion>, 
/**
 * What to ask next; `None` at the end.
 */
next: TableQuestion | null, 
/**
 * What she can do; only at the end.
 */
outcome: Page | null, 
/**
 * Contacts that can help with it.
 */
contacts: Array<ContactCard>, };

/**
 * A table, and her answers so far in the order that she gave them.
 */
export type QuestionsAsk = { 
/**
 * The table.
 */
table: string, 
/**
 * Her answers so far.
 */
answers: Array<Given>, };

/**
 * How often a rate is paid.
 */
export type RatePeriod = "week" | "once";

/**
 * A rate on screen.
 */
export type RateView = { 
/**
 * Such as `self-catered`; its label is the message `money-rate-<id>`.
 */
id: string, 
/**
 * The sum; `None` where sources disagree or the review date is past.
 */
sum: Sum | null, 
/**
 * Lowest and highest published sum, where it is not settled and not past review.
 */
between: [Sum, Sum] | null, 
/**
 * Weekly or once.
 */
per: RatePeriod, 
/**
 * Past its review date: the figure is not shown.
 */
past_review: boolean, 
/**
 * The date its source gives.
 */
dated: string, 
/**
 * When it was last read.
 */
checked: Day, 
/**
 * Fact IDs.
 */
facts: Array<string>, };

/**
 * How a contact can be reached.
 */
export type Reach = "direct" | "online" | "unknown";

/**
 * A reminder on screen.
 */
export type Reminder = { 
/**
 * When, as an instant in UTC, ISO 8601.
 */
at: string, 
/**
 * The UK day.
 */
day: Day, 
/**
 * The UK time.
 */
time: Time, 
/**
 * What it is for; several where they fell together.
 */
kinds: Array<ReminderKind>, 
/**
 * The visits it belongs to.
 */
visits: Array<string>, 
/**
 * What others will see, in her language.
 */
text: string, };

/**
 * What a reminder is for.
 */
export type ReminderKind = "ask-fare" | "ask-interpreter" | "evening-before" | "morning" | "leave";

/**
 * What a reminder shows to whoever sees the phone.
 */
export type ReminderLevel = "discreet" | "time" | "full";

/**
 * The plan as the phone holds it.
 */
export type Reminders = { 
/**
 * Whether she has them on.
 */
on: boolean, 
/**
 * What they show.
 */
level: ReminderLevel, 
/**
 * Soonest first.
 */
planned: Array<Reminder>, 
/**
 * Whether they will ring.
 */
health: AlarmHealth, 
/**
 * What one reminder of each level would show, discreet first.
 */
examples: Array<string>, };

/**
 * A question from a screen.
 */
export type Request = { "ask": "open", "with": Nothing } | { "ask": "today", "with": Nothing } | { "ask": "settings", "with": Nothing } | { "ask": "settings-save", "with": SettingsChange } | { "ask": "visit-kinds", "with": Nothing } | { "ask": "visit-kind", "with": WhichKind } | { "ask": "visit-days", "with": MonthsAsked } | { "ask": "visit-check", "with": VisitDraft } | { "ask": "visit-add", "with": VisitDraft } | { "ask": "visit-change", "with": VisitChange } | { "ask": "visit", "with": WhichVisit } | { "ask": "visits", "with": Nothing } | { "ask": "visit-delete", "with": WhichVisit } | { "ask": "visit-put-back", "with": Nothing } | { "ask": "visit-examples", "with": Nothing } | { "ask": "visit-asked", "with": VisitAsked } | { "ask": "reminders", "with": Nothing } | { "ask": "reminder-test", "with": Nothing } | { "ask": "rights", "with": Nothing } | { "ask": "article", "with": WhichArticle } | { "ask": "timeline", "with": Nothing } | { "ask": "timeline-one", "with": WhichExpected } | { "ask": "timeline-told", "with": TimelineTold } | { "ask": "questions", "with": Nothing } | { "ask": "questions-answer", "with": QuestionsAsk } | { "ask": "money", "with": Nothing } | { "ask": "money-save", "with": MoneyChange } | { "ask": "trip", "with": WhichVisit } | { "ask": "trip-save", "with": TripChange } | { "ask": "letter", "with": LetterAsk } | { "ask": "letter-save", "with": LetterAsk } | { "ask": "letter-saved", "with": WhichLetter } | { "ask": "letter-delete", "with": WhichLetter } | { "ask": "updates", "with": Nothing } | { "ask": "updates-now", "with": UpdatesAsk } | { "ask": "updates-if-due", "with": Nothing } | { "ask": "updates-stop", "with": Nothing } | { "ask": "search", "with": SearchAsk } | { "ask": "help", "with": HelpSearch } | { "ask": "contact", "with": WhichContact } | { "ask": "own-numbers", "with": Nothing } | { "ask": "own-number-save", "with": OwnNumberDraft } | { "ask": "own-number-delete", "with": WhichOwn } | { "ask": "cards", "with": Nothing } | { "ask": "card", "with": WhichCard } | { "ask": "danger", "with": Nothing } | { "ask": "about", "with": Nothing } | { "ask": "lock", "with": Nothing } | { "ask": "lock-now", "with": Nothing } | { "ask": "hidden", "with": Nothing } | { "ask": "away", "with": Leaving } | { "ask": "back", "with": Nothing } | { "ask": "unlock", "with": TypedPin } | { "ask": "unlock-without", "with": Nothing } | { "ask": "unlock-by-owner", "with": Nothing } | { "ask": "owner-on", "with": TypedPin } | { "ask": "owner-off", "with": Nothing } | { "ask": "pin-set", "with": NewPin } | { "ask": "pin-remove", "with": TypedPin } | { "ask": "second-space", "with": NewPin } | { "ask": "erase-ask", "with": Nothing } | { "ask": "erase", "with": EraseWhat } | { "ask": "erase-undo", "with": Nothing } | { "ask": "erase-leave", "with": Nothing } | { "ask": "moving-out", "with": Nothing } | { "ask": "moving-save", "with": MovingSave } | { "ask": "moving-look", "with": MovingIn } | { "ask": "moving-in", "with": MovingIn } | { "ask": "start-again", "with": Nothing };

/**
 * The answer to the request of the same name.
 */
export type Response = { "ask": "open", "with": Opened } | { "ask": "today", "with": Today } | { "ask": "settings", "with": Settings } | { "ask": "settings-save", "with": Settings } | { "ask": "visit-kinds", "with": VisitKinds } | { "ask": "visit-kind", "with": Page } | { "ask": "visit-days", "with": DaysToPick } | { "ask": "visit-check", "with": VisitChecked } | { "ask": "visit-add", "with": Visit } | { "ask": "visit-change", "with": Visit } | { "ask": "visit", "with": Visit } | { "ask": "visits", "with": Visits } | { "ask": "visit-delete", "with": Nothing } | { "ask": "visit-put-back", "with": Visit } | { "ask": "visit-examples", "with": Visits } | { "ask": "visit-asked", "with": Visit } | { "ask": "reminders", "with": Reminders } | { "ask": "reminder-test", "with": Reminders } | { "ask": "rights", "with": Rights } | { "ask": "article", "with": Article } | { "ask": "timeline", "with": Timeline } | { "ask": "timeline-one", "with": OneExpected } | { "ask": "timeline-told", "with": Timeline } | { "ask": "questions", "with": Tables } | { "ask": "questions-answer", "with": QuestionsAnswered } | { "ask": "money", "with": Money } | { "ask": "money-save", "with": Money } | { "ask": "trip", "with": Trip } | { "ask": "trip-save", "with": Trip } | { "ask": "letter", "with": Letter } | { "ask": "letter-save", "with": Letter } | { "ask": "letter-saved", "with": SavedLetter } | { "ask": "letter-delete", "with": Money } | { "ask": "updates", "with": Updates } | { "ask": "updates-now", "with": Updates } | { "ask": "updates-if-due", "with": Updates } | { "ask": "updates-stop", "with": Updates } | { "ask": "search", "with": SearchFound } | { "ask": "help", "with": HelpFound } | { "ask": "contact", "with": ContactPage } | { "ask": "own-numbers", "with": OwnNumbers } | { "ask": "own-number-save", "with": OwnNumbers } | { "ask": "own-number-delete", "with": OwnNumbers } | { "ask": "cards", "with": StaffCards } | { "ask": "card", "with": StaffCard } | { "ask": "danger", "with": Danger } | { "ask": "about", "with": About } | { "ask": "lock", "with": Lock } | { "ask": "lock-now", "with": Opened } | { "ask": "hidden", "with": Lock } | { "ask": "away", "with": Nothing } | { "ask": "back", "with": Lock } | { "ask": "unlock", "with": Opened } | { "ask": "unlock-without", "with": Opened } | { "ask": "unlock-by-owner", "with": Opened } | { "ask": "owner-on", "with": Lock } | { "ask": "owner-off", "with": Lock } | { "ask": "pin-set", "with": Lock } | { "ask": "pin-remove", "with": Lock } | { "ask": "second-space", "with": Lock } | { "ask": "erase-ask", "with": EraseOffer } | { "ask": "erase", "with": EraseOffer } | { "ask": "erase-undo", "with": EraseOffer } | { "ask": "erase-leave", "with": Nothing } | { "ask": "moving-out", "with": MovingOut } | { "ask": "moving-save", "with": MovingSaved } | { "ask": "moving-look", "with": MovingFound } | { "ask": "moving-in", "with": MovingDone } | { "ask": "start-again", "with": Opened };

/**
 * The tiles.
 */
export type Rights = { 
/**
 * In the editors' order; after a loss only what has something left to say.
 */
topics: Array<TopicTile>, };

/**
 * A saved letter.
 */
export type SavedLetter = { 
/**
 * The row of the list.
 */
row: SavedLetterRow, 
/**
 * The English letter.
 */
text: string, };

/**
 * A saved letter in a list.
 */
export type SavedLetterRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is for.
 */
title: string, 
/**
 * When it was saved.
 */
saved: Day, };

/**
 * What she types.
 */
export type SearchAsk = { 
/**
 * Her words, in any language and script.
 */
words: string, };

/**
 * What was found.
 */
export type SearchFound = { 
/**
 * Best first, at most twenty.
 */
hits: Array<SearchHit>, 
/**
 * The place that her words name.
 */
near: NearView | null, 
/**
 * The needs that her words point to; Help lists everybody for each.
 */
needs: Array<string>, };

/**
 * One thing found.
 */
export type SearchHit = { 
/**
 * What it is.
 */
kind: SearchKind, 
/**
 * Its id among its kind.
 */
id: string, 
/**
 * Its title in her language, or in English where hers lacks it.
 */
title: string, 
/**
 * The statement that answers best. Empty for a visit of hers.
 */
snippet: Array<Span>, 
/**
 * Where in a document the snippet stands, for going there.
 */
section: string | null, 
/**
 * The table of questions that a guide is an outcome of: she is asked before she is told.
 */
table: string | null, 
/**
 * The language of title and snippet.
 */
language: string, 
/**
 * Name of the drawing.
 */
picture: string, 
/**
 * Past its review date: "may have changed".
 */
past_review: boolean, 
/**
 * How the text came to be; `None` for what she or an organisation wrote.
 */
status: TranslationStatus | null, 
/**
 * The visit, if it is one of hers.
 */
visit: VisitCard | null, 
/**
 * The contact, if it is one.
 */
contact: ContactCard | null, };

/**
 * What a hit is.
 */
export type SearchKind = "visit" | "visit-kind" | "article" | "card" | "danger" | "guide" | "timeline" | "contact";

/**
 * Everything that she can set.
 */
export type Settings = { 
/**
 * Tag of her language; `None` until she has picked one.
 */
language: string | null, 
/**
 * Whether she has seen the promises.
 */
welcomed: boolean, 
/**
 * Her own calendar: shown, not shown, or not asked yet.
 */
own_calendar: boolean | null, 
/**
 * Whether the calendar question is due: her language asks for it and she has not answered.
 */
ask_calendar: boolean, 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * Size of the text in percent: 100, 130, 160 or 200.
 */
text_size: number, 
/**
 * Whether reminders are planned at all.
 */
reminders_on: boolean, 
/**
 * What a reminder shows.
 */
reminder_level: ReminderLevel, 
/**
 * What she needs of an interpreter.
 */
interpreter: InterpreterNeed, 
/**
 * The town or postcode district she last searched near.
 */
near: string | null, 
/**
 * The quiet switch: a pregnancy that was lost, or a baby no longer with her.
 */
loss: boolean, 
/**
 * Her kind of support.
 */
support: SupportKind | null, 
/**
 * Her due date, typed or worked out from the weeks she told.
 */
due: string | null, 
/**
 * The day of the birth.
 */
born: string | null, 
/**
 * Whether it is her first baby.
 */
first_baby: boolean | null, 
/**
 * Over which networks updates may be looked for without her asking.
 */
update_networks: UpdateNetworks, 
/**
 * After so many minutes out of sight it locks, where there is a PIN: 0, 1, 5 or 15.
 */
lock_after: number, };

/**
 * A change of settings: what is given is set, what is absent stays.
 */
export type SettingsChange = { language?: string, welcomed?: boolean, own_calendar?: boolean, theme?: Theme, text_size?: number, reminders_on?: boolean, reminder_level?: ReminderLevel, interpreter?: InterpreterNeed, near?: string, loss?: boolean, support?: SupportKind, update_networks?: UpdateNetworks, lock_after?: number, };

/**
 * A run of words.
 */
export type Span = { 
/**
 * The words.
 */
text: string, 
/**
 * Shown bold.
 */
strong: boolean, };

/**
 * A card, filled in.
 */
export type StaffCard = { 
/**
 * The page; `english` of each statement is what staff read.
 */
page: Page, 
/**
 * The visit's day, time and place in English, if it is shown for one.
 */
visit_english: string | null, 
/**
 * What she needs of an interpreter, in English, stamped on every card: `Interpreter: Tigrinya, a woman if possible`.
 */
interpreter_english: string | null, };

/**
 * The cards.
 */
export type StaffCards = { 
/**
 * In the editors' order.
 */
tiles: Array<Tile>, };

/**
 * A sum on screen.
 */
export type Sum = { 
/**
 * Pence.
 */
pence: number, 
/**
 * `£5.00`.
 */
text: string, };

/**
 * The kinds of asylum support that change what she is paid and who pays her fare (rule 1 of the facts file).
 */
export type SupportKind = "section-95" | "with-meals" | "section-4" | "schedule-10" | "none" | "unknown";

/**
 * A question to ask, or one that she answered.
 */
export type TableQuestion = { 
/**
 * Its id.
 */
id: string, 
/**
 * In her language.
 */
title: string, 
/**
 * In English.
 */
title_english: string, 
/**
 * Its options, in the editors' order.
 */
options: Array<QuestionOption>, 
/**
 * The option she picked, or that fits what she told elsewhere.
 */
picked: string | null, };

/**
 * A table in the list.
 */
export type TableRow = { 
/**
 * Its id; its label is the message `money-rule-<id>`.
 */
id: string, 
/**
 * Its picture.
 */
picture: string, };

/**
 * The tables.
 */
export type Tables = { 
/**
 * In the editors' order; after a loss without those about pregnancy.
 */
tables: Array<TableRow>, };

/**
 * Light, dark, or as the phone says.
 */
export type Theme = "system" | "light" | "dark";

/**
 * A tile of Rights.
 */
export type Tile = { 
/**
 * The article.
 */
id: string, 
/**
 * Its title in her language.
 */
title: string, 
/**
 * Its picture.
 */
picture: string, };

/**
 * A time on screen.
 */
export type Time = { 
/**
 * 24 hours, for sending back: `09:20`.
 */
hhmm: string, 
/**
 * As a letter prints it: `9:20am`.
 */
english: string, 
/**
 * By the Ethiopic clock, named, where she reads that one.
 */
own: string | null, };

/**
 * The timeline screen.
 */
export type Timeline = { 
/**
 * Her due date.
 */
due: Day | null, 
/**
 * How far she is today; `None` without a due date and after a birth.
 */
weeks: Weeks | null, 
/**
 * The day of the birth.
 */
born: Day | null, 
/**
 * Whether it is her first baby.
 */
first_baby: boolean | null, 
/**
 * The due date has passed and no birth is told: she can be asked.
 */
ask_born: boolean, 
/**
 * What to expect; empty without a due date or birth, and after a loss.
 */
groups: Array<TimelineGroup>, };

/**
 * Things of the timeline that stand together, soonest first.
 */
export type TimelineGroup = { 
/**
 * Why.
 */
kind: TimelineGroupKind, 
/**
 * The things.
 */
items: Array<Expected>, };

/**
 * Why things of the timeline stand together.
 */
export type TimelineGroupKind = "now" | "coming" | "after-birth" | "earlier";

/**
 * What a thing of the timeline is.
 */
export type TimelineKind = "visit" | "vaccine" | "ask";

/**
 * What she tells about the pregnancy. Each replaces what she told before.
 */
export type TimelineTold = { "what": "due", 
/**
 * The day.
 */
day: TypedDay, } | { "what": "weeks", 
/**
 * Whole weeks, 0 to 42.
 */
weeks: number, 
/**
 * Days beyond them, 0 to 6.
 */
days: number, } | { "what": "born", 
/**
 * The day.
 */
day: TypedDay, } | { "what": "first-baby", 
/**
 * The answer.
 */
first: boolean | null, } | { "what": "forget" };

/**
 * Today's data.
 */
export type Today = { 
/**
 * Today in the UK.
 */
today: Day, 
/**
 * Her next visit.
 */
next: VisitCard | null, 
/**
 * At most two.
 */
do_now: Array<DoNow>, 
/**
 * When the content was last compared with its sources.
 */
checked: Day | null, 
/**
 * How old that is.
 */
age: Age, 
/**
 * Whether anything she reads was translated by machine.
 */
machine: boolean, };

/**
 * A tile of Rights, with the articles under it.
 */
export type TopicTile = { 
/**
 * Its id; its label is the message `rights-topic-<id>`.
 */
id: string, 
/**
 * Its picture.
 */
picture: string, 
/**
 * Its articles, in the editors' order.
 */
articles: Array<Tile>, };

/**
 * How a text came to be, and how far to trust it (interface.md, "Languages").
 */
export type TranslationStatus = "source" | "machine" | "draft" | "checked" | "approved" | "stale";

/**
 * A trip: what it costs, what is left, who can pay.
 */
export type Trip = { 
/**
 * The visit.
 */
card: VisitCard, 
/**
 * Fare there and back.
 */
fare: Sum | null, 
/**
 * What she has.
 */
have: Sum | null, 
/**
 * Where that sum comes from.
 */
have_from: HaveFrom | null, 
/**
 * What is left after the fare; below zero when it is not enough.
 */
left: Sum | null, 
/**
 * Her next money day.
 */
money_day: Day | null, 
/**
 * Days from today to her money day, today counted, that day not.
 */
days: number | null, 
/**
 * Left for each of those days, rounded down to a penny.
 */
per_day: Sum | null, 
/**
 * Those days, for the row of coins; at most seven.
 */
each_day: Array<Day>, 
/**
 * Why there is no sum.
 */
no_sum: NoSum | null, 
/**
 * The unsettled rate, to be shown as a range.
 */
unsettled: RateView | null, 
/**
 * Who can pay: before, on the day, after.
 */
who_pays: Page, 
/**
 * The last day to claim.
 */
claim_until: Day, 
/**
 * Health staff give this visit; the schemes are for those.
 */
health: boolean, };

/**
 * A fare typed.
 */
export type TripChange = { 
/**
 * The visit.
 */
id: string, 
/**
 * Fare there and back in pence; `None` takes it back.
 */
fare_pence: number | null, };

/**
 * A trip in the list.
 */
export type TripRow = { 
/**
 * The visit.
 */
card: VisitCard, 
/**
 * The fare, if she has typed it.
 */
fare: Sum | null, };

/**
 * A day in the letter's own order.
 */
export type TypedDay = { 
/**
 * 1 to 31.
 */
day: number, 
/**
 * 1 to 12.
 */
month: number, 
/**
 * Four digits.
 */
year: number, 
/**
 * The weekday the letter names, if she gave it.
 */
weekday: Weekday | null, };

/**
 * A PIN or passphrase as she typed it, in digits of any script.
 */
export type TypedPin = { 
/**
 * The PIN.
 */
pin: string, };

/**
 * What is other than before: new, changed or gone, each counted once however many languages it is in.
 */
export type UpdateChanges = { 
/**
 * Pages: documents of any area.
 */
pages: number, 
/**
 * Contacts with another number than before: a telephone, a text or a WhatsApp number.
 */
numbers: number, 
/**
 * Contacts that are new, gone, or changed in anything but a number.
 */
contacts: number, 
/**
 * Sums of money and dates that rates hold.
 */
rates: number, 
/**
 * Anything else: words of the screens, lists, places.
 */
other: number, };

/**
 * How far a job is.
 */
export type UpdateDoing = { 
/**
 * Bytes of content that have come.
 */
done: number, 
/**
 * How many there will be; nothing as long as that is not known.
 */
of: number | null, };

/**
 * Over which networks updates may be looked for without her asking.
 */
export type UpdateNetworks = "any" | "free" | "none";

/**
 * Why an update did not come to its end. What she has is as it was, or what came with the app: see
 * [`Updates::went_back`](crate::updates::Updates::went_back).
 */
export type UpdateTrouble = "no-connection" | "date" | "host" | "not-trusted" | "unreadable" | "no-room";

/**
 * How updates stand.
 */
export type Updates = { 
/**
 * Whether this build has a host to ask.
 */
possible: boolean, 
/**
 * What she allowed.
 */
networks: UpdateNetworks, 
/**
 * How far the running one is.
 */
doing: UpdateDoing | null, 
/**
 * When the last one came to its end, something new or not.
 */
last: Day | null, 
/**
 * The last one that brought something.
 */
brought: Brought | null, 
/**
 * Why the last one did not come to its end, if it did not.
 */
trouble: UpdateTrouble | null, 
/**
 * What an update had brought could not be read any more, so that what is here is what came with the app: when that was compared
 * with its sources. The next update ends it.
 */
went_back: Day | null, 
/**
 * Something that came could not be used: what was here before it is shown in its place. A later update ends it.
 */
behind: boolean, 
/**
 * An update that is this large, in bytes, waits for her word.
 */
large: number | null, };

/**
 * What she asks for.
 */
export type UpdatesAsk = { 
/**
 * She has seen how large it is, and wants it.
 */
large: boolean, };

/**
 * Everything about one visit.
 */
export type Visit = { 
/**
 * The card.
 */
card: VisitCard, 
/**
 * For saving a change.
 */
revision: number, 
/**
 * When to leave, if she has typed her travel minutes.
 */
leave: Leave | null, 
/**
 * What it is for and the other answers; `None` where the content no longer has this kind.
 */
answers: Answers | null, 
/**
 * Whom to call: the number she typed, her own unit.
 */
calls: Array<Callable>, 
/**
 * Fare there and back, in pence.
 */
fare_pence: number | null, 
/**
 * Fare in words: `£6.00`.
 */
fare: string | null, 
/**
 * Her note.
 */
note: string | null, 
/**
 * The phone as she typed it.
 */
phone: string | null, 
/**
 * Who asked for it.
 */
asked_by: AskedBy | null, 
/**
 * Asking for the fare is still to be done.
 */
fare_open: boolean, 
/**
 * Asking for an interpreter is still to be done.
 */
interpreter_open: boolean, 
/**
 * The need of an interpreter, in English, if she has one.
 */
interpreter_english: string | null, 
/**
 * Reminders of this visit.
 */
reminders: Array<Reminder>, 
/**
 * About pregnancy.
 */
pregnancy: boolean, 
/**
 * Health staff give it.
 */
health: boolean, 
/**
 * What she typed, for the questions.
 */
draft: VisitDraft, };

/**
 * What she has asked for.
 */
export type VisitAsked = { 
/**
 * The visit.
 */
id: string, 
/**
 * The fare is asked for.
 */
fare?: boolean, 
/**
 * The interpreter is asked for.
 */
interpreter?: boolean, };

/**
 * A visit as a card.
 */
export type VisitCard = { 
/**
 * Its id.
 */
id: string, 
/**
 * The kind.
 */
kind: string, 
/**
 * Title in her language.
 */
title: string, 
/**
 * Title in English.
 */
title_english: string, 
/**
 * Its picture.
 */
picture: string, 
/**
 * Where, as she typed it.
 */
place: string | null, 
/**
 * The day.
 */
day: Day, 
/**
 * The time.
 */
time: Time | null, 
/**
 * Past.
 */
past: boolean, };

/**
 * A change of a visit.
 */
export type VisitChange = { 
/**
 * The visit.
 */
id: string, 
/**
 * The revision that the screen holds.
 */
revision: number, 
/**
 * The visit as it is to be.
 */
draft: VisitDraft, };

/**
 * What could be checked of a draft.
 */
export type VisitChecked = { 
/**
 * The day, if one was given.
 */
day: Day | null, 
/**
 * The time, if one was given.
 */
time: Time | null, 
/**
 * The kind's title.
 */
title: string | null, 
/**
 * The place, tidied.
 */
place: string | null, 
/**
 * The phone, tidied.
 */
phone: string | null, 
/**
 * Numbers that she may want for this visit: her own, and those of the hospital's own record if the place names it.
 */
phones_known: Array<Callable>, };

/**
 * A visit as she types it.
 */
export type VisitDraft = { 
/**
 * The kind.
 */
kind?: string, 
/**
 * The day.
 */
day?: TypedDay, 
/**
 * `HH:MM`, or absent when the letter gives none.
 */
time?: string, 
/**
 * Where.
 */
place?: string, 
/**
 * Whom to call.
 */
phone?: string, 
/**
 * Her own words.
 */
note?: string, 
/**
 * Minutes of travel, one way.
 */
travel_minutes?: number, 
/**
 * Who asked for it.
 */
asked_by?: AskedBy, };

/**
 * The kinds of visit.
 */
export type VisitKinds = { 
/**
 * In the editors' order; after a loss without those about pregnancy.
 */
tiles: Array<KindTile>, };

/**
 * Her visits.
 */
export type Visits = { 
/**
 * Coming, soonest first.
 */
coming: Array<VisitCard>, 
/**
 * Past, newest first.
 */
past: Array<VisitCard>, 
/**
 * Visits that are put away after a loss: counted, not shown.
 */
put_away: number, 
/**
 * Whether a deleted visit can be put back.
 */
can_put_back: boolean, };

/**
 * A day of the week, as a letter names it.
 */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/**
 * Weeks and days of a pregnancy.
 */
export type Weeks = { 
/**
 * Whole weeks.
 */
weeks: number, 
/**
 * Days beyond them.
 */
days: number, };

/**
 * Where a contact is, as far as its record says.
 */
export type Whereabouts = { "is": "about", 
/**
 * Kilometres from the place she named.
 */
km: number, 
/**
 * The town.
 */
town: string, } | { "is": "in", 
/**
 * The town or region.
 */
town: string, } | { "is": "national", 
/**
 * Nations, in English; the screen says them in her language.
 */
nations: Array<string>, };

/**
 * Which article.
 */
export type WhichArticle = { 
/**
 * Its id.
 */
id: string, };

/**
 * Which card, and what it is about.
 */
export type WhichCard = { 
/**
 * The card.
 */
id: string, 
/**
 * The contact that staff are asked to reach.
 */
contact: string | null, 
/**
 * The visit that it is shown for.
 */
visit: string | null, };

/**
 * Which contact.
 */
export type WhichContact = { 
/**
 * Its id.
 */
id: string, };

/**
 * Which thing of the timeline.
 */
export type WhichExpected = { 
/**
 * The id of its page.
 */
id: string, };

/**
 * Which kind of visit.
 */
export type WhichKind = { 
/**
 * Its id.
 */
id: string, };

/**
 * Which saved letter.
 */
export type WhichLetter = { 
/**
 * Its id.
 */
id: string, };

/**
 * Which one.
 */
export type WhichOwn = { 
/**
 * Its id.
 */
id: string, };

/**
 * Which visit.
 */
export type WhichVisit = { 
/**
 * Its id.
 */
id: string, };
