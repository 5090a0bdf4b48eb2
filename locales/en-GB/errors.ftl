### What the app says when something cannot be done. Plain words and a way on; never a code, never blame.

# The day that she typed is not in the calendar. $day and $month are numbers.
errors-no-such-day = There is no day { $day } in that month. Look at your letter again.

# The day is before today.
errors-day-past = That day has passed. Look at the year on your letter.

# The day is more than two years ahead.
errors-day-too-far = That day is more than two years away. Look at the year on your letter.

# The weekday on the letter is not that of the date; the screen shows both and asks. $said and $is are numbers of weekdays, not shown.
errors-weekday-disagrees = The weekday and the date do not fit. Which one does your letter say?

# The time cannot be read.
errors-no-such-time = That is not a time. Write it like 9:20.

# A phone number with letters, or too short or too long.
errors-phone-not-a-number = A phone number has only digits and spaces. Copy it from your letter.

# A text is too long. $most is the highest number of letters.
errors-too-long = This is too long. There is room for { $most } letters. Nothing is lost: you can make it shorter.

# A field that is needed is empty.
errors-missing = Something is missing here.

# A sum below zero or too high. $most is whole pounds.
errors-sum-out-of-range = Write a sum between £0 and £{ $most }.

# Minutes of travel above 600.
errors-minutes-out-of-range = Write how many minutes the way takes, up to 600.

# A due date that is more than three weeks ago, or more than 40 weeks away.
errors-due-out-of-range = Look at your notes again. A due date is at most 40 weeks away, and not long ago.

# $most is a number of weeks.
errors-weeks-out-of-range = Write how many weeks you are, up to { $most }, and 0 to 6 days.

# A day of birth in the future, or more than two and a half years ago.
errors-birth-out-of-range = Write the day when your baby was born. It cannot be a day that is still to come.

# What was asked for is not there any more.
errors-not-found = This is not here any more. You can go back.

# The same visit was changed in another window.
errors-changed-elsewhere = This was changed in another window. Open it again to see the newest.

# What she saved cannot be read. The file is kept.
errors-vault-damaged = What you saved cannot be read now. Kindway has kept the file and has changed nothing.

# The key of this phone is gone. The file is kept.
errors-vault-key-lost = This phone has lost the key to what you saved. Kindway has kept the file and has changed nothing.

# A newer Kindway wrote the file.
errors-vault-newer = What you saved is from a newer Kindway. Put the newer one back on this phone to read it.

# The disk is full or the folder takes nothing.
errors-cannot-save = This phone could not save it. It may be full. You can make room and try again. You can still read everything.

# Another Kindway window is open.
errors-already-open = Kindway is already open in another window. Use that one, or close it and open this again.

# The information inside the app cannot be read.
errors-content-unreadable = The information cannot be read just now. Close Kindway and open it again.

# A page or kind that the content does not have.
errors-content-missing = We do not have this page. You can go back.

# What she saved is locked. On a lock screen: nothing here says what the app is for. @safety
errors-locked = This is locked. A PIN opens it.

# On the lock screen, and where a PIN is asked for again. @safety
errors-pin-wrong = This is not the PIN. You can try again.

# After five wrong PINs. How long she has to wait stands under it. @safety
errors-pin-wait = Too many wrong PINs. You have to wait now.

# A PIN or a sentence that is too short.
errors-pin-short = A PIN has at least 4 digits. With letters it has at least 8 letters or digits.

# A question, not a refusal: under it stands what can happen, and a button to use it all the same. @safety
errors-pin-weak = This PIN is short.

# Never says why: the other space may have the same PIN. @safety
errors-pin-taken = This PIN cannot be used. Choose another one.

# The other space is in use. @safety
errors-space-taken = The second space is set up already. Nothing was changed.

# On the lock screen: the phone asked for her finger, her face or its own PIN, and did not get it. @safety
errors-owner-not-confirmed = The phone could not tell that it is you. You can try again, or use your PIN.

# On the lock screen. It is off now, for example because a new finger was added to the phone. @safety
errors-owner-off = This phone’s own lock no longer opens this. Use your PIN. Then you can turn it on again.

# The code of 45 digits that opens a file from another phone stands in nine groups. $groups are the numbers of the groups that are
# wrong, such as "3" or "3, 7".
errors-moving-code-wrong = Some digits are not right. Look at these groups of the code again: { $groups }.

# $digits and $most are numbers.
errors-moving-code-length = The code has { $most } digits. You have written { $digits }.

# She chose a file that is something else, such as a photo.
errors-moving-not-ours = This is not a file from Kindway. Choose the file that you saved on your other phone.

# The end of the file did not arrive.
errors-moving-cut = A part of this file is missing. Send it from your other phone again.

# The two cannot be told apart.
errors-moving-altered = This code does not belong to this file, or the file was changed. Nothing was taken from it.

# The other phone has a newer app.
errors-moving-newer = This file is from a newer Kindway. Get the newer Kindway on this phone and try again.

# Larger than any file that Kindway makes.
errors-moving-too-large = This file is too large. Kindway makes no files like this.

# The code is right, but what is in the file cannot be used.
errors-moving-unreadable = What is in this file cannot be read. Nothing was taken from it. Make a new file on your other phone.

# Anything else.
errors-unexpected = Sorry, something went wrong. Nothing is lost. You can try again.
