### What the app says when something cannot be done. Plain words and a way on; never a code, never blame.

# The day that she typed is not in the calendar. $day and $month are numbers.
errors-no-such-day = لا يوجد يوم { $day } في هذا الشهر. انظري إلى رسالتكِ مرة أخرى.

# The day is before today.
errors-day-past = هذا اليوم مضى. انظري إلى السنة في رسالتكِ.

# The day is more than two years ahead.
errors-day-too-far = هذا اليوم بعد أكثر من سنتين. انظري إلى السنة في رسالتكِ.

# The weekday on the letter is not that of the date; the screen shows both and asks. $said and $is are numbers of weekdays, not shown.
errors-weekday-disagrees = يوم الأسبوع والتاريخ لا يتطابقان. أيهما مكتوب في رسالتكِ؟

# The time cannot be read.
errors-no-such-time = هذا ليس وقتًا. اكتبيه مثل 9:20.

# A phone number with letters, or too short or too long.
errors-phone-not-a-number = رقم الهاتف أرقام ومسافات فقط. انقليه من رسالتكِ.

# A text is too long. $most is the highest number of letters.
errors-too-long = هذا طويل جدًا. المكان يتسع لعدد { $most } من الحروف. لم يُفقد شيء: يمكنكِ أن تختصريه.

# A field that is needed is empty.
errors-missing = ينقص شيء هنا.

# A sum below zero or too high. $most is whole pounds.
errors-sum-out-of-range = اكتبي مبلغًا بين 0 و{ $most } جنيه إسترليني (£).

# Minutes of travel above 600.
errors-minutes-out-of-range = اكتبي كم دقيقة يأخذ الطريق، حتى 600.

# A due date that is more than three weeks ago, or more than 40 weeks away.
errors-due-out-of-range = انظري إلى ملفكِ الطبي مرة أخرى. موعد الولادة المتوقع يكون بعد 40 أسبوعًا على الأكثر، ولا يكون قد مضى منذ وقت طويل.

# $most is a number of weeks.
errors-weeks-out-of-range = اكتبي كم أسبوعًا مضى من حملكِ، حتى { $most }، ومن 0 إلى 6 أيام.

# A day of birth in the future, or more than two and a half years ago.
errors-birth-out-of-range = اكتبي اليوم الذي وُلد فيه طفلكِ. لا يمكن أن يكون يومًا لم يأتِ بعد.

# What was asked for is not there any more.
errors-not-found = هذا لم يعد هنا. يمكنكِ الرجوع.

# The same visit was changed in another window.
errors-changed-elsewhere = تغيّر هذا في نافذة أخرى. افتحيه مرة أخرى لتري الأحدث.

# What she saved cannot be read. The file is kept.
errors-vault-damaged = لا يمكن الآن قراءة ما حفظتِه. احتفظ Kindway بالملف ولم يغيّر شيئًا.

# The key of this phone is gone. The file is kept.
errors-vault-key-lost = فقد هذا الهاتف مفتاح ما حفظتِه. احتفظ Kindway بالملف ولم يغيّر شيئًا.

# A newer Kindway wrote the file.
errors-vault-newer = ما حفظتِه من نسخة أحدث من Kindway. أعيدي النسخة الأحدث إلى هذا الهاتف لقراءته.

# The disk is full or the folder takes nothing.
errors-cannot-save = لم يستطع هذا الهاتف الحفظ. ربما هو ممتلئ. يمكنكِ إفراغ مكان ثم المحاولة مرة أخرى. وما زال بإمكانكِ قراءة كل شيء.

# Another Kindway window is open.
errors-already-open = Kindway مفتوح في نافذة أخرى. استخدمي تلك النافذة، أو أغلقيها وافتحي هذه مرة أخرى.

# The information inside the app cannot be read.
errors-content-unreadable = لا يمكن قراءة المعلومات الآن. أغلقي Kindway وافتحيه مرة أخرى.

# A page or kind that the content does not have.
errors-content-missing = ليست لدينا هذه الصفحة. يمكنكِ الرجوع.

# What she saved is locked. On a lock screen: nothing here says what the app is for. @safety
errors-locked = هذا مقفل. يُفتح برمز PIN.

# On the lock screen, and where a PIN is asked for again. @safety
errors-pin-wrong = هذا ليس رمز PIN الصحيح. يمكنكِ المحاولة مرة أخرى.

# After five wrong PINs. How long she has to wait stands under it. @safety
errors-pin-wait = كُتب رمز PIN خاطئ مرات كثيرة. يجب الانتظار الآن.

# A PIN or a sentence that is too short.
errors-pin-short = رمز PIN فيه 4 أرقام على الأقل. ومع الحروف يكون فيه 8 حروف أو أرقام على الأقل.

# A question, not a refusal: under it stands what can happen, and a button to use it all the same. @safety
errors-pin-weak = رمز PIN هذا قصير.

# Never says why: the other space may have the same PIN. @safety
errors-pin-taken = لا يمكن استخدام رمز PIN هذا. اختاري رمزًا آخر.

# The other space is in use. @safety
errors-space-taken = المساحة الثانية جاهزة من قبل. لم يتغيّر شيء.

# On the lock screen: the phone asked for her finger, her face or its own PIN, and did not get it. @safety
errors-owner-not-confirmed = لم يتمكن الهاتف من معرفة أنكِ أنتِ. يمكنكِ المحاولة مرة أخرى، أو استخدام رمز PIN الخاص بكِ.

# On the lock screen. It is off now, for example because a new finger was added to the phone. @safety
errors-owner-off = قفل الهاتف نفسه لم يعد يفتح هذا. استخدمي رمز PIN الخاص بكِ. بعدها يمكنكِ تشغيل هذه الطريقة مرة أخرى.

# The code of 45 digits that opens a file from another phone stands in nine groups. $groups are the numbers of the groups that are
# wrong, such as "3" or "3, 7".
errors-moving-code-wrong = بعض الأرقام ليست صحيحة. انظري مرة أخرى إلى هذه المجموعات من الرمز: { $groups }.

# $digits and $most are numbers.
errors-moving-code-length = عدد أرقام الرمز { $most }. وأنتِ كتبتِ { $digits }.

# She chose a file that is something else, such as a photo.
errors-moving-not-ours = هذا الملف ليس من Kindway. اختاري الملف الذي حفظتِه في هاتفكِ الآخر.

# The end of the file did not arrive.
errors-moving-cut = جزء من هذا الملف ناقص. أرسليه من هاتفكِ الآخر مرة أخرى.

# The two cannot be told apart.
errors-moving-altered = هذا الرمز ليس لهذا الملف، أو أن الملف تغيّر. لم يؤخذ منه شيء.

# The other phone has a newer app.
errors-moving-newer = هذا الملف من تطبيق Kindway أحدث من الذي هنا. ضعي تطبيق Kindway الأحدث على هذا الهاتف وحاولي مرة أخرى.

# Larger than any file that Kindway makes.
errors-moving-too-large = هذا الملف كبير جدًا. لا يصنع Kindway ملفات مثله.

# The code is right, but what is in the file cannot be used.
errors-moving-unreadable = لا يمكن قراءة ما في هذا الملف. لم يؤخذ منه شيء. اعملي ملفًا جديدًا في هاتفكِ الآخر.

# Anything else.
errors-unexpected = عذرًا، حدث خطأ. لم يُفقد شيء. يمكنكِ المحاولة مرة أخرى.
