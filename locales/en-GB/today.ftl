### The four constants. Each under a sign, in a quarter of a 320 px screen: two short words at most.

# Covers the screen at once.
today-header-hide = Hide
# Opens the cards for staff.
today-header-show = Show to staff
# @safety Opens the danger signs.
today-header-danger = Danger signs
# Opens the language screen.
today-header-language = Language

## The five places of the bottom bar. One short word each, at most 58 px wide at 14 px.

today-bar-today = Today
today-bar-visits = Visits
today-bar-rights = Rights
today-bar-money = Money
today-bar-help = Help
# What a screen reader calls the bar.
today-bar-label = Places

## Headings of Today. At most four words.

today-title-next = Your next visit
today-title-none = Today
today-heading-now = You can do this now

# Where she has saved no visit. Under the heading "Today".
today-empty-words = You have no visit saved. Do you have a letter or a date? You can add it here.
# The button of the next visit.
today-next-see = See this visit

## Rows of "You can do this now".

today-do-fare = Ask for the bus fare
today-do-interpreter = Ask for an interpreter
# Not shown after a loss.
today-do-unit = Save your maternity unit’s number

## The four tiles. Two to four words.

today-tile-add = Add a visit
today-tile-numbers = My numbers
today-tile-moved = I have been moved
today-tile-money = Trip and money

## The question about her own calendar, asked once on Today. $calendar is the calendar’s name.

today-calendar-question = Do you want to see dates in your own calendar too?
today-calendar-detail = The UK date always stands first.
today-calendar-yes = Yes
today-calendar-no = No

## The foot of Today.

# $date is a whole date. The day on which everything was last compared with its sources.
today-foot-checked = Information checked { $date }
# The same where that is longer ago than 180 days. @safety
today-foot-old = Some of this may have changed. It was last checked { $date }. You can ask before you rely on it.
# Badge: what she reads was translated by a machine.
today-foot-machine = Translated by a machine. No person has checked it.
# Link to the settings.
today-foot-phone = This phone
# Row on Today when what she saved cannot be read or kept. Leads to the screen that says why.
today-trouble-row = Kindway cannot open what you saved
today-trouble-detail = You can still read everything.

## A page that is not there, for any reason.

today-lost-title = This page is not here
today-lost-words = You can go to Today.
# Heading where a screen could not be filled. The reason stands under it.
today-sorry-title = That did not work
# Button that tries the same again.
today-again-button = Try again

## Search: one search over everything.

# Heading, and a row that opens it.
today-search-title = Search
# Row on Today and at the top of Rights. At most 28 letters.
today-search-row = Search everything
today-search-field = What are you looking for?
# Under the field.
today-search-hint = One word is enough. Your words are not kept.
# The button.
today-search-go = Search
# $count is a number in Latin digits.
today-search-count = Found: { $count }
today-search-none = Nothing was found. You can try another word, or ask someone.
# Row to people near her, where nothing was found.
today-search-none-help = Find someone to ask
# Above results that are for a place. $place is a town or a postcode district.
today-search-near = Near { $place }

## What a result is: a small word beside it. At most 18 letters.

today-search-kind-visit = Your visit
today-search-kind-visit-kind = About a visit
today-search-kind-article = Rights
today-search-kind-card = Card for staff
# @safety
today-search-kind-danger = Danger sign
today-search-kind-guide = Money
today-search-kind-timeline = What comes next
today-search-kind-contact = Help
