### The language screen.

settings-language-title = اختاري لغتكِ
settings-language-continue = تابعي بالعربية
settings-language-machine = ترجمة آلية. لم يراجعها أحد.

## The three promises. Titles of four to six words; each text at most three short sentences.

settings-promises-title = ثلاثة وعود
settings-promises-stays-title = ما تكتبينه يبقى في هذا الهاتف
settings-promises-stays-words = ما تكتبينه محفوظ هنا. نحن لا نراه. ولا نرسله.
settings-promises-works-title = التطبيق يعمل بدون إنترنت
settings-promises-works-words = كل شيء يفتح بدون بيانات وبدون رصيد.
settings-promises-hides-title = يمكنكِ إخفاؤه أو حذفه
settings-promises-hides-words = لمسة واحدة على «إخفاء» تغطي الشاشة بساعة. المسي الساعة ثلاث مرات للعودة.
settings-promises-continue = متابعة
settings-channel-test = نسخة تجريبية. لم تراجعها بعد قابلة أو مستشار.
settings-channel-test-plain = نسخة تجريبية. لم يراجعها مستشار بعد.

## The last question of the first run.

settings-letter-title = هل لديكِ رسالة أو تاريخ؟
settings-letter-hint = يمكنكِ فعل هذا في أي وقت.
settings-letter-yes = نعم، إضافة زيارتي
settings-letter-yes-detail = يستغرق نحو دقيقة واحدة.
settings-letter-no = ليس الآن
settings-letter-no-detail = الذهاب إلى «اليوم».
settings-move-have = لديّ نسخة من هاتف آخر

## Trouble with what she saved. Calm, no blame; nothing is lost by reading on.

settings-trouble-title = ما حفظتِه
settings-trouble-works = هذا ما زال يعمل
settings-trouble-works-words = حقوقي، ومساعدة، وعلامات الخطر، والبطاقات للموظفين. يمكنكِ قراءة كل شيء.
settings-trouble-on = متابعة إلى «اليوم»
settings-trouble-again = الاحتفاظ بالملف والبدء من جديد
settings-trouble-again-detail = يضع Kindway الملف القديم جانبًا ويحتفظ به. تبدئين بدون زيارات.
settings-trouble-sure = هل تريدين البدء من جديد؟
settings-trouble-sure-words = لن تظهر زياراتكِ وأرقامكِ القديمة. الملف القديم يبقى في هذا الهاتف.
settings-trouble-sure-yes = نعم، البدء من جديد
settings-trouble-sure-no = لا، ليس الآن
settings-trouble-pin = الفتح برمز PIN
settings-trouble-copy = إحضار نسخة
settings-trouble-copy-words = بعد ذلك يمكنكِ إحضار نسختكِ.
settings-trouble-room = يمكنكِ حذف صور أو تطبيقات لا تحتاجين إليها. ثم أغلقي Kindway وافتحيه مرة أخرى.
settings-trouble-reopen = أغلقي Kindway وافتحيه مرة أخرى.
settings-trouble-not-kept = ما تكتبينه الآن لا يُحفظ.

## "Something has changed": the loss switch. Quiet, no pictures of babies. @safety

settings-changed-title = تغيّر شيء
settings-changed-what = إذا انتهى حملكِ، أو لم يعد طفلكِ معكِ.
settings-changed-sorry = نحن آسفون لأجلكِ. لا يلزم أن تشرحي شيئًا هنا.
settings-changed-does = ماذا يفعل هذا
settings-changed-does-quiet = كل تذكير عن الحمل يتوقف الآن.
settings-changed-does-away = زيارات الحمل توضع جانبًا. ولا تُحذف.
settings-changed-does-words = لا تعود الشاشات تتكلم عن الحمل أو الأطفال.
settings-changed-does-stay = تبقى الزيارات الأخرى: المحامي، ووزارة الداخلية (Home Office)، والطبيب.
settings-changed-does-undo = يمكنكِ التراجع عن هذا في أي وقت.
settings-changed-turn-on = اجعلي التطبيق أهدأ
settings-changed-on = التطبيق أهدأ الآن
settings-changed-on-words = بعض الزيارات والصفحات وُضعت جانبًا. لم يُحذف شيء.
settings-changed-on-away = الزيارات الموضوعة جانبًا: { $count }
settings-changed-on-help = أشخاص يمكنكِ الحديث معهم
settings-changed-turn-off = التراجع عن هذا
settings-changed-not-now = ليس الآن

## This phone: everything that she can set.

