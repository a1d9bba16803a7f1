"""The four steps of a public health approach (seed 003)."""

from home.content.written import Written, text

INDEX = Written(
    slug="steps",
    title="Four steps",
    summary="How we work out what to do: look, ask why, try, and share.",
    body=[
        text(
            "Doctors use these steps to stop an illness from spreading. They help with violence as well. We go round "
            "them again and again, because things change.",
        ),
    ],
    closing="Every step needs what you know. Nobody knows your street better than you.",
    button=("Join a conversation", "/conversations/"),
)

LOOK = Written(
    slug="look",
    title="Step 1: look at what is going on",
    summary="How much violence is there, where, when, and whom does it hurt?",
    body=[
        text(
            "We count with care, and we listen. Numbers show some things: what was reported, and who came to "
            "hospital. They miss what people never told anyone. So we ask people as well.",
            "A number can harm if it points at somebody. We do not show small numbers, and we always say where a "
            "number comes from and how old it is.",
        ),
    ],
    closing="When we see clearly, we can act well. What you have seen matters.",
    button=("Join a conversation", "/conversations/"),
    fields={"kind": "step"},
)

WHY = Written(
    slug="ask-why",
    title="Step 2: ask why it happens",
    summary="What makes violence more likely, and what makes it less likely?",
    body=[
        text(
            "We look for causes, and for what protects people. Both matter. A good friend, a safe place, and a school "
            "that does not give up can be as strong as any risk.",
            "Then we ask which of these we can change. Some are close at hand, such as a dark path. Some are big, such "
            "as having too little money.",
        ),
    ],
    closing="Asking why is not making excuses. It is how we find the way out.",
    button=("See the four levels", "/approach/levels/"),
    fields={"kind": "step"},
)

TRY = Written(
    slug="try",
    title="Step 3: try what may help, and check",
    summary="We try things with the people they are for. We look at whether they worked.",
    body=[
        text(
            "Ideas come from what is known to work in other places, and from people here. We try them, and we set "
            "down at the start how we will know if they helped.",
            "We ask people who were there. We also ask people from outside, such as a university, to look at our work. "
            "If something does not help, we say so and stop.",
        ),
    ],
    closing="Trying takes courage. A thing that did not work still teaches us something.",
    button=("Our strategy", "/strategy/"),
    fields={"kind": "step"},
)

SHARE = Written(
    slug="share",
    title="Step 4: share what works, and do more of it",
    summary="Good ideas should travel, from street to street and from borough to borough.",
    body=[
        text(
            "When something works, we tell others, and we do more of it. When we learn from another place, we say "
            "whose idea it was.",
            "Our words and our list of services are free for others to use. Violence does not stop at the edge of "
            "Lewisham, and neither should help.",
        ),
    ],
    closing="Share one good thing with a neighbour today. That is how change spreads.",
    button=("Our strategy", "/strategy/"),
    fields={"kind": "step"},
)

PAGES = [LOOK, WHY, TRY, SHARE]
