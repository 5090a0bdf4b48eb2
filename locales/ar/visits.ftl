### The list.

visits-list-title = الزيارات
visits-list-empty = ليست لديكِ زيارة محفوظة. يمكنكِ إضافة زيارة من رسالتكِ.
visits-list-add = إضافة زيارة
visits-list-past = الزيارات الماضية: { $count }
visits-list-deleted = حُذفت الزيارة.
visits-list-put-back = إعادة الزيارة
visits-list-put-back-last = إعادة الزيارة التي حذفتُها

## One visit.

visits-back-list = الزيارات
visits-time-none = لا وقت في الرسالة
visits-leave-at = اخرجي الساعة { $time }
visits-leave-detail = دقائق الطريق: { $way }، ودقائق زيادة: { $spare }
visits-do-call = اتصال
visits-do-show = عرض
visits-do-cannot = لا أستطيع المجيء
visits-past-words = هذه الزيارة مضت.
visits-heading-about = عن هذه الزيارة
visits-heading-bring = أحضري معكِ
visits-heading-ask = يمكنكِ أن تسألي
visits-heading-way = الطريق إلى هناك
visits-heading-call = بمن تتصلين
visits-heading-interpreter = مترجمة أو مترجم
visits-heading-reminders = التذكيرات
visits-heading-note = ملاحظتكِ
visits-no-answers = ليست لدينا معلومات عن هذا النوع من الزيارات.

## The six answers. The pictures stand beside them.

visits-answer-for = ما الغرض منها؟
visits-answer-happens = ماذا سيحدث؟
visits-answer-asked-by = من طلبها؟
visits-answer-there = من سيكون هناك؟
visits-answer-refuse = هل يمكنني أن أرفض؟
visits-answer-someone = هل يمكنني إحضار أحد معي؟
visits-answer-unknown = لم يخبركِ أحد بهذا. يمكنكِ أن تسألي:
visits-answer-ask = يمكنكِ أن تسألي:
visits-answer-nothing = لم يخبركِ أحد بهذا.

## Who asked for it, as she told the app.

visits-asked-health = موظفو الصحة. أنتِ أخبرتِنا بذلك.
visits-asked-social-care = الخدمات الاجتماعية للأطفال. أنتِ أخبرتِنا بذلك.
visits-asked-both = موظفو الصحة والخدمات الاجتماعية للأطفال. أنتِ أخبرتِنا بذلك.
visits-asked-unknown = أخبرتِنا أنكِ لا تعرفين.

## Getting there, calling, interpreter.

visits-way-fare = { $fare } ذهابًا وإيابًا
visits-way-no-fare = إضافة أجرة الحافلة
visits-way-detail = من يمكنه أن يدفع
visits-call-typed = الرقم الذي حفظتِه
visits-call-free = اتصال مجاني
visits-call-none = لم تحفظي رقمًا. قد يكون مكتوبًا في رسالتكِ.
visits-call-add = إضافة رقم
visits-call-not-phoned = لم نتصل بهذا الرقم بعد
visits-interpreter-detail = هذا مكتوب على كل بطاقة للموظفين.
visits-interpreter-asked = طلبتُ مترجمة أو مترجمًا
visits-fare-asked = طلبتُ أجرة المواصلات
visits-reminders-none = لا يوجد تذكير مخطط له.
visits-reminders-more = عرض كل التذكيرات
visits-change-button = تغيير هذه الزيارة
visits-delete-button = حذف هذه الزيارة
visits-delete-sure = هل تحذفين هذه الزيارة؟
visits-delete-words = يمكنكِ إعادتها من الشاشة التالية.
visits-delete-yes = نعم، حذفها
visits-delete-no = لا، إبقاؤها

## I can’t come. No blame: only the next step.