settings-phone-title = هذا الهاتف
settings-phone-language = اللغة
settings-phone-calendar = عرض تواريخ { $calendar } أيضًا
settings-phone-calendar-detail = التاريخ الميلادي يأتي أولًا دائمًا.
settings-phone-look = شكل الشاشة
settings-phone-size = حجم الكلمات
settings-phone-size-100 = عادي
settings-phone-size-130 = كبير
settings-phone-size-160 = أكبر
settings-phone-size-200 = الأكبر
settings-phone-theme = فاتح أو داكن
settings-phone-theme-system = مثل الهاتف
settings-phone-theme-light = فاتح
settings-phone-theme-dark = داكن
settings-phone-interpreter = مترجمة أو مترجم
settings-phone-interpreter-hint = هذا مكتوب على كل بطاقة تعرضينها على الموظفين.
settings-phone-needed = هل تحتاجين إلى مترجمة أو مترجم؟
settings-phone-needed-yes = نعم
settings-phone-needed-no = لا
settings-phone-woman = أودّ أن تكون امرأة
settings-phone-woman-detail = ينبغي أن يحاول الموظفون. هذا ليس ممكنًا دائمًا.
settings-phone-dialect = لهجتكِ، أو لغة أخرى
settings-phone-dialect-hint = الموظفون يقرؤون الإنجليزية، لذلك الحروف الإنجليزية تساعد. يمكنكِ ترك هذا فارغًا.
settings-phone-dialect-save = حفظ
settings-phone-saved = حُفظ في هذا الهاتف
settings-phone-reminders = التذكيرات
settings-phone-reminders-on = تشغيل التذكيرات
settings-phone-reminders-on-detail = ترنّ قبل كل زيارة.
settings-phone-example-kind = طبيب
settings-phone-example-place = مركز صحي
settings-phone-planned = المخطط لها: { $count }
settings-phone-planned-none = لا يوجد شيء مخطط له. يمكنكِ إضافة زيارة.
settings-phone-planned-and = { $first }، { $second }
settings-phone-planned-more = عرض الباقي: { $count }
settings-phone-more = المزيد
settings-pin-row = رمز PIN، والقفل، ومساحة ثانية
settings-move-row = خذي معكِ ما حفظتِه
settings-phone-delete = حذف
settings-phone-delete-detail = الزيارات الماضية أو الملاحظات أو كل شيء
settings-phone-about = عن Kindway
settings-phone-about-detail = من صنعه، والمصادر، والتراخيص
settings-phone-changed-detail = يمكنكِ أن تجعلي ما يعرضه التطبيق أهدأ.

## Updates: newer pages and numbers, fetched from the people who publish them. Calm and plain; nothing about her is sent.

