## The list.

visits-list-title = Visits
visits-list-empty = You have no visit saved. You can add one from your letter.
visits-list-add = Add a visit
# A button that opens the past visits. $count is a number in Latin digits.
visits-list-past = Past visits: { $count }
# After a visit was deleted.
visits-list-deleted = The visit is deleted.
visits-list-put-back = Put it back
# The same button later, without the sentence above it.
visits-list-put-back-last = Put back the visit I deleted

## One visit.

visits-back-list = Visits
visits-time-none = No time on the letter
# $time is such as 8:30am.
visits-leave-at = Leave at { $time }
# $way and $spare are minutes in Latin digits.
visits-leave-detail = { $way } minutes on the way, { $spare } minutes to spare
visits-do-call = Call
visits-do-show = Show
visits-do-cannot = I can’t come
visits-past-words = This visit has passed.
visits-heading-about = About this visit
visits-heading-bring = Bring
visits-heading-ask = You can ask
visits-heading-way = Getting there
visits-heading-call = Who to call
visits-heading-interpreter = Interpreter
visits-heading-reminders = Reminders
visits-heading-note = Your note
visits-no-answers = We have no information about this kind of visit.

## The six answers. The pictures stand beside them.

visits-answer-for = What is it for?
visits-answer-happens = What will happen?
visits-answer-asked-by = Who asked for it?
visits-answer-there = Who will be there?
visits-answer-refuse = Can I say no?
visits-answer-someone = Can I bring someone?
# Where nothing is known; the English sentence to say follows.
visits-answer-unknown = Nobody has told you this. You can ask:
# Where something is known and there is a question besides.
visits-answer-ask = You can ask:
# Where nothing is known and there is no question either.
visits-answer-nothing = Nobody has told you this.

## Who asked for it, as she told the app.

visits-asked-health = Health staff. You told us this.
visits-asked-social-care = Children’s social care. You told us this.
visits-asked-both = Health staff and children’s social care. You told us this.
visits-asked-unknown = You told us that you do not know.

## Getting there, calling, interpreter.

# $fare is such as £6.00.
visits-way-fare = { $fare } there and back
visits-way-no-fare = Add the cost of the bus
visits-way-detail = See who can pay
# Above the number that she typed with the visit.
visits-call-typed = The number you saved
visits-call-free = Free to call
visits-call-none = You have saved no number. It may stand on your letter.
visits-call-add = Add a number
# Badge beside a published number. @safety
visits-call-not-phoned = Not yet phoned by us
visits-interpreter-detail = This is on every staff card.
visits-interpreter-asked = I have asked for an interpreter
visits-fare-asked = I have asked for the fare
visits-reminders-none = No reminder is planned.
visits-reminders-more = See all reminders
visits-change-button = Change this visit
visits-delete-button = Delete this visit
visits-delete-sure = Delete this visit?
visits-delete-words = You can put it back on the next screen.
visits-delete-yes = Yes, delete it
visits-delete-no = No, keep it

## I can’t come. No blame: only the next step.

visits-cannot-title = I can’t come
visits-cannot-words = That happens. You can ask for a new day.
visits-cannot-call = 1. Call them
visits-cannot-say = 2. Say this in English
visits-cannot-text = You can also read it out, or show it.
visits-cannot-after = When you have a new day
visits-cannot-copy = Copy the words
visits-cannot-copied = Copied
visits-cannot-refused = Your phone did not copy it. You can read it out.

## What she says on the phone. The English is said to staff; hers stands under it. @card

# $day such as "Tuesday 24 November 2026", $time such as "9:20am".
visits-script-cannot = Hello. I cannot come to my visit on { $day } at { $time }.
# The same without a time. $day such as "Tuesday 24 November 2026".
visits-script-cannot-untimed = Hello. I cannot come to my visit on { $day }.
visits-script-new-day = Please give me a new day.
# $language is the English name of her language, such as Tigrinya.
visits-script-interpreter = I need an interpreter. My language is { $language }.
visits-script-write = Please send me the new day by text or letter.

## Adding a visit: one question a page. Headings of at most four words.

# $at and $of are small numbers in Latin digits.
visits-question-step = { $at } of { $of }
visits-question-next = Next
visits-question-kind = What kind of visit?
visits-question-day = Which day?
visits-question-day-hint = Look for the day on your letter.
visits-question-time = What time?
visits-question-time-hint = Look for the time on your letter.
visits-question-place = Where is it?
visits-question-place-hint = Write it as your letter says it.
visits-question-phone = Who can you call?
visits-question-phone-hint = The number often stands at the top of the letter.
visits-question-check = Is this right?
visits-question-change = Change this visit

## Names of the steps, for the link back.

visits-step-kind = Kind of visit
visits-step-day = Day
visits-step-time = Time
visits-step-place = Place
visits-step-phone = Phone
visits-step-check = Check

## The day.

