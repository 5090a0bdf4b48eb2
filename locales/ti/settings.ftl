### The language screen.

settings-language-title = ቋንቋኺ ምረጺ
settings-language-continue = ብትግርኛ ቀጽሊ
settings-language-machine = ብማሽን ዝተተርጎመ። ሰብ ኣየረጋገጾን።

## The three promises. Titles of four to six words; each text at most three short sentences.

settings-promises-title = ሰለስተ መብጽዓታት
settings-promises-stays-title = እትጽሕፍዮ ኣብዚ ስልኪ ይተርፍ
settings-promises-stays-words = እትጽሕፍዮ ኣብዚ ይዕቀብ። ንሕና ኣይንርእዮን ኢና። ኣይንልእኾን ኢና።
settings-promises-works-title = ብዘይ ኢንተርነት ይሰርሕ እዩ
settings-promises-works-words = ኩሉ ብዘይ ዳታን ብዘይ ናይ ስልኪ ሒሳብን ይኽፈት።
settings-promises-hides-title = ክትሓብእዮ ወይ ክትድምስስዮ ትኽእሊ
settings-promises-hides-words = “ሕብኢ” ሓንሳብ ምስ ጠወቕኪ ስክሪን ብሰዓት ይሽፈን። ንምምላስ ነታ ሰዓት ሰለስተ ግዜ ጠውቕያ።
settings-promises-continue = ቀጽሊ
settings-channel-test = መፈተኒ ሕታም። ገና ብመሕረሲት ወይ ብኣማኻሪ ኣይተረጋገጸን።
settings-channel-test-plain = መፈተኒ ሕታም። ገና ብኣማኻሪ ኣይተረጋገጸን።

## The last question of the first run.

settings-letter-title = ደብዳበ ወይ ዕለት ኣለኪ ዶ?
settings-letter-hint = እዚ ኣብ ዝኾነ ግዜ ክትገብርዮ ትኽእሊ።
settings-letter-yes = እወ፣ ቆጸራይ ክውስኽ
settings-letter-yes-detail = ሓደ ደቒቕ ኣቢሉ ይወስድ።
settings-letter-no = ሕጂ ኣይኮነን
settings-letter-no-detail = ናብ “ሎሚ” ኪዲ።
settings-move-have = ካብ ካልእ ስልኪ ቅዳሕ ኣለኒ

## Trouble with what she saved. Calm, no blame; nothing is lost by reading on.

settings-trouble-title = ዝዓቀብክዮ
settings-trouble-works = እዚ ሕጂ እውን ይሰርሕ
settings-trouble-works-words = መሰል፣ ሓገዝ፣ ምልክታት ሓደጋን ናይ ሰራሕተኛታት ካርድታትን። ኩሉ ከተንብቢ ትኽእሊ።
settings-trouble-on = ናብ “ሎሚ” ቀጽሊ
settings-trouble-again = ነቲ ፋይል ዓቂብኪ ዳግማይ ጀምሪ
settings-trouble-again-detail = Kindway ነቲ ናይ ቀደም ፋይል ኣብ ጎድኒ ይዕቅቦ። ብዘይ ቆጸራታት ትጅምሪ።
settings-trouble-sure = ዳግማይ ክትጅምሪ ትደልዪ ዶ?
settings-trouble-sure-words = ናይ ቀደም ቆጸራታትኪን ቁጽርታትኪን ኣይክርኣዩን እዮም። እቲ ናይ ቀደም ፋይል ኣብዚ ስልኪ ይተርፍ።
settings-trouble-sure-yes = እወ፣ ዳግማይ ጀምሪ
settings-trouble-sure-no = ኣይፋል፣ ሕጂ ኣይኮነን
settings-trouble-pin = ብPIN ክፈቲ
settings-trouble-copy = ቅዳሕ ኣእትዊ
settings-trouble-copy-words = ብድሕሪኡ ነቲ ቅዳሕ ከተእትውዮ ትኽእሊ።
settings-trouble-room = ዘየድልዩኺ ስእልታት ወይ ኣፕታት ክትድምስሲ ትኽእሊ። ብድሕሪኡ Kindway ዕጸዊ እሞ ዳግማይ ክፈትዮ።
settings-trouble-reopen = Kindway ዕጸዊ እሞ ዳግማይ ክፈትዮ።
settings-trouble-not-kept = ሕጂ እትጽሕፍዮ ኣይዕቀብን።

## "Something has changed": the loss switch. Quiet, no pictures of babies. @safety

