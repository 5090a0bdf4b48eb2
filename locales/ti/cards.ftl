### Cards that she shows to staff, and the danger signs.

cards-way-back = ተመለሲ

## The list of cards.

cards-list-title = ንሰራሕተኛታት ኣርእዪ
cards-list-hint = ንዓኣቶም ብዓቢ ጽሑፍ እንግሊዝኛ። ቋንቋኺ ኣብ ትሕቲኡ ኣሎ።
cards-list-empty = ኣብዚ ገና ካርድ የለን።

## A card. The card itself is English; staff read it at arm’s length.

cards-card-back = ካርድታት
cards-card-interpreter = ኣስተርጓሚ
cards-card-visit = ቆጸራ
cards-card-read = ካብ { $hosts }። ኣብ { $date } ዝተነበበ።
cards-card-hers = ልክዕ ንሱ ብቋንቋኺ
cards-card-hand = ነቲ ስልኪ ኣረክቢ
cards-card-hand-words = ሽዑ ክሳብ እትኸፍትዮ እዚ ካርድ ጥራይ ይርአ።
cards-card-no-group = እዚ ካርድ ብዛዕባ ሓደ ጉጅለ እዩ። ቅድም ነቲ ጉጅለ ኣብ “ሓገዝ” ክትመርጽዮ ትኽእሊ።
cards-card-no-group-go = ጉጅለ ምረጺ

## Handed over: only the card and Unlock. Both languages stand on every button, hers first. @card

cards-handed-only = እዚ ስልኪ ነዚ ካርድ ጥራይ የርኢ
cards-handed-unlock = ክፈቲ
cards-handed-sure = እቲ ስልኪ ናብ ኢድኪ ተመሊሱ ዶ?
cards-handed-yes = እወ፣ ክፈቲ
cards-handed-no = ገና ኣይኮነን

## Danger signs. @safety Plain and short. Her words stand above the English.

danger-page-unchecked = ገና ብመሕረሲት ኣይተረጋገጸን
danger-page-unchecked-plain = ገና ብሓኪም ኣይተረጋገጸን
danger-emergency-title = ሕጂ ናብ 999 ደውሊ
danger-emergency-call = ናብ 999 ደውሊ
danger-emergency-say = ብእንግሊዝኛ “{ $language }” በሊ። ኣብ መስመር ጽንሒ።
danger-emergency-know = ናብ 999 ክትድውሊ ከለኺ
danger-unit-title = ሕጂ ናብ ክፍሊ ሕርስኺ ደውሊ
danger-unit-words = ለይትን መዓልትን። ግዜ ተባኽኒ የለኺን።
danger-unit-title-plain = ሕጂ ሓገዝ ርኸቢ
danger-unit-words-plain = ለይትን መዓልትን። ግዜ ተባኽኒ የለኺን።
danger-unit-call = ናብ { $name } ደውሊ
danger-unit-yours = ክፍሊ ሕርስኺ
danger-unit-near = እዚ ኣብ ጥቓ እቲ ዝደለኽዮ ቦታ እዩ። ናትኪ ሆስፒታል ድዩ?
danger-unit-other = ካልእ ቁጽርታት ናይዚ ሆስፒታል
danger-unit-save = ቁጽሪ ክፍሊ ሕርስኺ ዓቅቢ
danger-unit-save-detail = ኣብ ደብዳበታትኪ ኣሎ። ሽዑ ሓንሳብ ብምጥዋቕ ኣብዚ ትረኽብዮ።
danger-unit-111-words = ሕጂ ናብ 111 ክትድውሊ ትኽእሊ። ብነጻ እዩ፣ ለይትን መዓልትን።
danger-call-111 = ናብ 111 ደውሊ
danger-call-111-2 = ናብ 111 ደውሊ፣ ብድሕሪኡ 2 ምረጺ
danger-number-not-phoned = ገና ኣይደወልናሉን
danger-early-title = ኣብ መጀመርታ፣ ወይ እንተተሻቒልኪ
danger-after-birth-title = ድሕሪ ሕርሲ
danger-after-birth-title-plain = ኣብተን ዝስዕባ መዓልታት
danger-mind-title = ኣእምሮኺ
