"""The three big questions, in the partnership's exact words (seed 004), with our words about them."""

from home.content.written import Written, strengths, text

INDEX = Written(
    slug="questions",
    title="Three big questions",
    summary="The partnership asks three questions. It does not have all the answers, and it wants yours.",
    body=[text("Talk about one of them at home, at school or at work. Then bring what you heard to a conversation.")],
    closing="Nobody has to answer all three. One honest thought is a good start.",
    button=("Join a conversation", "/conversations/"),
)

SOCIETY = Written(
    slug="less-violent-society",
    title="How do we become a less violent society?",
    summary="What would have to change, at home and out, for fewer people to be hurt?",
    body=[
        text(
            "Violence hurts the person it is done to, and those who see it. It can happen between young people, "
            "between partners, or in a family. It is not something that we should get used to.",
            "## Things to talk about",
            [
                "What do people around you treat as normal that should not be?",
                "When did somebody calm things down? What did they do?",
                "What would help children to grow up without fear?",
                "What can people who live here do? What must the council and others do?",
            ],
        ),
        strengths("Think of a time", "When did you see somebody choose peace? What made it possible?"),
    ],
    closing="Places have become less violent before. They did it together, and so can we.",
    button=("Join a conversation", "/conversations/"),
    fields={"kind": "question", "question": "less-violent-society"},
)

PLACE = Written(
    slug="safer-place-and-space",
    title="How do we shape a safer place and space?",
    summary="Streets, parks, bus stops and screens: where do people feel safe, and why?",
    body=[
        text(
            "As young people grow up, friends and places matter more and more. The places where they spend time can "
            "keep them safe, or put them at risk. Online is a place too.",
            "## Things to talk about",
            [
                "Where do you feel most at home? What makes it so?",
                "Where do you speed up, or take the long way round? At what time of day?",
                "Who looks after that place? What could they do?",
                "Where could a child walk in and ask for help?",
            ],
        ),
        strengths(
            "Start with what is good", "We do not make maps of bad places. We look for what works, and spread it."
        ),
    ],
    closing="Light, care and friendly faces change a place. Some of that can start this week.",
    button=("Join a conversation", "/conversations/"),
    fields={"kind": "question", "question": "safer-place-and-space"},
)

BIAS = Written(
    slug="negative-bias",
    title="How do we understand and ensure negative bias is reflected upon and protected against?",
    summary="All of us judge others without noticing. How do we see it, and stop it from doing harm?",
    body=[
        text(
            "Everyone has bias: quick ideas about people that we did not choose. It matters most when somebody has "
            "power over you, such as a teacher, a boss or an officer.",
            "Black boys and young Black men have been stopped, charged and locked up far more often than their share. "
            "Reviews for the government have said so for years. That is unfair. The partnership has promised to look "
            "at it, and to change its own part in it.",
            "## Things to talk about",
            [
                "When were you judged before you had said a word?",
                "Whom do you judge too fast? What would slow you down?",
                "Which words make it worse? Which words help?",
                "How can we point it out without shaming somebody?",
            ],
        ),
        strengths(
            "A way to do it",
            [
                "Say what you saw, and do not attack the person.",
                "Stop and check your first thought. Ask a friend what they think.",
                "Ask what your own family or faith taught you about it.",
                "Think of all the ways in which people differ: age, faith, skin colour, body, money, whom they love.",
            ],
        ),
    ],
    closing="We can learn to see our bias. When we do, people are treated as they should be.",
    button=("Join a conversation", "/conversations/"),
    fields={"kind": "question", "question": "negative-bias"},
)

PAGES = [SOCIETY, PLACE, BIAS]