settings-updates-title = التحديثات
settings-updates-row = صفحات وأرقام هاتف أحدث
settings-updates-what = التحديث يأتي بصفحات أحدث وأرقام هاتف ومبالغ مال أحدث.
settings-updates-now = البحث عن تحديثات الآن
settings-updates-looked = آخر بحث
settings-updates-never = ليس بعد
settings-updates-brought = آخر مرة تغيّر فيها شيء
settings-updates-changed-pages = الصفحات: { $count }
settings-updates-changed-numbers = أرقام الهاتف: { $count }
settings-updates-changed-contacts = الأماكن والمجموعات: { $count }
settings-updates-changed-rates = مبالغ المال: { $count }
settings-updates-changed-other = أشياء أخرى: { $count }
settings-updates-looking = جارٍ البحث عن شيء جديد
settings-updates-getting = شيء جديد يصل الآن
settings-updates-goes-on = يمكنكِ متابعة استخدام Kindway.
settings-updates-bytes = { $done } من { $of }
settings-updates-kb = { $count } كيلوبايت
settings-updates-mb = { $count } ميغابايت
settings-updates-stop = إيقاف
settings-updates-stopped = أوقفتِ التحديث.
settings-updates-newest = لديكِ الآن أحدث المعلومات.
settings-updates-behind = جزء مما وصل لا يمكن استخدامه. في هذا الجزء ترين ما كان لديكِ من قبل.
settings-updates-large = حجم هذا التحديث { $size }. هل تريدين تنزيله الآن؟
settings-updates-large-detail = هو أكبر من المعتاد. مع Wi-Fi لا يستهلك بيانات هاتفكِ.
settings-updates-large-yes = تنزيل التحديث
settings-updates-large-no = ليس الآن
settings-updates-unchanged = معلوماتكِ لم تتغيّر.
settings-updates-trouble-no-connection = لا يوجد إنترنت الآن.
settings-updates-trouble-date = ربما يكون تاريخ هذا الهاتف خاطئًا.
settings-updates-trouble-host = لم ينجح التحديث.
settings-updates-trouble-not-trusted = لم ينجح التحديث.
settings-updates-trouble-no-room = لا يوجد مكان فارغ في هذا الهاتف.
settings-updates-trouble-unreadable = لم ينجح التحديث.
settings-updates-then-no-connection = كل شيء هنا ما زال يعمل.
settings-updates-then-date = يمكنكِ النظر إلى التاريخ في إعدادات الهاتف، ثم المحاولة مرة أخرى.
settings-updates-then-host = يمكنكِ المحاولة مرة أخرى لاحقًا.
settings-updates-then-not-trusted = لم يكن ممكنًا التأكد مما وصل، لذلك لم يُستخدم منه شيء.
settings-updates-then-no-room = يمكنكِ حذف صور أو تطبيقات لا تحتاجين إليها، ثم المحاولة مرة أخرى.
settings-updates-then-unreadable = لم يتمكن هذا الهاتف من قراءة ما يحفظه Kindway فيه. يمكنكِ المحاولة مرة أخرى لاحقًا. إذا بقي الأمر هكذا، يمكنكِ أن تسألي الشخص الذي أعطاكِ Kindway.
settings-updates-went-back = لم يتمكن هذا الهاتف من قراءة أحدث المعلومات لديكِ. لذلك ترين المعلومات التي جاءت مع Kindway.
settings-updates-went-back-then = أحدث المعلومات تأتي مع التحديث القادم.
settings-updates-date = التاريخ في هذا الهاتف هو
settings-updates-impossible = نسخة Kindway هذه لا تحصل على تحديثات من تلقاء نفسها.
settings-updates-impossible-then = النسخة الأحدث من Kindway فيها معلومات أحدث. يمكنكِ أن تسألي الشخص الذي أعطاكِ هذه النسخة.
settings-updates-checked = آخر مقارنة للمعلومات بمصادرها
settings-updates-networks = متى يمكن أن يبحث Kindway من تلقاء نفسه؟
settings-updates-network-any = مع أي إنترنت
settings-updates-network-any-detail = التحديثات صغيرة.
settings-updates-network-free = مع Wi-Fi فقط
settings-updates-network-none = فقط عندما أطلب أنا
settings-updates-private = خصوصية وحجم صغير
settings-updates-same = كل الهواتف تطلب الملفات نفسها. لذلك لا أحد يعرف ماذا تقرئين.
settings-updates-small = معظم التحديثات بضعة كيلوبايتات، أي أقل من صورة واحدة.

## The lock. Nothing here says what the app is for, and nothing names it: strangers see this screen. @safety

settings-lock-title = رمز PIN الخاص بكِ
settings-lock-open = فتح
settings-lock-opening = لحظة واحدة
settings-lock-letters = استخدام الحروف
settings-lock-digits = استخدام الأرقام
settings-lock-rub = حذف الرقم الأخير
settings-lock-show = عرض ما أكتبه
settings-lock-wait = يمكنكِ المحاولة مرة أخرى بعد { $time }.
settings-lock-wait-minutes = الدقائق الباقية قبل أن تحاولي مرة أخرى: { $minutes }.
settings-lock-wait-short = يمكنكِ المحاولة مرة أخرى بعد أقل من دقيقة واحدة.
settings-lock-try = يمكنكِ المحاولة مرة أخرى الآن.
settings-lock-without = الفتح بدون رمز PIN
settings-lock-owner = استخدام قفل الهاتف نفسه
settings-lock-forgotten = نسيتُ رمز PIN
settings-lock-back = العودة إلى رمز PIN
settings-forgotten-nobody = لا يستطيع أحد أن يفتح هذا بدون رمز PIN. لا توجد طريقة ثانية للدخول، ولا يمكننا أن نصنعها.
settings-forgotten-owner = قفل الهاتف نفسه ما زال يفتح هذا. يمكنكِ فتحه بهذه الطريقة وعمل نسخة مما حفظتِه.
settings-forgotten-copy = إذا عملتِ نسخة مما حفظتِه، يمكنكِ حذف كل شيء هنا ثم إحضار النسخة.
settings-forgotten-erase = حذف كل شيء والبدء من جديد
settings-forgotten-sure = كل ما كُتب هنا يُحذف من هذا الهاتف، أيًّا كان رمز PIN الذي يفتحه. لا أحد يستطيع إعادته.

