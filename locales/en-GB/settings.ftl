### First run, language, trouble with her files, "something has changed", this phone, delete, about.

## The language screen.

# Heading, for a screen reader; on screen the languages speak for themselves.
settings-language-title = Choose your language
# The button, in the language that is chosen and naming it: "Continue in English", "ብትግርኛ ቀጽሊ". At most 24 letters.
settings-language-continue = Continue in English
# Shown under the button on the first run, where the language is not English. Not checked by a person.
settings-language-machine = Translated by a machine. No person has checked it.

## The three promises. Titles of four to six words; each text at most three short sentences.

settings-promises-title = Three promises
settings-promises-stays-title = It stays on this phone
settings-promises-stays-words = What you type is kept here. We do not see it. We do not send it.
settings-promises-works-title = It works without internet
settings-promises-works-words = Everything opens with no data and no credit.
settings-promises-hides-title = You can hide it or delete it
# The last sentence is how to get back: the cover itself says nothing.
settings-promises-hides-words = One tap on Hide covers the screen with a clock. Touch the clock three times to come back.
settings-promises-continue = Continue
# @safety On first run and on About.
settings-channel-test = Test version. Not yet checked by a midwife or an adviser.
# @safety The same after a loss.
settings-channel-test-plain = Test version. Not yet checked by an adviser.

## The last question of the first run.

settings-letter-title = Do you have a letter or a date?
settings-letter-hint = You can do this any time.
settings-letter-yes = Yes, add my visit
settings-letter-yes-detail = It takes about one minute.
settings-letter-no = Not now
settings-letter-no-detail = Go to Today.

## Trouble with what she saved. Calm, no blame; nothing is lost by reading on.

settings-trouble-title = What you saved
# Heading of what works all the same.
settings-trouble-works = This still works
settings-trouble-works-words = Rights, Help, Danger signs and the cards for staff. You can read everything.
# Button that goes on to Today.
settings-trouble-on = Go on to Today
# Button; nothing is deleted by it.
settings-trouble-again = Keep the file and start again
settings-trouble-again-detail = Kindway puts the old file aside and keeps it. You begin with no visits.
# Asked before that is done.
settings-trouble-sure = Do you want to start again?
settings-trouble-sure-words = Your old visits and numbers will not be shown. The old file stays on this phone. An adviser may be able to help with it.
settings-trouble-sure-yes = Yes, start again
settings-trouble-sure-no = No, not now
# What to do where the phone is full.
settings-trouble-room = You can delete photos or apps that you do not need. Then close Kindway and open it again.
# What to do where a newer Kindway wrote the file, or another one is open.
settings-trouble-reopen = Close Kindway and open it again.
# Said where nothing that she types now will be kept.
settings-trouble-not-kept = What you type now is not kept.

## "Something has changed": the loss switch. Quiet, no pictures of babies. @safety

# Entry on Visits and in the settings, and the heading. Neutral: others may see it.
settings-changed-title = Something has changed
# Before it is switched on. The only words on this screen that name it.
settings-changed-what = If your pregnancy has ended, or your baby is no longer with you.
settings-changed-sorry = We are sorry. You do not have to explain anything here.
settings-changed-does = What this does
settings-changed-does-quiet = Every reminder about pregnancy stops now.
settings-changed-does-away = Visits about pregnancy are put away. They are not deleted.
settings-changed-does-words = The screens no longer speak about pregnancy or babies.
settings-changed-does-stay = Other visits stay: your solicitor, the Home Office, your doctor.
settings-changed-does-undo = You can undo this at any time.
settings-changed-turn-on = Make it quiet
# After it is switched on: no word of what it was about.
settings-changed-on = It is quiet now
settings-changed-on-words = Some visits and pages are put away. Nothing is deleted.
# $count is a number in Latin digits.
settings-changed-on-away = Visits put away: { $count }
settings-changed-on-help = People you can talk to
settings-changed-turn-off = Undo this
settings-changed-not-now = Not now
