### Cards that she shows to staff, and the danger signs.

cards-way-back = رجوع

## The list of cards.

cards-list-title = للعرض على الموظفين
cards-list-hint = لهم إنجليزية بخط كبير. ولغتكِ تحتها.
cards-list-empty = لا توجد بطاقة هنا بعد.

## A card. The card itself is English; staff read it at arm’s length.

cards-card-back = البطاقات
cards-card-interpreter = مترجمة أو مترجم
cards-card-visit = زيارة
cards-card-read = من { $hosts }. قُرئ في { $date }.
cards-card-hers = الكلام نفسه بلغتكِ
cards-card-hand = إعطاء الهاتف لهم
cards-card-hand-words = عندها لا تظهر إلا هذه البطاقة، حتى تفتحي القفل.
cards-card-no-group = هذه البطاقة عن مجموعة. يمكنكِ أولًا اختيار المجموعة من «مساعدة».
cards-card-no-group-go = اختيار مجموعة

## Handed over: only the card and Unlock. Both languages stand on every button, hers first. @card

cards-handed-only = هذا الهاتف يعرض هذه البطاقة فقط
cards-handed-unlock = فتح القفل
cards-handed-sure = هل عاد الهاتف إلى يدكِ؟
cards-handed-yes = نعم، فتح القفل
cards-handed-no = ليس بعد

## Danger signs. @safety Plain and short. Her words stand above the English.

danger-page-unchecked = لم تراجعه قابلة بعد
danger-page-unchecked-plain = لم يراجعه طبيب بعد
danger-emergency-title = اتصلي بالرقم 999 الآن
danger-emergency-call = اتصلي بالرقم 999
danger-emergency-say = قولي «{ $language }» بالإنجليزية. ابقي على الخط.
danger-emergency-know = عندما تتصلين بالرقم 999
danger-unit-title = اتصلي بوحدة الولادة الآن
danger-unit-words = ليلًا أو نهارًا. أنتِ لا تضيّعين وقت أحد.
danger-unit-title-plain = اطلبي المساعدة الآن
danger-unit-words-plain = ليلًا أو نهارًا. أنتِ لا تضيّعين وقت أحد.
danger-unit-call = اتصلي: { $name }
danger-unit-yours = وحدتكِ في المستشفى
danger-unit-near = قرب المكان الذي بحثتِ عنه. هل هذا مستشفاكِ؟
danger-unit-other = أرقام أخرى لهذا المستشفى
danger-unit-save = حفظ رقم وحدتكِ في المستشفى
danger-unit-save-detail = الرقم مكتوب في رسائلكِ. بعدها يكون هنا، بلمسة واحدة.
danger-unit-111-words = يمكنكِ الاتصال بالرقم 111 الآن. هو مجاني، ليلًا ونهارًا.
danger-call-111 = اتصلي بالرقم 111
danger-call-111-2 = اتصلي بالرقم 111 ثم اختاري 2
danger-number-not-phoned = لم نتصل بهذا الرقم بعد
danger-early-title = في الأشهر الأولى، أو إذا كنتِ قلقة
danger-after-birth-title = بعد الولادة
danger-after-birth-title-plain = في الأيام التالية
danger-mind-title = حالتكِ النفسية
