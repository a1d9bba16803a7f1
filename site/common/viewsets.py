"""The shared words and the mail, as staff see them in the Wagtail admin."""

from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from common import fresh_mail
from common.models import (
    BigQuestion,
    Domain,
    EcologicalLevel,
    EmergencyContact,
    FrameWords,
    KeyMessage,
    Need,
    OutboxMessage,
    SafeguardingText,
    StyleRule,
)

_TERM_PANELS = [FieldPanel("name"), FieldPanel("description"), FieldPanel("order")]


class TermViewSet(SnippetViewSet):
    """A shared word. Its code is set once: addresses and exports carry it."""

    list_display = ["name", "code", "description"]
    panels = _TERM_PANELS
    copy_view_enabled = False


class KeyMessageViewSet(TermViewSet):
    model = KeyMessage
    icon = "comment"
    menu_label = "Key messages"
    panels = [*_TERM_PANELS, FieldPanel("wording")]


class BigQuestionViewSet(TermViewSet):
    model = BigQuestion
    icon = "help"
    menu_label = "Big questions"


class DomainViewSet(TermViewSet):
    model = Domain
    icon = "folder"
    menu_label = "Domains"


class EcologicalLevelViewSet(TermViewSet):
    model = EcologicalLevel
    icon = "list-ul"
    menu_label = "Levels"


class NeedViewSet(TermViewSet):
    model = Need
    icon = "search"
    menu_label = "Situations"


class EmergencyContactViewSet(SnippetViewSet):
    model = EmergencyContact
    icon = "warning"
    menu_label = "Emergency numbers"
    list_display = ["name", "phone", "checked_on", LiveStatusTagColumn(label="Status")]
    copy_view_enabled = False
    panels = [
        MultiFieldPanel([FieldPanel(name) for name in ("name", "phone", "lead", "note")], "The number"),
        MultiFieldPanel(
            [FieldPanel("in_strip"), FieldPanel("for_facilitators"), FieldPanel("out_of_hours")], "Where it shows"
        ),
        FieldPanel("checked_on"),
    ]


class FrameWordsViewSet(SnippetViewSet):
    model = FrameWords
    icon = "globe"
    menu_label = "Words around every page"
    list_display = ["__str__", LiveStatusTagColumn(label="Status")]
    panels = [
        FieldPanel("language"),
        MultiFieldPanel([FieldPanel(name) for name in ("leave", "to_content")], "The way out, and in"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("in_danger", "call", "cannot_speak", "press", "young")], "In danger"
        ),
    ]
    copy_view_enabled = False


class SafeguardingTextViewSet(SnippetViewSet):
    model = SafeguardingText
    icon = "warning"
    menu_label = "Safeguarding texts"
    list_display = ["name", "agreed_on", "agreed_by"]
    panels = [
        FieldPanel("name"),
        FieldPanel("text"),
        MultiFieldPanel([FieldPanel("agreed_on"), FieldPanel("agreed_by")], "Agreed"),
    ]
    copy_view_enabled = False


class StyleRuleViewSet(SnippetViewSet):
    model = StyleRule
    icon = "glasses"
    menu_label = "Words we avoid"
    list_display = ["__str__", "get_level_display", "instead"]
    list_filter = ["level"]
    search_fields = ["words", "instead"]
    panels = [FieldPanel("words"), FieldPanel("level"), FieldPanel("instead"), FieldPanel("why")]


class SharedWords(SnippetViewSetGroup):
    """One menu for every word that several pages share: change it once, and every page follows."""

    items = (
        KeyMessageViewSet,
        BigQuestionViewSet,
        NeedViewSet,
        DomainViewSet,
        EcologicalLevelViewSet,
        EmergencyContactViewSet,
        FrameWordsViewSet,
        SafeguardingTextViewSet,
        StyleRuleViewSet,
    )
    menu_label = "Shared words"
    menu_icon = "openquote"
    menu_order = 300


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Rows that the platform writes: people may look, and nobody may change them."""

    def user_has_permission(self, user, action: str) -> bool:
        return action in ("view", "any") and super().user_has_permission(user, "view")

    def user_has_any_permission(self, user, actions) -> bool:
        return "view" in actions and self.user_has_permission(user, "view")


_WHERE = Column("where", label="If it did not arrive", accessor=fresh_mail.where)


class MailViewSet(ModelViewSet):
    """Mail and text messages that wait or failed. Never their words: one may carry a code or a link."""

    model = OutboxMessage
    icon = "mail"
    menu_label = "Mail"
    name = "mail_admin"
    url_prefix = "mail"
    list_display = ["kind", "channel", "to", "state", "attempts", "last_error", "created", _WHERE]
    list_filter = ["state"]
    exclude_form_fields = ["text", "html"]
    add_to_settings_menu = True
    inspect_view_enabled = False
    copy_view_enabled = False

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        return ReadOnlyPolicy(self.model)


mail_viewset = MailViewSet()
