"""The four levels at which violence has causes, and can be prevented (seed 003)."""

from home.content.written import Written, strengths, text

INDEX = Written(
    slug="levels",
    title="Four levels",
    summary="Violence has many causes. Some sit in a person’s past, and some in the world around them.",
    body=[
        text(
            "No single thing makes people violent. Causes add up, and they sit at four levels. So do the things that "
            "keep us safe. If we act at one level alone, we miss the rest.",
        ),
    ],
    closing="There is something to do at every level, so there is something that you can do.",
    button=("Become a champion", "/workshops/"),
)

PERSON = Written(
    slug="the-person",
    title="The person",
    summary="What has happened to somebody, and what helps them feel safe.",
    body=[
        strengths("What protects people", ["Being good at something", "Hope, and a plan", "One adult they can trust"]),
        text(
            "## What can raise the risk",
            "A person may have been hurt as a child, or may have seen others hurt. They may have had a blow to the "
            "head, have little money, or drink too much. None of this makes a person bad. Most people who have had a "
            "hard time never hurt anyone.",
            "## What we can do",
            "We can help early, and ask “what happened to you?” We can make sure that help is easy to find. That is "
            "why this site has a list of services that tells you who will know.",
        ),
    ],
    closing="A hard start is not the end of the story. People grow and heal at any age.",
    fields={"kind": "level", "level": "individual"},
)

CLOSE = Written(
    slug="family-and-friends",
    title="Family and friends",
    summary="The people closest to us can put us at risk, and they can keep us safe.",
    body=[
        strengths(
            "What protects people",
            ["A parent who has support too", "Friends who calm things down", "A home without fear"],
        ),
        text(
            "## What can raise the risk",
            "It is harder to stay out of fights when your friends fight. It is hard for children when the adults at "
            "home shout or hit. Stress plays a part: money, noise, illness, no sleep. An older person may be at risk "
            "when the one who cares for them is worn out.",
            "## What we can do",
            "We can help parents before things get bad. We can teach in school what a good relationship is. We can "
            "make sure that someone who is hurt at home can find a safe way to talk.",
        ),
    ],
    closing="Families can change how they treat each other. It often starts with one honest talk.",
    fields={"kind": "level", "level": "relationships"},
)

COMMUNITY = Written(
    slug="the-community",
    title="The community",
    summary="Schools, streets, work and neighbourhoods shape how safe we feel.",
    body=[
        strengths(
            "What protects people",
            [
                "Neighbours who know each other",
                "Places to go after school",
                "Shops where a child can step in and be safe",
            ],
        ),
        text(
            "## What can raise the risk",
            "It is harder where drugs are sold nearby, where people do not know each other, or where many have "
            "too little money. Some places feel unsafe at some times of day. That is about the place, and not about "
            "the people who live there.",
            "## What we can do",
            "We can ask people where they feel safe, and make more places like that. We can train adults whom young "
            "people can turn to. We can back the groups that are already doing good work.",
        ),
    ],
    closing="Every street has people who care. You may be the one that somebody is looking for.",
    button=("Become a champion", "/workshops/"),
    fields={"kind": "level", "level": "community"},
)

SOCIETY = Written(
    slug="wider-society",
    title="Wider society",
    summary="Laws, fairness, money, and what we all treat as normal.",
    body=[
        strengths("What protects people", ["Fair rules, fairly used", "Good schools and homes", "Speaking up early"]),
        text(
            "## What can raise the risk",
            "There is more violence where some have much and others have little. It grows where people think that "
            "hitting is normal, or that men must be hard. It grows when the law does not treat all people the same. "
            "Films, songs and clips play a part, and so does how easy it is to get a weapon.",
            "## What we can do",
            "We can talk about what we treat as normal. We can look at our own bias. We can make sure that the "
            "council thinks about violence when it plans homes, parks and schools. And we can say to those who make "
            "the law what people here have told us.",
        ),
    ],
    closing="What we treat as normal has changed before. It can change again, and it starts with us.",
    button=("Join a conversation", "/conversations/"),
    fields={"kind": "level", "level": "society"},
)

PAGES = [PERSON, CLOSE, COMMUNITY, SOCIETY]
