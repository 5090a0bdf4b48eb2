### Money: what a trip costs, what is left, who can pay, the letter that asks for the fare. Plain words, no blame. Sums come ready, such as £5.00.

## S40 Money

money-page-title = ገንዘብ
money-trips-title = ጉዕዞታትኪ
money-trips-fare = ክፍሊት መጓዓዝያ፦ { $fare }
money-trips-no-fare = ክፍሊት መጓዓዝያ ገና ኣይጸሓፍክን
money-trips-none = ቆጸራ ምስ ወሰኽኪ፣ እቲ ጉዕዞ ክንደይ ከም ዝኽፈሎን መን ክኸፍሎ ከም ዝኽእልን ኣብዚ ክትርእዪ ትኽእሊ።
money-trips-add = ቆጸራ ወስኺ
money-have-title = ሕጂ ዘለኪ ገንዘብ
money-have-why = ክንደይ ገንዘብ ከም ዘለኪ ክትጽሕፊ ትኽእሊ። ኣብዚ ስልኪ ይተርፍ።
money-have-label = ዘለኪ ገንዘብ
money-sum-example = ብፓውንድን ፔንስን፣ ከም 11 ወይ 11.50
money-have-today = እዚ ሎሚ ጽሒፍክዮ።
money-have-on = እዚ ኣብ { $day } ጽሒፍክዮ።
money-have-old = እዚ ኣብ { $day } ጽሒፍክዮ። ሕጂ ተቐይሩ ይኸውን።
money-change = ቀይሪ
money-take-back = ነቲ መጠን ደምስሲ
money-save = ዓቅቢ
money-cancel = ግደፊ
money-taken-back = ተደምሲሱ። እዚ ኣፕ ድሕሪ ሕጂ ገንዘብኪ ክንደይ ምዃኑ ኣይፈልጥን።
money-error-sum = መጠን ገንዘብ ከም 11 ወይ 11.50 ጽሓፊ።
money-day-title = ገንዘብኪ ዝመጸሉ መዓልቲ
money-day-why = ነቲ መዓልቲ ክትመርጺ ትኽእሊ። ብድሕሪኡ ክሳብ ሽዑ ንነፍሲ ወከፍ መዓልቲ ክንደይ ከም ዝተርፍ ትርእዪ።
money-day-every = ነፍሲ ወከፍ { $weekday }
money-day-next = ዝቕጽል፦ { $day }
money-support-title = ኣየናይ ሓገዝ ትረኽቢ?
money-support-why = እቲ መጠን ገንዘብን ናይ መጓዓዝያ ሓገዝን ከከም ዓይነቱ ይፈላለ። ናይ ሓገዝ ደብዳበኺ ኣየናይ ከም እትረኽቢ ትነግረኪ።
money-support-section-95 = ሓገዝ section 95
money-support-section-95-detail = ባዕልኺ ትኽሽኒ። እቲ ገንዘብ ኣብ ካርድ ይኣቱ።
money-support-with-meals = መግቢ ዝወሃበሉ ቦታ
money-support-with-meals-detail = ከም ሆቴል። section 95 ወይ section 98 ክኸውን ይኽእል።
money-support-section-4 = ሓገዝ section 4
money-support-section-4-detail = ሕቶ ዑቕባ ምስ ተነጽገ፣ ምስ መንበሪ ገዛ። እቲ ገንዘብ ኣብ ካርድ ይኣቱ።
money-support-schedule-10 = ሓገዝ Schedule 10
money-support-schedule-10-detail = ብናይ ስደት ዋሕስ (immigration bail) ንዘለዉ ገለ ሰባት። ተወሳኺ ክፍሊት የብሉን።
money-support-none = ካብ ሆም ኦፊስ (Home Office) ዋላ ሓንቲ
money-support-none-detail = ካብኦም ሰሙናዊ ገንዘብ ኣይትረኽብን።
money-support-unknown = ኣይፈልጥን
money-support-unknown-detail = ጸገም የለን። Migrant Help ክነግሩኺ ይኽእሉ።
money-extra-title = ናይ ጥንሲ ተወሳኺ ገንዘብ እረክብ
money-extra-detail = ሰሙን ሰሙን ተወሳኺ { $sum }
money-extra-no-sum = ሰሙን ሰሙን ቁሩብ ተወሳኺ
money-rates-title = ዝተሓትመ መጠን ገንዘብ
money-rates-why = እዚ መጠን ንነፍሲ ወከፍ ሰብ እዩ። እቲ ኣብ ካርድኺ ዘሎ ዝያዳ ኣገዳሲ እዩ።
money-rate-self-catered = ባዕልኺ ትኽሽኒ
money-rate-with-meals = መግቢ ዝወሃበሉ ቦታ
money-rate-pregnancy = ኣብ ግዜ ጥንሲ ተወሳኺ
money-rate-baby-under-1 = ትሕቲ 1 ዓመት ንዝኾነ ህጻን ተወሳኺ
money-rate-child-1-to-3 = ዕድሚኡ 1፣ 2 ወይ 3 ዓመት ንዝኾነ ቆልዓ ተወሳኺ
money-rate-maternity-payment = ናይ ሕርሲ ክፍሊት (maternity payment)
money-rate-per-week = ሰሙን ሰሙን
money-rate-per-once = ሓደ ግዜ
money-rate-between = ካብ { $low } ክሳብ { $high } ኣቢሉ
money-rate-unsettled = ገና ስምምዕ የለን። ካርድኺ ክትርእዪ ትኽእሊ።
money-rate-past-review = እዚ መጠን ድሕሪ ሕጂ ኣይነርእዮን ኢና። ተቐይሩ ይኸውን።
money-rate-dated = ምንጪ፦
money-rate-checked = ኣብ { $day } ዝተነበበ።
money-letters-title = ዝዓቀብክየን ደብዳበታት
money-letters-saved = ኣብ { $day } ዝተዓቀበት
money-letters-none = ዝተዓቀበት ደብዳበ የብልክን። ካብ ጉዕዞ ሓንቲ ክትገብሪ ትኽእሊ።
money-articles-title = ክትፈልጥዮ ጽቡቕ
money-articles-refund = ክፍሊት መጓዓዝያይ ክምለሰለይ ይኽእል ዶ?
money-articles-extra = ኣብ ግዜ ጥንሲ ተወሳኺ ገንዘብ