settings-changed-title = ዝተቐየረ ነገር ኣሎ
settings-changed-what = ጥንስኺ እንተተወዲኡ፣ ወይ ህጻንኪ ሕጂ ምሳኺ እንተዘየለ።
settings-changed-sorry = ምሳኺ ንሓዝን። ኣብዚ ዝኾነ ነገር ክትገልጺ ግድን ኣይኮነን።
settings-changed-does = እዚ እንታይ ይገብር
settings-changed-does-quiet = ብዛዕባ ጥንሲ ዝኾነ ኩሉ መዘኻኸሪ ሕጂ ደው ይብል።
settings-changed-does-away = ብዛዕባ ጥንሲ ዝኾኑ ቆጸራታት ንጎድኒ ይቕመጡ። ኣይድምሰሱን።
settings-changed-does-words = እቶም ገጻት ድሕሪ ሕጂ ብዛዕባ ጥንሲ ወይ ህጻን ኣይዛረቡን።
settings-changed-does-stay = ካልኦት ቆጸራታት ይተርፉ፦ ጠበቓኺ፣ ሆም ኦፊስ (Home Office)፣ ሓኪምኪ።
settings-changed-does-undo = ነዚ ኣብ ዝኾነ ግዜ ክትመልስዮ ትኽእሊ።
settings-changed-turn-on = ህዱእ ግበርዮ
settings-changed-on = ሕጂ ህዱእ እዩ
settings-changed-on-words = ገለ ቆጸራታትን ገጻትን ንጎድኒ ተቐሚጦም ኣለዉ። ዝተደምሰሰ የለን።
settings-changed-on-away = ንጎድኒ ዝተቐመጡ ቆጸራታት፦ { $count }
settings-changed-on-help = ከተዘራርብዮም እትኽእሊ ሰባት
settings-changed-turn-off = ነዚ መልስዮ
settings-changed-not-now = ሕጂ ኣይኮነን

## This phone: everything that she can set.

settings-phone-title = እዚ ስልኪ
settings-phone-language = ቋንቋ
settings-phone-calendar = ዕለታት { $calendar } እውን
settings-phone-calendar-detail = ናይ UK ዕለት ኩሉ ግዜ ቅድም ይጽሓፍ።
settings-phone-look = ትርኢት ስክሪን
settings-phone-size = ዓቐን ጽሑፍ
settings-phone-size-100 = ልሙድ
settings-phone-size-130 = ዓቢ
settings-phone-size-160 = ዝያዳ ዓቢ
settings-phone-size-200 = ኣዝዩ ዓቢ
settings-phone-theme = ብሩህ ወይ ጸልማት
settings-phone-theme-system = ከምቲ ናይ ስልኪ
settings-phone-theme-light = ብሩህ
settings-phone-theme-dark = ጸልማት
settings-phone-interpreter = ኣስተርጓሚ
settings-phone-interpreter-hint = እዚ ኣብ ኩሉ ንሰራሕተኛታት እተርእይዮ ካርድ ኣሎ።
settings-phone-needed = ኣስተርጓሚ የድልየኪ ዶ?
settings-phone-needed-yes = እወ
settings-phone-needed-no = ኣይፋል
settings-phone-woman = ጓል ኣንስተይቲ እመርጽ
settings-phone-woman-detail = ሰራሕተኛታት ክፍትኑ ይግባእ። ኩሉ ግዜ ኣይከኣልን።
settings-phone-dialect = ላህጃኺ፣ ወይ ካልእ ቋንቋ
settings-phone-dialect-hint = ሰራሕተኛታት እንግሊዝኛ የንብቡ፣ ስለዚ ናይ እንግሊዝኛ ፊደላት ይሕግዝ። ባዶ ክትገድፍዮ ትኽእሊ።
settings-phone-dialect-save = ዓቅቢ
settings-phone-saved = ኣብዚ ስልኪ ተዓቂቡ
settings-phone-reminders = መዘኻኸሪታት
settings-phone-reminders-on = መዘኻኸሪታት ምውላዕ
settings-phone-reminders-on-detail = ቅድሚ ነፍሲ ወከፍ ቆጸራ የዘኻኽሩኺ።
settings-phone-example-kind = ሓኪም
settings-phone-example-place = ማእከል ጥዕና
settings-phone-planned = ዝተመደቡ፦ { $count }
settings-phone-planned-none = ዝተመደበ የለን። ቆጸራ ክትውስኺ ትኽእሊ።
settings-phone-planned-and = { $first }፣ { $second }
settings-phone-planned-more = ነቶም ካልኦት { $count } ርኣዪ
settings-phone-more = ተወሳኺ
settings-pin-row = PIN፣ ምቑላፍ፣ ካልኣይ ቦታ
settings-move-row = ዝዓቀብክዮ ሒዝኪ ኪዲ
settings-phone-delete = ደምስሲ
settings-phone-delete-detail = ዝሓለፉ ቆጸራታት፣ ጽሑፋት ወይ ኩሉ
settings-phone-about = ብዛዕባ Kindway
settings-phone-about-detail = መን ከም ዝሰርሖ፣ ምንጭታት፣ ፍቓዳት
settings-phone-changed-detail = ነዚ ስልኪ ህዱእ ክትገብርዮ ትኽእሊ።

