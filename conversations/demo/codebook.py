"""The demonstration's codebook and draft strategy. Aims and actions are the partnership's (seeds 003, 004)."""

# ruff: noqa: E501 - one line for each thing that is said

# code, name, what it does, level, in plain words
THEMES = [
    ("after-six", "Somewhere to go after six", "protective", "community", "Warm, free places to be in the evening, with people one trusts."),
    ("trusted-adults", "Trusted adults", "protective", "relationships", "Grown-ups who listen, stay for years and do not panic."),
    ("neighbours", "Neighbours who know each other", "protective", "community", "Streets and blocks where people look out for each other."),
    ("belonging", "Faith, culture and belonging", "protective", "community", "Being part of something, and being welcome as one is."),
    ("healing", "Time and help to heal", "protective", "individual", "Support after loss and hurt, soon, and for as long as it takes."),
    ("family", "Life at home", "both", "relationships", "What happens in families, and help for parents and carers early on."),
    ("school", "Staying part of school", "both", "community", "Belonging at school, and what happens when a child is sent out."),
    ("police-trust", "Trust in the police", "both", "society", "Whether people ring, are listened to and are treated fairly."),
    ("getting-home", "Getting home safely", "risk", "community", "Journeys, stops and stations, above all after school and after dark."),
    ("online", "What happens online", "risk", "relationships", "Arguments, films and offers that reach people by phone."),
    ("being-judged", "Being judged", "risk", "society", "Being treated by how one looks, speaks or where one lives."),
    ("money-and-work", "Money, debt and first jobs", "risk", "society", "Pressure from lack of money, small debts and too few first jobs."),
    ("housing", "Housing", "risk", "society", "Crowded homes, many moves and long waits."),
    ("lights-and-streets", "Lights and streets", "both", "community", "Whether streets and parks are lit, mended and looked after."),
    ("cameras", "Cameras and patrols", "both", "society", "More or fewer cameras and patrols: people saw it differently."),
    ("tougher-rules", "Tougher rules", "both", "society", "Stricter or less strict punishment: people saw it differently."),
    ("none-of-these", "None of these", "reserved", "", "It was said, and no theme fits it."),
    ("cannot-tell", "Cannot tell", "reserved", "", "One cannot make out what was meant."),
]  # fmt: skip

# Seed 003, word for word.
AIMS = [
    ("reduce-violence", "Reduce the impact and level of actual violence across Lewisham."),
    ("causes", "Identify the causes of violence in Lewisham, and act to deliver short and longer term reductions."),
    ("listen", "Listen and work with communities to build on their strengths and deliver solutions together."),
    ("learning", "Create a learning environment for continuous improvement."),
    ("wider-outcomes", "Impact positively on wider social, economic and health outcomes for our residents."),
]

