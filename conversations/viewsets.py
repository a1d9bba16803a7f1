"""The strategy's words in the Wagtail admin. Conversations, notes and themes are never here (rule 4).

Actions, indicators and figures are not here either: they are changed in the workspace, where every change is kept.
"""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from conversations.models import Aim, AllowedWords, GuideVersion


class AimViewSet(ModelViewSet):
    model = Aim
    icon = "crosshairs"
    list_display = ["name", "order"]
    form_fields = ["name", "code", "description", "order"]


class AllowedWordsViewSet(ModelViewSet):
    model = AllowedWords
    icon = "user"
    list_display = ["words", "kind"]
    list_filter = ["kind"]
    search_fields = ["words"]
    form_fields = ["words", "kind"]


class GuideViewSet(ModelViewSet):
    """The questions that conversations are held by. One that is in use stays as it is: GuideVersion.clean."""

    model = GuideVersion
    icon = "list-ul"
    menu_label = "Conversation guides"
    list_display = ["name", "in_use_from"]
    search_fields = ["name"]
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("in_use_from")]),
        MultiFieldPanel(
            [FieldPanel("opening_words"), FieldPanel("consent_words"), FieldPanel("closing_words")],
            "To read out",
        ),
        InlinePanel(
            "parts", heading="What to ask, in order", label="Part", min_num=1,
            panels=[
                FieldRowPanel([FieldPanel("kind"), FieldPanel("minutes")]), FieldPanel("big_question"),
                FieldPanel("title"), FieldPanel("words"),
            ],
        ),
    ]  # fmt: skip


class StrategyViewSetGroup(ViewSetGroup):
    menu_label = "Strategy"
    menu_icon = "thumbtack"
    items = (
        AimViewSet("aims_admin", url_prefix="strategy/aims"),
        GuideViewSet("guides_admin", url_prefix="strategy/guides"),
        AllowedWordsViewSet("allowed_words_admin", url_prefix="strategy/allowed-words"),
    )
