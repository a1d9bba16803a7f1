"""Staying safe, and leaving few traces. Nothing here promises more than a website can do."""

import datetime

from home.content.written import Written, danger, help_with, note, steps, strengths, text

REVIEWED = datetime.date(2026, 11, 20)

SAFETY = Written(
    slug="safety",
    title="Staying safe",
    summary="What to do in danger, how to leave this site fast, and whom to ring.",
    body=[
        danger(),
        text(
            "## Leave this site fast",
            "Every page has a button that says “Exit this page”. It opens a weather page in place of ours. With a "
            "keyboard you can also press Shift three times.",
            "The button does not delete what your browser keeps. Your phone or computer may still show that you were "
            'here. <a href="/cover-your-tracks/">Cover your tracks</a> says what to do.',
            "## We cannot take a report here",
            "Nobody watches this site for messages, so please do not wait for us. Ring one of these people:",
            [
                'In danger: <a href="tel:999">999</a>',
                'Worried about a child in Lewisham, in office hours: <a href="tel:02083146660">020 8314 6660</a>',
                'Worried about a child, at night or at weekends: <a href="tel:02083146000">020 8314 6000</a>',
                'Worried about an adult, in office hours: <a href="tel:02083147777">020 8314 7777</a>, option 1',
                'Worried about an adult, at night or at weekends: <a href="tel:02083147766">020 8314 7766</a>',
                'Under 19, and want to talk: Childline, <a href="tel:08001111">0800 1111</a>, free, day and night',
            ],
        ),
        note("The next part speaks about being hurt or watched by somebody at home."),
        text(
            "## If someone at home hurts or scares you",
            "You know best what is safe. These are things that others have found useful:",
            [
                "In a row, try to be in a room that has a way out, and not in the kitchen.",
                "Choose a word that tells a friend or your child to ring 999.",
                "Keep some money, keys, medicine and papers where you can get at them.",
                "Talk to a trained service before you leave, if you can. Leaving can be a risky time.",
            ],
        ),
        steps(
            "You ring. You do not have to give your name.",
            "They ask if it is safe to talk. You can hang up at any time.",
            "They listen, and tell you what you could do.",
            "You decide. If a child is in danger, they may have to tell somebody, and they will say so.",
            heading="What happens when you ring a help line",
        ),
        help_with("hurt-at-home", "Each entry says who will know that you got in touch.", heading="Find a service"),
    ],
    closing="You are worth keeping safe. One call or one talk with a friend is a good first step.",
    fields={"reviewed_on": REVIEWED},
)

COVER = Written(
    slug="cover-your-tracks",
    title="Cover your tracks",
    summary="How to use this site when somebody may look at your phone or computer.",
    body=[
        strengths(
            "What we do for you",
            [
                "We set no cookies on public pages, and we save nothing on your phone.",
                "We do not keep what you search for.",
                "Nothing on our pages comes from other companies.",
            ],
        ),
        text(
            "## What we cannot do",
            "“Exit this page” takes you away fast. It does not delete your history. The list of pages that you have "
            "seen stays in your browser until you delete it.",
            "## Before you look",
            [
                "Use a phone or computer that the other person cannot get to. A library, a school, a doctor’s surgery "
                "or a friend may have one.",
                "Open a private window. It is called Private, Incognito or InPrivate. It keeps no history once you "
                "close it.",
            ],
            "## Afterwards",
            [
                "Open the history in your browser’s menu.",
                "Delete the pages from this site, one by one. An empty history may look odd to somebody who checks.",
                "Close the window, and any other one in which you looked for help.",
            ],
            "## When this does not work",
            "Some people put a hidden program on a phone. It is called spyware. It can see what you type and what you "
            "look at. Private windows and our exit button do not stop it.",
            "If somebody always seems to know where you are, or what you wrote, use another device to get help. Do not "
            "take the program off before you have talked to a trained service. The other person may notice.",
            "## Calls and texts",
            "This call may show on your phone. You can delete it from your call list. It may also be on the "
            "phone bill, even if it is free. If you are not sure, ring from another phone.",
            "We will never text or email you because you read a page here.",
            "## Posters and codes",
            "Our codes always lead to this site. If a code on a poster takes you somewhere else, close it.",
        ),
        danger(),
    ],
    closing="It is wise to be careful, and you are doing it well. There is a safe way to talk to somebody.",
    button=("Staying safe", "/safety/"),
    fields={"reviewed_on": REVIEWED},
)

PAGES = [SAFETY, COVER]
