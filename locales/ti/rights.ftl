### Rights: the tiles, an article with the English beside it, and where it all comes from.

## The list.

rights-list-title = መሰላትኪ
rights-list-hint = ሓጸርቲ መልስታት። ነፍሲ ወከፎም ብእንግሊዝኛ ንሰራሕተኛታት ከተርእይዮም ትኽእሊ።
rights-list-empty = ኣብዚ ገና ዋላ ሓንቲ የለን። ኣብ “ሓገዝ” ንዘለዉ ግብረሰናይ ማሕበራት ክትሓቲ ትኽእሊ።

## The topics: one tile each. At most 28 letters.

rights-topic-care = ክንክንን መን ከም ዝኸፍልን
rights-topic-your-say = ናትኪ ሓሳብን ውሳነን
rights-topic-visits = ቆጸራታትን መርመራታትን
rights-topic-money = ገንዘብን ጉዕዞን
rights-topic-home = እትነብርሉ ቦታ
rights-topic-social-services = ማሕበራዊ ኣገልግሎት
rights-topic-safety = ድሕንነት
rights-topic-feelings = ስምዒትን ምስኣንን
rights-topic-birth = ሕርስን ህጻንን
rights-topic-groups = ኣብ ጥቓኺ ዘለዉ ሰባት

## An article.

rights-article-back = መሰል
rights-article-english = እንግሊዝኛ ኣብ ትሕቲ ኩሉ መስመር
rights-article-english-here = ነዚ ብእንግሊዝኛ ርኣዪ
rights-article-english-away = ነቲ እንግሊዝኛ ሕብእዮ
rights-article-do = እንታይ ክትገብሪ ትኽእሊ
rights-article-next = ዝቕጽል ስጉምቲ
rights-article-when = ክሳብ መዓስ
rights-article-right = መሰልኪ
rights-article-who = መን ክመጽእ ይኽእል
rights-article-ask = እዚ ክትሓቲ ትኽእሊ
rights-article-scotland = ኣብ ስኮትላንድ (Scotland)
rights-article-wales = ኣብ ዌልስ (Wales)
rights-article-northern-ireland = ኣብ ሰሜን ኣየርላንድ (Northern Ireland)
rights-article-following = ቀጺሉ ዝመጽእ
rights-article-no = ኣይፋል እንተበሉ
rights-article-card = ነዚ ካርድ ንሰራሕተኛታት ኣርእዪ
rights-article-unsure = ርጉጽ ዘይኮነ
rights-article-help = መን ክሕግዝ ይኽእል

## Where it comes from, under articles, cards and danger signs.

rights-sources-title = እዚ ካበይ ከም ዝመጸ
rights-sources-count = ዘንበብናዮም ገጻት፦ { $count }
rights-sources-dated = ኣብቲ ገጽ ዘሎ ዕለት፦ { $date }
rights-sources-undated = ኣብቲ ገጽ ዕለት የለን
rights-sources-checked = እዚ ዘንበብናሉ ዕለት፦
rights-sources-nations = እዚ ዝሰርሓሉ፦ { $nations }
rights-sources-and = { $first }፣ { $second }
rights-sources-old = እዚ ተቐይሩ ይኸውን። ቅድሚ ብእኡ ምውሳንኪ ክትሓቲ ትኽእሊ።
rights-sources-old-call = ን{ $name } ሕተቲ፣ ብነጻ

## Badges: how the text in her language came to be. Never colour alone. At most eight words.

rights-badge-machine = ብማሽን ዝተተርጎመ። ሰብ ኣየረጋገጾን።
rights-badge-draft = ናይ መጀመርታ ጽሑፍ። ካልኣይ ሰብ ኣየረጋገጾን።
rights-badge-checked = ነቲ ቋንቋ ዝዛረብ ሰብ ኣረጋጊጽዎ
rights-badge-approved = ዝተረጋገጸን ዝጸደቐን
rights-badge-stale = እቲ እንግሊዝኛ ካብዚ ጽሑፍ ዝሓደሰ እዩ