## Updates: newer pages and numbers, fetched from the people who publish them. Calm and plain; nothing about her is sent.

settings-updates-title = ምሕዳስ ሓበሬታ
settings-updates-row = ዝሓደሱ ገጻትን ቁጽርታት ተሌፎንን
settings-updates-what = ምሕዳስ ሓበሬታ ዝሓደሱ ገጻት፣ ቁጽርታት ተሌፎንን መጠናት ገንዘብን የምጽእ።
settings-updates-now = ሕጂ ሓድሽ ሓበሬታ ድለዪ
settings-updates-looked = ሓድሽ ሓበሬታ መወዳእታ ዝተደለየሉ
settings-updates-never = ገና ኣይኮነን
settings-updates-brought = መወዳእታ ገለ ነገር ዝተቐየረሉ
settings-updates-changed-pages = ገጻት፦ { $count }
settings-updates-changed-numbers = ቁጽርታት ተሌፎን፦ { $count }
settings-updates-changed-contacts = ቦታታትን ጉጅለታትን፦ { $count }
settings-updates-changed-rates = መጠናት ገንዘብ፦ { $count }
settings-updates-changed-other = ካልኦት ነገራት፦ { $count }
settings-updates-looking = ሓድሽ ነገር ይድለ ኣሎ
settings-updates-getting = ሓድሽ ነገር ይመጽእ ኣሎ
settings-updates-goes-on = Kindway ምጥቃም ክትቅጽሊ ትኽእሊ።
settings-updates-bytes = { $done } ካብ { $of }
settings-updates-kb = { $count } ኪሎባይት
settings-updates-mb = { $count } ሜጋባይት
settings-updates-stop = ደው ኣብሊ
settings-updates-stopped = ደው ኣቢልክዮ ኣለኺ።
settings-updates-newest = ሕጂ እቲ ኣዝዩ ሓድሽ ሓበሬታ ኣለኪ።
settings-updates-behind = ሓደ ክፋል ካብቲ ዝመጸ ክንጥቀመሉ ኣይከኣልናን። ኣብቲ ክፋል እቲ ቅድሚ ሕጂ ዝነበረኪ ትርእዪ።
settings-updates-large = እዚ ሓድሽ ሓበሬታ { $size } እዩ። ሕጂ ክመጽእ ትደልዪ ዶ?
settings-updates-large-detail = ካብቲ ልሙድ ይዓቢ። ብWi-Fi እንተኾይኑ ናይ ስልክኺ ዳታ ኣይጥቀምን።
settings-updates-large-yes = ይምጻእ
settings-updates-large-no = ሕጂ ኣይኮነን
settings-updates-unchanged = ሓበሬታኺ ኣይተቐየረን።
settings-updates-trouble-no-connection = ሕጂ ኢንተርነት የለን።
settings-updates-trouble-date = ናይዚ ስልኪ ዕለት ጌጋ ክኸውን ይኽእል።
settings-updates-trouble-host = ሓበሬታ ምሕዳስ ኣይተኻእለን።
settings-updates-trouble-not-trusted = ሓበሬታ ምሕዳስ ኣይተኻእለን።
settings-updates-trouble-no-room = ኣብዚ ስልኪ ባዶ ቦታ የለን።
settings-updates-trouble-unreadable = ሓበሬታ ምሕዳስ ኣይተኻእለን።
settings-updates-then-no-connection = ኣብዚ ዘሎ ኩሉ ሕጂ እውን ይሰርሕ።
settings-updates-then-date = ኣብ ምርጫታት (Settings) እቲ ስልኪ ዘሎ ዕለት ርኢኺ ዳግማይ ክትፍትኒ ትኽእሊ።
settings-updates-then-host = ጸኒሕኪ ዳግማይ ክትፍትኒ ትኽእሊ።
settings-updates-then-not-trusted = እቲ ዝመጸ ክረጋገጽ ኣይከኣለን፣ ስለዚ ካብኡ ዋላ ሓንቲ ኣይተጠቐምናን።
settings-updates-then-no-room = ዘየድልዩኺ ስእልታት ወይ ኣፕታት ደምሲስኪ ዳግማይ ክትፍትኒ ትኽእሊ።
settings-updates-then-unreadable = እዚ ስልኪ ነቲ Kindway ኣብኡ ዝዕቅቦ ከንብቦ ኣይከኣለን። ጸኒሕኪ ዳግማይ ክትፍትኒ ትኽእሊ። ከምዚ ኢሉ እንተቐጺሉ፣ ነቲ Kindway ዝሃበኪ ሰብ ክትሓቲ ትኽእሊ።
settings-updates-went-back = እዚ ስልኪ ነቲ ኣዝዩ ሓድሽ ሓበሬታኺ ከንብቦ ኣይከኣለን። ስለዚ እቲ ምስ Kindway ዝመጸ ሓበሬታ ትርእዪ ኣለኺ።
settings-updates-went-back-then = እቲ ኣዝዩ ሓድሽ ሓበሬታ ምስቲ ዝቕጽል ምሕዳስ ክመጽእ እዩ።
settings-updates-date = ኣብዚ ስልኪ ዘሎ ዕለት
settings-updates-impossible = እዚ Kindway ባዕሉ ሓድሽ ሓበሬታ ኣይረክብን እዩ።
settings-updates-impossible-then = ዝሓደሰ Kindway ዝሓደሰ ሓበሬታ ኣለዎ። ነቲ ነዚ ዝሃበኪ ሰብ ክትሓቲ ትኽእሊ።
settings-updates-checked = ሓበሬታ መወዳእታ ምስ ምንጭታቱ ዝተነጻጸረሉ
settings-updates-networks = Kindway ባዕሉ መዓስ ሓድሽ ሓበሬታ ክደሊ ይኽእል?
settings-updates-network-any = ብዝኾነ ኢንተርነት
settings-updates-network-any-detail = እቲ ዝመጽእ ሓበሬታ ንእሽቶ እዩ።
settings-updates-network-free = ብWi-Fi ጥራይ
settings-updates-network-none = ኣነ ክሓትት ከለኹ ጥራይ
settings-updates-private = ናይ ውልቂ፣ ንእሽቶ ድማ
settings-updates-same = ኩሉ ስልኪ ዝሓትቶም ፋይላት ሓደ እዮም። ስለዚ እንታይ ከም እተንብቢ ዝፈልጥ የለን።
settings-updates-small = መብዛሕትኡ ግዜ እቲ ዝመጽእ ውሑዳት ኪሎባይት እዩ፣ ካብ ሓደ ስእሊ ዝነኣሰ።

