"""Every component in every state, for the people who build. Mounted in dev only."""

import datetime

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from common.forms import DateInputField, GovukForm

YES_OR_NO = [("yes", "Yes"), ("no", "No")]
ACTORS = [("residents", "Residents"), ("council", "Council"), ("police", "Police"), ("schools", "Schools")]
PEOPLE = [("young", "A young person"), ("parent", "A parent or carer"), ("practitioner", "A practitioner")]
MESSAGES = [
    ("bullying", "Bullying", "Spot it early, say something kind, get support."),
    ("relationships", "Healthy relationships", "What respect feels like, at home and out."),
    ("knives", "Knife crime", "Carrying is fear. Safety is people."),
    ("drugs", "Drugs and alcohol", "Pressure, debt and how to step away."),
    ("online", "Online dangers", "Who is asking, and what for?"),
]


class EveryField(GovukForm):
    """One of each, as a form in any app would name it."""

    large = ("who",)
    inline = ("actors", "adult")
    widths = {"postcode": 10, "people": 3}
    choice_hints = {"who": {"parent": "Or anyone who looks after a child"}}

    name = forms.CharField(label="Your name", widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(label="Email address", help_text="We only use it to send your booking.")
    phone = forms.CharField(label="Phone number", required=False, widget=forms.TextInput(attrs={"type": "tel"}))
    postcode = forms.CharField(label="Postcode", required=False, max_length=10)
    people = forms.IntegerField(label="How many people are coming?", min_value=1, max_value=6)
    idea = forms.CharField(
        label="Idea", help_text="Write ideas, not names.", max_length=200, widget=forms.Textarea(attrs={"rows": 4})
    )
    who = forms.ChoiceField(label="Who is it for?", choices=PEOPLE, widget=forms.RadioSelect)
    adult = forms.ChoiceField(label="Are you 18 or over?", choices=YES_OR_NO, widget=forms.RadioSelect)
    actors = forms.MultipleChoiceField(
        label="Who should act?", help_text="Choose all that fit.", choices=ACTORS, widget=forms.CheckboxSelectMultiple
    )
    ward = forms.ChoiceField(
        label="Ward", choices=[("", "Choose a ward"), ("bellingham", "Bellingham"), ("downham", "Downham")]
    )
    day = DateInputField(label="When can you start?", help_text="For example, 27 3 2027")
    letter = forms.FileField(label="A letter or photo", required=False)
    secret = forms.CharField(label="Password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))
    promise = forms.BooleanField(label="I have read the promise and I agree with it")
    state = forms.CharField(widget=forms.HiddenInput, required=False)


class OneQuestion(GovukForm):
    page_heading = "people"
    widths = {"people": 3}
    people = forms.IntegerField(label="How many people are coming?", help_text="Up to 6.")


class OneChoice(GovukForm):
    large = ("who",)
    who = forms.ChoiceField(label="Which describes you best?", choices=PEOPLE, widget=forms.RadioSelect)


class Filters(GovukForm):
    small = ("who", "how")
    mark_optional = False
    choice_counts = {"who": {"young": 38, "parent": 21, "practitioner": 9}, "how": {"free": 36, "drop-in": 19}}
    who = forms.ChoiceField(label="Who is it for?", choices=PEOPLE, required=False, widget=forms.RadioSelect)
    how = forms.MultipleChoiceField(
        label="How",
        choices=[("drop-in", "Drop in, no referral"), ("free", "Free")],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def pattern_library(request: HttpRequest) -> HttpResponse:
    """Everything below is invented to show the parts; the page says so."""
    filled = {
        "name": "Amara",
        "email": "amara@demo.example",
        "idea": "Keep the hall open late",
        "who": "parent",
        "adult": "yes",
        "actors": ["council"],
        "day": datetime.date(2027, 3, 27),
        "promise": True,
    }
    context = {
        "filled": EveryField(initial=filled, prefix="filled"),
        "wrong": EveryField(
            {
                "wrong-email": "amara",
                "wrong-day_0": "31",
                "wrong-day_1": "2",
                "wrong-day_2": "2027",
                "wrong-people": "9",
            },
            prefix="wrong",
        ),
        "choice": OneChoice({}, prefix="choice"),
        "filters": Filters({"who": "young", "how": ["free"]}),
        "key_messages": [{"code": code, "title": title, "text": text} for code, title, text in MESSAGES],
        "pages": Paginator(range(50), 10).page(3),
        **EXAMPLES,
    }
    return render(request, "common/patterns.html", context)


EXAMPLES = {
    "trail": [{"url": "/strategy/", "text": "Our strategy"}, {"url": "", "text": "Priority 2"}],
    "chips": [
        {"url": "/find-support/", "text": "Talk to someone today"},
        {"url": "/find-support/", "text": "Worried about a child"},
    ],
    "safeguarding_texts": [
        {"text": "Ring first.", "agreed_on": datetime.date(2026, 11, 3), "agreed_by": "Safeguarding lead"},
        {"text": "Then write down when.", "agreed_on": None, "agreed_by": ""},
    ],
    "frame_words_example": {
        "language": "es",
        "in_danger": "¿Peligro?",
        "call": "Llame al 999",
        "cannot_speak": "¿No puede hablar?",
        "press": "Pulse 55",
        "young": "¿Menos de 19?",
    },
    "tags": [
        {"text": "Drop in"},
        {"text": "11 to 18", "tint": "sky"},
        {"text": "Safe haven", "tint": "marigold"},
        {"text": "Delayed", "tint": "clay"},
        {"text": "Draft", "tint": "grey"},
    ],
    "services": [
        {
            "url": "#",
            "title": "Youth mentoring and boxing",
            "provider": "An invented club",
            "open_text": "Open until 8pm",
            "summary": "One-to-one mentoring for 11 to 18 year olds who are worried about their safety.",
            "place_text": "0.6 miles, Catford",
            "phone": "020 7946 0000",
            "tel": "02079460000",
            "tags": [{"text": "Drop in"}, {"text": "Free"}, {"text": "11 to 18", "tint": "sky"}],
            "checked_text": "Checked 3 November 2026",
        },
        {"url": "#", "title": "A service with only a name"},
    ],
    "answers": [
        {"question": "Will they tell my parents or carers?", "answer": "No, unless you are in danger."},
        {"question": "Will they tell the police?", "answer": "Only if somebody could be badly hurt."},
        {"question": "Do I have to give my name?", "answer": "No."},
        {"question": "What do they write down?", "answer": ""},
        {"question": "Who else can see it?", "answer": ""},
    ],
    "rows": [
        {"key": "Name", "value": "Amara", "change_url": "#"},
        {"key": "People", "value": 2, "change_url": "#"},
        {"key": "Needs", "value": ""},
    ],
    "facts": [
        {"key": "When", "value": "Saturday 5 December 2026, 10am to 2pm"},
        {"key": "Where", "value": "A hall in Catford. Step-free, hearing loop"},
    ],
    "tasks": [
        {"text": "Book a hall", "url": "#", "status": "Done", "done": True},
        {"text": "Invite people", "url": "#", "hint": "At least 8 people", "status": "Under way", "tint": "marigold"},
        {"text": "Write the note", "status": "Cannot start yet", "tint": "grey"},
    ],
    "agenda": [
        {"when": "10:00", "what": "Understanding trauma"},
        {"when": "12:00", "what": "Lunch, and meet local organisations"},
    ],
    "steps": [
        {"head": "You ring", "text": "A person answers."},
        "You talk for as long as you like.",
        "You choose what happens next.",
    ],
    "stats": [
        {"number": 4, "text": "planned"},
        {"number": 1, "text": "to redact: waiting for you", "wants_you": True, "url": "#"},
        {"number": 26, "text": "understood"},
    ],
    "chart": [
        {"label": "May", "value": 10},
        {"label": "June", "value": 25},
        {"label": "July", "value": "*"},
        {"label": "August", "value": 40},
    ],
    "table_headings": ["Ward", "After six", "Getting home"],
    "table": [["Bellingham", 10, 35], ["Catford South", 25, "*"]],
}
