### Money: what a trip costs, what is left, who can pay, the letter that asks for the fare. Plain words, no blame. Sums come ready, such as £5.00.

## S40 Money

# Heading of the screen.
money-page-title = Money

# Heading above the list of coming visits with their fares.
money-trips-title = Your trips

# A line of a trip in the list, where the fare is known. $fare is a sum.
money-trips-fare = Fare: { $fare }

# A line of a trip in the list, where she has not typed the fare.
money-trips-no-fare = You have not typed the fare yet

# Where there is no coming visit.
money-trips-none = When you add a visit, you can see here what the trip costs and who can pay.

# A row under it that leads to adding a visit.
money-trips-add = Add a visit

# Heading above the sum she has.
money-have-title = What you have now

# Under the heading, before she has typed a sum.
money-have-why = You can type how much money you have. It stays on this phone.

# Label of the field for the sum she has.
money-have-label = Money you have

# A line under the label of a field for a sum: an example. Digits of her own script work too.
money-sum-example = In pounds and pence, like 11 or 11.50

# Under the sum, if she typed it today.
money-have-today = You typed this today.

# Under the sum. $day is a date.
money-have-on = You typed this on { $day }.

# Under the sum, if she typed it a week ago or earlier. $day is a date.
money-have-old = You typed this on { $day }. It may be different now.

# A button beside a sum or an answer: change it. At most 12 letters.
money-change = Change

# A button: take the typed sum away. At most 14 letters.
money-take-back = Take back

# A button: keep what is typed. At most 12 letters.
money-save = Save

# A button: leave everything as it was. At most 12 letters.
money-cancel = Cancel

# Said after a sum was taken back.
money-taken-back = Taken back. The app does not know your sum any more.

# An error under a field: what she typed is not a sum.
money-error-sum = Write a sum like 11 or 11.50.

# Heading above the weekday on which money comes.
money-day-title = The day your money comes

# Under the heading, before she has said it.
money-day-why = You can pick the day. Then you see how much is left for each day until then.

# The weekday and the next date. $weekday is the name of a day.
money-day-every = Every { $weekday }

# Under it. $day is a date.
money-day-next = Next: { $day }

# Heading above the kind of support. It is a question.
money-support-title = Which support do you get?

# Under the heading. Why the app asks.
money-support-why = The sum and the help with fares are different. Your support letter says which one you get.

# A kind of support. Keep the number of the law.
money-support-section-95 = Section 95
# What that means.
money-support-section-95-detail = You cook for yourself. The money comes on a card.

# A kind of support: section 95 or 98 with meals.
money-support-with-meals = A place with meals
# What that means.
money-support-with-meals-detail = Such as a hotel. It can be section 95 or section 98.

# A kind of support. Keep the number of the law.
money-support-section-4 = Section 4
# What that means.
money-support-section-4-detail = After a refused claim, with housing. The money comes on a card.

# A kind of support. Keep the number of the law.
money-support-schedule-10 = Schedule 10
# What that means.
money-support-schedule-10-detail = For some people on immigration bail. It has no extra payments.

# No support.
money-support-none = Nothing from the Home Office
# What that means.
money-support-none-detail = You get no weekly money from them.

# She does not know.
money-support-unknown = I do not know
# What she can do.
money-support-unknown-detail = That is fine. Migrant Help can tell you.

# A switch: she gets the weekly extra in pregnancy. Not shown after a loss.
money-extra-title = I get the extra for pregnancy
# Under the switch. $sum is a weekly sum.
money-extra-detail = { $sum } more each week
# Under the switch, where the sum is past its review date.
money-extra-no-sum = A little more each week

# Heading above the published sums.
money-rates-title = Published sums

# Under the heading.
money-rates-why = These sums are for each person. What is on your own card counts more.

# A published sum: support for someone who cooks for herself.
money-rate-self-catered = You cook for yourself

# A published sum: support where meals are given.
money-rate-with-meals = A place with meals

# A published sum: the extra in pregnancy. Not shown after a loss.
money-rate-pregnancy = Extra in pregnancy

# A published sum: the extra for a baby under 1 year. Not shown after a loss.
money-rate-baby-under-1 = Extra for a baby under 1

# A published sum: the extra for a child. Not shown after a loss.
money-rate-child-1-to-3 = Extra for a child aged 1, 2 or 3

# A published sum: the one-off maternity payment. Not shown after a loss.
money-rate-maternity-payment = Maternity payment

# How often a sum is paid: each week. Under the sum. At most 12 letters.
money-rate-per-week = each week

# How often a sum is paid: one time. Under the sum. At most 12 letters.
money-rate-per-once = one time

# A sum on which the sources do not agree. $low and $high are whole pounds such as £9.
money-rate-between = About { $low } to { $high }

# Under that sum.
money-rate-unsettled = Nobody agrees yet. You can check your card.

# In place of a sum that is past its review date.
money-rate-past-review = We no longer show this sum. It may have changed.

# Before the date of a source, which follows in English.
money-rate-dated = Source:

# When a source was last read. $day is a date.
money-rate-checked = Read { $day }.

# Heading above the letters she saved.
money-letters-title = Your saved letters

# A line of a saved letter. $day is a date.
money-letters-saved = Saved { $day }

# Where there is none.
money-letters-none = You have no saved letters. You can make one from a trip.

# Heading above links to articles.
money-articles-title = Good to know

# A link to the article on refunds of fares.
money-articles-refund = Can I get my fare back?

