### What the app says when something cannot be done. Plain words and a way on; never a code, never blame.

# The day that she typed is not in the calendar. $day and $month are numbers.
errors-no-such-day = ኣብዚ ወርሒ መዓልቲ { $day } የለን። ደብዳበኺ ደጊምኪ ረኣይዮ።

# The day is before today.
errors-day-past = እዚ መዓልቲ ሓሊፉ እዩ። ኣብ ደብዳበኺ ዘሎ ዓመት ረኣይዮ።

# The day is more than two years ahead.
errors-day-too-far = እዚ መዓልቲ ካብ ክልተ ዓመት ንላዕሊ ርሑቕ እዩ። ኣብ ደብዳበኺ ዘሎ ዓመት ረኣይዮ።

# The weekday on the letter is not that of the date; the screen shows both and asks. $said and $is are numbers of weekdays, not shown.
errors-weekday-disagrees = መዓልቲ ሰሙንን ዕለትን ኣይሰማምዑን እዮም። ደብዳበኺ ኣየናይ ይብል?

# The time cannot be read.
errors-no-such-time = እዚ ሰዓት ኣይኮነን። ከም 9:20 ጽሓፍዮ።

# A phone number with letters, or too short or too long.
errors-phone-not-a-number = ቁጽሪ ተሌፎን ቁጽርታትን ክፍተታትን ጥራይ እዩ ዘለዎ። ካብ ደብዳበኺ ቅድሕዮ።

# A text is too long. $most is the highest number of letters.
errors-too-long = እዚ ኣዝዩ ነዊሕ እዩ። ን{ $most } ፊደላት ቦታ ኣሎ። ዝጠፍአ ነገር የለን፦ ከተሕጽርዮ ትኽእሊ።

# A field that is needed is empty.
errors-missing = ኣብዚ ዝጎደለ ነገር ኣሎ።

# A sum below zero or too high. $most is whole pounds.
errors-sum-out-of-range = ኣብ መንጎ £0ን £{ $most }ን ዘሎ መጠን ገንዘብ ጽሓፊ።

# Minutes of travel above 600.
errors-minutes-out-of-range = መገዲ ክንደይ ደቓይቕ ከም ዝወስድ ጽሓፊ፣ ክሳብ 600።

# A postcode or town that is not known.
errors-place-unknown = ነዚ ቦታ ኣይንፈልጦን ኢና። ስም ከተማ ወይ ናይ ፖስትኮድ ፈላማይ ክፋል ክትፍትኒ ትኽእሊ፣ ንኣብነት L7።

# What was asked for is not there any more.
errors-not-found = እዚ ድሕሪ ሕጂ ኣብዚ የለን። ንድሕሪት ክትምለሲ ትኽእሊ።

# The same visit was changed in another window.
errors-changed-elsewhere = እዚ ኣብ ካልእ መስኮት ተቐይሩ እዩ። እቲ ሓድሽ ንምርኣይ ዳግማይ ክፈትዮ።

# What she saved cannot be read. The file is kept.
errors-vault-damaged = እቲ ዝዓቀብክዮ ሕጂ ክንበብ ኣይከኣልን። Kindway ነቲ ፋይል ዓቂብዎ ኣሎ፣ ገለ እውን ኣይቀየረን።

# The key of this phone is gone. The file is kept.
errors-vault-key-lost = እዚ ስልኪ ናይ ዝዓቀብክዮ መፍትሕ ጠፊእዎ። Kindway ነቲ ፋይል ዓቂብዎ ኣሎ፣ ገለ እውን ኣይቀየረን።

# A newer Kindway wrote the file.
errors-vault-newer = እቲ ዝዓቀብክዮ ናይ ሓድሽ Kindway እዩ። ንምንባቡ ነቲ ሓድሽ ኣብዚ ስልኪ ምለስዮ።

# The disk is full or the folder takes nothing.
errors-cannot-save = እዚ ስልኪ ክዕቅቦ ኣይከኣለን። ምናልባት መሊኡ ይኸውን። ቦታ ኣጽሪኺ ዳግማይ ክትፍትኒ ትኽእሊ። ኩሉ ክትንብቢ ትኽእሊ ኢኺ።

# Another Kindway window is open.
errors-already-open = Kindway ኣብ ካልእ መስኮት ተኸፊቱ ኣሎ። ብእኡ ተጠቐሚ፣ ወይ ዕጸውዮ እሞ እዚ ዳግማይ ክፈቲ።

# The information inside the app cannot be read.
errors-content-unreadable = እቲ ሓበሬታ ሕጂ ክንበብ ኣይከኣልን። Kindway ዕጸዊ እሞ ዳግማይ ክፈትዮ።

# A page or kind that the content does not have.
errors-content-missing = እዚ ገጽ የብልናን። ንድሕሪት ክትምለሲ ትኽእሊ።

# Anything else.
errors-unexpected = ይቕሬታ፣ ጌጋ ኣጋጢሙ። ዝጠፍአ ነገር የለን። ዳግማይ ክትፍትኒ ትኽእሊ።
