### The list.

visits-list-title = ቆጸራታት
visits-list-empty = ዝተዓቀበ ቆጸራ የብልክን። ካብ ደብዳበኺ ሓደ ክትውስኺ ትኽእሊ።
visits-list-add = ቆጸራ ወስኺ
visits-list-past = ዝሓለፉ ቆጸራታት፦ { $count }
visits-list-deleted = እቲ ቆጸራ ተደምሲሱ።
visits-list-put-back = መልስዮ
visits-list-put-back-last = ነቲ ዝደምሰስክዮ ቆጸራ መልስዮ

## One visit.

visits-back-list = ቆጸራታት
visits-time-none = ኣብታ ደብዳበ ሰዓት የለን
visits-leave-at = ሰዓት { $time } ተበገሲ
visits-leave-detail = { $way } ደቒቕ ጉዕዞ፣ { $spare } ደቒቕ ትርፊ ግዜ
visits-do-call = ደውሊ
visits-do-show = ኣርእዪ
visits-do-cannot = ክመጽእ ኣይክእልን
visits-past-words = እዚ ቆጸራ ሓሊፉ እዩ።
visits-heading-about = ብዛዕባ እዚ ቆጸራ
visits-heading-bring = ሒዝኪ ምጽኢ
visits-heading-ask = ክትሓቲ ትኽእሊ
visits-heading-way = ናብኡ ምኻድ
visits-heading-call = ንመን ትድውሊ
visits-heading-interpreter = ኣስተርጓሚ
visits-heading-reminders = መዘኻኸሪታት
visits-heading-note = ናትኪ ጽሑፍ
visits-no-answers = ብዛዕባ ከምዚ ዓይነት ቆጸራ ሓበሬታ የብልናን።

## The six answers. The pictures stand beside them.

visits-answer-for = ንምንታይ እዩ?
visits-answer-happens = እንታይ ክኸውን እዩ?
visits-answer-asked-by = መን ሓቲትዎ?
visits-answer-there = ኣብኡ መን ክህሉ እዩ?
visits-answer-refuse = ኣይፋል ክብል እኽእል ዶ?
visits-answer-someone = ሰብ ሒዘ ክመጽእ እኽእል ዶ?
visits-answer-unknown = እዚ ዝነገረኪ የለን። ክትሓቲ ትኽእሊ፦
visits-answer-ask = ክትሓቲ ትኽእሊ፦
visits-answer-nothing = እዚ ዝነገረኪ የለን።

## Who asked for it, as she told the app.

visits-asked-health = ሰራሕተኛታት ጥዕና። እዚ ንስኺ ነጊርክና።
visits-asked-social-care = ማሕበራዊ ኣገልግሎት ቆልዑ። እዚ ንስኺ ነጊርክና።
visits-asked-both = ሰራሕተኛታት ጥዕናን ማሕበራዊ ኣገልግሎት ቆልዑን። እዚ ንስኺ ነጊርክና።
visits-asked-unknown = ከም ዘይትፈልጢ ነጊርክና።

## Getting there, calling, interpreter.

visits-way-fare = ምኻድን ምምላስን { $fare }
visits-way-no-fare = ክፍሊት ኣውቶቡስ ጽሓፊ
visits-way-detail = መን ክኸፍል ከም ዝኽእል ርኣዪ
visits-call-typed = ዝዓቀብክዮ ቁጽሪ
visits-call-free = ብነጻ ይድወል
visits-call-none = ዝዓቀብክዮ ቁጽሪ የለን። ኣብ ደብዳበኺ ክህሉ ይኽእል።
visits-call-add = ቁጽሪ ወስኺ
visits-call-not-phoned = ገና ኣይደወልናሉን
visits-interpreter-detail = እዚ ኣብ ኩሉ ናይ ሰራሕተኛታት ካርድ ኣሎ።
visits-interpreter-asked = ኣስተርጓሚ ሓቲተ ኣለኹ
visits-fare-asked = ክፍሊት መጓዓዝያ ሓቲተ ኣለኹ
visits-reminders-none = ዝተመደበ መዘኻኸሪ የለን።
visits-reminders-more = ኩሎም መዘኻኸሪታት ርኣዪ
visits-change-button = ነዚ ቆጸራ ቀይሪ
visits-delete-button = ነዚ ቆጸራ ደምስሲ
visits-delete-sure = እዚ ቆጸራ ይደምሰስ ዶ?
visits-delete-words = ኣብ ዝቕጽል ገጽ ክትመልስዮ ትኽእሊ።
visits-delete-yes = እወ፣ ደምስስዮ
visits-delete-no = ኣይፋል፣ ይጽናሕ

