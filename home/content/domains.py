"""The six domains, in public words (seed 003 says five, and lists six)."""

from home.content.written import Written, help_with, note, strengths, text

INDEX = Written(
    slug="domains",
    title="Six kinds of help",
    summary="From help for everyone to help after harm.",
    body=[
        text(
            "Some help is for all of us, before anything goes wrong. Some is for people at risk. Some is for "
            "afterwards. The list of services on this site uses these six groups.",
        ),
    ],
    closing="Wherever you are in this, there is somebody who can help.",
)

EVERYONE = Written(
    slug="for-everyone",
    title="For everyone",
    summary="Things that keep all of us safer, before anything goes wrong.",
    body=[
        strengths(
            "Already here",
            [
                "Adults who train as champions, so that young people have somebody to turn to",
                "Lessons on staying safe for children in Year 7",
                "Safe Havens: shops and places where a child can step in and ask for help",
                "Shops that agree not to sell knives to children, and to keep them safe",
                "Training for teams on bias that we do not notice in ourselves",
            ],
        ),
        text("These come from the plan of 2019. The list of services says which have been checked, and when."),
    ],
    closing="You do not have to wait for trouble to get involved.",
    button=("Become a champion", "/workshops/"),
    fields={"kind": "domain", "domain": "universal"},
)

EARLY = Written(
    slug="early-years-and-parents",
    title="Early years and parents",
    summary="Help for small children, and for those who bring them up.",
    body=[
        text(
            "The first years shape a child’s brain. A baby who is held, fed and talked to learns that the world is "
            "safe. Parents can do this best when they have help too.",
            "## The kind of help there is",
            [
                "Help with feeding your baby",
                "Family Hubs and children’s centres",
                "A nurse for young mothers having their first baby",
                "Groups and talks for parents",
            ],
        ),
        help_with("parent-help", "Being a parent is hard, and asking is a strong thing to do.", heading="Find help"),
    ],
    closing="Small children do not need perfect parents. They need you, and you need support.",
    button=("5 to thrive", "/approach/models/five-to-thrive/"),
    fields={"kind": "domain", "domain": "early-years"},
)

PROTECTION = Written(
    slug="extra-help-and-protection",
    title="Extra help and protection",
    summary="For children and families who need somebody by their side.",
    body=[
        text(
            "Some people need more than others for a time. They may be low, scared, or on the edge of trouble. Getting "
            "help early works better than waiting.",
            "## The kind of help there is",
            [
                "Someone to talk to online or in person",
                "Mental health care for young people",
                "Help for the whole family, to get through a hard time together",
                "Youth workers in hospital, for young people who were hurt",
                "Help for parents whose child hits or threatens them",
            ],
        ),
        help_with("mental-health", "You can look for help without giving your name.", heading="Find help"),
    ],
    closing="Needing help is not failing. It is how most people get through.",
    fields={"kind": "domain", "domain": "protection"},
)

ESCALATION = Written(
    slug="stopping-things-getting-worse",
    title="Stopping things getting worse",
    summary="When there is danger already, people who know what to do can step in.",
    body=[
        note("This page speaks about abuse at home and about being used by others. You can skip it."),
        text(
            "Things may have gone far: threats, debts, being hurt at home, a child who goes missing. Even then it can "
            "be stopped. It takes people who are trained and who act fast.",
            "## The kind of help there is",
            [
                "Help for women and girls who face violence, and for men too",
                "Groups for mothers and children after abuse at home",
                "Help to get out of county lines",
                "Workers who stand by a young person and their family",
                "Teams that plan together when a child is missing or is being used",
            ],
        ),
        help_with("hurt-at-home", "You choose what happens. Nobody will make you leave.", heading="If it is at home"),
        help_with("exploited", "A debt or a threat is not your fault.", heading="If somebody is using you"),
    ],
    closing="It is never too late to stop. Many people have come through this.",
    fields={"kind": "domain", "domain": "escalation", "about_abuse": True},
)

LAW = Written(
    slug="enforcement-and-the-law",
    title="Enforcement and the law",
    summary="What the police and the courts can do, and what your rights are.",
    body=[
        text(
            "The law is there to protect people. It is one part of this work, next to prevention. The partnership "
            "says that it wants to act against those who drive the violence, and to protect children who are used.",
            "## What there is",
            [
                "Police: 999 when there is danger, 101 or online when there is not",
                "Orders from a court that can keep somebody away from you",
                "Probation and youth justice, which help people to stop",
                "Ways to tell what you know without giving your name",
            ],
            "## Your rights",
            "You can ask why you are being stopped, and you can ask for the officer’s name. You can complain. A group "
            "of local people looks at how stop and search is used in Lewisham.",
            "Some people trust the police less than others do, and they have reasons. Many services on this site are "
            "not run by the police. Each one says when it would tell them.",
        ),
        help_with("legal", "Some give advice for free.", heading="Find advice"),
    ],
    closing="Knowing your rights helps you to feel calm and strong.",
    fields={"kind": "domain", "domain": "enforcement"},
)

RECOVERY = Written(
    slug="recovering-from-harm",
    title="Recovering from harm",
    summary="Help to heal after violence, for you and for those around you.",
    body=[
        strengths(
            "People heal", "With time, and with somebody safe, most people feel better. There is no right speed for it."
        ),
        text(
            "Harm does not stop when the violence stops. People may be jumpy, sad or angry. Those who only saw it can "
            "feel that too. So can a whole street.",
            "## The kind of help there is",
            [
                "Someone to talk to, for as long as you need",
                "Help for families when a loved one was killed",
                "Groups for people who went through the same",
                "Help with money, a home, school or work after a crime",
            ],
        ),
        help_with(
            "bereaved", "Someone will listen, and nobody will rush you.", heading="When a loved one was killed or hurt"
        ),
    ],
    closing="What happened was not your fault. You can feel safe again.",
    button=("What shock and fear do", "/approach/shock-and-fear/"),
    fields={"kind": "domain", "domain": "recovery", "about_abuse": True},
)

PAGES = [EVERYONE, EARLY, PROTECTION, ESCALATION, LAW, RECOVERY]
