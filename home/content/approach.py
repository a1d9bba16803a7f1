"""The approach as a whole: what violence is, the aims, the principles, and how we talk about people."""

from home.content.written import Written, join, note, say, steps, strengths, text

INDEX = Written(
    slug="approach",
    title="Our approach",
    summary="Violence is like an illness that can be prevented. We look for what causes it, and we act together.",
    body=[
        text(
            "Lewisham is a young and lively place, and people here look after each other. We start from that.",
            "We treat violence as a matter of health. That means four things. We find out what is going on. We ask "
            "why. We try what may help. Then we share what works.",
            "We need to prevent violence, and we need the law as well. This site keeps the two apart: pages that help "
            "you are not there to catch anybody.",
            'Each of us has a part in this. <a href="/our-promise/">Read our promise</a>.',
        ),
    ],
    closing="Violence can be stopped. It takes all of us, and there is a part for you.",
    button=("Become a champion", "/workshops/"),
)

VIOLENCE = Written(
    slug="what-violence-is",
    title="What violence is",
    summary="Hurting somebody on purpose, or making them afraid, is violence. It can be prevented.",
    body=[
        text(
            "Violence is when somebody uses strength or power to hurt. They may hurt another person, a group, or "
            "themselves. A threat counts too. So does keeping from somebody what they need to live and grow.",
            "It can happen in the street, at school, at work, online or at home. It can leave marks on the body, and "
            "it can leave marks that nobody sees.",
            "## We look at all of it",
            [
                "Violence between young people, from bullying to serious harm. By young, we mean aged 10 to 29.",
                "Violence by a partner: hitting, forcing, scaring or controlling.",
                "Violence in the family, to children, brothers, sisters or parents.",
                "Harm to an older person by somebody they should be able to trust. Leaving them without care counts.",
                "Sexual violence, and using people to make money.",
            ],
            "## Why it can be prevented",
            "Nobody is born violent. There is more violence where people are poor, where life is unfair, where drink "
            "and drugs do harm, and where children have no safe adult. All of these can be changed.",
            "## The words of the World Health Organization",
            "“the intentional use of physical force or power, threatened or actual, against oneself, another person, "
            "or against a group or community, which either results in or has a high likelihood of resulting in "
            "injury, death, psychological harm, developmental impact, or deprivation”",
        ),
    ],
    closing="Most days, in most places, people are kind to each other. We can make more days like that.",
    fields={"kind": "approach"},
)

AIMS = Written(
    slug="aims",
    title="Our five aims",
    summary="What the partnership wants to change, in five short lines.",
    body=[
        text(
            "Everyone should be able to go about their day without fear. These aims are how we get there.",
            "## 1. Less violence, and less harm from it",
            "We want fewer people to be hurt in Lewisham, and less pain for those who were.",
            "## 2. Know the causes, and act on them",
            "We look for what lies behind violence here. Some things we can change soon. Others take years, and we "
            "start on them now.",
            "## 3. Listen, and build on what is strong",
            "People who live here know a lot. We work with them, and we build on what they already do well.",
            "## 4. Keep learning",
            "We try things, look at what came of them, and say so. If something does not work, we stop it.",
            "## 5. Better lives all round",
            "Safe people learn, work and feel better. So we look at health, homes, school and jobs as well.",
        ),
    ],
    closing="Each aim needs people like you. Tell us what would make your street feel safer.",
    button=("Join a conversation", "/conversations/"),
    fields={"kind": "approach"},
)

PRINCIPLES = Written(
    slug="principles",
    title="Six principles",
    summary="How everyone who works with us should treat people who have been through hard things.",
    body=[
        text(
            "Many people have been hurt or scared. It can change how they think, act and trust. So we work in a way "
            "that does not hurt them again.",
            "## Safety",
            "You should feel safe with us: in your body, in your mind, and as who you are.",
            "## Trust",
            "We tell you the truth about what is going on, and what is likely to happen next.",
            "## Choice",
            "You decide. There is more than one way to get help, and you can say no.",
            "## Voice",
            "We want to hear what you think and feel, in your own words. We show what we did with it.",
            "## Working together",
            "People heal with other people. We make plans with you and not for you.",
            "## Strength",
            "You are good at things. We look for them first, and we build on them.",
        ),
        strengths(
            "A check for any group or team",
            [
                "Does a new person feel safe when they walk in?",
                "Do we say what happens next, and do we keep to it?",
                "Can people choose, and can they change their mind?",
                "Do we ask what people are good at before we ask what is wrong?",
            ],
        ),
    ],
    closing="Being treated well helps people heal. If we get it wrong, tell us, and we will put it right.",
    button=("How to reach us", "/contact/"),
    fields={"kind": "principle"},
)

