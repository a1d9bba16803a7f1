"""Three toolkits for organisations: a page each, and the same words as a file to print (seeds 001 and 004).

None of them takes in anything about a person. What a group writes stays on the group's own paper.
"""

from dataclasses import dataclass

from home.content.written import Block, Written, note, steps, text


@dataclass(frozen=True)
class Guide:
    """A toolkit: what it is for, what is needed, what to do in order, what to ask, and what never to do."""

    slug: str
    title: str
    summary: str
    intro: list[str]
    do: list[str]
    parts: list[tuple[str, list[str]]]
    never: list[str]

    def body(self) -> list[Block]:
        asked = [piece for heading, questions in self.parts for piece in (f"## {heading}", questions)]
        file = f'<a href="/guides/{self.slug}.pdf">The same to print (PDF)</a>'
        return [
            text(*self.intro, file),
            steps(*self.do, heading="What to do"),
            text(*asked, "## Please never", self.never),
        ]


SAFETY_MAPPING = Guide(
    slug="safety-mapping",
    title="Map what feels safe",
    summary="An hour with a class or a youth group: what feels good, what does not, and what would help.",
    intro=[
        "Young people know their streets best. This hour helps them to say what makes a place feel good or bad.",
        "You need large paper, pens in two colours and two adults whom the group trusts. Draw kinds of places, such as "
        "a bus stop or a park. Do not use a real map with pins.",
    ],
    do=[
        "Say what the hour is for, who will see the paper, and that nobody has to speak.",
        "Write the kinds of places that the group goes to: home, street, school, bus, park, shops, online, youth club.",
        "Start with what is good. Where do you feel at ease, and what makes it so?",
        "Then ask where it feels less safe, and at what time of day.",
        "Ask what one change would help most, and who could make it.",
        "Thank them. Say what happens next, and by when they will hear.",
    ],
    parts=[
        ("Questions to ask", [
            "What is there already that helps, such as light, people or a friendly shop?",
            "Whom could you go to there?",
            "Does it feel the same for everybody? For whom is it different?",
            "What would you change first?",
        ]),
        ("Write down", [
            "The kind of place, never the place itself.",
            "The part of the borough, never a street.",
            "What helps, and what would help.",
        ]),
    ],
    never=[
        "Do not ask what happened to anybody. If somebody tells you, stop, listen and follow your own safety rules.",
        "Do not write a name, a street or a group.",
        "Do not publish a map of places that feel bad. It hurts the people who live there.",
    ],
)  # fmt: skip

BLIND_TESTING = Guide(
    slug="blind-testing",
    title="Test how we decide",
    summary="Two teams decide on the same made-up story, told with one thing changed. Then they compare, and learn.",
    intro=[
        "Everybody has bias that they do not notice. It is nobody’s fault, and we can guard against it.",
        "In this exercise, people decide on a made-up story. Some get it with one name, and some with another. Nobody "
        "knows what was changed until the end.",
    ],
    do=[
        "Make up a story of half a page. It must not be like a real one that your team knows.",
        "Change one thing in the second copy: a name, an age, a street, or whether it is a boy or a girl.",
        "Give each person one copy. They decide alone what help to offer, and write down why.",
        "Count the answers for each copy. With fewer than eight people for each, talk about it and do not count.",
        "Look at the differences together. Ask what in the story led you there.",
        "Choose one change to how you decide, and look again in six months.",
    ],
    parts=[
        ("Questions to ask", [
            "What did I see first? What did I guess?",
            "Which words did I use, and would I say them to the young person?",
            "Did I look for strengths before I looked for danger?",
            "What would have made me decide in another way?",
        ]),
        ("Guards that help", [
            "Decide on the same questions, in the same order, for everybody.",
            "Let a second person decide without knowing what the first one chose.",
            "Leave out name and street where they do not matter.",
        ]),
    ],
    never=[
        "Do not use a real case, or bits of one. People know each other.",
        "Do not keep who answered what.",
        "Do not use it to judge one worker. It is about how we all decide.",
    ],
)  # fmt: skip

SELF_CHECK = Guide(
    slug="self-check",
    title="Check how we work",
    summary="Six questions for a team about its own work. It takes an hour, twice a year.",
    intro=[
        "The partnership works by six principles. Here they are as questions. Ask them about your own place.",
        "Answer each one with “yes”, “partly” or “not yet”. Then choose one to work on. There is no mark to reach.",
    ],
    do=[
        "Ask people who come to you, and people who work with you. They see different things.",
        "Answer alone first, and then compare.",
        "Start with what is going well, and say why.",
        "Choose one thing to change, who does it, and by when.",
        "Tell the people who helped you what came of it.",
    ],
    parts=[
        ("Safety", ["Can people feel calm here, and leave when they want to?", "Do they know what will not happen?"]),
        ("Trust", ["Do we say what we do with what we hear?", "Do we do what we said we would?"]),
        ("Choice", ["Can people say no, skip a question, or ask for somebody else?"]),
        ("Working together", ["Do we decide with people, or for them?"]),
        ("Strengths", ["Do we ask what is going well before we ask what is wrong?"]),
        ("Voice and fairness", ["Who is not here, and why?", "What do we take for granted about people?"]),
    ],
    never=["Do not write about one person.", "Do not use the answers to rank teams."],
)

GUIDES = [SAFETY_MAPPING, BLIND_TESTING, SELF_CHECK]

INDEX = Written(
    slug="toolkits",
    title="Toolkits for teams",
    summary="Three exercises to do with a group. Each is a page, and a file to print.",
    body=[
        text("They are for schools, youth groups and teams. Use them, change them, and tell us how it went."),
        note("Talking about what feels safe can bring back bad memories. Have somebody there to talk to."),
    ],
    closing="A team that asks itself questions gets better. You can start with one.",
    button=("Become a champion", "/workshops/"),
)

PAGES = [
    Written(
        slug=guide.slug, title=guide.title, summary=guide.summary, body=guide.body(),
        closing="You know your place best. What you learn can help others, so please share it.",
        fields={"kind": "guide"},
    )
    for guide in GUIDES
]  # fmt: skip