## The lock. Nothing here says what the app is for, and nothing names it: strangers see this screen. @safety

settings-lock-title = ናትኪ PIN
settings-lock-open = ክፈቲ
settings-lock-opening = ቁሩብ ጽንሒ
settings-lock-letters = ብፊደላት ጽሓፊ
settings-lock-digits = ብቁጽርታት ጽሓፊ
settings-lock-rub = ነቲ መወዳእታ ቁጽሪ ኣጥፍእዮ
settings-lock-show = እትጽሕፍዮ ርኣዪ
settings-lock-wait = ድሕሪ { $time } ዳግማይ ክትፍትኒ ትኽእሊ።
settings-lock-wait-minutes = ዳግማይ ክሳብ እትፍትኒ ዝተረፈ ደቓይቕ፦ { $minutes }።
settings-lock-wait-short = ሓደ ደቒቕ ኣብ ዘይመልእ ግዜ ዳግማይ ክትፍትኒ ትኽእሊ።
settings-lock-try = ሕጂ ዳግማይ ክትፍትኒ ትኽእሊ።
settings-lock-without = ብዘይ PIN ክፈቲ
settings-lock-owner = ብናይዚ ስልኪ መቖለፊ ክፈቲ
settings-lock-forgotten = ነቲ PIN ረሲዐዮ
settings-lock-back = ናብ PIN ተመለሲ
settings-forgotten-nobody = ብዘይ እቲ PIN ነዚ ክኸፍቶ ዝኽእል ሰብ የለን። ካልእ መእተዊ የብሉን፣ ንሕና እውን ክንሰርሓሉ ኣይንኽእልን።
settings-forgotten-owner = ናይዚ ስልኪ መቖለፊ ጌና ነዚ ይኸፍቶ እዩ። ብእኡ ክትከፍቲ እሞ ቅዳሕ ናይቲ ዝዓቀብክዮ ክትገብሪ ትኽእሊ።
settings-forgotten-copy = ቅዳሕ ናይቲ ዝዓቀብክዮ ገይርኪ እንተነይርኪ፣ ኣብዚ ዘሎ ኩሉ ክትድምስሲ ትኽእሊ። ብድሕሪኡ ነቲ ቅዳሕ ከተእትውዮ ትኽእሊ።
settings-forgotten-erase = ኩሉ ደምስሲ እሞ ዳግማይ ጀምሪ
settings-forgotten-sure = ኣብዚ ዝተጻሕፈ ኩሉ ካብዚ ስልኪ ይድምሰስ፣ ብዝኾነ PIN ዝኽፈት ኩሉ እውን። ክመልሶ ዝኽእል ሰብ የለን።

