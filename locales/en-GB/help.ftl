### Help: people near her, one contact, her own numbers. Names of places, groups and towns stay as they are written in English.

## S50 Help

# Heading of the screen.
help-page-title = People near you

# The place that is searched near, where she gave a postcode. $outcode is like L7, $town is a town.
help-near-code = Near { $outcode }, { $town }

# The place that is searched near, where she gave a town. $town is a town.
help-near-town = Near { $town }

# In place of it, where she has given none.
help-near-nowhere = Anywhere in the UK

# A button beside the place. At most 12 letters.
help-near-change = Change

# A button beside the place, where she has given none. At most 16 letters.
help-near-add = Add a place

# Label of the field for the place.
help-near-label = Your town, or the first part of your postcode

# Under the label: an example, and a promise.
help-near-hint = Like Liverpool or L7. We do not look where your phone is.

# A button that searches near the place. At most 16 letters.
help-near-use = Use this place

# A button that takes the place away. At most 16 letters.
help-near-none = No place

# A button: leave everything as it was. At most 12 letters.
help-cancel = Cancel

# Where the place is not known. The list under it is for the whole UK.
help-near-unknown = We do not know this place. You can try the nearest town, or the first part of the postcode, like L7.

# Where the place is not known: what the list shows.
help-near-unknown-list = Until then you see help from anywhere in the UK.

# Label of the field for words.
help-words-label = What do you need?

# Under the label: an example.
help-words-hint = A word or a name, like: group, food, sad

# A button. At most 12 letters.
help-words-search = Search

# The name of the row of needs, for a screen reader.
help-needs-label = What you can look for

# A chip that shows all needs again.
help-needs-all = Show all

# The name of the row of filters, for a screen reader.
help-filters-label = Show only

# A filter: only places for women. At most 20 letters.
help-filter-women-only = Women only

# A filter: only numbers that cost nothing. At most 20 letters.
help-filter-free-call = Free to call

# A filter: only where she needs nobody to refer her. At most 26 letters.
help-filter-self-referral = I can go by myself

# How many were found. $count is a number.
help-found = Found: { $count }

# A need: a group to meet others. At most 20 letters.
help-need-group = A group
# A need: sad, worried, cannot sleep. At most 20 letters.
help-need-feelings = Feelings
# A need. At most 20 letters.
help-need-money = Money and food
# A need. Not shown after a loss. At most 20 letters.
help-need-baby-things = Things for baby
# A need. At most 20 letters.
help-need-health = Doctor, health
# A need. Not shown after a loss. At most 20 letters.
help-need-midwife = Midwife, birth
# A need: a lawyer, advice on asylum. At most 20 letters.
help-need-legal = Lawyer, asylum
# A need. At most 20 letters.
help-need-housing = Housing
# A need: children’s social care. At most 20 letters.
help-need-social = Social services
# A need: violence, danger, being forced. At most 20 letters.
help-need-unsafe = I am not safe

# Heading above her own numbers.
help-own-title = Your own people first

# A row with a dashed line: the number of her midwife is not saved. Not shown after a loss.
help-own-midwife = Your midwife’s number
# A row with a dashed line: the number of her maternity unit is not saved. Not shown after a loss.
help-own-unit = Your maternity unit’s number
# Under either.
help-own-add-detail = Not saved yet. You can add it.

# A row that leads to all her own numbers.
help-own-all = My numbers

# What a number of her own is. Not shown after a loss. @card
help-own-role-midwife = My midwife
# What a number of her own is. Not shown after a loss. @card
help-own-role-unit = My maternity unit
# What a number of her own is. @card
help-own-role-other = Someone else

# Heading of a group of results: lines to call in danger. @safety
help-group-first = You can call now
# Under it. @safety
help-group-first-words = These people help when someone is not safe.
# Heading of a group of results. $town is a town.
help-group-near = Near { $town }
# Heading of a group of results, where she has given no place.
help-group-near-anywhere = In towns and cities
# Heading of a group of results.
help-group-national = For the whole country
# Heading of a group of results, with equal respect: the answer is not known.
help-group-not-known = Not known yet
# Under it, with the filter for women only.
help-group-not-known-women-only = We do not know if these are only for women. You can ask them.
# Under it, with the filter for free calls.
help-group-not-known-free-call = We do not know if a call costs nothing. You can ask them.
# Under it, with the filter for going by herself.
help-group-not-known-self-referral = We do not know if you can go by yourself. You can ask them.
# Under it, with more than one filter.
help-group-not-known-many = We do not know if these are all that you asked for. You can ask them.
# Heading of a group of results: far from her place, found by name.
help-group-elsewhere = In other places
# Heading of a group of results.
help-group-closed = These have closed
# Under it.
help-group-closed-words = You can see what to try instead.

