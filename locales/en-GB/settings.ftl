### The language screen.

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

# A quiet link at the end of the first run, for a new phone.
settings-move-have = I have a copy from another phone

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
settings-trouble-sure-words = Your old visits and numbers will not be shown. The old file stays on this phone.
settings-trouble-sure-yes = Yes, start again
settings-trouble-sure-no = No, not now
# Button: what a PIN opens may be whole all the same.
settings-trouble-pin = Open with a PIN
# Button: she made a copy on another phone, or on this one before.
settings-trouble-copy = Bring in a copy
# Under the question whether to start again: the copy can only come in then.
settings-trouble-copy-words = Then you can bring in your copy.
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

## This phone: everything that she can set.

# Heading.
settings-phone-title = This phone
# Heading and row of her language. Her language’s own name stands under it.
settings-phone-language = Language
# Switch. $calendar is the calendar’s name.
settings-phone-calendar = Dates in the { $calendar } too
# Under it.
settings-phone-calendar-detail = The UK date always stands first.
# Heading of size and colours.
settings-phone-look = How it looks
# Question above the sizes.
settings-phone-size = Size of the words
# Sizes. One or two words.
settings-phone-size-100 = Normal
settings-phone-size-130 = Large
settings-phone-size-160 = Larger
settings-phone-size-200 = Largest
# Question above light and dark.
settings-phone-theme = Light or dark
settings-phone-theme-system = As the phone is
settings-phone-theme-light = Light
settings-phone-theme-dark = Dark
# Heading. What she sets here stands on every card for staff.
settings-phone-interpreter = Interpreter
# Under it.
settings-phone-interpreter-hint = This is on every card that you show to staff.
# Question.
settings-phone-needed = Do you need an interpreter?
settings-phone-needed-yes = Yes
settings-phone-needed-no = No
# Switch.
settings-phone-woman = I would like a woman
# Under it.
settings-phone-woman-detail = Staff should try. It is not always possible.
# Label of the field for her dialect. At most 60 letters can be typed.
settings-phone-dialect = Your dialect, or another language
# Under it.
settings-phone-dialect-hint = Staff read English, so English letters help. You can leave this empty.
# Button beside it.
settings-phone-dialect-save = Save
# Said once it is saved.
settings-phone-saved = Saved on this phone
# Heading of reminders.
settings-phone-reminders = Reminders
# Switch.
settings-phone-reminders-on = Reminders on
# Under it while they are on.
settings-phone-reminders-on-detail = They ring before each visit.
# An invented visit for those examples, where she has saved none. Kind and place.
settings-phone-example-kind = Doctor
settings-phone-example-place = Health centre
# Heading of the list of planned reminders. $count is a number in Latin digits.
settings-phone-planned = Planned: { $count }
# Where there are none.
settings-phone-planned-none = Nothing is planned. You can add a visit.
# Puts two kinds of reminder together, two at a time.
settings-phone-planned-and = { $first }, { $second }
# Link that shows the rest. $count is how many more there are.
settings-phone-planned-more = Show the other { $count }
# Heading of the rows at the end.
settings-phone-more = More
# Under the row to the PIN.
settings-pin-row = A PIN, the lock, a second space
# Under the row to moving.
settings-move-row = Take what you saved with you
# Row to Delete.
settings-phone-delete = Delete
settings-phone-delete-detail = Past visits, notes or everything
# Row to About.
settings-phone-about = About Kindway
settings-phone-about-detail = Who made it, sources, licences
# Row to "something has changed".
settings-phone-changed-detail = You can make this phone quiet.

## Updates: newer pages and numbers, fetched from the people who publish them. Calm and plain; nothing about her is sent.

