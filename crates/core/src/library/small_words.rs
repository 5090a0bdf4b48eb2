//! Words that stand in every question and say nothing of what it is about. They are left out when a search is read, unless there is
//! nothing else. Negations stay, as weak words: "no papers" is not "papers". A language without a list here loses nothing but some order.

const ENGLISH: &str = "a about all also am an and any anyone are as at be because been before but by can could did do does doing done \
     for from get gets getting give go goes going got had has have he her here him his how i if im in into is it its ive just keep know \
     let like make may me mean much must my need needs of off on or our please she should so some someone something than that \
     the their them then there these they this those to too up us use very want wants was we went were what whats when \
     where which while who why will with would you your yours";

const ARABIC: &str = "في من إلى الى على عن مع هل ماذا متى أين اين كيف لماذا من الذي التي هذا هذه ذلك تلك أنا انا أنت انت هو هي هم نحن \
     كان كانت يكون تكون أن ان إن أو او ثم لكن قد لقد إذا اذا لو كل أي اي بعض عند عندي عندك لي لك له لها لهم أريد اريد أقدر اقدر \
     يمكن يمكنني يمكنك استطيع أستطيع يجب لازم شو وش ايش ليش وين شنو كمان أيضا ايضا هنا هناك يا حتى جدا بدي ابي ابغى عايزة عاوزة احتاج أحتاج محتاجة";

const TIGRINYA: &str = "እዩ እያ እየ እዮም እዚ እዚኣ እቲ እታ እቶም ኣሎ ኣላ ኣለኒ ኣለኹ ኣለዉ ነይሩ ነይራ ከሎ ከላ ከለኹ ከለኺ ክኸውን ይኸውን ኢዩ ዶ ድዩ \
     እንታይ መን መዓስ ኣበይ ናበይ ብኸመይ ከመይ ስለምንታይ ንምንታይ ኣየናይ ክንደይ ኣነ ንስኺ ንስኻ ንሱ ንሳ ንሶም ንሕና ናተይ ናትኪ ናይ ኣብ ናብ ካብ \
     ምስ ብ ን ወይ ግን እውን ድማ ከም ስለ ክሳብ ኩሉ ኩላ እንተ እንተኾይኑ ይኽእል ይኽእሉ ትኽእሊ ክእል እኽእል ይግባእ ኣለዎ ኣለዋ ንዓይ ንዓኺ ሓደ ሓንቲ እደሊ ደልየ ደልዮም ይደልዩ ትደሊ ኢለ ሓቲቶም";

/// Words that turn another around, and weigh little beside it.
const WEAK: &str = "no not never nothing none without dont doesnt didnt cant cannot couldnt wont isnt arent wasnt havent hasnt \
     لا لم لن ليس ليست ما مو مش غير بدون بلا ابدا أبدا \
     ኣይኮነን ኣይፋል ኣይ ብዘይ የብለይን የለን የብሎምን ፍጹም";

/// The weak ones, as they were typed by whoever wrote this list.
pub(super) fn weak_words() -> impl Iterator<Item = &'static str> {
    WEAK.split_whitespace()
}

/// The small ones, as they were typed by whoever wrote this list; the index folds them.
pub(super) fn small_words() -> impl Iterator<Item = &'static str> {
    [ENGLISH, ARABIC, TIGRINYA].into_iter().flat_map(str::split_whitespace)
}
