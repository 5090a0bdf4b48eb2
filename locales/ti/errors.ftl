### What the app says when something cannot be done. Plain words and a way on; never a code, never blame.

errors-no-such-day = ኣብቲ ወርሒ መዓልቲ { $day } የለን። ደብዳበኺ ደጊምኪ ርኣይያ።
errors-day-past = እቲ መዓልቲ ሓሊፉ እዩ። ኣብ ደብዳበኺ ዘሎ ዓመት ርኣይዮ።
errors-day-too-far = እቲ መዓልቲ ካብ ክልተ ዓመት ንላዕሊ ርሑቕ እዩ። ኣብ ደብዳበኺ ዘሎ ዓመት ርኣይዮ።
errors-weekday-disagrees = መዓልቲ ሰሙንን ዕለትን ኣይሰማምዑን። ደብዳበኺ ኣየናይ ትብል?
errors-no-such-time = እዚ ሰዓት ኣይኮነን። ከም 9:20 ጽሓፍዮ።
errors-phone-not-a-number = ቁጽሪ ተሌፎን ቁጽርታትን ክፍተታትን ጥራይ እዩ ዘለዎ። ካብ ደብዳበኺ ቅድሕዮ።
errors-too-long = እዚ ኣዝዩ ነዊሕ እዩ። ን{ $most } ፊደላት ቦታ ኣሎ። ዝጠፍአ ነገር የለን፦ ከተሕጽርዮ ትኽእሊ።
errors-missing = ኣብዚ ዝጎደለ ነገር ኣሎ።
errors-sum-out-of-range = ኣብ መንጎ £0ን £{ $most }ን ዘሎ መጠን ገንዘብ ጽሓፊ።
errors-minutes-out-of-range = እቲ ጉዕዞ ክንደይ ደቓይቕ ከም ዝወስድ ጽሓፊ፣ ክሳብ 600።
errors-due-out-of-range = ናይ ሕክምና መዝገብኪ ደጊምኪ ርኣይዮ። ትሓርስሉ ዕለት ካብ ሎሚ እንተበዝሐ ድሕሪ 40 ሰሙን እዩ፣ ቅድሚ ነዊሕ ግዜ ዝሓለፈ ድማ ኣይኮነን።
errors-weeks-out-of-range = ጥንስኺ ክንደይ ሰሙን ከም ዝኾነ ጽሓፊ፣ ክሳብ { $most }፣ ካብ 0 ክሳብ 6 መዓልታት ድማ።
errors-birth-out-of-range = ህጻንኪ ዝተወልደሉ መዓልቲ ጽሓፊ። ገና ዘይመጸ መዓልቲ ክኸውን ኣይክእልን።
errors-not-found = እዚ ድሕሪ ሕጂ ኣብዚ የለን። ንድሕሪት ክትምለሲ ትኽእሊ።
errors-changed-elsewhere = እዚ ኣብ ካልእ መስኮት ተቐይሩ እዩ። እቲ ሓድሽ ንምርኣይ ዳግማይ ክፈትዮ።
errors-vault-damaged = እቲ ዝዓቀብክዮ ሕጂ ክንበብ ኣይከኣልን። Kindway ነቲ ፋይል ዓቂብዎ ኣሎ፣ ዋላ ሓንቲ ኣይቀየረን።
errors-vault-key-lost = እዚ ስልኪ ናይ ዝዓቀብክዮ መፍትሕ ጠፊእዎ። Kindway ነቲ ፋይል ዓቂብዎ ኣሎ፣ ዋላ ሓንቲ ኣይቀየረን።
errors-vault-newer = እቲ ዝዓቀብክዮ ካብ ዝሓደሰ Kindway እዩ። ንምንባቡ ነቲ ሓድሽ ናብዚ ስልኪ መልስዮ።
errors-cannot-save = እዚ ስልኪ ክዕቅቦ ኣይከኣለን። ምናልባት መሊኡ ይኸውን። ቦታ ኣጽሪኺ ዳግማይ ክትፍትኒ ትኽእሊ። ሕጂ እውን ኩሉ ከተንብቢ ትኽእሊ።
errors-already-open = Kindway ኣብ ካልእ መስኮት ተኸፊቱ ኣሎ። ብእኡ ተጠቐሚ፣ ወይ ዕጸውዮ እሞ እዚ ዳግማይ ክፈቲ።
errors-content-unreadable = እቲ ሓበሬታ ሕጂ ክንበብ ኣይከኣልን። Kindway ዕጸዊ እሞ ዳግማይ ክፈትዮ።
errors-content-missing = እዚ ገጽ የብልናን። ንድሕሪት ክትምለሲ ትኽእሊ።
errors-unexpected = ይቕሬታ፣ ጌጋ ኣጋጢሙ። ዝጠፍአ ነገር የለን። ዳግማይ ክትፍትኒ ትኽእሊ።
