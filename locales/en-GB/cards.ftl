### Cards that she shows to staff, and the danger signs.

# Link back to where she was, on the cards and on the danger signs. One word.
cards-way-back = Back

## The list of cards.

# Heading. At most four words.
cards-list-title = Show to staff
# Under the heading.
cards-list-hint = Big English for them. Your language is under it.
# Where there is no card.
cards-list-empty = There is no card here yet.

## A card. The card itself is English; staff read it at arm’s length.

# Link up to the list. At most 20 letters.
cards-card-back = Cards
# On the card, in English only. @card Before what she needs of an interpreter.
cards-card-interpreter = Interpreter
# On the card, in English only. @card Before the visit.
cards-card-visit = Visit
# On the card, in English only. @card $hosts are names of websites, $date is a whole date in English.
cards-card-read = From { $hosts }. Read on { $date }.
# Heading for a screen reader, above the card’s words in her language.
cards-card-hers = The same in your language
# The one button. It locks the phone to this card.
cards-card-hand = Hand over the phone
# Under that button.
cards-card-hand-words = Then only this card can be seen, until you unlock.
# Where the card about a group was opened without a group.
cards-card-no-group = This card is about a group. You can choose the group in Help first.
# Button that goes to Help.
cards-card-no-group-go = Choose a group

## Handed over: only the card and Unlock. Both languages stand on every button, hers first. @card

# At the top. At most seven words.
cards-handed-only = This phone shows only this card
# The button, beside its English. One or two words.
cards-handed-unlock = Unlock
# Asked after it was pressed.
cards-handed-sure = Is the phone in your hands again?
# Confirms. One to three words.
cards-handed-yes = Yes, unlock
# Stays on the card. One to three words.
cards-handed-no = Not yet

## Danger signs. @safety Plain and short. Her words stand above the English.

# @safety Badge. It stands at the top.
danger-page-unchecked = Not yet checked by a midwife
# @safety The same after a loss.
danger-page-unchecked-plain = Not yet checked by a doctor
# @safety Heading of the first group, in red. At most four words.
danger-emergency-title = Call 999 now
# @safety The red button. At most three words.
danger-emergency-call = Call 999
# @safety Beside the button. $language is the English name of her language; staff know it by that name.
danger-emergency-say = Say “{ $language }” in English. Stay on the line.
# @safety Heading of what to know about the call.
danger-emergency-know = When you call 999
# @safety Heading of the second group. Her maternity unit.
danger-unit-title = Call your maternity unit now
# @safety Under it.
danger-unit-words = Day or night. You are not wasting time.
# @safety Heading of the second group after a loss. It names no pregnancy, no birth, no baby, no maternity.
danger-unit-title-plain = Get help now
# @safety Under it.
danger-unit-words-plain = Day or night. You are not wasting time.
# @safety Button. $name is her own unit’s name or "your unit".
danger-unit-call = Call { $name }
# @safety Where she gave her unit no name.
danger-unit-yours = your unit
# Above a number that we know for a unit near the place that she searched. It may not be hers.
danger-unit-near = Near the place you searched. Is it your hospital?
# Row to that hospital’s page with its other numbers.
danger-unit-other = Other numbers of this hospital
# Row with a dashed line: her unit’s number is not saved.
danger-unit-save = Save your unit’s number
# Under it.
danger-unit-save-detail = It is on your letters. Then it is here, one touch away.
# @safety Before the button for 111, where no unit’s number is known.
danger-unit-111-words = You can call 111 now. It is free, day and night.
# @safety Button for 111. At most three words.
danger-call-111 = Call 111
# @safety Button for 111 in the group about her mind.
danger-call-111-2 = Call 111, then choose 2
# @safety Badge: nobody of us has rung this number. At most six words.
danger-number-not-phoned = Not yet phoned by us
# @safety Heading of what to do when she is worried, early in pregnancy.
danger-early-title = Early, or if you are worried
# @safety Heading of the signs after birth.
danger-after-birth-title = After the birth
# @safety The same after a loss. It names no birth.
danger-after-birth-title-plain = In the days after
# @safety Heading of the signs of the mind.
danger-mind-title = Your mind