# A link to the article on extra money. Not shown after a loss.
money-articles-extra = Extra money in pregnancy

## S41 Trip

# Heading. $visit is the kind of visit, such as Scan.
money-trip-title = Your trip: { $visit }

# A row of the picture: the money she has. At most 20 letters.
money-trip-have = You have

# A row of the picture: the fare there and back. At most 28 letters.
money-trip-fare = Fare, there and back

# A row of the picture: what is left. $weekday is the name of a day. At most 24 letters with a long weekday.
money-trip-left-until = Left until { $weekday }

# The same, where she has not said on which day money comes.
money-trip-left = Left after the trip

# The same, where it is not enough. Never blame.
money-trip-missing = Still needed

# Under the row of days. $sum is what is left for each day.
money-trip-per-day = { $sum } a day

# Where it is not enough. $sum is what is missing. Kind words.
money-trip-not-enough = This fare is more than you have. You need { $sum } more. You are not alone: you can ask for it.

# Where the money is just enough.
money-trip-just-enough = This trip takes all that you have. You can ask for the fare first.

# A row that leads to Money, to pick the day on which money comes.
money-trip-pick-day = Which day does your money come?
# Under it.
money-trip-pick-day-detail = Then you see what is left for each day

# Why there is no sum: no fare.
money-trip-no-fare = Type the fare there and back. Then you see what is left.

# Why there is no sum: she has not typed what she has.
money-trip-no-have = Type what you have. Then you see what is left.

# Why there is no sum: both are missing.
money-trip-no-both = Type what you have, and the fare there and back. Then you see what is left.

# Why there is no sum: the published sum is past its review date.
money-trip-no-rate = The published sum may have changed, so we do not count with it. You can type what you have.

# Why there is no sum: sources disagree. $low and $high are whole pounds.
money-trip-unsettled = You may get about { $low } to { $high } each week. Nobody agrees yet, so we do not count with it. You can check your card and type what you have.

# Label of the field for the fare.
money-trip-fare-label = Fare, there and back

# Under the sums: she typed what she has today.
money-trip-typed-today = You typed what you have today.

# Under the sums. $day is a date.
money-trip-typed-on = You typed what you have on { $day }.

# Under the sums: what she has is from published sums.
money-trip-from-rates = What you have is from published sums, for one week:

# After it.
money-trip-from-rates-own = If you have more or less, you can type your own sum.

# The one solid button: it makes the letter that asks for the fare.
money-trip-ask = Ask for the fare first

# Heading above who can pay.
money-pays-title = Who can pay?

# Heading of a part: before the trip. At most 14 letters.
money-pays-before = Before

# Heading of a part: on the day of the trip. At most 14 letters.
money-pays-on-the-day = That day

# Heading of a part: after the trip. At most 14 letters.
money-pays-after = After

# Heading of a part: what is not certain. At most 14 letters.
money-pays-unsure = Not sure

# Where the visit is not with health staff.
money-pays-not-health = These rules are for health visits. This visit may not be covered. You can ask the people who invited you.

# A chip that shows the English under each sentence, for staff.
money-pays-english = Show the English too

# A row to someone who can be asked.
money-pays-ask = Who you can ask

## S43 Letter

# Heading.
money-letter-title = A letter for your fare

# The link up to the trip.
money-letter-back = Your trip

# The name of the sheet for a screen reader.
money-letter-sheet = The letter, in English

# A button: the letter on the whole screen. At most 14 letters.
money-letter-show = Show

# A button: copy the words. At most 14 letters.
money-letter-copy = Copy

# Said after the words were copied.
money-letter-copied = Copied. You can put it in a message.

# Said where the phone refused.
money-letter-not-copied = This phone did not copy it. You can show the letter instead.

# A button: keep the letter.
money-letter-save = Save on this phone

# Said after it was saved.
money-letter-saved = Saved on this phone. It is under Money.

# Heading above the ticks.
money-letter-ticks = What goes in it? You choose

# A tick.
money-letter-tick-day = The day and the fare

# A tick.
money-letter-tick-language = My language

# A tick.
money-letter-tick-name = A space for my name

# A tick. HC2 is a certificate for people with a low income.
money-letter-tick-hc2 = I have an HC2 certificate

# Under the ticks.
money-letter-never = The letter never says anything about your health or your papers.

# Where the fare is missing. A row that leads back to the trip.
money-letter-no-fare = The letter does not name the fare yet
# Under it.
money-letter-no-fare-detail = You can type it on your trip

# Heading above the letter in her language.
money-letter-hers = What the letter says

# A button on the whole screen: back to the app. At most 20 letters.
money-letter-done = Done

# Heading of a letter she saved.
money-saved-title = Your letter

# Under it. $day is a date.
money-saved-on = Saved { $day }

# A button.
money-saved-delete = Delete this letter

# A question before it is deleted.
money-saved-sure = Delete this letter? It cannot be put back.

# A button: yes.
money-saved-yes = Yes, delete

# A button: no.
money-saved-no = Keep it

## A few questions that end in what she can do.

# Heading above the tables.
money-questions-title = Find out with a few questions
# Row, and the small line above each question.
money-rule-travel = Who can pay for a trip?
money-rule-hc2 = How can I get an HC2?
money-rule-extra-money = Can I get extra money?
money-rule-exemption = Free medicine and dentist
# She pressed Next with nothing chosen.
money-questions-missing = Choose one. You can choose that you do not know.
# Link back to the question before.
money-questions-back = Back to the question before
# Heading above her answers. Each can be changed.
money-questions-given = Your answers
