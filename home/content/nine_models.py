"""The nine models and approaches of the appendix of seed 003. Its links are from 2019 and are left out."""

from home.blocks.teaching import RESTORATIVE_QUESTIONS
from home.content.written import Written, cards, say, strengths, text

INDEX = Written(
    slug="models",
    title="Nine models we work with",
    summary="Ideas from research that help people to feel safe, to heal and to change.",
    body=[
        text(
            "People who work with children use many ideas. These nine are the ones that the partnership named. Some "
            "are for everybody. Some are background for people who do this work.",
        ),
    ],
    closing="You do not need to be trained to be kind, to listen and to stay. That is where all nine begin.",
    button=("Become a champion", "/workshops/"),
)

CONTEXT = Written(
    slug="contextual-safeguarding",
    title="Contextual safeguarding",
    summary="Keeping young people safe in all the places they go, and not only at home.",
    body=[
        text(
            "As children grow up, they spend more time away from home: at school, in parks, on buses, online. Friends "
            "and places shape them. So it is not enough to look at the family alone.",
            "If a child is hurt in a stairwell, we should make the stairwell safe. We should not just tell the child "
            "to stay away.",
            "## What it looks like here",
            [
                "We ask young people which places feel good, and which do not.",
                "We talk to the people who run those places, such as shops, schools and bus firms.",
                "We change the place, and then we ask again.",
            ],
        ),
    ],
    closing="A place can become safe. Often the people who use it know how.",
    button=("A safer place and space", "/approach/questions/safer-place-and-space/"),
    fields={"kind": "model"},
)

NURTURE = Written(
    slug="nurture",
    title="Nurture",
    summary="Some children do not get all they need at home. School can help to make up for it.",
    body=[
        text(
            "Every child needs to feel safe before they can learn. Some have missed out on that. Nurture gives them a "
            "small, calm group with adults who stay the same.",
            "## Six ideas",
            [
                "Each child learns from where they are, and not from where they “should” be.",
                "The classroom is a safe base.",
                "Being cared for helps a child to feel well.",
                "Words matter: they help children to say how they feel.",
                "All behaviour tells us something.",
                "Change is hard for children, so we help them through it.",
            ],
        ),
    ],
    closing="It is never too late to feel cared for. Small, steady kindness adds up.",
    button=("Help for parents", "/find-support/?need=parent-help"),
    fields={"kind": "model"},
)

THRIVE = Written(
    slug="five-to-thrive",
    title="5 to thrive",
    summary="Five everyday things that help a baby’s brain to grow.",
    body=[
        strengths(
            "You are doing a lot already",
            "Each smile and each song builds your child’s brain. You do not need toys or money for it.",
        ),
        (
            "five_to_thrive",
            {
                "heading": "Five things for every day",
                "cards": [
                    {"activity": "Respond", "text": "Look, smile and answer when your baby makes a sound."},
                    {"activity": "Cuddle", "text": "Hold your child close. It helps both of you to feel safe."},
                    {"activity": "Relax", "text": "Be calm together. Breathe slowly. A calm adult makes a calm child."},
                    {"activity": "Play", "text": "Copy faces, roll a ball, bang a pan. Let your child lead."},
                    {"activity": "Talk", "text": "Say what you see and do. Sing. Any language is good."},
                ],
            },
        ),
        text(
            "If you are too tired or too sad to do these, that happens to many parents. It is not your fault. "
            "Ask for help for you."
        ),
    ],
    closing="Nobody is a perfect parent. A bit of each of the five, on most days, is plenty.",
    button=("Help for parents", "/find-support/?need=parent-help"),
    fields={"kind": "model"},
)

ACES = Written(
    slug="adverse-childhood-experiences",
    title="Adverse Childhood Experiences (ACEs)",
    summary="Hard things in childhood can leave a mark for years. Safe adults can help it to heal.",
    body=[
        strengths(
            "The most useful thing to know",
            "What has been learnt in fear can be changed in safety. One steady, caring adult can do a great deal.",
        ),
        text(
            "ACEs are very hard things that happen to a child before the age of 18. A child may be hurt, or not cared "
            "for. A parent may be ill, or may drink or take drugs. There may be violence, or never enough money.",
            "When fear lasts long, and no adult helps, a child’s body stays on alert. Over time that can harm the "
            "brain and the body. It can make it harder to trust, to learn and to stay calm.",
            "## What it does not mean",
            "It is not your fate. Many people who had a hard childhood live good lives. There is no test on this "
            "site, and nobody here will give you a score. A score cannot tell what will become of a person.",
            "## What helps",
            [
                "Stop the harm early, by helping parents with what they need.",
                "Give children safe, steady and loving places.",
                "Teach ways to calm down, to make friends, and to ask for help.",
            ],
        ),
    ],
    closing="The past is part of you, and it does not decide what you become. Help works at any age.",
    fields={"kind": "model"},
)

