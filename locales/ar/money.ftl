### Money: what a trip costs, what is left, who can pay, the letter that asks for the fare. Plain words, no blame. Sums come ready, such as £5.00.

## S40 Money

money-page-title = المال
money-trips-title = رحلاتكِ
money-trips-fare = الأجرة: { $fare }
money-trips-no-fare = لم تكتبي الأجرة بعد
money-trips-none = عندما تضيفين زيارة، يمكنكِ أن تري هنا كم تكلف الرحلة ومن يمكنه أن يدفع.
money-trips-add = إضافة زيارة
money-have-title = ما لديكِ الآن
money-have-why = يمكنكِ كتابة كم من المال لديكِ. هذا يبقى في هذا الهاتف.
money-have-label = المال الذي لديكِ
money-sum-example = بالجنيه والبنس، مثل 11 أو 11.50
money-have-today = كتبتِ هذا المبلغ اليوم.
money-have-on = كتبتِ هذا المبلغ في { $day }.
money-have-old = كتبتِ هذا المبلغ في { $day }. ربما تغيّر الآن.
money-change = تغيير
money-take-back = محو المبلغ
money-save = حفظ
money-cancel = إلغاء
money-taken-back = مُحي المبلغ. لم يعد التطبيق يعرفه.
money-error-sum = اكتبي مبلغًا مثل 11 أو 11.50.
money-day-title = اليوم الذي يصل فيه مالكِ
money-day-why = يمكنكِ اختيار اليوم. عندها ترين كم يبقى لكل يوم حتى ذلك اليوم.
money-day-every = كل يوم { $weekday }
money-day-next = القادم: { $day }
money-support-title = أي دعم تحصلين عليه؟
money-support-why = المبلغ والمساعدة في أجرة المواصلات يختلفان. رسالة الدعم تقول أي دعم تحصلين عليه.
money-support-section-95 = القسم (section) 95
money-support-section-95-detail = تطبخين بنفسكِ. يصل المال على بطاقة.
money-support-with-meals = مكان فيه وجبات
money-support-with-meals-detail = مثل فندق. قد يكون القسم (section) 95 أو القسم 98.
money-support-section-4 = القسم (section) 4
money-support-section-4-detail = بعد رفض طلب اللجوء، مع سكن. يصل المال على بطاقة.
money-support-schedule-10 = الجدول (Schedule) 10
money-support-schedule-10-detail = لبعض الناس تحت كفالة الهجرة (immigration bail). لا توجد فيه مبالغ إضافية.
money-support-none = لا شيء من وزارة الداخلية (Home Office)
money-support-none-detail = لا تحصلين منهم على مال أسبوعي.
money-support-unknown = لا أعرف
money-support-unknown-detail = لا بأس. يمكن أن تخبركِ Migrant Help.
money-extra-title = أحصل على المال الإضافي للحمل
money-extra-detail = زيادة { $sum } كل أسبوع
money-extra-no-sum = زيادة قليلة كل أسبوع
money-rates-title = المبالغ المنشورة
money-rates-why = هذه المبالغ لكل شخص. المبلغ الذي على بطاقتكِ أهم منها.
money-rate-self-catered = تطبخين بنفسكِ
money-rate-with-meals = مكان فيه وجبات
money-rate-pregnancy = مال إضافي في الحمل
money-rate-baby-under-1 = إضافي لطفل عمره أقل من 1 سنة
money-rate-child-1-to-3 = إضافي لطفل عمره 1 أو 2 أو 3 سنوات
money-rate-maternity-payment = منحة الأمومة (maternity payment)
money-rate-per-week = كل أسبوع
money-rate-per-once = مرة واحدة
money-rate-between = نحو { $low } إلى { $high }
money-rate-unsettled = المصادر لا تتفق بعد. يمكنكِ التحقق من المبلغ على بطاقتكِ.
money-rate-past-review = لم نعد نعرض هذا المبلغ. ربما تغيّر.
money-rate-dated = المصدر:
money-rate-checked = قُرئ في { $day }.
money-letters-title = رسائلكِ المحفوظة
money-letters-saved = حُفظت في { $day }
money-letters-none = ليست لديكِ رسائل محفوظة. يمكنكِ عمل رسالة من صفحة الرحلة.
money-articles-title = معلومات مفيدة
money-articles-refund = هل يمكنني استرداد أجرة المواصلات؟
money-articles-extra = مال إضافي في الحمل

## S41 Trip