visits-cannot-title = لا أستطيع المجيء
visits-cannot-words = هذا يحدث. يمكنكِ طلب يوم جديد.
visits-cannot-call = 1. اتصلي بهم
visits-cannot-say = 2. قولي هذا بالإنجليزية
visits-cannot-text = يمكنكِ أيضًا قراءته لهم أو عرضه.
visits-cannot-after = عندما يكون لديكِ يوم جديد
visits-cannot-copy = نسخ الكلام
visits-cannot-copied = نُسخ
visits-cannot-refused = لم ينسخه هاتفكِ. يمكنكِ قراءته لهم.

## What she says on the phone. The English is said to staff; hers stands under it. @card

visits-script-cannot = مرحبًا. لا أستطيع المجيء إلى زيارتي يوم { $day } الساعة { $time }.
visits-script-cannot-untimed = مرحبًا. لا أستطيع المجيء إلى زيارتي يوم { $day }.
visits-script-new-day = من فضلكم أعطوني يومًا جديدًا.
visits-script-interpreter = أحتاج إلى مترجمة أو مترجم. لغتي هي { $language }.
visits-script-write = من فضلكم أرسلوا لي اليوم الجديد برسالة نصية أو بالبريد.

## Adding a visit: one question a page. Headings of at most four words.

visits-question-step = { $at } من { $of }
visits-question-next = التالي
visits-question-kind = ما نوع الزيارة؟
visits-question-day = في أي يوم؟
visits-question-day-hint = ابحثي عن اليوم في رسالتكِ.
visits-question-time = في أي وقت؟
visits-question-time-hint = ابحثي عن الوقت في رسالتكِ.
visits-question-place = أين هي؟
visits-question-place-hint = اكتبي المكان كما هو في رسالتكِ.
visits-question-phone = بمن يمكنكِ الاتصال؟
visits-question-phone-hint = الرقم يكون غالبًا في أعلى الرسالة.
visits-question-check = هل هذا صحيح؟
visits-question-change = تغيير هذه الزيارة

## Names of the steps, for the link back.

visits-step-kind = نوع الزيارة
visits-step-day = اليوم
visits-step-time = الوقت
visits-step-place = المكان
visits-step-phone = الهاتف
visits-step-check = المراجعة

## The day.

visits-day-later = يوم أبعد
visits-day-soon = الأيام الـ 14 القادمة
visits-day-months = في أي شهر؟
visits-day-other-month = شهر آخر
visits-day-typed = كتابة التاريخ
visits-day-typed-words = اكتبيه بترتيب رسالتكِ: اليوم، ثم الشهر، ثم السنة.
visits-day-field-day = اليوم
visits-day-field-month = الشهر
visits-day-field-year = السنة
visits-day-field-weekday = يوم الأسبوع، إذا كان في الرسالة
visits-day-disagrees = هذا التاريخ هو يوم { $is }. والرسالة تقول يوم { $said }. يمكنكِ الاتصال والسؤال.
visits-day-disagrees-keep = إبقاء التاريخ: { $is } { $day } { $month }
visits-day-disagrees-change = تغيير التاريخ
visits-day-missing = المسي اليوم، ثم «التالي».

## The time.

visits-time-morning = الصباح
visits-time-afternoon = بعد الظهر
visits-time-night = المساء والليل
visits-time-minutes = أي دقائق؟
visits-time-other = دقائق أخرى
visits-time-field = الدقائق، من 0 إلى 59
visits-time-not-there = لا وقت في الرسالة
visits-time-missing = المسي الساعة والدقائق. أو المسي «لا وقت في الرسالة».
visits-time-change-hour = ساعة أخرى

## Place and way.

visits-place-field = مستشفى أو عيادة أو شارع
visits-place-skip = يمكنكِ ترك هذا فارغًا.
visits-place-travel = كم دقيقة يأخذ الطريق؟
visits-place-travel-hint = الذهاب فقط. عندها نقول لكِ متى تخرجين. يمكنكِ ترك هذا فارغًا.

## Phone.

visits-phone-field = رقم الهاتف
visits-phone-known = هل هو واحد من هذه؟