## S41 Trip

money-trip-title = ጉዕዞኺ፦ { $visit }
money-trip-have = ዘለኪ
money-trip-fare = ክፍሊት ምኻድን ምምላስን
money-trip-left-until = ክሳብ { $weekday } ዝተርፍ
money-trip-left = ድሕሪ እቲ ጉዕዞ ዝተርፍ
money-trip-missing = ገና ዘድሊ
money-trip-per-day = { $sum } ንመዓልቲ
money-trip-not-enough = እዚ ክፍሊት ካብቲ ዘለኪ ይበዝሕ። ተወሳኺ { $sum } የድልየኪ። በይንኺ ኣይኮንክን፦ ክትሓትዮ ትኽእሊ።
money-trip-just-enough = እዚ ጉዕዞ ንኹሉ ዘለኪ ይወስዶ። ቅድም ክፍሊት መጓዓዝያ ክትሓቲ ትኽእሊ።
money-trip-pick-day = ገንዘብኪ ኣየናይ መዓልቲ ይመጽእ?
money-trip-pick-day-detail = ሽዑ ንነፍሲ ወከፍ መዓልቲ ክንደይ ከም ዝተርፍ ትርእዪ
money-trip-no-fare = ክፍሊት ምኻድን ምምላስን ጽሓፊ። ሽዑ ክንደይ ከም ዝተርፍ ትርእዪ።
money-trip-no-have = ዘለኪ ገንዘብ ጽሓፊ። ሽዑ ክንደይ ከም ዝተርፍ ትርእዪ።
money-trip-no-both = ዘለኪ ገንዘብን ክፍሊት ምኻድን ምምላስን ጽሓፊ። ሽዑ ክንደይ ከም ዝተርፍ ትርእዪ።
money-trip-no-rate = እቲ ዝተሓትመ መጠን ተቐይሩ ይኸውን፣ ስለዚ ብእኡ ኣይንሕስብን ኢና። ዘለኪ ገንዘብ ክትጽሕፊ ትኽእሊ።
money-trip-unsettled = ሰሙን ሰሙን ካብ { $low } ክሳብ { $high } ኣቢሉ ትረኽቢ ትኾኒ። ገና ስምምዕ የለን፣ ስለዚ ብእኡ ኣይንሕስብን ኢና። ካርድኺ ርኢኺ ዘለኪ ገንዘብ ክትጽሕፊ ትኽእሊ።
money-trip-fare-label = ክፍሊት ምኻድን ምምላስን
money-trip-typed-today = ዘለኪ ገንዘብ ሎሚ ጽሒፍክዮ።
money-trip-typed-on = ዘለኪ ገንዘብ ኣብ { $day } ጽሒፍክዮ።
money-trip-from-rates = እቲ ዘለኪ ካብ ዝተሓትመ መጠን ገንዘብ ዝተወስደ እዩ፣ ንሓደ ሰሙን፦
money-trip-from-rates-own = ካብኡ ዝበዝሕ ወይ ዝውሕድ እንተሃልዩኪ፣ ናትኪ መጠን ክትጽሕፊ ትኽእሊ።
money-trip-ask = ቅድም ክፍሊት መጓዓዝያ ሕተቲ
money-pays-title = መን ክኸፍል ይኽእል?
money-pays-before = ቅድሚኡ
money-pays-on-the-day = በታ መዓልቲ
money-pays-after = ድሕሪኡ
money-pays-unsure = ርጉጽ ዘይኮነ
money-pays-not-health = እዞም ሕግታት ንቆጸራታት ጥዕና እዮም። እዚ ቆጸራ ዘይሽፈን ክኸውን ይኽእል። ነቶም ዝዓደሙኺ ሰባት ክትሓቲ ትኽእሊ።
money-pays-english = እንግሊዝኛ እውን ርኣዪ
money-pays-ask = ንመን ክትሓቲ ትኽእሊ