## PIN and lock. The same words in either space. @safety

settings-pin-title = PINን ምቑላፍን
settings-pin-hint = PIN (ምስጢራዊ ቁጽሪ) ነቲ ዝዓቀብክዮ ካብ ካልኦት ሰባት ይሕልዎ።
settings-pin-set = PIN ግበሪ
settings-pin-set-detail = ሕጂ ብዘይ PIN ይኽፈት።
settings-pin-change = PIN ቀይሪ
settings-pin-remove = PIN ኣወግዲ
settings-pin-remove-hint = ብድሕሪኡ ብዘይ PIN ይኽፈት። ነዚ ስልኪ ዝሓዘ ዝኾነ ሰብ ከንብቦ ይኽእል።
settings-pin-remove-yes = ኣወግድዮ
settings-pin-lock-now = ሕጂ ቆልፊ
settings-pin-after = Kindway ኣብ ስክሪን ምስ ዘይርአ መዓስ ይቑለፍ?
settings-pin-after-0 = ብኡንብኡ
settings-pin-after-1 = ድሕሪ 1 ደቒቕ
settings-pin-after-5 = ድሕሪ 5 ደቓይቕ
settings-pin-after-15 = ድሕሪ 15 ደቓይቕ
settings-pin-owner = ብናይዚ ስልኪ መቖለፊ እውን ክፈቲ
settings-pin-owner-risk = ነዚ ስልኪ ክኸፍቶ፣ ወይ ኣጻብዕኪ ኣብኡ ከንብር ዝኽእል ሰብ፣ ብድሕሪኡ Kindway እውን ክኸፍት ይኽእል።
settings-pin-owner-how = በዚ PIN ዝኽፈት በቲ መቖለፊ እውን ይኽፈት። እቲ ስልኪ ኣጻብዕኪ፣ ገጽኪ ወይ ናቱ PIN ይሓትት።
settings-pin-owner-on = ወልዕዮ
settings-pin-owner-ends = ብድሕሪኡ ናይዚ ስልኪ መቖለፊ ንKindway ኣይከፍቶን።
settings-pin-owner-know = ሽዑ ናትኪ PIN የድልየኪ። ረሲዕክዮ እንተኾይንኪ፣ መጀመርታ ቅዳሕ ግበሪ።
settings-pin-owner-off = ኣጥፍእዮ
settings-pin-spaces = ካልእ PIN
settings-pin-other = ብኻልእ PIN ክፈቲ
settings-pin-examples = ገለ ልሙዳት ቆጸራታት ወስኺ
settings-pin-examples-detail = ሓኪም፣ ሓኪም ስኒ፣ ከምኡ ዝበሉ። በብሓደ ክትድምስስዮም ትኽእሊ።
settings-pin-examples-done = ገለ ቆጸራታት ተወሲኾም።
settings-pin-nobody = ነቲ PIN እንተረሲዕክዮ፣ ነቲ ዝዓቀብክዮ ክኸፍቶ ዝኽእል ሰብ የለን። ኣብ ወረቐት ጽሒፍኪ ኣብ ውሑስ ቦታ ክትዕቅብዮ ትኽእሊ።
settings-pin-field-current = ሕጂ ዘለኪ PIN
settings-pin-field-new = ሓድሽ PIN
settings-pin-field-hint = 6 ቁጽርታት ወይ ዝያዳ። ወይ እትዝክርዮ ዘረባ ብፊደላት።
settings-pin-field-again = ነቲ ሓድሽ PIN ደጊምኪ ጽሓፍዮ
settings-pin-differ = ክልቲኦም ሓደ ኣይኮኑን። ደጊምኪ ጽሓፍዮ።
settings-pin-weak = 4 ወይ 5 ቁጽርታት ጥራይ እንተኾይኑ፣ ግዜ ዘለዎ ሰብ ነቲ PIN ክረኽቦ ይኽእል። 6 ቁጽርታት ብብዙሕ ዝያዳ ውሑስ እዩ።
settings-pin-weak-yes = ይኹን፣ ብእኡ ተጠቐሚ
settings-pin-save = ዓቅቢ
settings-pin-done = እቲ PIN ተዳልዩ ኣሎ።
settings-pin-removed = እቲ PIN ተወጊዱ።
settings-pin-ready = ወዲአ

## The second space: a second PIN that opens something else. It must not promise more than it does. @safety