## Kind.

visits-kind-missing = المسي نوع الزيارة. ويمكنكِ أيضًا اختيار «شيء آخر».

## Check.

visits-check-kind = النوع
visits-check-day = اليوم
visits-check-time = الوقت
visits-check-place = المكان
visits-check-way = دقائق الطريق
visits-check-phone = الهاتف
visits-check-asked = من طلب هذه الزيارة؟
visits-check-note = ملاحظتكِ
visits-check-none = غير محفوظ
visits-check-change = تغيير
visits-check-save = حفظ هذه الزيارة
visits-check-discard = عدم الحفظ
visits-check-more = المزيد عنها
visits-check-note-field = كلامكِ أنتِ، لكِ وحدكِ

## Who asked, to choose from.

visits-choose-health = الصحة: قابلة أو طبيب أو مستشفى
visits-choose-social-care = الخدمات الاجتماعية للأطفال
visits-choose-both = كلاهما
visits-choose-unknown = لا أعرف
visits-choose-health-plain = الصحة: طبيب أو مستشفى

## Later additions to the steps.

visits-day-which = أي يوم هو؟ الرسائل البريطانية تكتب اليوم أولًا.
visits-back-one = الزيارة

## Which visit more closely: under a kind that has closer ones.

visits-kind-closer = هل تعرفين أي زيارة هي؟
visits-kind-open = زيارة أخرى، أو لا أعرف
visits-kind-other = اختيار نوع آخر

## Expected visits: what can come in a pregnancy and after a birth.

visits-expected-title = ما يأتي بعد ذلك
visits-expected-hint = زيارات وفحوص يمكنكِ أن تتوقعيها
visits-expected-empty = أخبرينا كم أسبوعًا مضى من حملكِ، أو موعد الولادة المتوقع. يمكنكِ تغيير ذلك أو حذفه. وهو يبقى في هذا الهاتف.
visits-expected-tell = إضافة أسابيع حملي أو موعد الولادة المتوقع
visits-expected-due = موعد الولادة المتوقع:
visits-expected-born = وُلد طفلكِ في
visits-expected-weeks = اليوم: عدد الأسابيع { $weeks }، وعدد الأيام { $days }
visits-expected-change = تغيير
visits-expected-forget = حذف هذا
visits-expected-ask-born = مضى موعد الولادة المتوقع. إذا وُلد طفلكِ، يمكنكِ إضافة يوم الولادة هنا.
visits-expected-tell-born = إضافة يوم الولادة
visits-expected-first = هل هذا طفلكِ الأول؟
visits-expected-first-yes = نعم
visits-expected-first-no = لا
visits-expected-now = الآن
visits-expected-coming = لاحقًا
visits-expected-after-birth = بعد الولادة
visits-expected-earlier = هذه الأسابيع مضت
visits-expected-earlier-hint = إذا لم تحصلي على واحدة من هذه الزيارات، ما زال بإمكانكِ أن تسألي.
visits-expected-about = نحو
visits-expected-to = إلى
visits-expected-week = الأسبوع { $week }
visits-expected-if-first = للطفل الأول فقط
visits-expected-added = أضفتِ زيارة من هذا النوع.
visits-expected-see-added = عرض زيارتكِ
visits-expected-add-hint = هذه الأيام ليست حجزًا. عندما تصلكِ رسالة بالبريد أو رسالة نصية، يمكنكِ إضافة الزيارة.
visits-expected-add = إضافة هذه الزيارة

## How far is she? One question with three ways to answer.

visits-when-title = ماذا تعرفين؟
visits-when-hint = جواب واحد يكفي.
visits-when-weeks = كم أسبوعًا مضى من حملي
visits-when-due = موعد الولادة المتوقع
visits-when-born = وُلد طفلي
visits-when-weeks-field = الأسابيع
visits-when-days-field = أيام إضافية
visits-when-missing = اختاري واحدًا واكتبي الجواب.
