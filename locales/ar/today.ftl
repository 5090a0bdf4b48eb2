### The four constants. Each under a sign, in a quarter of a 320 px screen: two short words at most.

today-header-hide = إخفاء
today-header-show = للموظفين
today-header-danger = علامات خطر
today-header-language = اللغة

## The five places of the bottom bar. One short word each, at most 58 px wide at 14 px.

today-bar-today = اليوم
today-bar-visits = الزيارات
today-bar-rights = حقوقي
today-bar-money = المال
today-bar-help = مساعدة
today-bar-label = الأماكن

## Headings of Today. At most four words.

today-title-next = زيارتكِ القادمة
today-title-none = اليوم
today-heading-now = يمكنكِ فعل هذا الآن
today-empty-words = ليست لديكِ زيارة محفوظة. هل لديكِ رسالة أو تاريخ؟ يمكنكِ إضافته هنا.
today-next-see = عرض هذه الزيارة

## Rows of "You can do this now".

today-do-fare = اطلبي أجرة الحافلة
today-do-interpreter = اطلبي مترجمة أو مترجمًا
today-do-unit = احفظي رقم وحدة الولادة

## The four tiles. Two to four words.

today-tile-add = إضافة زيارة
today-tile-numbers = أرقامي
today-tile-moved = نقلوني إلى سكن آخر
today-tile-money = الرحلة والمال

## The question about her own calendar, asked once on Today. $calendar is the calendar’s name.

today-calendar-question = هل تريدين رؤية التواريخ بتقويمكِ أيضًا؟
today-calendar-detail = التاريخ الميلادي يأتي أولًا دائمًا.
today-calendar-yes = نعم
today-calendar-no = لا

## The foot of Today.

today-foot-checked = قورنت المعلومات بمصادرها في { $date }
today-foot-old = ربما تغيّر بعض هذا. آخر مقارنة بالمصادر كانت في { $date }. يمكنكِ السؤال قبل أن تعتمدي عليه.
today-foot-machine = ترجمة آلية. لم يراجعها أحد.
today-foot-phone = هذا الهاتف
today-trouble-row = لا يستطيع Kindway فتح ما حفظتِه
today-trouble-detail = ما زال بإمكانكِ قراءة كل شيء.

## A page that is not there, for any reason.

today-lost-title = هذه الصفحة غير موجودة هنا
today-lost-words = يمكنكِ الذهاب إلى «اليوم».
today-sorry-title = لم ينجح ذلك
today-again-button = المحاولة مرة أخرى

## Search: one search over everything.

today-search-title = بحث
today-search-row = البحث في كل شيء
today-search-field = عن ماذا تبحثين؟
today-search-hint = كلمة واحدة تكفي. كلماتكِ لا تُحفظ.
today-search-go = بحث
today-search-count = النتائج: { $count }
today-search-none = لم نجد شيئًا. يمكنكِ أن تجربي كلمة أخرى، أو أن تسألي أحدًا.
today-search-none-help = البحث عن شخص تسألينه
today-search-near = قرب { $place }

## What a result is: a small word beside it. At most 18 letters.

today-search-kind-visit = زيارتكِ
today-search-kind-visit-kind = عن زيارة
today-search-kind-article = حقوقي
today-search-kind-card = بطاقة للموظفين
today-search-kind-danger = علامة خطر
today-search-kind-guide = المال
today-search-kind-timeline = ما يأتي بعد ذلك
today-search-kind-contact = مساعدة
