## What a notification shows. Others may see it, so nothing here names pregnancy, asylum or health.

# The neutral word; the default. @safety It may say nothing about her, her health or her papers.
reminders-text-discreet = تذكير

# Level "day and time". $day such as "Tuesday 24 November", $time such as "9:20am". @safety
reminders-text-time = زيارة: { $day }، { $time }

# The same for a visit without a time. @safety
reminders-text-time-untimed = زيارة: { $day }

# Level "everything". $kind is the kind of visit, never of a private one. @safety
reminders-text-full = { $kind }: { $day }، { $time }، { $place }

# The same without a place. @safety @same
reminders-text-full-no-place = { $kind }: { $day }، { $time }

# The same without a time. @safety @same
reminders-text-full-untimed = { $kind }: { $day }، { $place }

# The same without time and place. @safety @same
reminders-text-full-untimed-no-place = { $kind }: { $day }

## Reminders on screen: what is planned, what others see.

reminders-saved-words = حُفظت في هذا الهاتف
reminders-plan-title = تذكيراتكِ
reminders-plan-none = لا يوجد تذكير ممكن: وقت الزيارة قريب جدًا.
reminders-kind-ask-fare = اطلبي أجرة المواصلات
reminders-kind-ask-interpreter = اطلبي مترجمة أو مترجمًا
reminders-kind-evening-before = في المساء قبلها
reminders-kind-morning = في صباح اليوم نفسه
reminders-kind-leave = وقت الخروج
reminders-see-title = ماذا سيرى الآخرون؟

# Choices. Each shows beside it what the notification will say.
reminders-level-discreet = كلمة واحدة فقط
reminders-level-time = اليوم والوقت
reminders-level-full = كل شيء

# Under "Everything": what is never named.
reminders-level-full-detail = لا تُذكر أبدًا الزيارات القانونية، ولا الدعم بالحديث، ولا المجموعات.
reminders-test-button = تجربة الرنين
reminders-test-done = أُرسل تذكير للتجربة. هل رأيتِه؟
reminders-turn-on = تشغيل التذكيرات
reminders-turn-off = بدون تذكيرات
reminders-off-words = التذكيرات متوقفة. لن يرنّ شيء.
reminders-done-button = عرض هذه الزيارة

## Whether they will ring. Said before, never after. @safety

reminders-health-exact = يمكن لهذا الهاتف أن يرنّ في الدقيقة الصحيحة.
reminders-health-inexact = قد يرنّ هذا الهاتف متأخرًا، بساعة واحدة على الأكثر.
reminders-health-refused = هذا الهاتف لا يسمح لـ Kindway بالرنين. يمكنكِ السماح بذلك في إعدادات الهاتف، تحت «الإشعارات».
reminders-health-kept-only = هذا حاسوب. لا يرنّ شيء عندما يكون Kindway مغلقًا.

# The phone did not take the plan; in This phone and after saving a visit.
reminders-health-broken = لم يمكن ضبط التذكيرات الآن. ربما لا ترنّ. افتحي Kindway مرة أخرى لتجربة ذلك من جديد.