## I can’t come. No blame: only the next step.

visits-cannot-title = ክመጽእ ኣይክእልን
visits-cannot-words = ከምኡ የጋጥም እዩ። ሓድሽ መዓልቲ ክትሓቲ ትኽእሊ።
visits-cannot-call = 1. ናብኦም ደውሊ
visits-cannot-say = 2. እዚ ብእንግሊዝኛ በሊ
visits-cannot-text = ዓው ኢልኪ ከተንብብዮ ወይ ከተርእይዮ እውን ትኽእሊ።
visits-cannot-after = ሓድሽ መዓልቲ ምስ ረኸብኪ
visits-cannot-copy = ነቶም ቃላት ቅድሒ
visits-cannot-copied = ተቐዲሑ
visits-cannot-refused = ስልክኺ ኣይቀድሖን። ዓው ኢልኪ ከተንብብዮ ትኽእሊ።

## What she says on the phone. The English is said to staff; hers stands under it. @card

visits-script-cannot = ሰላም። ናብ ናይ { $day } ሰዓት { $time } ቆጸራይ ክመጽእ ኣይክእልን።
visits-script-cannot-untimed = ሰላም። ናብ ናይ { $day } ቆጸራይ ክመጽእ ኣይክእልን።
visits-script-new-day = በጃኹም ሓድሽ መዓልቲ ሃቡኒ።
visits-script-interpreter = ኣስተርጓሚ የድልየኒ። ቋንቋይ { $language } እዩ።
visits-script-write = በጃኹም ነቲ ሓድሽ መዓልቲ ብጽሑፍ መልእኽቲ ወይ ብደብዳበ ስደዱለይ።

## Adding a visit: one question a page. Headings of at most four words.

visits-question-step = { $at } ካብ { $of }
visits-question-next = ቀጽሊ
visits-question-kind = እንታይ ዓይነት ቆጸራ?
visits-question-day = ኣየናይ መዓልቲ?
visits-question-day-hint = ነቲ መዓልቲ ኣብ ደብዳበኺ ድለይዮ።
visits-question-time = ሰዓት ክንደይ?
visits-question-time-hint = ነቲ ሰዓት ኣብ ደብዳበኺ ድለይዮ።
visits-question-place = ኣበይ እዩ?
visits-question-place-hint = ከምቲ ኣብ ደብዳበኺ ዘሎ ጽሓፍዮ።
visits-question-phone = ንመን ክትድውሊ ትኽእሊ?
visits-question-phone-hint = እቲ ቁጽሪ ብዙሕ ግዜ ኣብ ላዕለዋይ ክፋል ናይታ ደብዳበ ይርከብ።
visits-question-check = እዚ ልክዕ ድዩ?
visits-question-change = ነዚ ቆጸራ ቀይሪ

## Names of the steps, for the link back.

visits-step-kind = ዓይነት ቆጸራ
visits-step-day = መዓልቲ
visits-step-time = ሰዓት
visits-step-place = ቦታ
visits-step-phone = ተሌፎን
visits-step-check = ምርግጋጽ

## The day.

