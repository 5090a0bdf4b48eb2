### The four constants. Each under a sign, in a quarter of a 320 px screen: two short words at most.

today-header-hide = ሕብኢ
today-header-show = ኣርእዪ
today-header-danger = ሓደጋ
today-header-language = ቋንቋ

## The five places of the bottom bar. One short word each, at most 58 px wide at 14 px.

today-bar-today = ሎሚ
today-bar-visits = ቆጸራ
today-bar-rights = መሰል
today-bar-money = ገንዘብ
today-bar-help = ሓገዝ
today-bar-label = ቦታታት

## Headings of Today. At most four words.

today-title-next = ዝቕጽል ቆጸራኺ
today-title-none = ሎሚ
today-heading-now = ሕጂ እዚ ክትገብሪ ትኽእሊ
today-empty-words = ዝተዓቀበ ቆጸራ የብልክን። ደብዳበ ወይ ዕለት ኣለኪ ዶ? ኣብዚ ክትውስኽዮ ትኽእሊ።
today-next-see = ነዚ ቆጸራ ርኣዪ

## Rows of "You can do this now".

today-do-fare = ክፍሊት ኣውቶቡስ ሕተቲ
today-do-interpreter = ኣስተርጓሚ ሕተቲ
today-do-unit = ቁጽሪ ክፍሊ ሕርስኺ ዓቅቢ

## The four tiles. Two to four words.

today-tile-add = ቆጸራ ወስኺ
today-tile-numbers = ናተይ ቁጽርታት
today-tile-moved = ናብ ካልእ ቦታ ኣግዒዞምኒ
today-tile-money = ጉዕዞን ገንዘብን

## The question about her own calendar, asked once on Today. $calendar is the calendar’s name.

today-calendar-question = ዕለታት ብናትኪ ኣቆጻጽራ እውን ክትርእዪ ትደልዪ ዶ?
today-calendar-detail = ናይ UK ዕለት ኩሉ ግዜ ቅድም ይጽሓፍ።
today-calendar-yes = እወ
today-calendar-no = ኣይፋል

## The foot of Today.

today-foot-checked = ሓበሬታ ምስ ምንጭታቱ ዝተነጻጸረሉ፦ { $date }
today-foot-old = ገለ ካብዚ ተቐይሩ ይኸውን። መወዳእታ ምስ ምንጭታቱ ዝተነጻጸረሉ ዕለት { $date } እዩ። ቅድሚ ብእኡ ምውሳንኪ ክትሓቲ ትኽእሊ።
today-foot-machine = ብማሽን ዝተተርጎመ። ሰብ ኣየረጋገጾን።
today-foot-phone = እዚ ስልኪ
today-trouble-row = Kindway ነቲ ዝዓቀብክዮ ክኸፍቶ ኣይክእልን
today-trouble-detail = ሕጂ እውን ኩሉ ከተንብቢ ትኽእሊ።

## A page that is not there, for any reason.

today-lost-title = እዚ ገጽ ኣብዚ የለን
today-lost-words = ናብ “ሎሚ” ክትከዲ ትኽእሊ።
today-sorry-title = እዚ ኣይሰርሐን
today-again-button = ዳግማይ ፈትኒ

## Search: one search over everything.

today-search-title = ድለዪ
today-search-row = ኣብ ኩሉ ድለዪ
today-search-field = እንታይ ትደልዪ ኣለኺ?
today-search-hint = ሓደ ቃል እኹል እዩ። ቃላትኪ ኣይዕቀቡን።
today-search-go = ድለዪ
today-search-count = ዝተረኽቡ፦ { $count }
today-search-none = ዝተረኽበ የለን። ካልእ ቃል ክትፍትኒ፣ ወይ ንሰብ ክትሓቲ ትኽእሊ።
today-search-none-help = እትሓትዮ ሰብ ርኸቢ
today-search-near = ኣብ ጥቓ { $place }

## What a result is: a small word beside it. At most 18 letters.

today-search-kind-visit = ቆጸራኺ
today-search-kind-visit-kind = ብዛዕባ ቆጸራ
today-search-kind-article = መሰል
today-search-kind-card = ናይ ሰራሕተኛታት ካርድ
today-search-kind-danger = ምልክት ሓደጋ
today-search-kind-guide = ገንዘብ
today-search-kind-timeline = ቀጺሉ ዝመጽእ
today-search-kind-contact = ሓገዝ