## S43 Letter

money-letter-title = ንክፍሊት መጓዓዝያኺ ደብዳበ
money-letter-back = ጉዕዞኺ
money-letter-sheet = እታ ደብዳበ ብእንግሊዝኛ
money-letter-show = ኣርእዪ
money-letter-copy = ቅድሒ
money-letter-copied = ተቐዲሑ። ኣብ መልእኽቲ ከተእትውዮ ትኽእሊ።
money-letter-not-copied = እዚ ስልኪ ኣይቀድሖን። ኣብ ክንድኡ ነታ ደብዳበ ከተርእዪ ትኽእሊ።
money-letter-save = ኣብዚ ስልኪ ዓቅቢ
money-letter-saved = ኣብዚ ስልኪ ተዓቂባ። ኣብ “ገንዘብ” ትርከብ።
money-letter-ticks = ኣብኣ እንታይ ይእቶ? ንስኺ ትመርጺ
money-letter-tick-day = እቲ መዓልትን ክፍሊት መጓዓዝያን
money-letter-tick-language = ቋንቋይ
money-letter-tick-name = ንስመይ ዝኸውን ቦታ
money-letter-tick-hc2 = ምስክር ወረቐት HC2 ኣለኒ
money-letter-never = እታ ደብዳበ ብዛዕባ ጥዕናኺ ወይ ወረቓቕትኺ ፍጹም ኣይትዛረብን።
money-letter-no-fare = እታ ደብዳበ ገና ክፍሊት መጓዓዝያ ኣይጠቐሰትን
money-letter-no-fare-detail = ኣብ ጉዕዞኺ ክትጽሕፍዮ ትኽእሊ
money-letter-hers = እታ ደብዳበ እንታይ ትብል
money-letter-done = ወዲአ
money-saved-title = ደብዳበኺ
money-saved-on = ኣብ { $day } ዝተዓቀበት
money-saved-delete = ነዛ ደብዳበ ደምስሲ
money-saved-sure = እዛ ደብዳበ ትደምሰስ ዶ? ክትመልስያ ኣይትኽእሊን።
money-saved-yes = እወ፣ ደምስሲ
money-saved-no = ትጽናሕ

## A few questions that end in what she can do.

money-questions-title = ብውሑዳት ሕቶታት ፍለጢ
money-rule-travel = ንጉዕዞ መን ክኸፍል ይኽእል?
money-rule-hc2 = HC2 ብኸመይ ክረክብ እኽእል?
money-rule-extra-money = ተወሳኺ ገንዘብ ክረክብ እኽእል ዶ?
money-rule-exemption = ነጻ መድሃኒትን ክንክን ስኒን
money-questions-missing = ሓደ ምረጺ። ከም ዘይትፈልጢ እውን ክትመርጺ ትኽእሊ።
money-questions-back = ናብቲ ዝሓለፈ ሕቶ ተመለሲ
money-questions-given = መልስታትኪ