visits-day-later = ደሓር ዝመጽእ መዓልቲ
visits-day-soon = ዝመጻ 14 መዓልታት
visits-day-months = ኣየናይ ወርሒ?
visits-day-other-month = ካልእ ወርሒ
visits-day-typed = ነቲ ዕለት ጽሓፊ
visits-day-typed-words = ከምቲ ኣብ ደብዳበኺ ዘሎ ቅደም ተኸተል ጽሓፍዮ፦ መዓልቲ፣ ወርሒ፣ ዓመት።
visits-day-field-day = መዓልቲ
visits-day-field-month = ወርሒ
visits-day-field-year = ዓመት
visits-day-field-weekday = መዓልቲ ሰሙን፣ እታ ደብዳበ እንተጽሒፋቶ
visits-day-disagrees = እቲ ዕለት { $is } እዩ። እታ ደብዳበ { $said } ትብል። ደዊልኪ ክትሓቲ ትኽእሊ።
visits-day-disagrees-keep = ነቲ ዕለት ሓዝዮ፦ { $is } { $day } { $month }
visits-day-disagrees-change = ነቲ ዕለት ቀይርዮ
visits-day-missing = ነቲ መዓልቲ ጠውቒ፣ ብድሕሪኡ “ቀጽሊ”።

## The time.

visits-time-morning = ንግሆ
visits-time-afternoon = ድሕሪ ቐትሪ
visits-time-night = ምሸትን ለይትን
visits-time-minutes = ክንደይ ደቓይቕ?
visits-time-other = ካልእ ደቓይቕ
visits-time-field = ደቓይቕ፣ ካብ 0 ክሳብ 59
visits-time-not-there = ኣብታ ደብዳበ ሰዓት የለን
visits-time-missing = ነቲ ሰዓትን ነቲ ደቓይቕን ጠውቒ። ወይ “ኣብታ ደብዳበ ሰዓት የለን” ጠውቒ።
visits-time-change-hour = ካልእ ሰዓት

## Place and way.

visits-place-field = ሆስፒታል፣ ክሊኒክ ወይ ጎደና
visits-place-skip = ባዶ ክትገድፍዮ ትኽእሊ።
visits-place-travel = እቲ ጉዕዞ ክንደይ ደቒቕ ይወስድ?
visits-place-travel-hint = ምኻድ ጥራይ። ሽዑ መዓስ ከም እትብገሲ ክንነግረኪ ንኽእል። ባዶ ክትገድፍዮ ትኽእሊ።

## Phone.

visits-phone-field = ቁጽሪ ተሌፎን
visits-phone-known = ካብዞም ሓደ ድዩ?

## Kind.

visits-kind-missing = እንታይ ምዃኑ ጠውቒ። “ካልእ” እውን ጽቡቕ እዩ።

## Check.

visits-check-kind = ዓይነት
visits-check-day = መዓልቲ
visits-check-time = ሰዓት
visits-check-place = ቦታ
visits-check-way = ደቓይቕ ጉዕዞ
visits-check-phone = ተሌፎን
visits-check-asked = ነዚ ቆጸራ መን ሓቲትዎ?
visits-check-note = ናትኪ ጽሑፍ
visits-check-none = ኣይተዓቀበን
visits-check-change = ቀይሪ
visits-check-save = ነዚ ቆጸራ ዓቅቢ
visits-check-discard = ኣይትዓቅቢ
visits-check-more = ዝያዳ ብዛዕባኡ
visits-check-note-field = ናትኪ ቃላት፣ ንዓኺ ጥራይ

## Who asked, to choose from.

visits-choose-health = ጥዕና፦ መሕረሲት፣ ሓኪም ወይ ሆስፒታል
visits-choose-social-care = ማሕበራዊ ኣገልግሎት ቆልዑ
visits-choose-both = ክልቲኦም
visits-choose-unknown = ኣይፈልጥን
visits-choose-health-plain = ጥዕና፦ ሓኪም ወይ ሆስፒታል