settings-second-title = ካልኣይ ቦታ
settings-second-detail = ካልእ PIN ካልእ ነገራት የርኢ።
settings-second-what = ካልኣይ ቦታ ኣብ ውሽጢ እዚ Kindway ዘሎ ካልኣይ Kindway እዩ። መጀመርታ ባዶ እዩ፣ ኣብኡ ልሙዳት ነገራት ከተቐምጢ ትኽእሊ።
settings-second-which = ነፍሲ ወከፍ ቦታ ናቱ PIN ኣለዎ። ኣየናይ ቦታ ከም ዝኽፈት፣ እቲ እትጽሕፍዮ PIN ይውስን።
settings-second-apart = ካብ ሓደ ቦታ ዋላ ሓንቲ ኣብቲ ካልእ ኣይርአን።
settings-second-not = ክገብሮ ዘይክእል
settings-second-glance = ሰብ ብቕልጡፍ ክጥምት ከሎ ይሕግዝ። ንክኢላ ግን ኣይክልክሎን።
settings-second-time = ነዚ ስልኪ ክፉት ከሎ ዝሓዞ፣ ግዜ ድማ ዘለዎ ሰብ፣ ክልተ ቦታታት ከም ዘለዉ ክፈልጥ ይኽእል።
settings-second-reminders = ናይ ክልቲኦም ቦታታት መዘኻኸሪታት ኣብዚ ስልኪ ይስምዑ።
settings-second-on = ናቱ PIN ግበሪ
settings-second-first = እዚ ቦታ ቅድም PIN የድልዮ።
settings-second-pin = PIN ንካልኣይ ቦታ
settings-second-pin-hint = ካብቲ ሕጂ ዘለኪ PIN ዝተፈልየ ክኸውን ኣለዎ።
settings-second-done = እቲ ካልኣይ ቦታ ድሉው እዩ።
settings-second-done-then = ንምኽፋቱ Kindway ቆልፊ እሞ ናቱ PIN ጽሓፊ። ናብዚ ንምምላስ ድማ ቆልፊ እሞ ነቲ ቀዳማይ PIN ጽሓፊ።

## Moving to a new phone. @safety

