"""The eight strands of work (seed 003)."""

from home.content.written import Written, join, steps, text

INDEX = Written(
    slug="strands",
    title="Eight strands of work",
    summary="What the partnership set out to do, strand by strand.",
    body=[
        text(
            "The plan of May 2019 named eight strands. Each page says what the strand is for. Where we do not know how "
            "far it has come, we say so.",
        ),
    ],
    closing="Plans are only as good as what people do. There is a part for you in this one.",
    button=("Our strategy", "/strategy/"),
)

# What we can honestly say about progress until the council fills it in.
UNKNOWN = "How far this has come since the plan of 2019 has not been checked yet."

CONVERSATIONS = Written(
    slug="community-conversations",
    title="Community conversations",
    summary="People across Lewisham talk about violence, and about what would help.",
    body=[
        text(
            "The council and the police cannot do this alone. So we talk, and keep talking, all over the borough. This "
            "is not a meeting where you ask and we reply. People think things through with each other, and look for "
            "ways forward.",
            "The plan is to train thirty people who live here to lead. They write down what was said, with no names. "
            "What comes up again and again goes into a plan for the next 3, 5 and 10 years.",
        ),
        steps(
            "A group meets in a place that it knows.",
            "Somebody with training helps everybody to be heard.",
            "The ideas are written down, without names.",
            "The group hears what came of them.",
        ),
    ],
    closing="What you say can shape the plan. You do not need to be an expert.",
    button=("Join a conversation", "/conversations/"),
    fields={"kind": "strand"},
)

REVIEWS = Written(
    slug="reviews-of-services",
    title="Reviews of services",
    summary="We look at help that exists, and ask the people who used it if it works.",
    body=[
        text(
            "Many services can help to prevent violence. We look at them one by one, and ask what to keep and what to "
            "change. The plan names these:",
            [
                "early help for families",
                "the youth justice service",
                "the violence reduction team",
                "being excluded from school",
                "help for women and girls who face violence",
                "mental health, for children and young people too",
            ],
            UNKNOWN,
        ),
    ],
    closing="If you have used a service, you know things that we do not. Tell us.",
    button=("Join a conversation", "/conversations/"),
    fields={"kind": "strand"},
)

LEARNING = Written(
    slug="learning-from-deaths",
    title="Learning from deaths and serious harm",
    summary="When the worst has happened, we ask what we can learn, with care for those who grieve.",
    body=[
        text(
            "The council set out to look at deaths and very serious violence in 2017 and 2018. The aim was to learn "
            "and not to blame. It asks what came before, and where somebody could have helped.",
            "We will never tell a person’s story here in a way that family or friends could know them by. Families "
            "are asked first.",
            UNKNOWN,
        ),
    ],
    closing="If you have lost somebody, there are people who will walk with you for as long as it takes.",
    button=("Help after a death", "/find-support/?need=bereaved"),
    fields={"kind": "strand", "about_abuse": True},
)

NEEDS = Written(
    slug="needs-and-results",
    title="Knowing what is needed, and what works",
    summary="Each year we look at what is going on, and at whether things get better.",
    body=[
        text(
            "This strand has two parts. A needs assessment looks at harm across the borough. It helps to decide what "
            "comes first. A set of measures shows if what we do makes a change.",
            "We use numbers, and we use what people say. A number alone can mislead, and so can one story.",
            UNKNOWN,
        ),
        join(
            "What do people say?",
            "The strategy shows which ideas came up, and how often.",
            "Our strategy",
            "/strategy/",
        ),
    ],
    closing="Being honest about what works is how things get better.",
    button=("Our strategy", "/strategy/"),
    fields={"kind": "strand"},
)

EVIDENCE = Written(
    slug="evidence-group",
    title="Evidence working group",
    summary="A group that looks closely at local facts and at research.",
    body=[
        text(
            "To prevent something, you need to know how it works. This group looks at facts from all sides: health, "
            "schools, police, and what people say. It asks what has helped in other places, and how sure we can be.",
            "It also takes care that facts are used fairly. They should never be used to guess what one person "
            "will do.",
            UNKNOWN,
        ),
    ],
    closing="Good facts, used kindly, help people. We share what we find.",
    button=("Step 4: share", "/approach/steps/share/"),
    fields={"kind": "strand"},
)

WORKFORCE = Written(
    slug="looking-after-staff",
    title="Looking after those who do this work",
    summary="People who help others need time, training and care as well.",
    body=[
        text(
            "The plan calls staff its most valuable resource. Hearing hard stories each day wears people down. So "
            "teams need training, time to talk, and a way to rest.",
            "We want all teams to share the same ideas and the same words. Then a person hears one thing, and not "
            "five.",
            "## What helps a team",
            [
                "A regular talk with someone who is trained to listen",
                "A manager who asks how you are, and means it",
                "Less blame when things go wrong, and more learning",
                "Rest after a hard day",
            ],
        ),
    ],
    closing="Looking after yourself is part of the job. You cannot pour from an empty cup.",
    button=("Trauma-informed", "/approach/models/trauma-informed/"),
    fields={"kind": "strand"},
)

YOUTH = Written(
    slug="youth-panel",
    title="Youth Panel",
    summary="Young people tell us what life is like, and help us to make things better.",
    body=[
        text(
            "Adults guess what young people need. Young people know. The panel brings what they have lived through, "
            "and looks at our plans before they are done.",
            "Those who have used a service can say what it was like. We should listen most to them.",
            "## How to take part",
            "If you are under 18, please do it through a youth club, school or group that you trust. We do not take "
            "names or details from young people on this site.",
            UNKNOWN,
        ),
    ],
    closing="Young people named the five things that we talk about. What you say counts.",
    button=("See the five things", "/messages/"),
    fields={"kind": "strand"},
)

BOARD = Written(
    slug="violence-reduction-board",
    title="Setting up a Violence Reduction Board",
    summary="A board that keeps this work in mind when the council makes choices.",
    body=[
        text(
            "Choices about homes, parks, shops and schools can make a place safer or less safe. A board of leading "
            "councillors and officers makes sure that somebody asks about it each time.",
            '<a href="/approach/the-board/">Read who was to sit on the board, and what it does</a>.',
            UNKNOWN,
        ),
    ],
    closing="Good choices at the top make life easier on the ground. You can help to shape them.",
    button=("Join a conversation", "/conversations/"),
    fields={"kind": "strand"},
)

PAGES = [CONVERSATIONS, REVIEWS, LEARNING, NEEDS, EVIDENCE, WORKFORCE, YOUTH, BOARD]