## Later additions to the steps.

visits-day-which = ኣየናይ መዓልቲ እዩ? ኣብ ደብዳበታት UK መዓልቲ ቅድም ይጽሓፍ።
visits-back-one = እቲ ቆጸራ

## Which visit more closely: under a kind that has closer ones.

visits-kind-closer = ኣየናይ ምዃኑ ትፈልጢ ዶ?
visits-kind-open = ካልእ፣ ወይ ኣይፈልጥን
visits-kind-other = ካልእ ዓይነት ምረጺ

## Expected visits: what can come in a pregnancy and after a birth.

visits-expected-title = ቀጺሉ ዝመጽእ
visits-expected-hint = ክትጽበይዮም እትኽእሊ ቆጸራታትን መርመራታትን
visits-expected-empty = ጥንስኺ ክንደይ ሰሙን ከም ዝኾነ ወይ ትሓርስሉ ዕለት ንገርና። ክትቅይርዮ ወይ ክትድምስስዮ ትኽእሊ። ኣብዚ ስልኪ ይተርፍ።
visits-expected-tell = ሰሙናት ጥንሰይ ወይ ዝሓርሰሉ ዕለት ወስኺ
visits-expected-due = ትሓርስሉ ዕለት፦
visits-expected-born = ህጻንኪ ዝተወልደሉ፦
visits-expected-weeks = ሎሚ፦ { $weeks } ሰሙን፣ { $days } መዓልቲ
visits-expected-change = ቀይሪ
visits-expected-forget = ነዚ ደምስሲ
visits-expected-ask-born = ትሓርስሉ ዕለት ሓሊፉ እዩ። ህጻንኪ እንተተወሊዱ፣ ነቲ መዓልቲ ኣብዚ ክትውስኽዮ ትኽእሊ።
visits-expected-tell-born = ነቲ መዓልቲ ወስኺ
visits-expected-first = እዚ ናይ መጀመርታ ህጻንኪ ድዩ?
visits-expected-first-yes = እወ
visits-expected-first-no = ኣይፋል
visits-expected-now = ሕጂ
visits-expected-coming = ደሓር
visits-expected-after-birth = ድሕሪ ሕርሲ
visits-expected-earlier = እዞም ሰሙናት ሓሊፎም እዮም
visits-expected-earlier-hint = ካብዚኦም ዘይረኸብክዮ እንተሃልዩ፣ ሕጂ እውን ክትሓቲ ትኽእሊ።
visits-expected-about = ከባቢ
visits-expected-to = ክሳብ
visits-expected-week = መበል { $week } ሰሙን
visits-expected-if-first = ንናይ መጀመርታ ህጻን ጥራይ
visits-expected-added = ከምዚ ዝበለ ቆጸራ ወሲኽኪ ኣለኺ።
visits-expected-see-added = ቆጸራኺ ርኣዪ
visits-expected-add-hint = እዞም መዓልታት ዝተታሕዘ ቆጸራ ኣይኮኑን። ደብዳበ ወይ ጽሑፍ መልእኽቲ ምስ መጸኪ፣ ነቲ ቆጸራ ክትውስኽዮ ትኽእሊ።
visits-expected-add = ነዚ ቆጸራ ወስኺ

## How far is she? One question with three ways to answer.

visits-when-title = እንታይ ትፈልጢ?
visits-when-hint = ሓደ መልሲ እኹል እዩ።
visits-when-weeks = ጥንሰይ ክንደይ ሰሙን ከም ዝኾነ
visits-when-due = ዝሓርሰሉ ዕለት
visits-when-born = ህጻነይ ተወሊዱ
visits-when-weeks-field = ሰሙናት
visits-when-days-field = ተወሳኺ መዓልታት
visits-when-missing = ሓደ ምረጺ፣ መልሱ ድማ ጽሓፊ።
