"""Snippets that the pages use, as staff see them in the admin."""

from django.forms import modelform_factory
from django.urls import reverse
from django.utils.html import format_html
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from accounts.models import User
from common import short_links
from common.models import ShortLink
from home.models import CampaignPage, StoryConsent


def to_print(link: ShortLink) -> str:
    """The way to the posters of this code, where it leads to a campaign."""
    if not link.page or not issubclass(link.page.specific_class, CampaignPage):
        return ""
    return format_html('<a href="{}">Posters and pictures</a>', reverse("toolkit", args=[link.code]))


class ShortLinkForm(WagtailAdminModelForm):
    """A new code for a page of ours. The code itself is made, never chosen."""

    def save(self, commit: bool = True) -> ShortLink:
        if self.instance.pk:
            return super().save(commit)
        chosen = self.cleaned_data
        return short_links.create(page=chosen["page"], note=chosen["note"], place=chosen["place"])


class NobodyDeletes(ModelPermissionPolicy):
    """A code is on paper somewhere, and must never lead to somebody else's page."""

    def user_has_permission(self, user: User, action: str) -> bool:
        return action != "delete" and super().user_has_permission(user, action)


class ShortLinkViewSet(ModelViewSet):
    model = ShortLink
    icon = "link"
    menu_label = "Codes on posters"
    menu_order = 310
    name = "short_links"
    url_prefix = "short-links"
    add_to_admin_menu = True
    inspect_view_enabled = False
    copy_view_enabled = False
    list_display = ["__str__", "page", "get_place_display", "note", Column("made", label="To print", accessor=to_print)]
    list_filter = ["place"]
    panels = [FieldPanel("page"), FieldPanel("place"), FieldPanel("note")]

    @property
    def permission_policy(self) -> NobodyDeletes:
        return NobodyDeletes(self.model)

    def get_form_class(self, for_update: bool = False):
        return modelform_factory(ShortLink, form=ShortLinkForm, fields=["page", "place", "note"])


short_link_viewset = ShortLinkViewSet()


class StoryConsentViewSet(SnippetViewSet):
    model = StoryConsent
    icon = "user"
    menu_label = "Consents to stories"
    menu_order = 320
    add_to_admin_menu = True
    list_display = ["paper", "until", "withdrawn_on"]
    copy_view_enabled = False
    panels = [
        FieldPanel("paper"),
        FieldPanel("what_for"),
        FieldRowPanel([FieldPanel("agreed_on"), FieldPanel("until"), FieldPanel("withdrawn_on")], "When"),
    ]