visits-day-later = A later day
visits-day-soon = The next 14 days
visits-day-months = Which month?
visits-day-other-month = Another month
visits-day-typed = Type the date
visits-day-typed-words = Type it in the order of your letter: day, month, year.
visits-day-field-day = Day
visits-day-field-month = Month
visits-day-field-year = Year
visits-day-field-weekday = Day of the week, if the letter says it
# The weekday of the letter is not that of the date. $date is a whole date in English.
visits-day-disagrees = That date is a { $is }. The letter says { $said }. You can call and ask.
visits-day-disagrees-keep = Keep the date: { $is } { $day } { $month }
visits-day-disagrees-change = Change the date
visits-day-missing = Touch the day, then Next.

## The time.

visits-time-morning = Morning
visits-time-afternoon = Afternoon
visits-time-night = Evening and night
visits-time-minutes = Which minutes?
visits-time-other = Other minutes
visits-time-field = Minutes, 0 to 59
visits-time-not-there = No time on the letter
visits-time-missing = Touch the hour and the minutes. Or touch “No time on the letter”.
visits-time-change-hour = Another hour

## Place and way.

visits-place-field = Hospital, clinic or street
visits-place-skip = You can leave this empty.
visits-place-travel = How many minutes is the way?
visits-place-travel-hint = One way. Then we can tell you when to leave. You can leave this empty.

## Phone.

visits-phone-field = Phone number
visits-phone-known = Is it one of these?

## Kind.

visits-kind-missing = Touch what it is. “Something else” is fine too.

## Check.

visits-check-kind = Kind
visits-check-day = Day
visits-check-time = Time
visits-check-place = Place
visits-check-way = Minutes on the way
visits-check-phone = Phone
visits-check-asked = Who asked for this visit?
visits-check-note = Your note
visits-check-none = Not saved
visits-check-change = Change
visits-check-save = Save this visit
visits-check-discard = Do not save
visits-check-more = More about it
visits-check-note-field = Your own words, only for you

## Who asked, to choose from.

visits-choose-health = Health: midwife, doctor or hospital
visits-choose-social-care = Children’s social care
visits-choose-both = Both
visits-choose-unknown = I don’t know
# After a loss the first one reads so.
visits-choose-health-plain = Health: doctor or hospital

## Later additions to the steps.

# Numbers such as 03/04 can be read both ways; the two dates follow in words, the UK order first.
visits-day-which = Which day is it? UK letters write the day first.
# Link from "Change this visit" back to the visit.
visits-back-one = The visit

## Which visit more closely: under a kind that has closer ones.

visits-kind-closer = Do you know which one?
# The kind itself, where she does not know more or it is another.
visits-kind-open = Another one, or I do not know
# Link back to all kinds.
visits-kind-other = Choose another kind

## Expected visits: what can come in a pregnancy and after a birth.

# Heading, and a row in the list of visits.
visits-expected-title = What comes next
# Under the heading. The days are suggestions.
visits-expected-hint = Visits and tests that you can expect
# Where she has told nothing yet.
visits-expected-empty = Tell us how many weeks you are, or your due date. You can change it or delete it. It stays on this phone.
visits-expected-tell = Add my weeks or due date
# Before a date: when the baby is expected.
visits-expected-due = Due date:
# Before a date: the day of the birth.
visits-expected-born = Your baby was born on
# How far she is today. Both are numbers in Latin digits.
visits-expected-weeks = Today: weeks { $weeks }, days { $days }
visits-expected-change = Change
# Deletes the due date and the rest of what she told here.
visits-expected-forget = Delete this
# The due date has passed.
visits-expected-ask-born = Your due date has passed. If your baby is born, you can add the day here.
visits-expected-tell-born = Add the day
visits-expected-first = Is this your first baby?
visits-expected-first-yes = Yes
visits-expected-first-no = No
# Heading: its time is now.
visits-expected-now = Now
# Heading: later in the pregnancy.
visits-expected-coming = Later
# Heading: after the birth.
visits-expected-after-birth = After the birth
# Heading: its weeks have passed.
visits-expected-earlier = These weeks have passed
visits-expected-earlier-hint = If you did not have one of these, you can still ask.
# Before a date that is counted from a due date. Followed by an English date.
visits-expected-about = About
# Between two English dates: from the first to the second.
visits-expected-to = to
# $week is a number in Latin digits: the week of the pregnancy.
visits-expected-week = Week { $week }
visits-expected-if-first = Only for a first baby
# She has added a visit of this kind; it may be this one or another.
visits-expected-added = You have added a visit like this.
visits-expected-see-added = See your visit
# Above the button. The days are not a booking.
visits-expected-add-hint = These days are not a booking. When you get a letter or a text, you can add the visit.
visits-expected-add = Add this visit

## How far is she? One question with three ways to answer.

visits-when-title = What do you know?
visits-when-hint = One answer is enough.
visits-when-weeks = How many weeks I am
visits-when-due = My due date
visits-when-born = My baby is born
visits-when-weeks-field = Weeks
visits-when-days-field = Days more
visits-when-missing = Choose one and fill it in.
