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

## Delete. Calm, no red. It says what goes and what stays. @safety

# Heading.
settings-delete-title = Delete
# Link up.
settings-delete-back = This phone
# Under the heading.
settings-delete-hint = You choose what goes. It cannot be put back.
# The three things, with how many. $count is a number in Latin digits.
settings-delete-past = Past visits: { $count }
settings-delete-past-none = You have no past visits.
settings-delete-notes = Private notes: { $count }
settings-delete-notes-none = You have no private notes.
settings-delete-everything = Everything
settings-delete-everything-detail = Visits, notes, numbers, letters and settings
# What the first two leave alone. $count is a number in Latin digits.
settings-delete-stay = Reminders that stay: { $count }
# Asked before it is done.
settings-delete-past-sure = Delete past visits?
settings-delete-past-words = Visits before today go, with their notes. Coming visits stay.
settings-delete-notes-sure = Delete private notes?
settings-delete-notes-words = The visits stay. Your own words about them go.
settings-delete-everything-sure = Delete everything?
settings-delete-everything-words = Everything that you typed goes from this phone.
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
