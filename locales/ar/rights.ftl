### Rights: the tiles, an article with the English beside it, and where it all comes from.

## The list.

rights-list-title = حقوقكِ
rights-list-hint = أجوبة قصيرة. يمكنكِ عرض كل جواب على الموظفين بالإنجليزية.
rights-list-empty = لا يوجد شيء هنا بعد. يمكنكِ أن تسألي جمعية خيرية من «مساعدة».

## The topics: one tile each. At most 28 letters.

rights-topic-care = الرعاية ومن يدفع
rights-topic-your-say = رأيكِ وقراركِ
rights-topic-visits = الزيارات والفحوص
rights-topic-money = المال والمواصلات
rights-topic-home = أين تسكنين
rights-topic-social-services = الخدمات الاجتماعية
rights-topic-safety = الأمان
rights-topic-feelings = المشاعر والفقدان
rights-topic-birth = الولادة والطفل
rights-topic-groups = أشخاص قريبون منكِ

## An article.

rights-article-back = حقوقي
rights-article-english = الإنجليزية تحت كل سطر
rights-article-english-here = عرض هذا بالإنجليزية
rights-article-english-away = إخفاء الإنجليزية
rights-article-do = ما يمكنكِ فعله
rights-article-next = الخطوة التالية
rights-article-when = متى على أبعد تقدير
rights-article-right = حقكِ
rights-article-who = من يمكنه أن يأتي
rights-article-ask = يمكنكِ أن تسألي هذا
rights-article-scotland = في اسكتلندا
rights-article-wales = في ويلز
rights-article-northern-ireland = في أيرلندا الشمالية
rights-article-following = ما يأتي بعد ذلك
rights-article-no = إذا رفضوا
rights-article-card = عرض هذه البطاقة على الموظفين
rights-article-unsure = ما ليس مؤكدًا
rights-article-help = من يمكنه المساعدة

## Where it comes from, under articles, cards and danger signs.

rights-sources-title = من أين جاءت هذه المعلومات
rights-sources-count = الصفحات التي قرأناها: { $count }
rights-sources-dated = التاريخ في الصفحة: { $date }
rights-sources-undated = لا تاريخ في الصفحة
rights-sources-checked = قرأنا هذا في
rights-sources-nations = هذا يخص: { $nations }
rights-sources-and = { $first }، { $second }
rights-sources-old = ربما تغيّر هذا. يمكنكِ السؤال قبل أن تعتمدي عليه.
rights-sources-old-call = اسألي { $name } مجانًا

## Badges: how the text in her language came to be. Never colour alone. At most eight words.

rights-badge-machine = ترجمة آلية. لم يراجعها أحد.
rights-badge-draft = مسودة. لم يراجعها شخص ثانٍ.
rights-badge-checked = راجعها شخص يتكلم هذه اللغة
rights-badge-approved = تمت المراجعة والموافقة
rights-badge-stale = النص الإنجليزي أحدث من هذا النص
