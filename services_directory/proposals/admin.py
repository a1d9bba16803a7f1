"""What providers propose, as the directory officer reads it: side by side, taken over field by field or sent back."""

from typing import cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.views.generic import TemplateView
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from accounts.models import User
from common.sealed import SealBroken, seal, unseal
from services_directory.actions import let_provider_in
from services_directory.models import Proposal, ProviderAccount
from services_directory.permissions import can_decide_proposals
from services_directory.proposals import deciding
from services_directory.proposals.differences import differences
from services_directory.proposals.facts import Facts, facts_of
from services_directory.proposals.forms import DecisionForm

SEEN = "seen-entry"
LATELY = 20


class _Page(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "edit"

    def dispatch(self, request, *args, **kwargs):
        if not can_decide_proposals(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]


class ProposalsView(_Page):
    """Those that wait, the oldest first, and the last that were decided."""

    page_title = "Changes that providers propose"
    template_name = "services_directory/admin/proposals.html"

    def get_context_data(self, **kwargs):
        proposals = Proposal.objects.select_related("service__organisation", "made_by")
        lately = proposals.decided().order_by("-decided_at")[:LATELY]
        return super().get_context_data(waiting=proposals.waiting(), decided=lately, **kwargs)


class ProposalView(_Page):
    """One proposal beside the entry as it is now."""

    page_title = "What would change"
    template_name = "services_directory/admin/proposal.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        proposals = Proposal.objects.select_related("service__organisation", "made_by")
        self.proposal = get_object_or_404(proposals, pk=kwargs["pk"])

    def get_context_data(self, **kwargs):
        service = self.proposal.service
        return super().get_context_data(
            proposal=self.proposal,
            service=service,
            differences=differences(self.proposal, service),
            seen=seal(facts_of(service, private=True), purpose=SEEN),
            **{"decision": DecisionForm(), **kwargs},
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        decision = DecisionForm(request.POST)
        names = request.POST.getlist("take")
        sends_back = "send-back" in request.POST
        if decision.is_valid() and sends_back and not decision.cleaned_data["reason"]:
            decision.add_error("reason", "Write what the provider should change, so that they can send it again.")
        if decision.is_valid() and not sends_back and not names and differences(self.proposal, self.proposal.service):
            decision.add_error(None, "Tick at least one change, or send it back with a reason.")
        if not decision.is_valid():
            return self.render_to_response(self.get_context_data(decision=decision))
        try:
            self._decide(names, decision.cleaned_data["reason"], sends_back)
        except deciding.Decided:
            messages.info(request, "Somebody has decided this already. Nothing was changed.")
        except (deciding.ChangedMeanwhile, SealBroken):
            messages.warning(request, "The entry was changed while you read. This is how it is now. Look again.")
            return redirect(request.path)
        except ValidationError as wrong:
            messages.error(request, f"The entry would not be right: {' '.join(wrong.messages)} Nothing was changed.")
            return redirect(request.path)
        return redirect(reverse("directory_proposals:index"))

    def _decide(self, names: list[str], reason: str, sends_back: bool) -> None:
        by = cast(User, self.request.user)
        if sends_back:
            deciding.send_back(proposal=self.proposal, by=by, reason=reason)
            messages.success(self.request, "Sent back. The provider reads why in a mail.")
            return
        seen: Facts = unseal(self.request.POST.get("seen", ""), purpose=SEEN)
        deciding.take_over(proposal=self.proposal, names=names, seen=seen, by=by, reason=reason)
        messages.success(self.request, "It is on the site, and the date of the check is set.")


class ProviderAccountForm(WagtailAdminModelForm):
    """Who may edit for which organisation, by email address: they need not have an account yet."""

    email = forms.EmailField(
        label="Email address",
        help_text="Of the person who keeps the entries. They sign in with it, and get a mail that says so. "
        "Everything that they change waits for you.",
    )

    def save(self, commit: bool = True):
        return let_provider_in(**self.cleaned_data, by=self.for_user)


class ProviderAccountViewSet(SnippetViewSet):
    """Who may propose changes for which organisation."""

    model = ProviderAccount
    icon = "user"
    menu_label = "Provider accounts"
    list_display = ["user", "organisation", "since"]
    list_filter = ["organisation"]
    copy_view_enabled = False
    edit_handler = ObjectList([FieldPanel("email"), FieldPanel("organisation")], base_form_class=ProviderAccountForm)


class _Item(MenuItem):
    def is_shown(self, request) -> bool:
        return can_decide_proposals(request.user)


class ProposalViewSet(ViewSet):
    """What providers of services want to have changed."""

    name = "directory_proposals"
    url_prefix = "directory/proposals"
    icon = "edit"
    menu_label = "Proposed changes"
    menu_item_class = _Item

    def get_urlpatterns(self):
        return [
            path("", ProposalsView.as_view(), name="index"),
            path("<int:pk>/", ProposalView.as_view(), name="decide"),
        ]
