//! A small project without a mistake, in a folder of its own, to be made wrong in one way.

use std::fs;
use std::path::{Path, PathBuf};

use kindway_content::review::stamp;
use kindway_content::{Checked, Kind, Problem, check_project};
use tempfile::TempDir;

pub(crate) const ARTICLE: &str = "assets/content/articles/interpreter/en-GB.md";
pub(crate) const ARTICLE_TI: &str = "assets/content/articles/interpreter/ti.md";
pub(crate) const ARTICLE_AR: &str = "assets/content/articles/interpreter/ar.md";
pub(crate) const VISIT: &str = "assets/content/visits/scan/en-GB.md";
pub(crate) const FACTS: &str = "assets/content/facts.toml";
pub(crate) const RATES: &str = "assets/content/rates.toml";
pub(crate) const NEEDS: &str = "assets/content/needs.toml";
pub(crate) const TOPICS: &str = "assets/content/topics.toml";
pub(crate) const SYNONYMS: &str = "assets/content/synonyms.toml";
pub(crate) const TERMS: &str = "assets/content/terms.toml";
pub(crate) const FONTS: &str = "assets/fonts/coverage.toml";
pub(crate) const LANGUAGES: &str = "assets/content/languages.toml";
pub(crate) const CHANNEL: &str = "assets/content/channel.toml";
pub(crate) const CONTACT: &str = "assets/content/contacts/women-together.toml";
pub(crate) const CONTACT_TI: &str = "assets/content/contacts/words/ti.toml";
pub(crate) const WORDS: &str = "locales/en-GB/visits.ftl";
pub(crate) const WORDS_AR: &str = "locales/ar/visits.ftl";
pub(crate) const WORDS_TI: &str = "locales/ti/visits.ftl";
pub(crate) const REVIEW_TI: &str = "locales/ti/review.toml";
pub(crate) const SCREEN: &str = "ui/src/visits.tsx";
pub(crate) const OUTCODES: &str = "assets/places/outcodes.csv";

