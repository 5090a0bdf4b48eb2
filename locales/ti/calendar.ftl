### Names of days, months and calendars. The core makes every date from these; English ones are the master.

## Days of the week, Monday is 1. On the leaf, in lists and in reminders.

calendar-weekday-1 = ሰኑይ
calendar-weekday-2 = ሰሉስ
calendar-weekday-3 = ረቡዕ
calendar-weekday-4 = ሓሙስ
calendar-weekday-5 = ዓርቢ
calendar-weekday-6 = ቀዳም
calendar-weekday-7 = ሰንበት

## Short days of the week, for the row of days and the day grid. At most 8 letters.

calendar-weekday-short-1 = ሰኑ
calendar-weekday-short-2 = ሰሉ
calendar-weekday-short-3 = ረቡ
calendar-weekday-short-4 = ሓሙ
calendar-weekday-short-5 = ዓር
calendar-weekday-short-6 = ቀዳ
calendar-weekday-short-7 = ሰን

## Months of the UK calendar.

calendar-month-gregorian-1 = ጥሪ
calendar-month-gregorian-2 = ለካቲት
calendar-month-gregorian-3 = መጋቢት
calendar-month-gregorian-4 = ሚያዝያ
calendar-month-gregorian-5 = ግንቦት
calendar-month-gregorian-6 = ሰነ
calendar-month-gregorian-7 = ሓምለ
calendar-month-gregorian-8 = ነሓሰ
calendar-month-gregorian-9 = መስከረም
calendar-month-gregorian-10 = ጥቅምቲ
calendar-month-gregorian-11 = ሕዳር
calendar-month-gregorian-12 = ታሕሳስ

## Months of the Ethiopic calendar. Always shown under the calendar’s name, because Tigrinya names Gregorian months with the same words.

calendar-month-ethiopic-1 = መስከረም
calendar-month-ethiopic-2 = ጥቅምቲ
calendar-month-ethiopic-3 = ሕዳር
calendar-month-ethiopic-4 = ታሕሳስ
calendar-month-ethiopic-5 = ጥሪ
calendar-month-ethiopic-6 = ለካቲት
calendar-month-ethiopic-7 = መጋቢት
calendar-month-ethiopic-8 = ሚያዝያ
calendar-month-ethiopic-9 = ግንቦት
calendar-month-ethiopic-10 = ሰነ
calendar-month-ethiopic-11 = ሓምለ
calendar-month-ethiopic-12 = ነሓሰ
calendar-month-ethiopic-13 = ጳጉሜን

## Months of the Solar Hijri calendar.

calendar-month-persian-1 = ፋርቫርዲን
calendar-month-persian-2 = ኦርዲበሄሽት
calendar-month-persian-3 = ኮርዳድ
calendar-month-persian-4 = ቲር
calendar-month-persian-5 = ሞርዳድ
calendar-month-persian-6 = ሻህሪቫር
calendar-month-persian-7 = መህር
calendar-month-persian-8 = ኣባን
calendar-month-persian-9 = ኣዛር
calendar-month-persian-10 = ደይ
calendar-month-persian-11 = ባህማን
calendar-month-persian-12 = ኤስፋንድ

## Months of the Hijri calendar, Umm al-Qura.

calendar-month-umm-al-qura-1 = ሙሓረም
calendar-month-umm-al-qura-2 = ሰፈር
calendar-month-umm-al-qura-3 = ረቢዕ ኣልኣወል
calendar-month-umm-al-qura-4 = ረቢዕ ኣልኣኺር
calendar-month-umm-al-qura-5 = ጁማዳ ኣልኡላ
calendar-month-umm-al-qura-6 = ጁማዳ ኣልኣኺራ
calendar-month-umm-al-qura-7 = ረጀብ
calendar-month-umm-al-qura-8 = ሸዕባን
calendar-month-umm-al-qura-9 = ረመዳን
calendar-month-umm-al-qura-10 = ሸዋል
calendar-month-umm-al-qura-11 = ዙልቂዕዳ
calendar-month-umm-al-qura-12 = ዙልሒጃ

## Names of the calendars, above a date.

calendar-name-gregorian = ብኣቆጻጽራ ግሪጎርያን
calendar-name-ethiopic = ብኣቆጻጽራ ግእዝ
calendar-name-persian = ብኣቆጻጽራ ጸሓያዊ ሂጅሪ
calendar-name-umm-al-qura = ብኣቆጻጽራ ሂጅሪ

## How a date is put together. $weekday, $day, $month and $year are names and Latin digits.

calendar-date = { $weekday } { $day } { $month } { $year }
calendar-date-short = { $day } { $month }
calendar-month-year = { $month } { $year }

## Times by the Ethiopic clock, beside the UK time. $time is such as 4:30.

calendar-clock-ethiopic-morning = ሰዓት { $time } ንግሆ
calendar-clock-ethiopic-afternoon = ሰዓት { $time } ድሕሪ ቐትሪ
calendar-clock-ethiopic-evening = ሰዓት { $time } ምሸት
calendar-clock-ethiopic-night = ሰዓት { $time } ለይቲ

## How far away a day is, in a pill beside the leaf. Short. $days is 2 or more, in Latin digits; "Days to go: 3" needs no plural.

calendar-in-0 = ሎሚ
calendar-in-1 = ጽባሕ
calendar-in-days = ድሕሪ { $days } መዓልቲ
calendar-ago-1 = ትማሊ
calendar-ago-days = ቅድሚ { $days } መዓልቲ
calendar-cover-day = { $weekday } { $day } { $month }