## PIN and lock. The same words in either space. @safety

settings-pin-title = رمز PIN والقفل
settings-pin-hint = رمز PIN يمنع الآخرين من فتح ما حفظتِه.
settings-pin-set = وضع رمز PIN
settings-pin-set-detail = الآن يُفتح التطبيق بدون رمز PIN.
settings-pin-change = تغيير رمز PIN
settings-pin-remove = إزالة رمز PIN
settings-pin-remove-hint = عندها يُفتح التطبيق بدون رمز PIN. ومن كان هذا الهاتف في يده يستطيع قراءة ما حفظتِه.
settings-pin-remove-yes = إزالته
settings-pin-lock-now = القفل الآن
settings-pin-after = متى يُقفل Kindway عندما لا يكون على الشاشة؟
settings-pin-after-0 = فورًا
settings-pin-after-1 = بعد 1 دقيقة
settings-pin-after-5 = بعد 5 دقائق
settings-pin-after-15 = بعد 15 دقيقة
settings-pin-owner = الفتح بقفل الهاتف نفسه أيضًا
settings-pin-owner-risk = من يستطيع فتح هذا الهاتف، أو وضع إصبعكِ عليه، يستطيع عندها فتح Kindway أيضًا.
settings-pin-owner-how = قفل الهاتف سيفتح ما يفتحه رمز PIN هذا. يطلب الهاتف إصبعكِ أو وجهكِ أو رمز PIN الخاص بالهاتف.
settings-pin-owner-on = تشغيل
settings-pin-owner-ends = بعد ذلك لا يفتح قفل الهاتف نفسه Kindway.
settings-pin-owner-know = عندها تحتاجين إلى رمز PIN الخاص بكِ. إذا كنتِ قد نسيتِه، فاعملي نسخة أولًا.
settings-pin-owner-off = إيقاف
settings-pin-spaces = رمز PIN آخر
settings-pin-other = الفتح برمز PIN آخر
settings-pin-examples = إضافة بضع زيارات عادية
settings-pin-examples-detail = طبيب، وطبيب أسنان، وما يشبه ذلك. يمكنكِ حذف كل واحدة منها.
settings-pin-examples-done = أُضيفت بضع زيارات.
settings-pin-nobody = إذا نسيتِ رمز PIN، لا يستطيع أحد أن يفتح ما حفظتِه. يمكنكِ كتابة الرمز على ورقة وحفظها في مكان آمن.
settings-pin-field-current = رمز PIN الحالي
settings-pin-field-new = رمز PIN الجديد
settings-pin-field-hint = 6 أرقام أو أكثر. أو جملة تتذكرينها.
settings-pin-field-again = رمز PIN الجديد مرة أخرى
settings-pin-differ = الرمزان مختلفان. اكتبي الرمز مرة أخرى.
settings-pin-weak = إذا كان الرمز 4 أو 5 أرقام، فمن لديه وقت يستطيع أن يكتشفه. 6 أرقام أكثر أمانًا بكثير.
settings-pin-weak-yes = استخدامه مع ذلك
settings-pin-save = حفظ
settings-pin-done = تم وضع رمز PIN.
settings-pin-removed = تمت إزالة رمز PIN.
settings-pin-ready = تم

## The second space: a second PIN that opens something else. It must not promise more than it does. @safety

settings-second-title = مساحة ثانية
settings-second-detail = رمز PIN آخر يعرض أشياء أخرى.
settings-second-what = المساحة الثانية هي Kindway ثانٍ داخل هذا التطبيق. هي فارغة في البداية، ويمكنكِ أن تضعي فيها أشياء عادية.
settings-second-which = لكل مساحة رمز PIN خاص بها. رمز PIN الذي تكتبينه يحدد أي مساحة تُفتح.
settings-second-apart = لا يظهر أي شيء من إحدى المساحتين في المساحة الأخرى.
settings-second-not = ما لا تستطيع المساحة الثانية أن تفعله
settings-second-glance = هي تساعد عندما ينظر أحد نظرة سريعة. لكنها لا تحميكِ من شخص خبير.
settings-second-time = من كان هذا الهاتف في يده وهو مفتوح، ولديه وقت، يستطيع أن يعرف أن هناك مساحتين.
settings-second-reminders = تذكيرات المساحتين ترنّ في هذا الهاتف.
settings-second-on = وضع رمز PIN لها
settings-second-first = المساحة التي أنتِ فيها الآن تحتاج أولًا إلى رمز PIN.
settings-second-pin = رمز PIN للمساحة الثانية
settings-second-pin-hint = يجب أن يكون غير رمز PIN الذي لديكِ الآن.
settings-second-done = المساحة الثانية جاهزة.
settings-second-done-then = لفتحها، أقفلي Kindway واكتبي رمز PIN الخاص بها. وللعودة إلى هنا، أقفليه واكتبي رمز PIN الأول.