# Heading, and the rows on "This phone" and "About" that lead here.
settings-updates-title = Updates
# Under those rows.
settings-updates-row = Newer pages and phone numbers
# Under the heading: what an update is.
settings-updates-what = An update brings newer pages, phone numbers and sums of money.
# The one button.
settings-updates-now = Look for updates now
# Name of a row; the day stands under it.
settings-updates-looked = Last looked
# In its place where there was none.
settings-updates-never = Not yet
# Name of a row; the day and what changed stand under it.
settings-updates-brought = Last time something changed
# What changed, one line each. $count is a number in Latin digits.
settings-updates-changed-pages = Pages: { $count }
settings-updates-changed-numbers = Phone numbers: { $count }
# Places, groups and phone lines of which something else than the number changed.
settings-updates-changed-contacts = Places and groups: { $count }
settings-updates-changed-rates = Sums of money: { $count }
settings-updates-changed-other = Other things: { $count }
# Heading while it is not known yet whether there is something.
settings-updates-looking = Looking for something new
# Heading while something new comes.
settings-updates-getting = Something new is coming
# Under the bar while nothing can be counted yet.
settings-updates-goes-on = You can go on using Kindway.
# Under the bar. Both are sizes such as "12 KB".
settings-updates-bytes = { $done } of { $of }
# Sizes of what comes over the network. $count is a number in Latin digits.
settings-updates-kb = { $count } KB
settings-updates-mb = { $count } MB
# Button that ends it.
settings-updates-stop = Stop
# Said after that; "Your information is unchanged." follows.
settings-updates-stopped = You stopped it.
# Said when it came to its end, something new or not.
settings-updates-newest = You have the newest now.
# @safety In its place where something that came could not be used, for example the pages in one language.
settings-updates-behind = Part of what came could not be used. There you see what you had before.
# Question. $size is a size such as "312 KB".
settings-updates-large = This update is { $size }. Get it now?
# Under it. On Wi-Fi it uses none of the data that she pays for.
settings-updates-large-detail = It is bigger than usual. On Wi-Fi it does not use your phone’s data.
settings-updates-large-yes = Get it
settings-updates-large-no = Not now
# @safety Stands after each of the next six, and after "You stopped it."
settings-updates-unchanged = Your information is unchanged.
# @safety Why it did not work.
settings-updates-trouble-no-connection = No internet just now.
# @safety
settings-updates-trouble-date = The date of this phone may be wrong.
# @safety
settings-updates-trouble-host = Could not update.
# @safety What came was not signed as it should be, so nothing of it was used.
settings-updates-trouble-not-trusted = Could not update.
# @safety
settings-updates-trouble-no-room = There is no room on this phone.
# @safety What Kindway keeps on the phone is damaged, so nothing new can be taken.
settings-updates-trouble-unreadable = Could not update.
# @safety What she can do then, one for each of the six.
settings-updates-then-no-connection = Everything here still works.
# @safety
settings-updates-then-date = You can check the date in the phone’s settings, then try again.
# @safety
settings-updates-then-host = You can try again later.
# @safety
settings-updates-then-not-trusted = What came could not be checked, so none of it was used.
# @safety
settings-updates-then-no-room = You can delete photos or apps that you do not need, then try again.
# @safety
settings-updates-then-unreadable = This phone could not read what Kindway keeps on it. You can try again later. If it stays like this, you can ask the person who gave you Kindway.
# @safety Stands in the place of "Your information is unchanged." where that is not so: what an update had brought was damaged.
settings-updates-went-back = This phone could not read your newest information. So you see what came with Kindway.
# @safety Under it, after the day on which that was checked.
settings-updates-went-back-then = The newest information comes with the next update.
# Before today’s date, as the phone has it.
settings-updates-date = This phone says it is
# Where this build has no updates.
settings-updates-impossible = This Kindway does not get updates by itself.
settings-updates-impossible-then = A newer Kindway has newer information. You can ask the person who gave you this one.
# Name of a row there; the day stands under it. On that day everything was compared with its sources.
settings-updates-checked = Information last checked
# Question: over which networks Kindway may look without her asking.
settings-updates-networks = When may Kindway look by itself?
settings-updates-network-any = With any internet
settings-updates-network-any-detail = Updates are small.
settings-updates-network-free = Only with Wi-Fi
settings-updates-network-none = Only when I ask
# Heading of the two sentences after it.
settings-updates-private = Private and small
settings-updates-same = Every phone asks for the same files. So nobody learns what you read.
settings-updates-small = Most updates are a few kilobytes, less than one photo.

## The lock. Nothing here says what the app is for, and nothing names it: strangers see this screen. @safety

