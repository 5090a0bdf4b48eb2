### Names of days, months and calendars. The core makes every date from these; English ones are the master.

## Days of the week, Monday is 1. On the leaf, in lists and in reminders.

calendar-weekday-1 = الاثنين
calendar-weekday-2 = الثلاثاء
calendar-weekday-3 = الأربعاء
calendar-weekday-4 = الخميس
calendar-weekday-5 = الجمعة
calendar-weekday-6 = السبت
calendar-weekday-7 = الأحد

## Short days of the week, for the row of days and the day grid. At most 8 letters.

calendar-weekday-short-1 = الاثنين
calendar-weekday-short-2 = الثلاثاء
calendar-weekday-short-3 = الأربعاء
calendar-weekday-short-4 = الخميس
calendar-weekday-short-5 = الجمعة
calendar-weekday-short-6 = السبت
calendar-weekday-short-7 = الأحد

## Months of the UK calendar.

calendar-month-gregorian-1 = يناير (كانون الثاني)
calendar-month-gregorian-2 = فبراير (شباط)
calendar-month-gregorian-3 = مارس (آذار)
calendar-month-gregorian-4 = أبريل (نيسان)
calendar-month-gregorian-5 = مايو (أيار)
calendar-month-gregorian-6 = يونيو (حزيران)
calendar-month-gregorian-7 = يوليو (تموز)
calendar-month-gregorian-8 = أغسطس (آب)
calendar-month-gregorian-9 = سبتمبر (أيلول)
calendar-month-gregorian-10 = أكتوبر (تشرين الأول)
calendar-month-gregorian-11 = نوفمبر (تشرين الثاني)
calendar-month-gregorian-12 = ديسمبر (كانون الأول)

## Months of the Ethiopic calendar. Always shown under the calendar’s name, because Tigrinya names Gregorian months with the same words.

calendar-month-ethiopic-1 = مسكرم
calendar-month-ethiopic-2 = طقمت
calendar-month-ethiopic-3 = هدار
calendar-month-ethiopic-4 = تاهساس
calendar-month-ethiopic-5 = طر
calendar-month-ethiopic-6 = يكاتيت
calendar-month-ethiopic-7 = مجابيت
calendar-month-ethiopic-8 = ميازيا
calendar-month-ethiopic-9 = جنبوت
calendar-month-ethiopic-10 = سني
calendar-month-ethiopic-11 = حملي
calendar-month-ethiopic-12 = نهاسي
calendar-month-ethiopic-13 = باجومي

## Months of the Solar Hijri calendar.

calendar-month-persian-1 = فروردين
calendar-month-persian-2 = أرديبهشت
calendar-month-persian-3 = خرداد
calendar-month-persian-4 = تير
calendar-month-persian-5 = مرداد
calendar-month-persian-6 = شهريور
calendar-month-persian-7 = مهر
calendar-month-persian-8 = آبان
calendar-month-persian-9 = آذر
calendar-month-persian-10 = دي
calendar-month-persian-11 = بهمن
calendar-month-persian-12 = إسفند

## Months of the Hijri calendar, Umm al-Qura.

calendar-month-umm-al-qura-1 = محرم
calendar-month-umm-al-qura-2 = صفر
calendar-month-umm-al-qura-3 = ربيع الأول
calendar-month-umm-al-qura-4 = ربيع الآخر
calendar-month-umm-al-qura-5 = جمادى الأولى
calendar-month-umm-al-qura-6 = جمادى الآخرة
calendar-month-umm-al-qura-7 = رجب
calendar-month-umm-al-qura-8 = شعبان
calendar-month-umm-al-qura-9 = رمضان
calendar-month-umm-al-qura-10 = شوال
calendar-month-umm-al-qura-11 = ذو القعدة
calendar-month-umm-al-qura-12 = ذو الحجة

## Names of the calendars, above a date.

calendar-name-gregorian = التقويم الميلادي
calendar-name-ethiopic = التقويم الإثيوبي
calendar-name-persian = التقويم الهجري الشمسي
calendar-name-umm-al-qura = التقويم الهجري

## How a date is put together. $weekday, $day, $month and $year are names and Latin digits.

calendar-date = { $weekday } { $day } { $month } { $year }
calendar-date-short = { $day } { $month }
calendar-month-year = { $month } { $year }

## Times by the Ethiopic clock, beside the UK time. $time is such as 4:30.

calendar-clock-ethiopic-morning = { $time } صباحًا بالساعة الإثيوبية
calendar-clock-ethiopic-afternoon = { $time } نهارًا بالساعة الإثيوبية
calendar-clock-ethiopic-evening = { $time } مساءً بالساعة الإثيوبية
calendar-clock-ethiopic-night = { $time } ليلًا بالساعة الإثيوبية

## How far away a day is, in a pill beside the leaf. Short. $days is 2 or more, in Latin digits; "Days to go: 3" needs no plural.

calendar-in-0 = اليوم
calendar-in-1 = غدًا
calendar-in-days = الأيام الباقية: { $days }
calendar-ago-1 = أمس
calendar-ago-days = أيام مضت: { $days }

# Under the clock of the cover, as on any phone: Sunday 22 November.
calendar-cover-day = { $weekday } { $day } { $month }
