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
settings-updates-went-back = لم يتمكن هذا الهاتف من قراءة أحدث معلوماتكِ. لذلك ترين المعلومات التي جاءت مع Kindway.
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

## Delete. Calm, no red. It says what goes and what stays. @safety

settings-delete-title = حذف
settings-delete-back = هذا الهاتف
settings-delete-hint = أنتِ تختارين ما يُحذف. لا يمكن إعادته.
settings-delete-past = الزيارات الماضية: { $count }
settings-delete-past-none = ليست لديكِ زيارات ماضية.
settings-delete-notes = الملاحظات الخاصة: { $count }
settings-delete-notes-none = ليست لديكِ ملاحظات خاصة.
settings-delete-everything = كل شيء
settings-delete-everything-detail = الزيارات والملاحظات والأرقام والرسائل والإعدادات
settings-delete-stay = التذكيرات الباقية: { $count }
settings-delete-past-sure = هل تحذفين الزيارات الماضية؟
settings-delete-past-words = تُحذف الزيارات التي قبل اليوم، مع ملاحظاتها. وتبقى الزيارات القادمة.
settings-delete-notes-sure = هل تحذفين الملاحظات الخاصة؟
settings-delete-notes-words = تبقى الزيارات. ويُحذف ما كتبتِه أنتِ عنها.
settings-delete-everything-sure = هل تحذفين كل شيء؟
settings-delete-everything-words = كل ما كتبتِه يُحذف من هذا الهاتف.
settings-delete-everything-reminders = التذكيرات التي ستتوقف: { $count }
settings-delete-everything-twice = هل أنتِ متأكدة؟
settings-delete-everything-twice-words = لا أحد يستطيع إعادته. ليست لدينا نسخة.
settings-delete-everything-on = نعم، متابعة
settings-delete-yes = نعم، حذف
settings-delete-everything-yes = نعم، حذف كل شيء
settings-delete-no = لا، بدون حذف
settings-delete-done = تم الحذف

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