settings-move-title = ናብ ሓድሽ ስልኪ ምግዓዝ
settings-move-hint = ቅዳሕ ናይቲ ዝዓቀብክዮ ኣብ ሓደ ፋይል ምሳኺ ይኸይድ።
settings-move-out = ቅዳሕ ግበሪ
settings-move-out-detail = ኣብቲ ናይ ቀደም ስልኪ
settings-move-in = ቅዳሕ ኣእትዊ
settings-move-in-detail = ኣብቲ ሓድሽ ስልኪ
settings-move-how = ብኸመይ ከም ዝግበር
settings-move-how-1 = ኣብዚ ቅዳሕ ግበሪ። ነቲ ኮድ ኣብ ወረቐት ጽሓፍዮ፣ ነቲ ፋይል ድማ ዓቅብዮ።
settings-move-how-2 = ነቲ ፋይል ብዝኾነ መንገዲ ናብ ሓድሽ ስልክኺ ስደድዮ።
settings-move-how-3 = ኣብኡ Kindway ክፈቲ። “እዚ ስልኪ”፣ “ናብ ሓድሽ ስልኪ ምግዓዝ”፣ “ቅዳሕ ኣእትዊ” ብተራ ጠውቒ።
settings-move-how-4 = ኩሉ ኣብኡ ከም ዘሎ ርኣዪ። ብድሕሪኡ ካብቲ ናይ ቀደም ስልኪ ደምስስዮ።
settings-move-out-what = እቲ ቅዳሕ ሕጂ እትርእይዮ ኩሉ ኣለዎ፦ ቆጸራታት፣ ጽሑፋት፣ ቁጽርታት፣ ደብዳበታትን ምርጫታትን።
settings-move-out-code = እቲ ፋይል ብናይ 45 ቁጽርታት ኮድ ይቑለፍ። ብዘይ እቲ ኮድ ከንብቦ ዝኽእል ሰብ የለን።
settings-move-out-paper = ብርዕን ወረቐትን የድልየኪ። እቲ ኮድ ሓንሳብ ጥራይ ይርአ።
settings-move-out-make = ነቲ ቅዳሕ ግበርዮ
settings-move-working = ቁሩብ ጽንሒ
settings-move-code = ኮድ ናይቲ ቅዳሕ
settings-move-code-once = ንኹሎም ትሽዓተ ጉጅለታት ናይቲ ኮድ ኣብ ወረቐት ጽሓፍዮም። እቲ ኮድ ሓንሳብ ጥራይ ይርአ።
settings-move-code-check = ነቲ ኮድን ነቲ ፋይልን በበይኖም ዓቅብዮም። ነቲ ኮድ ምስቲ ፋይል ብሓባር ኣይትስደድዮ።
settings-move-code-qr = ባዕሉ እቲ ኮድ፣ ከም ርቡዕ ስእሊ
settings-move-code-written = ጽሒፈዮ ኣለኹ
settings-move-code-print = ኣብ ወረቐት ሕተምዮ
settings-move-file = ፋይል ናይቲ ቅዳሕ
settings-move-file-what = እቲ ፋይል ብዝኾነ መንገዲ ክለኣኽ ይኽእል። በቲ ኮድ ጥራይ ይኽፈት።
settings-move-file-save = ነቲ ፋይል ዓቅብዮ
settings-move-file-saved = ኣብ ዳውንሎድ (Downloads) ድለይዮ፦ { $name }።
settings-move-file-place = እቲ ፋይል ኣብዚ ተዓቂቡ ኣሎ፦ { $place }
settings-move-in-file = እቲ ፋይል
settings-move-in-file-hint = ስሙ መብዛሕትኡ ግዜ copy.kw እዩ።
settings-move-in-file-choose = ነቲ ፋይል ምረጽዮ
settings-move-in-file-other = ካልእ ፋይል ምረጺ
settings-move-in-file-chosen = ዝመረጽክዮ፦ { $name }
settings-move-file-missing = ቅድም ነቲ ፋይል ምረጽዮ።
settings-move-in-code = እቲ ኮድ
settings-move-in-code-hint = 45 ቁጽርታት። ክሳብ ሕጂ ዝተጻሕፉ፦ { $count }
settings-move-in-look = ኣብ ውሽጡ ዘሎ ርኣዪ
settings-move-found = ኣብቲ ቅዳሕ ዘሎ
settings-move-found-made = ዝተገብረሉ ዕለት፦ { $day }
settings-move-found-visits = ቆጸራታት፦ { $count }
settings-move-found-notes = ጽሑፍ ዘለዎም ቆጸራታት፦ { $count }
settings-move-found-numbers = ናትኪ ቁጽርታት፦ { $count }
settings-move-found-letters = ደብዳበታት፦ { $count }
settings-move-found-new = ገና ኣብዚ ስልኪ ዘየለዉ፦ { $count }
settings-move-found-none = ኩሉ ድሮ ኣብዚ ስልኪ ኣሎ።
settings-move-found-both = ኣብ ክልቲኡ ስልክታት ዘለዉ፣ ፍልልይ ግን ዘለዎም፦ { $count }። ክልቲኦም ይዕቀቡ።
settings-move-found-stays = ኣብዚ ስልኪ ዘሎ ከም ዘለዎ ይተርፍ።
settings-move-found-yes = ኣእትውዮ
settings-move-found-no = ኣይፋል፣ ንድሕሪት ተመለሲ
settings-move-done = እቲ ቅዳሕ ኣትዩ
settings-move-done-added = ዝተወሰኹ፦ { $count }
settings-move-done-same = ቅድሚ ሕጂ ኣብዚ ዝነበሩ፦ { $count }
settings-move-done-both = ክልተ ግዜ ዝተዓቀቡ፣ ፍልልይ ዘለዎም፦ { $count }
settings-move-done-reminders = መዘኻኸሪታት ኣብዚ ስልኪ ከም ብሓድሽ ተመዲቦም።
settings-move-done-old = ኣብቲ ናይ ቀደም ስልኪ ክሳብ ሕጂ ኩሉ ኣሎ። ኣብኡ ክትድምስስዮ ትኽእሊ፦ “እዚ ስልኪ”፣ “ደምስሲ”።

## Delete. Calm, no red. It says what goes and what stays. @safety

