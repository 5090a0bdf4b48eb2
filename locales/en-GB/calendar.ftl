### Names of days, months and calendars. The core makes every date from these; English ones are the master.

## Days of the week, Monday is 1. On the leaf, in lists and in reminders.

calendar-weekday-1 = Monday
calendar-weekday-2 = Tuesday
calendar-weekday-3 = Wednesday
calendar-weekday-4 = Thursday
calendar-weekday-5 = Friday
calendar-weekday-6 = Saturday
calendar-weekday-7 = Sunday

## Short days of the week, for the row of days and the day grid. At most 8 letters.

calendar-weekday-short-1 = Mon
calendar-weekday-short-2 = Tue
calendar-weekday-short-3 = Wed
calendar-weekday-short-4 = Thu
calendar-weekday-short-5 = Fri
calendar-weekday-short-6 = Sat
calendar-weekday-short-7 = Sun

## Months of the UK calendar.

calendar-month-gregorian-1 = January
calendar-month-gregorian-2 = February
calendar-month-gregorian-3 = March
calendar-month-gregorian-4 = April
calendar-month-gregorian-5 = May
calendar-month-gregorian-6 = June
calendar-month-gregorian-7 = July
calendar-month-gregorian-8 = August
calendar-month-gregorian-9 = September
calendar-month-gregorian-10 = October
calendar-month-gregorian-11 = November
calendar-month-gregorian-12 = December

## Months of the Ethiopic calendar. Always shown under the calendar’s name, because Tigrinya names Gregorian months with the same words.

calendar-month-ethiopic-1 = Meskerem
calendar-month-ethiopic-2 = Tikimt
calendar-month-ethiopic-3 = Hidar
calendar-month-ethiopic-4 = Tahsas
calendar-month-ethiopic-5 = Tir
calendar-month-ethiopic-6 = Yekatit
calendar-month-ethiopic-7 = Megabit
calendar-month-ethiopic-8 = Miyazya
calendar-month-ethiopic-9 = Ginbot
calendar-month-ethiopic-10 = Sene
calendar-month-ethiopic-11 = Hamle
calendar-month-ethiopic-12 = Nehase
calendar-month-ethiopic-13 = Pagume

## Months of the Solar Hijri calendar.

calendar-month-persian-1 = Farvardin
calendar-month-persian-2 = Ordibehesht
calendar-month-persian-3 = Khordad
calendar-month-persian-4 = Tir
calendar-month-persian-5 = Mordad
calendar-month-persian-6 = Shahrivar
calendar-month-persian-7 = Mehr
calendar-month-persian-8 = Aban
calendar-month-persian-9 = Azar
calendar-month-persian-10 = Dey
calendar-month-persian-11 = Bahman
calendar-month-persian-12 = Esfand

## Months of the Hijri calendar, Umm al-Qura.

calendar-month-umm-al-qura-1 = Muharram
calendar-month-umm-al-qura-2 = Safar
calendar-month-umm-al-qura-3 = Rabi al-Awwal
calendar-month-umm-al-qura-4 = Rabi al-Thani
calendar-month-umm-al-qura-5 = Jumada al-Ula
calendar-month-umm-al-qura-6 = Jumada al-Akhirah
calendar-month-umm-al-qura-7 = Rajab
calendar-month-umm-al-qura-8 = Shaban
calendar-month-umm-al-qura-9 = Ramadan
calendar-month-umm-al-qura-10 = Shawwal
calendar-month-umm-al-qura-11 = Dhu al-Qadah
calendar-month-umm-al-qura-12 = Dhu al-Hijjah

## Names of the calendars, above a date.

calendar-name-gregorian = UK calendar
calendar-name-ethiopic = Ethiopic calendar
calendar-name-persian = Solar Hijri calendar
calendar-name-umm-al-qura = Hijri calendar

## How a date is put together. $weekday, $day, $month and $year are names and Latin digits.

calendar-date = { $weekday } { $day } { $month } { $year }
calendar-date-short = { $day } { $month }
calendar-month-year = { $month } { $year }

## Times by the Ethiopic clock, beside the UK time. $time is such as 4:30.

calendar-clock-ethiopic-morning = { $time } in the morning, Ethiopic clock
calendar-clock-ethiopic-afternoon = { $time } in the day, Ethiopic clock
calendar-clock-ethiopic-evening = { $time } in the evening, Ethiopic clock
calendar-clock-ethiopic-night = { $time } at night, Ethiopic clock

## How far away a day is, in a pill beside the leaf. Short. $days is 2 or more, in Latin digits; "Days to go: 3" needs no plural.

calendar-in-0 = Today
calendar-in-1 = Tomorrow
calendar-in-days = In { $days } days
calendar-ago-1 = Yesterday
calendar-ago-days = { $days } days ago

# Under the clock of the cover, as on any phone: Sunday 22 November.
calendar-cover-day = { $weekday } { $day } { $month }