# Heading, and the name of the field.
settings-lock-title = Your PIN
# Button. One word if it can be.
settings-lock-open = Open
# On the same button while it works, for a second or two.
settings-lock-opening = One moment
# Name of a key, for a screen reader: it brings up a keyboard with letters. The key shows a pen.
settings-lock-letters = Use letters
# Link that brings the ten digits back.
settings-lock-digits = Use digits
# Name of a key, for a screen reader: it takes the last digit away.
settings-lock-rub = Take one away
# Switch or button: what is typed is shown instead of dots.
settings-lock-show = Show what I type
# Seen while it has to wait. $time is minutes and seconds, such as 0:28, and changes each second.
settings-lock-wait = You can try again in { $time }.
# Read out in its place. $minutes is a number from 2 on.
settings-lock-wait-minutes = Minutes until you can try again: { $minutes }.
# Read out when less than a minute is left, or just one.
settings-lock-wait-short = You can try again in less than one minute.
# Said when the wait is over.
settings-lock-try = You can try again now.
# Button, where something opens without a PIN.
settings-lock-without = Open without a PIN
# Button, where the phone itself opens it too: it then asks for her finger, her face or its own PIN, as it does when it is switched on.
settings-lock-owner = Use this phone’s own lock
# Link, and heading of what follows.
settings-lock-forgotten = I have forgotten my PIN
# Link up, to the lock.
settings-lock-back = Back to the PIN
# What a forgotten PIN means. It must not sound as if somebody could help.
settings-forgotten-nobody = Nobody can open this without the PIN. There is no second way in, and we cannot make one.
# In its place where the phone’s own lock opens it.
settings-forgotten-owner = This phone’s own lock still opens it. You can open it that way and make a copy of what you saved.
# A copy is what she may have made for a new phone.
settings-forgotten-copy = If you made a copy of what you saved, you can delete everything here and then bring in the copy.
# Button to the question before it is done.
settings-forgotten-erase = Delete everything and begin again
# Under “Are you sure?”.
settings-forgotten-sure = Everything that was typed goes from this phone, behind every PIN. Nobody can bring it back.

## PIN and lock. The same words in either space. @safety

# Heading, and the row that leads here.
settings-pin-title = PIN and lock
# Under it.
settings-pin-hint = A PIN keeps others out of what you saved.
# Row, and heading of the question.
settings-pin-set = Set a PIN
settings-pin-set-detail = Now it opens without one.
# Row, and heading of the question.
settings-pin-change = Change the PIN
# Row, and heading of the question.
settings-pin-remove = Remove the PIN
settings-pin-remove-hint = Then it opens without a PIN. Whoever holds this phone can read it.
# Button under that question.
settings-pin-remove-yes = Remove it
# Row: it locks at once.
settings-pin-lock-now = Lock now
# Question: how long another app can be open before it locks. Hide locks at once in any case.
settings-pin-after = Lock when Kindway is out of sight
settings-pin-after-0 = At once
settings-pin-after-1 = After 1 minute
settings-pin-after-5 = After 5 minutes
settings-pin-after-15 = After 15 minutes
# Switch, only on phones that have a lock of their own (finger, face, PIN). Under it, always: what can happen.
settings-pin-owner = Open with this phone’s own lock too
settings-pin-owner-risk = Somebody who can open this phone, or put your finger on it, can then open Kindway too.
# Before she turns it on. “This PIN” is the one that she types here.
settings-pin-owner-how = It will open the same as this PIN. The phone asks for your finger, your face or its own PIN.
# Button.
settings-pin-owner-on = Turn it on
# Before what ends it: turning it off, removing the PIN, deleting all that she sees. @safety
settings-pin-owner-ends = Then this phone’s own lock no longer opens Kindway.
# After that, where she could be left without a way in. @safety
settings-pin-owner-know = After that you need your PIN. If you have forgotten it, make a copy first.
# Button.
settings-pin-owner-off = Turn it off
# Heading over the next three rows.
settings-pin-spaces = Another PIN
# Row that is always there: it locks, so that another PIN can be typed.
settings-pin-other = Open with another PIN
# Row: it adds a few invented, harmless visits, so that what others may see is not empty.
settings-pin-examples = Add a few everyday visits
settings-pin-examples-detail = Doctor, dentist and the like. You can delete each one.
# Said once they are there.
settings-pin-examples-done = A few visits were added.
# Last line, and under a new PIN.
settings-pin-nobody = If you forget the PIN, nobody can open what you saved. You can write it down and keep it somewhere safe.
# Labels of the fields.
settings-pin-field-current = Your PIN now
settings-pin-field-new = New PIN
settings-pin-field-hint = 6 digits or more. Or a sentence that you remember.
settings-pin-field-again = The new PIN again
# Where the two are not the same.
settings-pin-differ = The two are not the same. Type it again.
# Under “This PIN is short.”: what can happen.
settings-pin-weak = With 4 or 5 digits, somebody with time can find it. 6 digits are much safer.
settings-pin-weak-yes = Use it all the same
# The one button of these questions.
settings-pin-save = Save
# Said once it is done.
settings-pin-done = The PIN is set.
settings-pin-removed = The PIN is removed.
# Button that goes on from there.
settings-pin-ready = Done