# A button under a group of results. $count is how many more there are.
help-show-more = Show more: { $count }

# Where nothing was found.
help-none = We found nothing for this.
# What she can do then.
help-none-try = You can try another word, another place, or fewer filters.
# A button under it.
help-none-clear = Start a new search

# Where it is. $km is a whole number, $town a town.
help-where-about = About { $km } km, { $town }
# Where it is. $town is a town or a part of the country.
help-where-in = In { $town }

# The comma between words of a list, with the space after it.
help-list-comma = { ", " }

# A part of the UK.
help-nation-england = England
# A part of the UK.
help-nation-wales = Wales
# A part of the UK.
help-nation-scotland = Scotland
# A part of the UK.
help-nation-northern-ireland = Northern Ireland
# All of it.
help-nation-uk = The whole UK

# A line of a result: only a website or e-mail is known.
help-row-online = Website or e-mail only
# A line of a result: no number, no website.
help-row-unknown = No number known yet

# A button under a line for danger. $number is a phone number. @safety
help-call-number = Call { $number }

## Kinds of contact, in lists and on a contact’s page. At most 30 letters.

# Advice on asylum.
help-kind-advice_asylum = Asylum advice
# Advice on other law.
help-kind-advice_legal = Legal advice
# Clothes and things for babies. Not shown after a loss.
help-kind-baby_bank_goods = Things for babies
# Someone who goes with her and stays at the birth. Not shown after a loss.
help-kind-befriending_doula = Someone by your side
# Children’s social care of a council, and those who advise about it.
help-kind-children_social_care = Children’s social care
# Violence at home.
help-kind-domestic_abuse = Safety from violence
# Police, ambulance.
help-kind-emergency = Emergency
# Female genital cutting.
help-kind-fgm = Help with FGM (cutting)
# Food, clothes, small sums.
help-kind-food_hardship = Food and money
# Doctors, clinics, medical lines.
help-kind-health_access = Health
# Somewhere to live.
help-kind-housing = Housing
# A hospital’s maternity unit or a midwife team. Not shown after a loss.
help-kind-maternity = Maternity care
# Worry, sadness, hard memories.
help-kind-mental_health = Talking and feelings
# Women or people who meet.
help-kind-peer_support = A group
# People who were forced or sold.
help-kind-trafficking = Help after trafficking
# Fares.
help-kind-travel = Fares

## S51 Contact

# The link up to the list.
help-contact-back = People near you

# Who runs it.
help-run-charity = A charity
# Who runs it.
help-run-community = A community group
# Who runs it. She may want to know: a council has duties to report.
help-run-council = The council
# Who runs it.
help-run-faith = A faith group
# Who runs it. She may want to know.
help-run-home_office_contractor = Works for the Home Office
# Who runs it.
help-run-nhs = The NHS

# A notice: this place has closed.
help-closed-title = This has closed
# Before what to try instead.
help-closed-instead = You can try:

# Heading.
help-known-title = What we know

# Known: women only.
help-known-women-only-yes = Women only
# Known: men come too.
help-known-women-only-no = Not only for women
# Known: childcare.
help-known-creche-yes = There is a crèche
# Known: no childcare.
help-known-creche-no = No crèche
# Known: she may go by herself.
help-known-joining-yes = You can go by yourself
# Known: someone must refer her.
help-known-joining-no = Someone needs to refer you

# A word for what is known or not known: for women only. In the middle of a list, small letter.
help-about-women-only = women only
# A word for what is known or not known: days and time.
help-about-days = days and time
# A word for what is known or not known: opening hours.
help-about-hours = opening hours
# A word for what is known or not known: food.
help-about-food = food
# A word for what is known or not known: the fare.
help-about-fare = fare
# A word for what is known or not known: childcare.
help-about-creche = crèche
# A word for what is known or not known: languages or an interpreter.
help-about-languages = interpreter
# A word for what is known or not known: how to join.
help-about-joining = how to join
# A word for what is known or not known: where it is.
help-about-venue = where it is
# A word for what is known or not known: what they must tell others, such as the council.
help-about-must-report = what they must report