pub(crate) const GOOD: &[(&str, &str)] = &[
    (CHANNEL, "name = \"test\"\nchecked = 2026-11-22\n"),
    (
        LANGUAGES,
        r#"[[language]]
tag = "en-GB"
endonym = "English"
english = "English"
dir = "ltr"
script = "latin"

[[language]]
tag = "ar"
endonym = "العربية"
english = "Arabic"
dir = "rtl"
script = "arabic"

[[language]]
tag = "ti"
endonym = "ትግርኛ"
english = "Tigrinya"
dir = "ltr"
script = "ethiopic"
calendar = { system = "ethiopic", offer = "ask" }
"#,
    ),
    (
        FACTS,
        r#"[[fact]]
id = "RIGHTS-23"
nations = ["England"]
confidence = "high"
sources = [{ url = "https://example.org/interpreters", dated = "2025" }]

[[fact]]
id = "RIGHTS-24"
nations = ["UK"]
confidence = "medium"
sources = [{ url = "https://example.org/booking", dated = "undated" }]

[[fact]]
id = "MONEY-02"
nations = ["UK"]
confidence = "low"
sources = [{ url = "https://example.org/money", dated = "undated" }]
"#,
    ),
    (
        RATES,
        r#"[[rate]]
id = "self-catered"
pence = 4918
per = "week"
support = ["section-95"]
facts = ["RIGHTS-24"]
dated = "2024"
checked = 2026-11-22
review_by = 2027-01-31
"#,
    ),
    (
        NEEDS,
        r#"[[need]]
id = "group"
kinds = ["peer_support"]
picture = "scan"

[need.words]
en-GB = ["group", "friends"]
ar = ["مجموعة"]
ti = ["ጉጅለ"]
"#,
    ),
    (TOPICS, "[[topic]]\nid = \"your-say\"\npicture = \"scan\"\n"),
    (SYNONYMS, "[[same]]\nen-GB = [\"interpreter\", \"translator\"]\nar = [\"مترجمة\"]\nti = [\"ተርጓሚት\"]\n"),
    (TERMS, "[[term]]\ntext = \"HC2\"\n\n[[term]]\ntext = \"Red Cross\"\n"),
    (
        FONTS,
        "[[font]]\nfiles = [\"a.woff2\"]\nranges = [\"0020-007E\", \"00A0-00FF\", \"2013-201D\", \"2026\", \"0600-06FF\", \"1200-137C\"]\n",
    ),
    (
        CONTACT,
        r#"id = "women-together"
name = "Women Together"
kind = "peer_support"
scope = "city"
places = ["Manchester"]
postcode = "M13 9PL"
area_outcode = "M13"
area_outcode_exact = true
website = "https://example.org"
status = "listed"
audience = "women"
source_seen = true
confidence = "high"
last_checked = 2026-11-22
phoned_by_us = false
editors_note = "For us."

[[phones]]
number = "0161 496 0000"
free = false

[words]
summary = "Women meet on Tuesday at 10. Children are welcome."
venue = "Ardwick Green"
"#,
    ),
    (
        "assets/content/contacts/words/ar.toml",
        "[women-together]\nsummary = \"تلتقي النساء يوم الثلاثاء الساعة 10. الأطفال مرحب بهم.\"\nvenue = \"Ardwick Green\"\n",
    ),
    (
        CONTACT_TI,
        "[women-together]\nsummary = \"ደቂ ኣንስትዮ ሰሉስ ሰዓት 10 ይራኸባ። ቆልዑ ክመጹ ይኽእሉ።\"\nvenue = \"Ardwick Green\"\n",
    ),
    (
        ARTICLE,
        r#"+++
title = "Can I have an interpreter?"
picture = "interpreter"
nations = ["England"]
checked = 2026-11-22
review_by = 2027-05-22
topic = "your-say"
card = "interpreter"
contacts = ["women-together"]
+++

## answer

- **Yes.** You can have an interpreter at every visit. [RIGHTS-23]
- You can ask for one in {$language}. {interpreter, loss} [RIGHTS-23, RIGHTS-24]

## do

- Ask 2 days before the visit, or ring 0300 330 9999. [RIGHTS-24]

## unsure

- Some clinics may ask for more time. [MONEY-02]
"#,
    ),
    (
        ARTICLE_AR,
        r#"+++
title = "هل يمكنني الحصول على مترجمة؟"
+++

## answer

- **نعم.** يمكنك الحصول على مترجمة في كل زيارة.
- يمكنك طلب مترجمة بلغة {$language}.

## do

- اطلبي قبل الزيارة بـ 2 من الأيام، أو اتصلي على 0300 330 9999.

## unsure

- قد تطلب بعض العيادات وقتا أطول.
"#,
    ),
    (
        ARTICLE_TI,
        r#"+++
title = "ኣስተርጓሚት ክረክብ ይኽእል ዶ?"
+++

## answer

- **እወ።** ኣብ ነፍሲ ወከፍ ቆጸራ ኣስተርጓሚት ክትረኽቢ ትኽእሊ።
- ብ{$language} ክትሓቲ ትኽእሊ።

## do

- ቅድሚ ቆጸራ 2 መዓልቲ ሕተቲ፡ ወይ ናብ 0300 330 9999 ደውሊ።

## unsure

- ገለ ክሊኒካት ተወሳኺ ግዜ ክሓቱ ይኽእሉ።
"#,
    ),
    (
        VISIT,
        r#"+++
title = "Scan"
picture = "scan"
nations = ["UK"]
checked = 2026-11-22
review_by = 2027-05-22
pregnancy = true
+++

## for

- It shows how your baby grows. [RIGHTS-23]

## happens

- What will you do? {ask}

## asked-by

- Why do I have it? {ask}

## there

- Who will be there? {ask}

## refuse

- You can say no. [RIGHTS-23]

## someone

- Can a friend come? {ask}

## bring

- Your letter [APP]

## ask

- When is my baby due? {ask}
"#,
    ),
    (
        "assets/content/visits/scan/ar.md",
        r#"+++
title = "فحص بالموجات"
+++

## for

- يبين كيف ينمو طفلك.

## happens

- ماذا ستفعلون؟

## asked-by

- لماذا هذا الفحص؟

## there

- من سيكون هناك؟

## refuse

- يمكنك أن تقولي لا.

## someone

- هل يمكن أن تأتي صديقة؟

## bring

- رسالتك

## ask

- متى موعد ولادتي؟
"#,
    ),
    (
        "assets/content/visits/scan/ti.md",
        r#"+++
title = "ስካን"
+++

## for

- ህጻንኪ ከመይ ከም ዝዓቢ የርኢ።

## happens

- እንታይ ክትገብሩ ኢኹም?

## asked-by

- ስለምንታይ እዚ?

## there

- መን ክህሉ እዩ?

## refuse

- ኣይፋል ክትብሊ ትኽእሊ።

## someone

- መሓዛይ ክትመጽእ ትኽእል ዶ?

## bring

- ደብዳቤኺ

## ask

- መዓስ ክወልድ እየ?
"#,
    ),
    (
        "assets/content/cards/interpreter/en-GB.md",
        r#"+++
title = "I need an interpreter"
picture = "interpreter"
nations = ["England"]
checked = 2026-11-22
review_by = 2027-05-22
+++

## say

- I need an interpreter. [RIGHTS-23]
"#,
    ),
    (
        "assets/content/cards/interpreter/ar.md",
        "+++\ntitle = \"أحتاج إلى مترجمة\"\n+++\n\n## say\n\n- أحتاج إلى مترجمة.\n",
    ),
    ("assets/content/cards/interpreter/ti.md", "+++\ntitle = \"ኣስተርጓሚት የድልየኒ\"\n+++\n\n## say\n\n- ኣስተርጓሚት የድልየኒ።\n"),
    (
        OUTCODES,
        "outcode,latitude,longitude,town,postcodes,radius_km_p90\nL7,53.4075,-2.9512,Liverpool,900,1.4\nM13,53.4606,-2.2137,Manchester,1066,1.6\n",
    ),
    ("assets/icons/pictures/interpreter.svg", "<svg/>"),
    ("assets/icons/pictures/scan.svg", "<svg/>"),
    (
        WORDS,
        r#"### Visits.

# The title of the screen.
visits-title = Your visits
# Below the title. $count is a number.
visits-count = { $count ->
    [one] One visit
   *[other] { $count } visits
}

## Buttons.

visits-add = Add a visit
# The name of the app. @same
visits-app = Kindway
"#,
    ),
    (
        WORDS_AR,
        r#"visits-title = زياراتك
visits-count = { $count ->
    [zero] لا زيارات
    [one] زيارة واحدة
    [two] زيارتان
    [few] { $count } زيارات
    [many] { $count } زيارة
   *[other] { $count } زيارة
}
visits-add = أضيفي زيارة
visits-app = Kindway
"#,
    ),
    (
        WORDS_TI,
        r#"visits-title = ቆጸራታትኪ
visits-count = { $count ->
    [one] ሓደ ቆጸራ
   *[other] { $count } ቆጸራታት
}
visits-add = ቆጸራ ወስኺ
visits-app = Kindway
"#,
    ),
    ("locales/en-GB/help.ftl", "# The label of a need.\nhelp-need-group = A group\n"),
    ("locales/en-GB/rights.ftl", "# The label of a tile.\nrights-topic-your-say = Your say\n"),
    ("locales/ar/rights.ftl", "rights-topic-your-say = رأيك\n"),
    ("locales/ti/rights.ftl", "rights-topic-your-say = ርእይቶኺ\n"),
    ("locales/ar/help.ftl", "help-need-group = مجموعة\n"),
    ("locales/ti/help.ftl", "help-need-group = ጉጅለ\n"),
    (
        SCREEN,
        "t(\"visits-title\"); t(\"visits-count\", { count }); t(\"visits-add\"); t('visits-app'); t(`help-need-${need.id}`); t(`rights-topic-${topic.id}`);\n",
    ),
];