## The second space: a second PIN that opens something else. It must not promise more than it does. @safety

# Row, and heading.
settings-second-title = A second space
settings-second-detail = Another PIN shows other things.
settings-second-what = A second space is a second Kindway inside this one. It is empty at first, and you can put everyday things there.
settings-second-which = Each space has its own PIN. The PIN that you type decides which one opens.
settings-second-apart = Nothing from one space is shown in the other.
# Heading of what it does not do.
settings-second-not = What it cannot do
settings-second-glance = It helps when somebody takes a quick look. It does not stop an expert.
settings-second-time = Somebody who has this phone open, and time, can find out that there are two.
settings-second-reminders = Reminders from both spaces ring on this phone.
# Button to the question for its PIN.
settings-second-on = Set its PIN
# Where this space has no PIN yet.
settings-second-first = This space needs a PIN first.
# Heading of the question, and under it.
settings-second-pin = A PIN for the second space
settings-second-pin-hint = It has to be another PIN than yours now.
# Said once it is done, and what to do then.
settings-second-done = The second space is ready.
settings-second-done-then = To open it, lock Kindway and type its PIN. To come back here, lock it and type your first PIN.

## Moving to a new phone. @safety

# Heading, and the row that leads here.
settings-move-title = Move to a new phone
# Under it.
settings-move-hint = A copy of what you saved goes with you in one file.
# Row, and heading.
settings-move-out = Make a copy
settings-move-out-detail = On the old phone
# Row, and heading.
settings-move-in = Bring in a copy
settings-move-in-detail = On the new phone
# Heading of the four steps, which are numbered.
settings-move-how = How it goes
settings-move-how-1 = Make a copy here. Write down its code and save its file.
settings-move-how-2 = Send the file to your new phone, by any way of sending files.
settings-move-how-3 = Open Kindway there. Go to This phone, Move to a new phone, Bring in a copy.
settings-move-how-4 = Look that everything is there. Then delete it on the old phone.
# Before the copy is made.
settings-move-out-what = The copy holds all that you see now: visits, notes, numbers, letters and settings.
settings-move-out-code = The file is locked with a code of 45 digits. Without the code nobody can read it.
settings-move-out-paper = You need a pen and paper. The code is shown only once.
# Button.
settings-move-out-make = Make the copy
# On a button while it works.
settings-move-working = One moment
# Heading over nine numbered groups of five digits.
settings-move-code = The code of the copy
settings-move-code-once = Write down all nine groups. The code is shown only once.
# Under the groups.
settings-move-code-check = Keep the code and the file apart. Do not send the code together with the file.
# What a screen reader says for the square code.
settings-move-code-qr = The same code as a square picture
settings-move-code-written = I have written it down
settings-move-code-print = Print it
# Heading, after the code.
settings-move-file = The file of the copy
settings-move-file-what = The file can be sent in any way. It can only be opened with the code.
settings-move-file-save = Save the file
# Said after that. $name is the name of the file.
settings-move-file-saved = Look for { $name } among your downloads.
# The same, where it is known where the file stands. $place is that, such as /home/sara/Downloads/copy.kw.
settings-move-file-place = The file is saved: { $place }
# On the new phone: labels and hints of the two fields.
settings-move-in-file = The file
settings-move-in-file-hint = Its name is mostly copy.kw.
settings-move-in-file-choose = Choose the file
settings-move-in-file-other = Choose another file
# $name is the name of the file that she chose.
settings-move-in-file-chosen = Chosen: { $name }
settings-move-file-missing = Choose the file first.
settings-move-in-code = The code
# $count is how many digits are there.
settings-move-in-code-hint = 45 digits. Typed so far: { $count }
# Button: it only looks.
settings-move-in-look = See what is in it
# Heading.
settings-move-found = What is in the copy
# $day is a day in her language.
settings-move-found-made = Made on { $day }
# One line each; $count is a number in Latin digits.
settings-move-found-visits = Visits: { $count }
settings-move-found-notes = Visits with a note: { $count }
settings-move-found-numbers = Your own numbers: { $count }
settings-move-found-letters = Letters: { $count }
# How many of them are not on this phone yet.
settings-move-found-new = Not on this phone yet: { $count }
settings-move-found-none = All of it is on this phone already.
# How many are here in other words.
settings-move-found-both = On both phones, with a difference: { $count }. Both are kept.
settings-move-found-stays = What is on this phone stays.
settings-move-found-yes = Bring it in
settings-move-found-no = No, go back
# Heading, when it is done.
settings-move-done = The copy is in
# What came of it; $count is a number in Latin digits.
settings-move-done-added = Added: { $count }
settings-move-done-same = Here before: { $count }
settings-move-done-both = Kept twice, with a difference: { $count }
settings-move-done-reminders = Reminders were planned again on this phone.
settings-move-done-old = The old phone still has everything. You can delete it there: This phone, Delete.