## Moving to a new phone. @safety

settings-move-title = الانتقال إلى هاتف جديد
settings-move-hint = نسخة مما حفظتِه تذهب معكِ في ملف واحد.
settings-move-out = عمل نسخة
settings-move-out-detail = على الهاتف القديم
settings-move-in = إحضار نسخة
settings-move-in-detail = على الهاتف الجديد
settings-move-how = كيف تفعلين ذلك
settings-move-how-1 = اعملي نسخة هنا. اكتبي رمزها على ورقة واحفظي ملفها.
settings-move-how-2 = أرسلي الملف إلى هاتفكِ الجديد، بأي طريقة لإرسال الملفات.
settings-move-how-3 = افتحي Kindway هناك. اذهبي إلى «هذا الهاتف»، ثم «الانتقال إلى هاتف جديد»، ثم «إحضار نسخة».
settings-move-how-4 = تأكدي أن كل شيء موجود هناك. ثم احذفيه من الهاتف القديم.
settings-move-out-what = في النسخة كل ما ترينه الآن: الزيارات والملاحظات والأرقام والرسائل والإعدادات.
settings-move-out-code = الملف مقفل برمز من 45 رقمًا. بدون الرمز لا يستطيع أحد قراءته.
settings-move-out-paper = تحتاجين إلى قلم وورقة. الرمز يظهر مرة واحدة فقط.
settings-move-out-make = عمل النسخة
settings-move-working = لحظة واحدة
settings-move-code = رمز النسخة
settings-move-code-once = اكتبي المجموعات التسع كلها على ورقة. الرمز يظهر مرة واحدة فقط.
settings-move-code-check = احفظي الرمز بعيدًا عن الملف. لا ترسلي الرمز مع الملف.
settings-move-code-qr = الرمز نفسه في صورة مربعة
settings-move-code-written = كتبتُه على ورقة
settings-move-code-print = طباعة الرمز
settings-move-file = ملف النسخة
settings-move-file-what = يمكن إرسال الملف بأي طريقة. لا يُفتح إلا بالرمز.
settings-move-file-save = حفظ الملف
settings-move-file-saved = ابحثي عن { $name } في «التنزيلات» على هاتفكِ.
settings-move-file-place = حُفظ الملف هنا: { $place }
settings-move-in-file = ملف النسخة
settings-move-in-file-hint = اسمه غالبًا copy.kw.
settings-move-in-file-choose = اختيار الملف
settings-move-in-file-other = اختيار ملف آخر
settings-move-in-file-chosen = الملف الذي اخترتِه: { $name }
settings-move-file-missing = اختاري الملف أولًا.
settings-move-in-code = رمز النسخة
settings-move-in-code-hint = 45 رقمًا. كُتب حتى الآن: { $count }
settings-move-in-look = عرض ما في النسخة
settings-move-found = ماذا في النسخة
settings-move-found-made = عُملت في { $day }
settings-move-found-visits = الزيارات: { $count }
settings-move-found-notes = زيارات معها ملاحظة: { $count }
settings-move-found-numbers = أرقامكِ: { $count }
settings-move-found-letters = الرسائل: { $count }
settings-move-found-new = ليس في هذا الهاتف بعد: { $count }
settings-move-found-none = كل ما فيها موجود من قبل في هذا الهاتف.
settings-move-found-both = في الهاتفين، مع اختلاف: { $count }. يبقى الاثنان.
settings-move-found-stays = كل ما في هذا الهاتف يبقى.
settings-move-found-yes = إحضار النسخة
settings-move-found-no = لا، رجوع
settings-move-done = تم إحضار النسخة
settings-move-done-added = أُضيف: { $count }
settings-move-done-same = كان هنا من قبل: { $count }
settings-move-done-both = حُفظ مرتين، مع اختلاف: { $count }
settings-move-done-reminders = ضُبطت التذكيرات من جديد في هذا الهاتف.
settings-move-done-old = ما زال كل شيء في الهاتف القديم. يمكنكِ حذفه هناك: «هذا الهاتف»، ثم «حذف».

