"""What a champion promises, by version. Never edit a version that people agreed to: add one."""

CURRENT_VERSION = "2026-1"

PROMISES: dict[str, tuple[str, ...]] = {
    "2026-1": (
        "I will listen without blame, and speak about people with respect.",
        "I will help people to find the right service. I will not try to be that service.",
        "I will not investigate, keep secrets about harm, or put myself in danger.",
        "If a child or an adult is not safe, I will ring the people whose job it is, the same day.",
        "I will keep what people tell me private, unless somebody may be hurt.",
        "I can stop at any time. I only need to say so.",
    ),
}


def current_promise() -> tuple[str, ...]:
    """The sentences of the promise that is asked for today."""
    return PROMISES[CURRENT_VERSION]
