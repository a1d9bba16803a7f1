"""The yardstick: the least that Django needs for one page of 15 kB, without middleware and without a query.

Costs are told in yards, because CPU time says as much about the machine as about the code. Three cached templates:
a base, a page, and a card that is included 23 times, with the tags and filters that cards have.
"""

from django.conf import settings

BASE = "<!doctype html><html lang=en><title>{% block title %}{% endblock %}</title><body>{% block body %}{% endblock %}"
CARD = """<article><h2><a href="{% url 'card' card.number %}">{{ card.title|capfirst }}</a></h2>
{% if card.tags %}<ul>{% for tag in card.tags %}<li class="tag">{{ tag|title }}
{% if not forloop.last %}, {% endif %}</li>{% endfor %}</ul>{% endif %}<p>{{ card.text|truncatewords:60 }}</p>
<dl>{% for name, value in card.facts.items %}<dt>{{ name }}</dt><dd>{{ value|default:"unknown" }}</dd>
{% endfor %}</dl></article>"""
PAGE = (
    "{% extends 'base.html' %}{% block title %}A page{% endblock %}"
    "{% block body %}{% for card in cards %}{% include 'card.html' %}{% endfor %}{% endblock %}"
)
LOADER = ("django.template.loaders.locmem.Loader", {"base.html": BASE, "page.html": PAGE, "card.html": CARD})

settings.configure(
    ALLOWED_HOSTS=["*"],
    CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
    MIDDLEWARE=[],
    ROOT_URLCONF=__name__,
    SECRET_KEY="only for measuring",
    TEMPLATES=[{
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {"loaders": [("django.template.loaders.cached.Loader", [LOADER])]},
    }],
)  # fmt: skip

from django.core.wsgi import get_wsgi_application  # noqa: E402  settings come first
from django.http import HttpResponse  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.urls import path  # noqa: E402
from django.views.decorators.cache import cache_page  # noqa: E402

CARDS = [
    {
        "number": number,
        "title": f"card {number}",
        "tags": ["free", "drop in", "step free"],
        "text": "A sentence of some length. " * 12,
        "facts": {"Open": "9am to 5pm", "Cost": "", "For": "ages 11 to 25", "Where": "Catford, SE6"},
    }
    for number in range(23)
]


def page(request):
    return render(request, "page.html", {"cards": CARDS})


kept = cache_page(60)(page)


def ping(request):
    return HttpResponse("pong")


urlpatterns = [path("", page), path("kept/", kept), path("ping/", ping), path("cards/<int:number>/", page, name="card")]
application = get_wsgi_application()