## Delete. Calm, no red. It says what goes and what stays. @safety

settings-delete-title = حذف
settings-delete-back = هذا الهاتف
settings-delete-hint = أنتِ تختارين ما يُحذف. بعد مغادرة هذه الصفحة لا يمكن إعادته.
settings-delete-past = الزيارات الماضية: { $count }
settings-delete-past-none = ليست لديكِ زيارات ماضية.
settings-delete-notes = الملاحظات الخاصة: { $count }
settings-delete-notes-none = ليست لديكِ ملاحظات خاصة.
settings-delete-space = كل ما ترينه الآن
settings-delete-space-detail = ما يفتحه رمز PIN هذا، أو ما يُفتح بدون رمز PIN. ورمز PIN نفسه يبقى.
settings-delete-everything = كل ما حُفظ في هذا الهاتف
settings-delete-everything-detail = الزيارات والملاحظات والأرقام والرسائل والإعدادات، أيًّا كان رمز PIN الذي يفتحها
settings-delete-stay = التذكيرات الباقية: { $count }
settings-delete-past-sure = هل تحذفين الزيارات الماضية؟
settings-delete-past-words = تُحذف الزيارات التي قبل اليوم، مع ملاحظاتها. وتبقى الزيارات القادمة.
settings-delete-notes-sure = هل تحذفين الملاحظات الخاصة؟
settings-delete-notes-words = تبقى الزيارات. ويُحذف ما كتبتِه أنتِ عنها.
settings-delete-space-sure = هل تحذفين كل ما ترينه الآن؟
settings-delete-space-words = تُحذف الزيارات والملاحظات والأرقام والرسائل والإعدادات. وما يفتحه رمز PIN آخر يبقى كما هو.
settings-delete-everything-sure = هل تحذفين كل شيء؟
settings-delete-everything-words = كل ما كُتب في Kindway يُحذف من هذا الهاتف، أيًّا كان رمز PIN الذي يفتحه.
settings-delete-everything-reminders = التذكيرات التي ستتوقف: { $count }
settings-delete-everything-twice = هل أنتِ متأكدة؟
settings-delete-everything-twice-words = لا أحد يستطيع إعادته. ليست لدينا نسخة.
settings-delete-everything-on = نعم، متابعة
settings-delete-yes = نعم، حذف
settings-delete-everything-yes = نعم، حذف كل شيء
settings-delete-no = لا، بدون حذف
settings-delete-done = تم الحذف
settings-delete-undo-until = يمكنكِ إعادة ما حُذف قبل أن تغادري هذه الصفحة.
settings-delete-undo = إعادة ما حُذف
settings-delete-undone = تمت إعادة ما حُذف.

## About.

settings-about-title = عن Kindway
settings-about-who = من صنعه
settings-about-who-words = تطبيق Kindway للنساء اللواتي يطلبن اللجوء في المملكة المتحدة. هو ليس من وزارة الداخلية (Home Office) ولا من NHS ولا من مجلس محلي.
settings-about-name = الاسم من قصيدة كتبتها نساء يطلبن اللجوء: «Kindness Goes a Long Way».
settings-about-private = ما تكتبينه يبقى في هذا الهاتف. لا أحد يحصل عليه منا.
settings-about-version = ماذا يوجد فيه
settings-about-version-app = النسخة
settings-about-content = المحتوى
settings-about-checked = آخر مقارنة بالمصادر
settings-about-facts = معلومات لها مصدر
settings-about-contacts = أماكن وخطوط هاتف
settings-about-wrong = هل هناك خطأ؟
settings-about-wrong-words = يمكنكِ إخبار الشخص الذي أعطاكِ Kindway. وهو يستطيع إخبارنا.
settings-about-wrong-id = قولي له اسم الصفحة، وهذا الرمز: { $id }
settings-about-wrong-address = ليس لهذه النسخة التجريبية عنوان للمراسلة بعد.
settings-about-sources = من أين جاءت المعلومات
settings-about-sources-words = كل صفحة تذكر مصادرها، وتواريخها، ومتى قرأناها.
settings-about-places = الرموز البريدية والمدن
settings-about-fonts = الحروف على الشاشة
settings-about-words = النصوص
settings-about-code = البرنامج
settings-about-drawings = الرسوم
settings-about-parts = صُنع بالاستعانة بعمل آخرين
settings-about-parts-show = عرض القائمة
settings-about-parts-count = البرامج: { $count }
settings-about-parts-missing = القائمة ليست في هذه النسخة.