PEOPLE = Written(
    slug="how-we-talk-about-people",
    title="How we talk about people",
    summary="Labels hurt, and they stick. We say what happened, and we leave out the blame.",
    body=[
        text(
            "Words can shame a person, or help them to stand up. When a child is called bad often enough, they may "
            "start to believe it. So we take care with words, and we ask our partners to do the same.",
            "## What we do",
            [
                "We put the person first: “a person who has used violence”, “people who have been hurt”.",
                "We say what was done to a child, and never that a child chose it.",
                "We start with what is strong, and then come to what is hard.",
                "We do not call places bad. People live there, and they are proud of them.",
                "We name groups as they name themselves, and only when it matters.",
                "We do not sort people into good and bad. Many who hurt others were hurt before.",
            ],
        ),
        say(
            ("He was made to carry drugs.", "In place of “he got involved in dealing”"),
            ("She has been hurt, and she is finding her feet.", "In place of “she is damaged”"),
            ("We have not found a good way to reach them yet.", "In place of “they are hard to reach”"),
            ("The problem is the problem. The child is not.", "When somebody says “a problem child”"),
            heading="Try these words",
        ),
        text(
            "## Pictures",
            "We show no knives, no hoods, no police tape and no blood. They scare people, and they point a finger at "
            "young people who have done nothing.",
        ),
    ],
    closing="Anyone can change the words they use. Pick one label to drop this week, and see what happens.",
    button=("Become a champion", "/workshops/"),
    fields={"kind": "guide"},
)

SHOCK = Written(
    slug="shock-and-fear",
    title="What shock and fear do to your body",
    summary="If you saw or felt violence, your body may act in odd ways. That is normal, and it gets better.",
    body=[
        strengths(
            "You are not broken",
            "Your brain has one big job: to keep you alive. After a shock it works too hard for a while. It can learn "
            "to rest again.",
        ),
        note("This page lists feelings that may come after violence. It does not describe any violence."),
        text(
            "## What you may notice",
            [
                "Your heart races, or you feel sick or shaky.",
                "You are on watch all the time, and a small noise makes you jump.",
                "You get very cross, very fast.",
                "You cannot sleep, or you have bad dreams.",
                "It is hard to think, to remember, or to sit still in class.",
                "You feel nothing at all, or want to be alone.",
                "Pictures of it come back when you do not want them.",
            ],
            "## Why it happens",
            "When there is danger, your body gets ready to fight, to run, or to freeze. You do not choose which. "
            "Thinking slows down, so that you can act fast.",
            "If it happens a lot, the alarm can get stuck. It rings when there is no danger. That can make people "
            "snap, or hide, or stop trusting. It is a wound, and not a bad nature.",
            "## What helps today",
            [
                "Breathe out slowly, and for longer than you breathe in. Do it five times.",
                "Name five things you can see, and four that you can touch.",
                "Drink water, eat something, and move a bit.",
                "Be near somebody who is calm.",
                "Tell one person. You can leave out the details.",
            ],
        ),
        steps(
            "For a few days or weeks, feelings come and go.",
            "For most people they fade, above all with somebody kind close by.",
            "If they last more than a month, or get in the way of your life, ask a doctor, school nurse or help line.",
            heading="What is likely to happen",
        ),
        text("This page has not been read by a clinician yet. It is not a test, and it does not replace a doctor."),
    ],
    closing="Brains heal, and they heal best with people who are safe. One good talk is a start.",
    fields={"kind": "guide"},
)

BOARD = Written(
    slug="the-board",
    title="The Violence Reduction Board",
    summary="A small group at the council that keeps this work at the heart of what the council does.",
    body=[
        text(
            "The partnership’s plan of May 2019 asked for a board of 6 to 10 people. This page gives the roles that "
            "the plan proposed, and no names. It must be checked before launch, because some things have changed "
            "since then.",
            "## Who was to sit on it",
            [
                "The cabinet member for safer communities, who takes the chair",
                "The cabinet member for school performance and children’s services",
                "The cabinet member for health and adult social care",
                "The chief executive",
                "Three executive directors",
                "The head of public protection and safety, and others who are asked to come",
            ],
            "## What it does",
            [
                "It makes sure that violence is thought about in each big choice, such as homes, parks and schools.",
                "It reads what people said in the community conversations.",
                "It asks what works, and it wants to see proof.",
                "It keeps learning, and says what it changed.",
            ],
            "## Who it works with",
            "The Safer Lewisham Partnership joins up the work. The board reports to it. It also works with the boards "
            "for health, for children, for keeping children and adults safe, and for safer neighbourhoods.",
        ),
        join(
            "Read the plan so far", "See what people asked for, and what is being done.", "Our strategy", "/strategy/"
        ),
    ],
    closing="The board can only act on what it hears. You can add your voice.",
    button=("Join a conversation", "/conversations/"),
    fields={"kind": "guide"},
)

PAGES = [VIOLENCE, AIMS, PRINCIPLES, PEOPLE, SHOCK, BOARD]