## Delete. Calm, no red. It says what goes and what stays. @safety

# Heading.
settings-delete-title = Delete
# Link up.
settings-delete-back = This phone
# Under the heading.
settings-delete-hint = You choose what goes. When you leave this page, it cannot be put back.
# The three things, with how many. $count is a number in Latin digits.
settings-delete-past = Past visits: { $count }
settings-delete-past-none = You have no past visits.
settings-delete-notes = Private notes: { $count }
settings-delete-notes-none = You have no private notes.
# @safety Does not say whether a second space is used.
settings-delete-space = All that you see now
settings-delete-space-detail = What this PIN opens, or what opens without one. The PIN stays.
# @safety Both spaces, whether or not the second is used.
settings-delete-everything = Everything on this phone
settings-delete-everything-detail = Behind every PIN: visits, notes, numbers, letters and settings
# What the first two leave alone. $count is a number in Latin digits.
settings-delete-stay = Reminders that stay: { $count }
# Asked before it is done.
settings-delete-past-sure = Delete past visits?
settings-delete-past-words = Visits before today go, with their notes. Coming visits stay.
settings-delete-notes-sure = Delete private notes?
settings-delete-notes-words = The visits stay. Your own words about them go.
settings-delete-space-sure = Delete all that you see now?
settings-delete-space-words = Visits, notes, numbers, letters and settings go. What another PIN opens is not touched.
settings-delete-everything-sure = Delete everything?
settings-delete-everything-words = Everything that was typed in Kindway goes from this phone, behind every PIN.
# $count is a number in Latin digits.
settings-delete-everything-reminders = Reminders that stop: { $count }
settings-delete-everything-twice = Are you sure?
settings-delete-everything-twice-words = Nobody can bring it back. We have no copy.
# Goes from the first question about everything to the second.
settings-delete-everything-on = Yes, go on
# The buttons.
settings-delete-yes = Yes, delete
settings-delete-everything-yes = Yes, delete everything
settings-delete-no = No, keep it
# Said once it is done.
settings-delete-done = Deleted
# Under it, and the button.
settings-delete-undo-until = You can put it back until you leave this page.
settings-delete-undo = Put it back
# Said then.
settings-delete-undone = It is back.

## About.

# Heading.
settings-about-title = About Kindway
# Heading of who made it.
settings-about-who = Who made it
settings-about-who-words = Kindway is for women who ask for asylum in the UK. It is not from the Home Office, the NHS or a council.
# Where the name is from. The poem’s name stays English.
settings-about-name = The name comes from a poem that such women wrote: “Kindness Goes a Long Way”.
# What happens to her words.
settings-about-private = What you type stays on this phone. Nobody gets it from us.
# Heading of numbers and dates.
settings-about-version = What is in it
# Names of rows. Values stand beside them.
settings-about-version-app = Version
settings-about-content = Content
settings-about-checked = Checked
settings-about-facts = Facts with a source
settings-about-contacts = Places and phone lines
# Heading.
settings-about-wrong = Is something wrong?
settings-about-wrong-words = You can tell the person who gave you Kindway. They can tell us.
# $id is twelve letters and digits that name this content.
settings-about-wrong-id = Tell them the page, and this code: { $id }
settings-about-wrong-address = This test version has no address to write to yet.
# Heading of where the content is from.
settings-about-sources = Where it comes from
settings-about-sources-words = Each page names its sources, their dates and when we read them.
# Names of rows; the licence in English stands under each.
settings-about-places = Postcodes and towns
settings-about-fonts = Letters on the screen
settings-about-words = The texts
settings-about-code = The program
settings-about-drawings = The drawings
# Heading, and the button that shows the long list. $count is a number in Latin digits.
settings-about-parts = Made with the work of others
settings-about-parts-show = Show the list
settings-about-parts-count = Programs: { $count }
settings-about-parts-missing = The list is not in this version.