/// A project in a folder of its own.
pub(crate) struct Project {
    folder: TempDir,
}

impl Project {
    /// Without a mistake, its translations stamped.
    pub(crate) fn good() -> Self {
        let project = Self { folder: tempfile::tempdir().unwrap() };
        for (path, text) in GOOD {
            project.write(path, text);
        }
        project.stamp();
        project
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} does not hold {from:?}");
        self.write(path, &text.replacen(from, to, 1));
    }

    pub(crate) fn append(&self, path: &str, text: &str) {
        self.write(path, &(self.read(path) + text));
    }

    /// Stamps both languages, where they can be read.
    pub(crate) fn stamp(&self) {
        let _ = stamp(self.root(), "ar");
        let _ = stamp(self.root(), "ti");
    }

    /// Everything that a check on this day says.
    pub(crate) fn checked_on(&self, day: &str) -> Vec<Problem> {
        check_project(self.root(), None, day.parse().unwrap()).problems
    }

    pub(crate) fn checked(&self) -> Checked {
        check_project(self.root(), None, TODAY.parse().unwrap())
    }

    pub(crate) fn errors(&self) -> Vec<Problem> {
        self.checked().problems.into_iter().filter(Problem::is_error).collect()
    }

    pub(crate) fn warnings(&self) -> Vec<Problem> {
        self.checked().problems.into_iter().filter(|problem| !problem.is_error()).collect()
    }
}

/// The day on which the good project is checked: the one on which its sources were read.
const TODAY: &str = "2026-11-22";

/// The one problem of a good project after `change`.
pub(crate) fn after(change: impl FnOnce(&Project)) -> Found {
    after_in(&Project::good(), change)
}

/// The one problem of a project that was without a mistake before `change`.
pub(crate) fn after_in(project: &Project, change: impl FnOnce(&Project)) -> Found {
    change(project);
    project.stamp();
    only(project.errors())
}

pub(crate) fn only(problems: Vec<Problem>) -> Found {
    let told: Vec<String> = problems.iter().map(Problem::to_string).collect();
    let [problem] = problems.as_slice() else { panic!("wrong in one way, told {} times: {told:#?}", told.len()) };
    Found(problem.clone())
}

/// One problem, to be compared with what an editor should read.
pub(crate) struct Found(pub(crate) Problem);

impl Found {
    #[track_caller]
    pub(crate) fn at(self, file: &str, line: impl Into<Option<usize>>, field: &str) -> Self {
        let Found(problem) = &self;
        let field = Some(field.to_owned()).filter(|field| !field.is_empty());
        assert_eq!((problem.file.as_str(), problem.line, &problem.field), (file, line.into(), &field), "{problem}");
        self
    }

    #[track_caller]
    pub(crate) fn of(self, kind: Kind) -> Self {
        assert_eq!(self.0.kind, kind, "{}", self.0);
        self
    }

    #[track_caller]
    pub(crate) fn says(self, part: &str) {
        assert!(self.0.message.contains(part), "{} does not say {part:?}", self.0);
    }
}
