"""Five languages, with placeholders that say that they are placeholders: nothing here is a translation."""

from django.conf import settings
from wagtail.models import Locale

from home.content.written import text
from home.models import HomePage, SafetyPage

PLACEHOLDER = "Placeholder ({language})"
# In English, because it is about what is missing. Words about safety are written by people and read by a second one.
SAYS_SO = (
    "<strong>The words in {language} are not here yet.</strong> A translator writes them, and a second reader of the "
    "language checks them. No machine writes words about safety."
)


def load(root: HomePage) -> None:
    """A first page and a safety page in each language, once."""
    safety = SafetyPage.objects.child_of(root).filter(slug="safety").first()
    for code, name in settings.LANGUAGES:
        locale, _ = Locale.objects.get_or_create(language_code=code)
        if locale.is_default or root.has_translation(locale):
            continue
        _placeholder(root, locale, name)
        if safety is not None:
            _placeholder(safety, locale, name)


def _placeholder(page, locale: Locale, name: str) -> None:
    copy = page.copy_for_translation(locale)
    copy.title = PLACEHOLDER.format(language=name)
    copy.summary = f"A placeholder: the words in {name} are not here yet."
    body = [text(SAYS_SO.format(language=name))]
    if isinstance(copy, HomePage):
        copy.hero_title, copy.hero_lead, copy.doing = copy.title, copy.summary, body
    else:
        copy.body, copy.english_as_of = body, page.last_published_at
    copy.live, copy.has_unpublished_changes = True, False
    copy.save()
