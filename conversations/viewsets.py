"""The strategy's parts in the Wagtail admin. Conversations, notes and themes are never here (rule 4)."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from conversations.models import Action, Aim, AllowedWords, GuideVersion, Indicator, Reading


class ActionViewSet(ModelViewSet):
    model = Action
    icon = "tick-inverse"
    list_display = ["title", "priority", "owner", "status", "due"]
    list_filter = ["status", "priority", "is_draft"]
    search_fields = ["title", "owner"]
    panels = [
        FieldPanel("title"),
        FieldPanel("code"),
        FieldPanel("priority"),
        MultiFieldPanel([FieldPanel("owner"), FieldPanel("partners")], "Who"),
        FieldRowPanel([FieldPanel("horizon"), FieldPanel("due")], "When"),
        MultiFieldPanel([FieldPanel("status"), FieldPanel("status_reason"), FieldPanel("is_draft")], "How it is going"),
        FieldPanel("order"),
    ]


class AimViewSet(ModelViewSet):
    model = Aim
    icon = "crosshairs"
    list_display = ["name", "order"]
    form_fields = ["name", "code", "description", "order"]


class IndicatorViewSet(ModelViewSet):
    model = Indicator
    icon = "order"
    list_display = ["name", "priority", "kind", "owner"]
    form_fields = ["name", "code", "priority", "definition", "kind", "source", "owner"]


class ReadingViewSet(ModelViewSet):
    model = Reading
    icon = "date"
    list_display = ["indicator", "on", "value", "unit"]
    list_filter = ["indicator"]
    form_fields = ["indicator", "on", "value", "unit"]


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
        ActionViewSet("actions_admin", url_prefix="strategy/actions"),
        AimViewSet("aims_admin", url_prefix="strategy/aims"),
        IndicatorViewSet("indicators_admin", url_prefix="strategy/indicators"),
        ReadingViewSet("readings_admin", url_prefix="strategy/readings"),
        GuideViewSet("guides_admin", url_prefix="strategy/guides"),
        AllowedWordsViewSet("allowed_words_admin", url_prefix="strategy/allowed-words"),
    )