money-trip-title = رحلتكِ: { $visit }
money-trip-have = ما لديكِ
money-trip-fare = الأجرة ذهابًا وإيابًا
money-trip-left-until = الباقي حتى { $weekday }
money-trip-left = الباقي بعد الرحلة
money-trip-missing = ما زال ناقصًا
money-trip-per-day = { $sum } كل يوم
money-trip-not-enough = هذه الأجرة أكثر مما لديكِ. تحتاجين إلى { $sum } زيادة. لستِ وحدكِ: يمكنكِ أن تطلبي ذلك.
money-trip-just-enough = هذه الرحلة تأخذ كل ما لديكِ. يمكنكِ طلب الأجرة أولًا.
money-trip-pick-day = في أي يوم يصل مالكِ؟
money-trip-pick-day-detail = عندها ترين كم يبقى لكل يوم
money-trip-no-fare = اكتبي الأجرة ذهابًا وإيابًا. عندها ترين كم يبقى.
money-trip-no-have = اكتبي ما لديكِ. عندها ترين كم يبقى.
money-trip-no-both = اكتبي ما لديكِ، والأجرة ذهابًا وإيابًا. عندها ترين كم يبقى.
money-trip-no-rate = ربما تغيّر المبلغ المنشور، لذلك لا نحسب به. يمكنكِ كتابة ما لديكِ.
money-trip-unsettled = قد تحصلين على نحو { $low } إلى { $high } كل أسبوع. المصادر لا تتفق بعد، لذلك لا نحسب به. يمكنكِ التحقق من المبلغ على بطاقتكِ وكتابة ما لديكِ.
money-trip-fare-label = الأجرة ذهابًا وإيابًا
money-trip-typed-today = كتبتِ اليوم كم لديكِ.
money-trip-typed-on = في { $day } كتبتِ كم لديكِ.
money-trip-from-rates = ما لديكِ محسوب من المبالغ المنشورة، لأسبوع واحد:
money-trip-from-rates-own = إذا كان لديكِ أكثر أو أقل، يمكنكِ كتابة مبلغكِ أنتِ.
money-trip-ask = طلب الأجرة أولًا
money-pays-title = من يمكنه أن يدفع؟
money-pays-before = قبل الرحلة
money-pays-on-the-day = في اليوم نفسه
money-pays-after = بعد الرحلة
money-pays-unsure = غير مؤكد
money-pays-not-health = هذه القواعد لزيارات الصحة. قد لا تشمل هذه الزيارة. يمكنكِ أن تسألي من دعاكِ إليها.
money-pays-english = عرض الإنجليزية أيضًا
money-pays-ask = من يمكنكِ أن تسألي

## S43 Letter

money-letter-title = رسالة من أجل أجرة رحلتكِ
money-letter-back = رحلتكِ
money-letter-sheet = الرسالة بالإنجليزية
money-letter-show = عرض
money-letter-copy = نسخ
money-letter-copied = نُسخت. يمكنكِ وضعها في رسالة نصية.
money-letter-not-copied = لم ينسخها هذا الهاتف. يمكنكِ عرض الرسالة بدلًا من ذلك.
money-letter-save = حفظ في هذا الهاتف
money-letter-saved = حُفظت في هذا الهاتف. هي في «المال».
money-letter-ticks = ماذا يُكتب فيها؟ أنتِ تختارين
money-letter-tick-day = اليوم والأجرة
money-letter-tick-language = لغتي
money-letter-tick-name = مكان لاسمي
money-letter-tick-hc2 = لديّ شهادة HC2
money-letter-never = الرسالة لا تقول أبدًا شيئًا عن صحتكِ أو أوراقكِ.
money-letter-no-fare = الرسالة لا تذكر الأجرة بعد
money-letter-no-fare-detail = يمكنكِ كتابتها في صفحة رحلتكِ
money-letter-hers = ماذا تقول الرسالة
money-letter-done = تم
money-saved-title = رسالتكِ
money-saved-on = حُفظت في { $day }
money-saved-delete = حذف هذه الرسالة
money-saved-sure = هل تحذفين هذه الرسالة؟ لا يمكن إعادتها.
money-saved-yes = نعم، حذف
money-saved-no = إبقاؤها

## A few questions that end in what she can do.

money-questions-title = اعرفي ذلك ببضعة أسئلة
money-rule-travel = من يمكنه أن يدفع أجرة الرحلة؟
money-rule-hc2 = كيف يمكنني أن أحصل على HC2؟
money-rule-extra-money = هل يمكنني أن أحصل على مال إضافي؟
money-rule-exemption = الأدوية وعلاج الأسنان مجانًا
money-questions-missing = اختاري واحدًا. يمكنكِ أن تختاري أنكِ لا تعرفين.
money-questions-back = الرجوع إلى السؤال السابق
money-questions-given = أجوبتكِ