# The heading of a known row, above the words: days.
help-heading-days = Days
# The heading of a known row: opening hours.
help-heading-hours = Open
# The heading of a known row: food.
help-heading-food = Food
# The heading of a known row: the fare.
help-heading-fare = Fare
# The heading of a known row: childcare.
help-heading-creche = Crèche
# The heading of a known row: languages or interpreter.
help-heading-languages = Languages
# The heading of a known row: how to join.
help-heading-joining = How to join
# The heading of a known row: where it meets.
help-heading-venue = Place
# The heading of a known row: women only or not.
help-heading-women-only = Women
# The heading of a known row: what they must tell others. @safety
help-heading-must-report = What they must report
# The heading of a known row: the address.
help-heading-address = Address

# Before the list of what is not known. The list of words follows.
help-unknown-title = Nobody has told us:
# Before the sentences to say.
help-unknown-ask = You can ask:

# A sentence to say, in English and in her language. @card
help-ask-women-only = Is it only for women?
# A sentence to say. @card
help-ask-days = On which days do you meet, and at what time?
# A sentence to say. @card
help-ask-hours = When are you open?
# A sentence to say. @card
help-ask-food = Is there food?
# A sentence to say. @card
help-ask-fare = Do you pay the bus fare?
# A sentence to say. @card
help-ask-creche = Is there a crèche?
# A sentence to say. @card
help-ask-languages = Is there an interpreter?
# A sentence to say. @card
help-ask-joining = How can I join?
# A sentence to say. @card
help-ask-venue = Where do you meet?
# A sentence to say. @card
help-ask-must-report = What do you have to report to others?

# Heading.
help-reach-title = How to reach them

# Where only a website or e-mail is known.
help-reach-online = They publish no phone number. A midwife or a housing worker can contact them for you.
# The same, after a loss: the midwife is not named.
help-reach-online-plain = They publish no phone number. A nurse, a doctor or a housing worker can contact them for you.
# Where nothing is known.
help-reach-unknown = We know no number and no website. Staff can help you to find them.

# A button that opens a card for staff.
help-reach-staff = Ask staff to contact them

# A warning above the call buttons. @safety
help-reach-warning = A call shows in this phone’s list of calls. It may also show on the bill.

# A line of a number: the call costs nothing.
help-reach-free = Free to call

# Before a number or word for text messages, which follows.
help-reach-text = Text message:
# Before an e-mail address, which follows.
help-reach-email = E-mail:
# Before the address of a website, which follows, where it cannot be opened from here.
help-reach-web-address = Website:

# A button that opens the website.
help-reach-web = Website (uses data)

# A button beside an e-mail address. At most 12 letters.
help-reach-copy = Copy
# Said after it was copied.
help-reach-copied = Copied
# Said where the phone refused.
help-reach-not-copied = This phone did not copy it. You can write it down.

# A badge: none of us has rung this number.
help-badge-not-phoned = Not yet phoned by us
# A badge: the source is old. $year is a year.
help-badge-old = The source is from { $year }. Ask before you go.
# A badge: the source has no date.
help-badge-undated = The source has no date. Ask before you go.
# A badge: nobody of us saw the organisation’s own page.
help-badge-not-seen = We have not seen their own page yet

# Before the address of the source, which follows in English.
help-source = Source:
# Before the date that the source gives, which follows in English.
help-source-date = Its date:
# When the contact was last compared with its source. $day is a date.
help-source-checked = Compared on { $day }.

## S52 My numbers

# Heading.
help-numbers-title = My numbers
# Under it.
help-numbers-why = People you know. These numbers stay on this phone.
# The row that adds one.
help-numbers-add = Add a number
# A badge after saving.
help-numbers-saved = Saved on this phone
# A badge after deleting.
help-numbers-deleted = Deleted
# A line of a number without a phone number.
help-numbers-no-phone = No phone number
# A button beside a number. At most 12 letters.
help-numbers-change = Change

# Heading of the form for a new one.
help-number-new = Add a number
# Heading of the form for one that is there.
help-number-change = Change this number
# A question of the form.
help-number-role = Who is it?
# The label of a field.
help-number-name = Name
# Under the label, where a name is not needed.
help-number-name-hint = You can leave this empty.
# Under the label, where a name is needed.
help-number-name-other = A person, a place or a group
# The label of a field.
help-number-phone = Phone number
# The label of a field.
help-number-note = Your note
# Under the label.
help-number-note-hint = A day, a time, a place: anything. You can leave this empty.
# The solid button.
help-number-save = Save
# An error under the name.
help-number-no-name = Write a name, so that you know whose number it is.
# An error under the number: neither number nor note.
help-number-no-phone = Write a phone number, or a note.
# A button.
help-number-delete = Delete this number
# A question before it is deleted.
help-number-sure = Delete this number? It cannot be put back.
# A button: yes.
help-number-yes = Yes, delete
# A button: no.
help-number-no = Keep it
