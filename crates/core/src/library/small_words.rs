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

/// Words that turn another around, and weigh little beside it. In a phrase one stands for every other: no papers, without papers.
const NEGATIONS: &str = "no not never nothing none nobody without dont doesnt didnt cant cannot couldnt wont wouldnt isnt arent wasnt havent hasnt \
     لا لم لن ليس ليست ما مو مش مب غير بدون بلا ابدا أبدا مافي مافيش مابي مابدي ماعندي ماعنديش مابقدر \
     ኣይኮነን ኣይፋል ኣይ ብዘይ የብለይን የለን የብሎምን የብልናን ፍጹም";

/// Words of every talk, which say a little more than the small ones, and little beside others.
const LIGHT: &str = "see saw seen look come came coming send sent put tell told say said says ask asked asking think thing things find found try \
     start started happen happens bring wants wanted new old today tomorrow yesterday day days week weeks month months year years hour hours \
     time times first last next long many more lot lots little bit big good bad ok okay only still again already always ever every everything \
     everyone everybody people person other another same best please help hello hi sorry thank thanks possible allowed right really \
     since until after before during around near here there yet soon later maybe able \
     شفت اشوف أشوف بشوف اروح أروح بروح رايحة امشي أمشي ماشية جاية جاي يجي تجي قال قالوا قالولي يقول يقولوا اعمل أعمل بعمل اسوي أسوي صار يصير ممكن شي شيء حاجة كتير كثير \
     كتيرة شوية جديد جديدة يوم اليوم كل مرة الان الآن هلا هلأ هسه هسع دلوقتي لسه لسا بس عم رح راح ناس واحد واحدة حد حدا احد أحد زول زي مثل بعد قبل شهر اسبوع \
     أسبوع ساعة وقت مين منو امتى إمتى متين ايمتى فين وينو عشان علشان لان لأن داير دايرة دايرين عايز عايزين عاوز بدهم بده بدها معي معاي مساعدة ساعدوني طول دايما دائما كنت اخذت اخدت أخذت أخدت \
     ኣዝዩ ኣዝየ ብጣዕሚ ብዙሕ ሕጂ ሎሚ ጽባሕ ትማሊ ጥራይ ገና ሓድሽ ሓዳሽ መዓልቲ ሰሙን ወርሒ ዓመት ግዜ ሰዓት ነገር ሰብ ሰባት ካልእ ክገብር እገብር ይገብር ገይረ ክኸይድ እኸይድ ይኸይድ ከይደ ክመጽእ ይመጽእ \
     መጺኡ መጺኡኒ መጺኣ ትመጽእ ክብል ይብል ይብሉ ኢሎም ኢሎምኒ ኢላ ኢሉ ክነግር ክርኢ ርእየ ክህቡ ይህቡ ክህቡኒ ተዋሂቡኒ ኮይኑ ኮይና ምስኡ ድሕሪ ቅድሚ ሓግዙኒ ክረክብ እረክብ ይርከብ";

/// As they were typed by whoever wrote this list.
pub(super) fn negations() -> impl Iterator<Item = &'static str> {
    NEGATIONS.split_whitespace()
}

/// The ones that weigh little, negations among them, as they were typed by whoever wrote this list.
pub(super) fn weak_words() -> impl Iterator<Item = &'static str> {
    negations().chain(LIGHT.split_whitespace())
}

/// The small ones, as they were typed by whoever wrote this list; the index folds them.
pub(super) fn small_words() -> impl Iterator<Item = &'static str> {
    [ENGLISH, ARABIC, TIGRINYA].into_iter().flat_map(str::split_whitespace)
}