settings-delete-title = ደምስሲ
settings-delete-back = እዚ ስልኪ
settings-delete-hint = እንታይ ከም ዝድምሰስ ንስኺ ትመርጺ። ካብዚ ገጽ ምስ ወጻእኪ ክትመልስዮ ኣይትኽእሊን።
settings-delete-past = ዝሓለፉ ቆጸራታት፦ { $count }
settings-delete-past-none = ዝሓለፈ ቆጸራ የብልክን።
settings-delete-notes = ናይ ውልቂ ጽሑፋት፦ { $count }
settings-delete-notes-none = ናይ ውልቂ ጽሑፍ የብልክን።
settings-delete-space = ሕጂ እትርእይዮ ኩሉ
settings-delete-space-detail = በዚ PIN ዝኽፈት፣ ወይ ብዘይ PIN ዝኽፈት። እቲ PIN ኣይድምሰስን።
settings-delete-everything = ኣብዚ ስልኪ ኣብ Kindway ዘሎ ኩሉ
settings-delete-everything-detail = ብዝኾነ PIN ዝኽፈት ኩሉ፦ ቆጸራታት፣ ጽሑፋት፣ ቁጽርታት፣ ደብዳበታትን ምርጫታትን
settings-delete-stay = ዝተርፉ መዘኻኸሪታት፦ { $count }
settings-delete-past-sure = ዝሓለፉ ቆጸራታት ይደምሰሱ ዶ?
settings-delete-past-words = ቅድሚ ሎሚ ዝነበሩ ቆጸራታት ምስ ጽሑፋቶም ይድምሰሱ። ዝመጹ ቆጸራታት ይተርፉ።
settings-delete-notes-sure = ናይ ውልቂ ጽሑፋት ይደምሰሱ ዶ?
settings-delete-notes-words = እቶም ቆጸራታት ይተርፉ። ብዛዕባኦም ባዕልኺ ዝጸሓፍክዮም ቃላት ይድምሰሱ።
settings-delete-space-sure = ሕጂ እትርእይዮ ኩሉ ይደምሰስ ዶ?
settings-delete-space-words = ቆጸራታት፣ ጽሑፋት፣ ቁጽርታት፣ ደብዳበታትን ምርጫታትን ይድምሰሱ። ብኻልእ PIN ዝኽፈት ኣይትንከፍን።
settings-delete-everything-sure = ኩሉ ይደምሰስ ዶ?
settings-delete-everything-words = ኣብ Kindway ዝተጻሕፈ ኩሉ ካብዚ ስልኪ ይድምሰስ፣ ብዝኾነ PIN ዝኽፈት ኩሉ እውን።
settings-delete-everything-reminders = ደው ዝብሉ መዘኻኸሪታት፦ { $count }
settings-delete-everything-twice = ርግጸኛ ዲኺ?
settings-delete-everything-twice-words = ክመልሶ ዝኽእል ሰብ የለን። ንሕና ቅዳሕ የብልናን።
settings-delete-everything-on = እወ፣ ቀጽሊ
settings-delete-yes = እወ፣ ደምስሲ
settings-delete-everything-yes = እወ፣ ኩሉ ደምስሲ
settings-delete-no = ኣይፋል፣ ይጽናሕ
settings-delete-done = ተደምሲሱ
settings-delete-undo-until = ካብዚ ገጽ ክሳብ እትወጺ፣ ዝደምሰስክዮ ክትመልስዮ ትኽእሊ።
settings-delete-undo = ዝደምሰስክዮ መልስዮ
settings-delete-undone = ተመሊሱ ኣሎ።

## About.

settings-about-title = ብዛዕባ Kindway
settings-about-who = መን ሰሪሕዎ
settings-about-who-words = Kindway ኣብ UK ዑቕባ ንዝሓታ ደቂ ኣንስትዮ እዩ። ናይ ሆም ኦፊስ (Home Office)፣ ናይ NHS ወይ ናይ ምምሕዳር ከተማ (council) ኣይኮነን።
settings-about-name = እቲ ስም ካብ ሓደ ከምኣተን ዝበላ ደቂ ኣንስትዮ ዝጸሓፋኦ ግጥሚ ዝመጸ እዩ፦ “Kindness Goes a Long Way”።
settings-about-private = እትጽሕፍዮ ኣብዚ ስልኪ ይተርፍ። ካባና ዝወስዶ የለን።
settings-about-version = ኣብ ውሽጡ እንታይ ኣሎ
settings-about-version-app = ሕታም
settings-about-content = ትሕዝቶ
settings-about-checked = ምስ ምንጭታት ዝተነጻጸረሉ
settings-about-facts = ምንጪ ዘለዎም ሓቅታት
settings-about-contacts = ቦታታትን መስመራት ተሌፎንን
settings-about-wrong = ጌጋ ኣሎ ዶ?
settings-about-wrong-words = ነቲ Kindway ዝሃበኪ ሰብ ክትነግርዮ ትኽእሊ። እቲ ሰብ ክነግረና ይኽእል።
settings-about-wrong-id = ነቲ ገጽን ነዚ ኮድን ንገርዮ፦ { $id }
settings-about-wrong-address = እዚ መፈተኒ ሕታም ክትጽሕፍሉ እትኽእሊ ኣድራሻ ገና የብሉን።
settings-about-sources = ካበይ ከም ዝመጸ
settings-about-sources-words = ነፍሲ ወከፍ ገጽ ምንጭታቱ፣ ዕለታቶምን መዓስ ከም ዘንበብናዮምን ይጠቅስ።
settings-about-places = ፖስትኮድን ከተማታትን
settings-about-fonts = ፊደላት ናይ ስክሪን
settings-about-words = እቶም ጽሑፋት
settings-about-code = እቲ ፕሮግራም
settings-about-drawings = እቶም ስእልታት
settings-about-parts = ብስራሕ ካልኦት ዝተሰርሐ
settings-about-parts-show = ነቲ ዝርዝር ርኣዪ
settings-about-parts-count = ፕሮግራማት፦ { $count }
settings-about-parts-missing = እቲ ዝርዝር ኣብዚ ሕታም የለን።
