"""Privacy, complaints and the accessibility statement. Drafts for the people whose duty they are, and they say so."""

import datetime

from home.content.written import Block, Written, html, steps, text

REVIEWED = datetime.date(2026, 11, 20)


def kept(*rows: tuple[str, str, str]) -> Block:
    return "kept", {
        "caption": "What we keep, why, and for how long",
        "rows": [{"what": what, "why": why, "how_long": how_long} for what, why, how_long in rows],
    }


PRIVACY = Written(
    slug="privacy",
    title="Privacy",
    summary="You can look for help here without telling us anything. This page says what we keep, and why.",
    body=[
        text(
            "## If you only look",
            [
                "We set no cookies and save nothing on your phone.",
                "We do not keep what you search for.",
                "We do not use tools that follow you from site to site.",
                "For 14 days our server keeps a log of visits with part of the address cut off. We use it only to keep "
                "the site safe.",
            ],
            "## If you give us something",
            "You may book a workshop, join as a champion, or take part in a conversation. Then we keep what we need "
            "and no more. If you are under 18, we do not ask for your name or contact details.",
            "When you sign in, we set two cookies. One knows that you are you, and one keeps forms safe. Both go when "
            "you leave.",
        ),
        kept(
            (
                "Workshop booking: name, one contact, and how many come",
                "To run the workshop (a public task: to cut crime and violence)",
                "3 months after the workshop. Waiting list: 30 days",
            ),
            (
                "What you need to take part, such as a hearing loop",
                "So that you can come. The law calls this health data, and gives it more protection",
                "7 days after the workshop",
            ),
            (
                "That two people should not be at the same workshop: two contacts, never a reason",
                "So that both can come safely (a public task)",
                "Until it is not needed any more. We ask ourselves each year",
            ),
            (
                "Champion: name, contact, role, ward, promise, and what you ask the team",
                "To run the network (a public task). News only if you ask for it",
                "Until you leave, or do not answer for 4 weeks when we ask you once a year",
            ),
            (
                "For a role that needs one: that we saw a DBS check, and when. Never what stands in it",
                "To keep children safe (a legal duty)",
                "6 months after the role ends",
            ),
            (
                "Answers about age, sex, ethnic group and so on",
                "To see whom we do not reach. You never have to answer",
                "Kept apart from your name from the start. Only totals after 90 days",
            ),
            (
                "Notes of a conversation",
                "To make a plan out of what people said (a public task). They hold no names",
                "First notes 12 months, photos 90 days. The cleaned set until the plan ends",
            ),
            (
                "A record that a safety worry was passed on",
                "To keep people safe (a legal duty)",
                "As long as the council’s rules on safeguarding say",
            ),
            (
                "A background check: that it was seen, and when",
                "To keep children safe (a legal duty). We never keep the certificate",
                "6 months after the role ends",
            ),
            ("Who did what in our system", "To find mistakes and misuse (a public task)", "24 months"),
            ("Log of visits, with part of the address cut off", "To keep the site safe (a public task)", "14 days"),
        ),
        text(
            "## Notes of conversations and the police",
            "Notes are for the plan. We do not hand them to the police to find people. If a child or an adult is in "
            "danger, we have to act, and we will tell you if we can. A court can order us to give something up.",
            "## Your rights",
            [
                "You can ask what we have about you, and get a copy.",
                "You can ask us to put it right, or to delete it.",
                "You can ask us to stop using it.",
                "You can complain to us, and to the Information Commissioner.",
            ],
            'To do so, see <a href="/data-protection-complaint/">data protection complaint</a> or '
            '<a href="/contact/">contact</a>. We answer within one month.',
        ),
    ],
    closing="Your details are yours. Ask us anything, and we will answer in plain words.",
    button=("Contact", "/contact/"),
    fields={"reviewed_on": REVIEWED, "agreed": False},
)

COMPLAINT = Written(
    slug="data-protection-complaint",
    title="Data protection complaint",
    summary="Tell us if you think that we used your details in a wrong way.",
    body=[
        text(
            "## What to tell us",
            [
                "What happened, and when",
                "What you would like us to do",
                "How we can reach you in a safe way",
            ],
            "Someone else can do it for you. You can write in any language. You do not need to know the law.",
            "Please do not use this to report that somebody is in danger. Ring 999.",
        ),
        steps(
            "You send your complaint.",
            "We write back within 30 days to say that we have it.",
            "Somebody who was not part of it looks into it without delay, and tells you how it is going.",
            "We tell you what we found, and what we will do.",
        ),
        text(
            "## If you are not happy with the answer",
            "You can complain to the Information Commissioner’s Office, which is not part of us. Ring "
            '<a href="tel:03031231113">0303 123 1113</a>, or see <a href="https://ico.org.uk/make-a-complaint/">how to '
            "complain to the ICO</a>.",
        ),
    ],
    closing="You are right to ask. We want to know when we get it wrong.",
    button=("Privacy", "/privacy/"),
    fields={"reviewed_on": REVIEWED, "contact": ""},
)

ACCESSIBILITY = Written(
    slug="accessibility",
    title="Accessibility statement",
    summary="How far everyone can use this site, what does not work yet, and whom to tell.",
    closing="If something here shuts you out, it is our fault and not yours. Tell us, and we will help.",
    button=("Contact", "/contact/"),
    fields={
        "reviewed_on": REVIEWED,
        "prepared_on": REVIEWED,
        "compliance": "partial",
        "using": html(
            "We want everyone to be able to use this site. You should be able to:",
            [
                "make the text up to four times as large without losing any of it",
                "get to everything with a keyboard alone",
                "use a screen reader, or speak to your device",
                "use the site without scripts, on an old phone, and on a small screen",
                "read it: we write for people who left school early, and for people who are stressed",
            ],
        ),
        "not_accessible": html(
            "We know of these gaps. Each names the rule of the guidelines, or says that it is our own aim.",
            [
                "There is no sign language video of the safety pages yet. This is our own aim.",
                "There is no Easy Read version of the pages yet. This is our own aim.",
                "The pages are in English only for now. This is our own aim.",
                "People who use screen readers and other tools have not tried the site with us yet. Until they have, "
                "we cannot say that it meets every rule, such as 1.3.1 (information and relationships) and 4.1.2 "
                "(name, role and value).",
            ],
        ),
        "burden": "",
        "out_of_scope": "",
        "preparation": html(
            "The team that made the site tested it while building it. They used an automatic checker (axe) on the "
            "pages of each main journey, on a phone, with scripts and without. A test with the Tab key checks that "
            "nothing in focus is hidden. They have not yet gone through every page with a keyboard alone.",
            "Nobody from outside has tested it yet. That has to happen before launch.",
        ),
        "improving": html(
            "Before launch, disabled people who live in Lewisham need to try the site. What they find will be put "
            "right, or listed here with a date. This page is looked at again each year.",
        ),
        "contact": "",
    },
)
