"""The plain pages, and the words of the home page and the list of campaigns."""

from home.content.written import Written, cards, join, say, strengths, text

HOME = {
    "title": "Stop the Violence",
    "summary": "Find someone to talk to in Lewisham, learn what keeps young people safe, and help to write the plan.",
    "hero_title": "Violence is preventable. Support is close by.",
    "hero_lead": "Find someone to talk to, learn what keeps young people safe, and help Lewisham write its plan for "
    "the next 3, 5 and 10 years.",
    "messages_title": "Five things young people asked us to talk about",
    "messages_lead": "These came from children in Lewisham. Each has a short guide, words to start a conversation, and "
    "where to get help.",
    "questions_title": "Three big questions",
    "questions_lead": "",
}

# The situations under the search box: code of the need, shorter words.
HOME_NEEDS = [
    ("talk-today", "Talk to someone today"),
    ("worried-child", "Worried about a child"),
    ("hurt-at-home", "Abuse at home"),
    ("exploited", "Gangs and county lines"),
    ("safe-place", "Safe places near me"),
]

HOME_DOING = [
    cards(
        (
            "We listen",
            "People who live here are trained to lead conversations. What is said goes into the plan.",
            "Join a conversation",
            "/conversations/",
        ),
        (
            "We train trusted adults",
            "Champions are adults whom young people can turn to. A workshop takes about four hours.",
            "Become a champion",
            "/workshops/",
        ),
        (
            "We say what we will do",
            "You can follow each promise back to what people told us.",
            "Our strategy",
            "/strategy/",
        ),
        (
            "We look at the causes",
            "We treat violence as a matter of health: find the causes, and act on them together.",
            "Our approach",
            "/approach/",
        ),
        heading="What we are doing",
    ),
]

UPDATES = Written(
    slug="updates",
    title="Updates",
    summary="What we say when something has happened that people are talking about.",
    closing="You do not have to carry this alone. Somebody will listen, today and at night.",
)

HUBS = Written(
    slug="hubs",
    title="Talk to a person",
    summary="Places where you can walk in and talk to an adult who listens. You need no appointment.",
    body=[
        text(
            "Community champions are adults whom people trust. You find them at these hubs. We never give out "
            "anybody’s own number, so that they are safe too.",
            "You choose what you tell, and you can leave at any time.",
        )
    ],
)
CAMPAIGNS = Written(
    slug="campaigns",
    title="Stop the Violence",
    summary="Things to read, share and put up, so that more people know what helps.",
    body=[
        text(
            "The campaign is about what we can all do. It blames nobody, and it shows no knives. You can copy our "
            "words for your school, shop or group.",
        ),
        cards(
            ("Five messages", "What young people asked us to talk about.", "The five messages", "/messages/"),
            ("Find support", "People near you who can help.", "Find support", "/find-support/"),
            ("Our approach", "Why violence can be prevented.", "Our approach", "/approach/"),
            heading="All year round",
        ),
    ],
    closing="One talk can change how somebody’s day goes. You can start one.",
    button=("Become a champion", "/workshops/"),
)

PROMISE = Written(
    slug="our-promise",
    title="Our promise",
    summary="By working together we can make sure that everyone lives free from the threat of violence.",
    body=[
        text(
            "A promise has more than one side. This is what each of us does. It is a draft, and it will be agreed with "
            "people who live here.",
            "## What the council and its partners do",
            [
                "Think about violence in every big choice",
                "Listen first, and show what came of it",
                "Fund what works, and stop what does not",
                "Treat everyone fairly, and look hard at our own bias",
            ],
            "## What local groups do",
            [
                "Bring people together in places that they trust",
                "Say when we are not the right people to help, and who would be",
                "Share what they know works",
            ],
            "## What each of us can do",
            [
                "Speak up kindly when something is not OK",
                "Be an adult whom a young person can turn to",
                "Drop labels that hurt",
                "Ask for help when we need it",
            ],
        ),
        join("Make it yours", "Champions agree to a short promise of their own.", "Become a champion", "/workshops/"),
    ],
    closing="We will not always get it right. When we do not, we will say so and try again.",
    button=("Join a conversation", "/conversations/"),
)

LANGUAGES = Written(
    slug="languages",
    title="Languages and formats",
    summary="How to get this site in another language, in large print, or read aloud.",
    body=[
        text(
            "## Other languages",
            "These pages are in English for now. People will put them into other languages, and a second person will "
            "check each one. We do not let a machine do the pages that keep you safe.",
            "Many help lines can bring in somebody who speaks your language. Say in English: “interpreter, please”, "
            "and the name of your language. In the list of services you can see which languages each one speaks.",
            "## Sign language",
            "For emergencies there is the 999 BSL app, which is free, day and night.",
            "## Easier to read",
            [
                "To make the text larger, hold Ctrl (or Cmd) and press +. On a phone, spread two fingers.",
                "To hear a page, use the reader in your phone: VoiceOver on an iPhone, TalkBack on Android.",
                "To print a page, use your browser’s menu. The print has no logo and no large headings.",
            ],
            "There is no Easy Read version yet. We want one for the ten pages that matter most.",
        ),
        say(("Interpreter, please. I speak Somali.", "On the phone, to any service"), heading="Words to use"),
    ],
    closing="You have a right to be understood. Ask, and ask again if you need to.",
)

CONTACT = Written(
    slug="contact",
    title="Contact",
    summary="How to reach the team. This is not for emergencies.",
    body=[
        text(
            '<strong>In danger? Ring <a href="tel:999">999</a>.</strong> Nobody reads messages to this team at night '
            'or at weekends. For a worry about a child or an adult, see <a href="/safety/">staying safe</a>.',
            "## The team",
            "<strong>To be filled in before launch.</strong> The email address and telephone number of the team are "
            "not agreed yet.",
            "## What we can help with",
            [
                "A wrong number or an old entry in the list of services",
                "Workshops, and becoming a champion",
                "Something on this site that does not work for you",
                "What we keep about you",
            ],
        ),
        strengths("We like to hear what works", "If somebody helped you, or a page was useful, tell us that too."),
    ],
    closing="We read what you send in office hours, and we answer.",
)

PAGES = [PROMISE, LANGUAGES, CONTACT]