TRAUMA = Written(
    slug="trauma-informed",
    title="Trauma-informed",
    summary="Ask what happened to a person, and not what is wrong with them.",
    body=[
        text(
            "Trauma is a wound of the mind. It comes when something is too scary to cope with. After it, the body may "
            "be quick to fight or to run. That makes it hard to stop and think first.",
            "A team that is trauma-informed knows this. It works so that people feel safe. It does not add new hurt.",
            "## Four parts",
            [
                "Know how common it is. The person in front of you may have been through it.",
                "See the signs, in the people you help and in your own team.",
                "Use what you know, in each rule, room and letter.",
                "Take care not to hurt people again.",
            ],
            "## It is for staff too",
            "People who hear hard stories carry them home. They need time, rest and someone to talk to. A team that is "
            "well looked after does better work.",
        ),
    ],
    closing="Feeling safe is the first step to healing. Anyone can help to give that to someone.",
    button=("What shock and fear do", "/approach/shock-and-fear/"),
    fields={"kind": "model"},
)

RESTORATIVE = Written(
    slug="restorative-approaches",
    title="Restorative approaches",
    summary="When there has been harm, bring people to talk about it and put it right.",
    body=[
        text(
            "Blame and shame shut people down. Then nobody learns, and the hurt stays. Restorative work asks in "
            "another way. It looks at what happened, who was hurt, and what they need now.",
            "It can be used for a row in class, a quarrel between neighbours, or after a crime. Nobody is made to take "
            "part. Someone with training helps.",
        ),
        (
            "restorative_questions",
            {"heading": "Six questions to put things right", "questions": list(RESTORATIVE_QUESTIONS)},
        ),
        text(
            "## When not to use it",
            "Do not use these questions between two people when one controls or abuses the other. There, they can "
            "make things worse. Talk to a trained service first.",
        ),
    ],
    closing="Most people want to put things right when they get a fair chance. Start by listening.",
    button=("Become a champion", "/workshops/"),
    fields={"kind": "model"},
)

MINDSET = Written(
    slug="growth-mindset",
    title="Growth mindset",
    summary="We can all change and get better at things, by trying and by learning.",
    body=[
        text(
            "Some people think you are born clever or you are not, good or bad. Growth mindset says something else: "
            "what you can do grows with effort, good help and time.",
            "So praise matters, and so does what we praise. “You kept going” helps more than “you are so clever”. It "
            "tells a child that they can do something about it.",
        ),
        say(
            ("You have not got it yet. What could you try next?", "To a child who wants to give up"),
            ("I saw how hard you worked on that.", "To anyone"),
            ("I got that wrong. I will try again.", "To show how it is done"),
        ),
        text(
            "Effort is not all. It is hard to grow when you are hungry, scared or treated unfairly. Those things need "
            "to change as well.",
        ),
    ],
    closing="Not yet is a hopeful thing to say. It leaves the door open.",
    fields={"kind": "model"},
)

ATTACHMENT = Written(
    slug="attachment-theory",
    title="Attachment theory",
    summary="How the bond with those who first cared for us shapes the way we trust.",
    body=[
        text(
            "Babies need someone who comes when they cry. If that goes well, they learn that people can be trusted. If "
            "it does not, they may cling, push people away, or do both.",
            "These first bonds shape how we feel about others later on. They can mend. New, steady bonds help, with a "
            "carer, a teacher, a mentor or a partner.",
            "## Use it with care",
            "This is a theory for people with a lot of training. It lies behind other models, such as Nurture and 5 "
            "to thrive. It is not for putting a label on a child or a parent.",
        ),
    ],
    closing="Trust can be learnt late. It grows when somebody keeps turning up.",
    button=("5 to thrive", "/approach/models/five-to-thrive/"),
    fields={"kind": "model", "for_practitioners": True},
)

PLACES = Written(
    slug="thriving-places",
    title="Thriving places",
    summary="Start with what is good in a place, and build on it with the people who live there.",
    body=[
        text(
            "Thriving places began in Glasgow. Some parts of that city needed more help. So services and people who "
            "live there sat down and made a plan for each place.",
            "They did not start with a list of faults. They asked what was there: skills, halls, gardens, clubs, "
            "people who get things done. Then they worked out how to use it better.",
        ),
        cards(
            ("Tell us what is good", "Every plan starts with what works.", "Join a conversation", "/conversations/"),
            ("Be part of it", "Four hours of training for any adult.", "See the workshops", "/workshops/"),
            heading="In Lewisham",
        ),
    ],
    closing="Your street has more going for it than you may think. Name one good thing, and build on it.",
    button=("Join a conversation", "/conversations/"),
    fields={"kind": "model"},
)

PAGES = [CONTEXT, NURTURE, THRIVE, ACES, TRAUMA, RESTORATIVE, MINDSET, ATTACHMENT, PLACES]
