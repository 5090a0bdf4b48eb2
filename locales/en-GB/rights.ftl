### Rights: the tiles, an article with the English beside it, and where it all comes from.

## The list.

# Heading. One word or two.
rights-list-title = Your rights
# Under the heading.
rights-list-hint = Short answers. You can show each one to staff in English.
# Where this language or situation has no article.
rights-list-empty = There is nothing here yet. You can ask a charity under Help.

## The topics: one tile each. At most 28 letters.

rights-topic-care = Care and who pays
rights-topic-your-say = Your say
rights-topic-visits = Visits and tests
rights-topic-money = Money and travel
rights-topic-home = Where you live
rights-topic-social-services = Social services
rights-topic-safety = Safety
# @safety Feelings, mental health, the loss of a pregnancy.
rights-topic-feelings = Feelings and loss
rights-topic-birth = Birth and baby
rights-topic-groups = People near you

## An article.

# Link up to the list. At most 20 letters.
rights-article-back = Rights
# Chip, on or off: English stands under each line. At most 24 letters.
rights-article-english = English under each line
# Link in a section where English is off: shows it for this section.
rights-article-english-here = Show this in English
# Link that takes it away again.
rights-article-english-away = Hide the English
# Heading of what she can do.
rights-article-do = What you can do
# Heading of the next step, in a page about social services.
rights-article-next = The next step
# Heading of the days or weeks until something must be done.
rights-article-when = By when
# Heading of what she has a right to.
rights-article-right = Your right
# Heading of who may come with her.
rights-article-who = Who may come
# Heading of questions that she can ask; the English stands under each.
rights-article-ask = You can ask this
# Heading of what differs in this nation.
rights-article-scotland = In Scotland
# Heading of what differs in this nation.
rights-article-wales = In Wales
# Heading of what differs in this nation.
rights-article-northern-ireland = In Northern Ireland
# Row that opens the next article of the same topic. Its title stands under it.
rights-article-following = What comes next
# Heading of what helps where somebody refuses.
rights-article-no = If they say no
# Row that opens a staff card. The card’s own name stands under it.
rights-article-card = Show this card to staff
# Heading of what the sources leave open.
rights-article-unsure = What is not certain
# Heading of the contacts.
rights-article-help = Who can help

## Where it comes from, under articles, cards and danger signs.

# Heading.
rights-sources-title = Where this comes from
# Opens the list of sources. $count is how many there are.
rights-sources-count = Pages we read: { $count }
# $date is a date as the source itself gives it, in English, such as "Aug 2021".
rights-sources-dated = Date on the page: { $date }
# A source that gives itself no date.
rights-sources-undated = No date on the page
# Before a whole date, the day on which we read the sources.
rights-sources-checked = We read this on
# $nations is a list of nations. Rules differ between them.
rights-sources-nations = This is for: { $nations }
# Puts a list together, two at a time.
rights-sources-and = { $first }, { $second }
# @safety Notice at the top of something past its review date.
rights-sources-old = This may have changed. You can ask before you rely on it.
# @safety Button under that notice. $name is a charity’s own name. The call is free.
rights-sources-old-call = Ask { $name }, free

## Badges: how the text in her language came to be. Never colour alone. At most eight words.

rights-badge-machine = Translated by a machine. No person has checked it.
rights-badge-draft = Draft. No second person has checked it.
rights-badge-checked = Checked by a speaker
rights-badge-approved = Checked and approved
# The English has changed since it was translated.
rights-badge-stale = The English is newer than this text
