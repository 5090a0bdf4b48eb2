### Rights: the tiles, an article with the English beside it, and where it all comes from.

## The list.

rights-list-title = መሰላትኪ
rights-list-hint = ሓጸርቲ መልስታት። ነፍሲ ወከፎም ብእንግሊዝኛ ንሰራሕተኛታት ከተርእይዮም ትኽእሊ።
rights-list-empty = ኣብዚ ገና ዋላ ሓንቲ የለን። ኣብ “ሓገዝ” ንዘለዉ ግብረሰናይ ማሕበራት ክትሓቲ ትኽእሊ።

## An article.

rights-article-back = መሰል
rights-article-english = እንግሊዝኛ ኣብ ትሕቲ ኩሉ መስመር
rights-article-english-here = ነዚ ብእንግሊዝኛ ርኣዪ
rights-article-english-away = ነቲ እንግሊዝኛ ሕብእዮ
rights-article-do = እንታይ ክትገብሪ ትኽእሊ
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
