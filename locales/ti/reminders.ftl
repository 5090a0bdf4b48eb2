## What a notification shows. Others may see it, so nothing here names pregnancy, asylum or health.

reminders-text-discreet = መዘኻኸሪ
reminders-text-time = ቆጸራ፦ { $day }፣ { $time }
reminders-text-time-untimed = ቆጸራ፦ { $day }
reminders-text-full = { $kind }፦ { $day }፣ { $time }፣ { $place }
reminders-text-full-no-place = { $kind }፦ { $day }፣ { $time }
reminders-text-full-untimed = { $kind }፦ { $day }፣ { $place }
reminders-text-full-untimed-no-place = { $kind }፦ { $day }

## Reminders on screen: what is planned, what others see.

reminders-saved-words = ኣብዚ ስልኪ ተዓቂቡ
reminders-plan-title = መዘኻኸሪታትኪ
reminders-plan-none = ዝምደብ መዘኻኸሪ የለን፦ እቲ ቆጸራ ኣዝዩ ቀሪቡ እዩ።
reminders-kind-ask-fare = ክፍሊት መጓዓዝያ ሕተቲ
reminders-kind-ask-interpreter = ኣስተርጓሚ ሕተቲ
reminders-kind-evening-before = ምሸት ቅድሚኡ
reminders-kind-morning = ንግሆ ናይታ መዓልቲ
reminders-kind-leave = እትብገስሉ ግዜ
reminders-see-title = ካልኦት ሰባት እንታይ ክርእዩ እዮም?
reminders-level-discreet = ሓደ ቃል ጥራይ
reminders-level-time = መዓልትን ሰዓትን
reminders-level-full = ኩሉ
reminders-level-full-detail = ሕጋዊ ቆጸራታት፣ ናይ ምዝርራብ ሓገዝን ጉጅለታትን ፍጹም ብስም ኣይጽሓፉን።
reminders-test-button = መፈተኒ መዘኻኸሪ ስደዲ
reminders-test-done = መፈተኒ ተሰዲዱ። ርኢኽዮ ዶ?
reminders-turn-on = መዘኻኸሪታት ወልዒ
reminders-turn-off = ብዘይ መዘኻኸሪ
reminders-off-words = መዘኻኸሪታት ኣይተወልዑን። ዘዘኻኽር ነገር ኣይክህሉን እዩ።
reminders-done-button = ነዚ ቆጸራ ርኣዪ

## Whether they will ring. Said before, never after. @safety

reminders-health-exact = እዚ ስልኪ ኣብ ልክዕ ደቒቑ ከዘኻኽረኪ ይኽእል።
reminders-health-inexact = እዚ ስልኪ ክሳብ ሓደ ሰዓት ደንጉዩ ከዘኻኽረኪ ይኽእል።
reminders-health-refused = እዚ ስልኪ Kindway ከዘኻኽረኪ ኣይፈቅድን። ኣብ ምርጫታት እቲ ስልኪ፣ ኣብ “መፍለጢታት” (Notifications) ክትፈቅድዮ ትኽእሊ።
reminders-health-kept-only = እዚ ኮምፒተር እዩ። Kindway ዕጹው ከሎ ዘዘኻኽር ነገር የለን።
reminders-health-broken = እቶም መዘኻኸሪታት ሕጂ ክዳለዉ ኣይከኣሉን። ከየዘኻኽሩኺ ይኽእሉ እዮም። ሓንሳብ ደጊምኪ ንምፍታን Kindway ዳግማይ ክፈትዮ።