PRIORITIES: list[dict] = [
    {
        "slug": "somewhere-safe-after-six", "title": "Somewhere safe to go after six, in every ward",
        "summary": "Warm, free places in the evening, run with the people who use them.", "aim": "listen",
        "understood": "Evenings are when young people are most on their own.",
        "root_cause": "Places closed one by one over the years. The journey home feels unsafe in the dark.",
        "strength": "Faith halls, gyms, libraries and shops already keep their doors open for young people.",
        "in_three_years": "A place open until ten in eight wards, led by local groups.",
        "in_five_years": "A place in every ward, paid for.",
        "in_ten_years": "Places that young people run themselves.",
        "owner_role": "Head of Public Protection",
        "themes": {"after-six": "asked_for", "getting-home": "supports", "lights-and-streets": "supports"},
    },
    {
        "slug": "a-trusted-adult-for-every-young-person", "title": "A trusted adult for every young person",
        "summary": "People who listen, stay, and know whom to ask for help.", "aim": "listen",
        "understood": "Nearly everybody could name one adult who made the difference. Some could name none.",
        "root_cause": "Adults with enough time are few, and paid posts end after a year.",
        "strength": "Barbers, coaches, aunties, dinner ladies and faith leaders are doing this already.",
        "in_three_years": "Trusted adults trained in every ward, in shops, schools and clubs.",
        "in_five_years": "Youth work that is paid for at least five years at a time.",
        "in_ten_years": "No young person who says “there is nobody I could tell”.",
        "owner_role": "Director of Children and Young People’s Services",
        "themes": {"trusted-adults": "asked_for", "neighbours": "supports", "belonging": "supports"},
    },
    {
        "slug": "keep-every-child-part-of-school", "title": "Keep every child part of school",
        "summary": "Belonging first. A plan the same afternoon when things go wrong.", "aim": "causes",
        "understood": "Being sent out again and again was heard as the start of many stories.",
        "root_cause": "Children who feel that they belong nowhere look for belonging elsewhere.",
        "strength": "Schools that greet, ring home with good news and put things right by talking.",
        "in_three_years": "Restorative meetings before any exclusion, in half of our schools.",
        "in_five_years": "The same in every school.",
        "in_ten_years": "No child out of school without somebody beside them.",
        "owner_role": "Director of Education",
        "themes": {"school": "answers"},
    },
    {
        "slug": "fairness-that-people-can-feel", "title": "Fairness that people can feel",
        "summary": "Being treated as a person first, by the council, by schools and by the police.", "aim": "learning",
        "understood": "Trust was lost in small moments, and people told us how it could be won back in small ones.",
        "root_cause": "People who are treated as a problem for long enough stop trusting anyone.",
        "strength": "Residents still come to meetings, and some officers and teachers are known by name.",
        "in_three_years": "Bias training in schools and services, and figures on stops read together four times a year.",
        "in_five_years": "Decisions checked with the names covered up.",
        "in_ten_years": "Equal trust in every part of the borough.",
        "owner_role": "Borough Commander, with the Head of Public Protection",
        "themes": {"police-trust": "answers", "being-judged": "asked_for", "cameras": "questions"},
    },
    {
        "slug": "families-helped-early", "title": "Families helped early, and time to heal",
        "summary": "Help before a crisis, and support that lasts after one.", "aim": "wider-outcomes",
        "understood": "Pressure at home and hurt that nobody looked after were the deepest causes that people named.",
        "root_cause": "Families under pressure for years: money, time and worry. Hurt gets passed on.",
        "strength": "Mothers’ circles, grandparents, children’s centres and choirs hold people together.",
        "in_three_years": "Somebody to talk to within a week, for a whole street, after something bad happens.",
        "in_five_years": "One person for a family, not nine.",
        "in_ten_years": "Children who start school feeling safe at home, everywhere.",
        "owner_role": "Director of Public Health",
        "themes": {"family": "asked_for", "healing": "answers", "money-and-work": "supports", "online": "supports", "housing": "supports"},
    },
]  # fmt: skip

REASONS = {
    "asked_for": "People asked for this in their own ideas, in many parts of the borough.",
    "supports": "People told us about this as part of the same picture.",
    "questions": "Some people would do something else instead: it was seen differently.",
    "answers": "The promise answers what people said is going wrong.",
}

NOT_TAKEN_FORWARD = {
    "cameras": "people were split, and cameras and patrols are decided elsewhere. We passed on what was said to those who decide, and we put people before cameras: see “Somewhere safe to go after six”.",
    "tougher-rules": "laws and sentences are made by Parliament, not in the borough. People also saw it differently. We work on what leads to harm instead.",
}

# The fifteen of seed 004 in plain words: code, priority, what, with whom, status, why, months from now.
ACTIONS = [
    ("keep-what-works", 4, "Keep what is working, such as trauma-informed, family-focused and restorative help", "all partners", "under_way", "", 12),
    ("co-design-risk", 3, "Design together with young people how we look at risk", "the Youth Panel", "proposed", "", 9),
    ("local-approaches", 0, "Work beside communities to develop local approaches", "local groups", "under_way", "", 18),
    ("skills-training", 1, "Train people widely: workshops for residents and for practitioners", "champions", "under_way", "", 24),
    ("safety-mapping", 0, "Make safety maps with schools and youth groups", "schools and youth groups", "done", "", -2),
    ("business-partnership", 0, "Grow the work of the Safer Lewisham Business Partnership", "local businesses", "under_way", "", 10),
    ("contextual-safeguarding", 1, "Work with communities to understand what makes places safer", "schools and faith groups", "proposed", "", 14),
    ("safe-spaces", 0, "Design safe spaces together", "young people and shops", "delayed", "Two of the halls need repairs first.", 6),
    ("integration", 1, "Help new and long-standing neighbours to come together as places change", "community groups", "proposed", "", 20),
    ("space-orders", 3, "Use Public Space Protection Orders with care, and explain people’s rights", "the council and the police", "stopped", "People told us that this should wait until young people were asked.", 8),
    ("online-solutions", 4, "Find ways to be safer online", "schools and youth workers", "proposed", "", 16),
    ("bias-in-schools", 2, "Add unconscious bias training to the universal schools programme", "schools", "done", "", -1),
    ("trauma-model", 4, "Help every agency to take up the trauma-informed staff model", "health services, schools and the police", "under_way", "", 15),
    ("blind-testing", 3, "Make a toolkit to check decisions with the names covered up", "all agencies", "proposed", "", 22),
    ("pride-and-belonging", 2, "Help Lewisham’s children to feel pride and belonging", "schools and the Youth Panel", "under_way", "", 30),
]  # fmt: skip
