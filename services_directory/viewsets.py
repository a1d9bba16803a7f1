"""The directory as its officer sees it: the services and their checks, who runs them, and the search's words."""

from django.core.exceptions import PermissionDenied
from django.urls import path
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from common.viewsets import ReadOnlyPolicy
from services_directory import dead_links, quality
from services_directory.interchange.viewset import FilesViewSet
from services_directory.models import Audience, Delivery, Location, Organisation, ServicePage, Subscriber, Synonym, Task
from services_directory.permissions import can_read_the_quality_report
from services_directory.proposals.admin import ProposalViewSet, ProviderAccountViewSet


class ServiceViewSet(PageListingViewSet):
    """All services in one list, the ones to check first on top."""

    model = ServicePage
    icon = "list-ul"
    menu_label = "Services"
    name = "services_admin"
    url_prefix = "directory/services"
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Service", sort_key="title", classname="title"),
        Column("organisation", label="Run by", sort_key="organisation__name"),
        Column("check_text", label="Last check", sort_key="checked_on"),
        Column("check_due_on", label="Check again by", sort_key="check_due_on"),
        PageStatusColumn("status", label="Status", sort_key="live"),
    ]
    ordering = "check_due_on"


class TaskViewSet(SnippetViewSet):
    """What is to be put right. Tasks come from readers, from providers and from the clock."""

    model = Task
    icon = "tasks"
    menu_label = "Tasks"
    list_display = ["__str__", "times", "owner", "due_on", "state"]
    list_filter = ["kind", "owner"]
    ordering = ["done_on", "due_on"]


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    menu_label = "Organisations"
    list_display = ["name", "kind", "website"]
    list_filter = ["kind"]
    search_fields = ["name", "alternate_name"]


class LocationViewSet(SnippetViewSet):
    model = Location
    icon = "home"
    menu_label = "Places"
    list_display = ["name", "ward"]
    search_fields = ["name", "address_1", "postal_code"]


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "search"
    menu_label = "Search words"
    list_display = ["said", "means", Column("situations", label="Situations")]
    list_filter = ["needs"]
    search_fields = ["said", "means"]

    def get_queryset(self, request):
        return Synonym.objects.prefetch_related("needs")


class AudienceViewSet(SnippetViewSet):
    """Its code is set once: the addresses of lists carry its number, and exports its code."""

    model = Audience
    icon = "user"
    menu_label = "Audiences"
    list_display = ["name", "description"]


class SubscriberViewSet(SnippetViewSet):
    """Partners who keep a copy of the directory and are told what changed in it."""

    model = Subscriber
    icon = "globe"
    menu_label = "Partners"
    list_display = ["name", "url", Column("state", label="State")]


class DeliveryViewSet(ModelViewSet):
    """What partners were told, and what has not arrived yet."""

    model = Delivery
    icon = "mail"
    menu_label = "Messages to partners"
    name = "deliveries_admin"
    url_prefix = "directory/deliveries"
    list_display = ["__str__", "state", "attempts", "answer", "next_attempt_at", "created"]
    list_filter = ["state", "subscriber"]
    exclude_form_fields = ["changes"]
    inspect_view_enabled = False
    copy_view_enabled = False

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        return ReadOnlyPolicy(self.model)

    def get_queryset(self, request):
        return Delivery.objects.select_related("subscriber")


class QualityView(WagtailAdminTemplateMixin, TemplateView):
    page_title = "What is not well"
    header_icon = "warning"
    breadcrumbs_items = [*WagtailAdminTemplateMixin.breadcrumbs_items, {"url": "", "label": page_title}]
    template_name = "services_directory/admin/quality.html"

    def dispatch(self, request, *args, **kwargs):
        if not can_read_the_quality_report(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        services, today = quality.live_services(), timezone.localdate()
        return super().get_context_data(
            overdue=quality.overdue(services, today),
            incomplete=quality.incomplete(services),
            duplicates=quality.duplicates(services),
            empty_searches=quality.empty_searches(today),
            weeks=quality.WEEKS,
            links=dead_links.report(today=today),
            **kwargs,
        )


class _Item(MenuItem):
    def is_shown(self, request) -> bool:
        return can_read_the_quality_report(request.user)


class QualityViewSet(ViewSet):
    """Overdue, incomplete and double entries, and what people looked for in vain."""

    name = "directory_quality"
    url_prefix = "directory/quality"
    icon = "warning"
    menu_label = "What is not well"
    menu_item_class = _Item

    def get_urlpatterns(self):
        return [path("", QualityView.as_view(), name="index")]


class Directory(SnippetViewSetGroup):
    """Everything of the directory officer in one menu."""

    menu_label = "Directory"
    menu_icon = "help"
    menu_order = 250
    items = (
        ServiceViewSet(),
        TaskViewSet,
        ProposalViewSet(),
        QualityViewSet(),
        FilesViewSet(),
        OrganisationViewSet,
        ProviderAccountViewSet,
        LocationViewSet,
        SynonymViewSet,
        AudienceViewSet,
        SubscriberViewSet,
        DeliveryViewSet(),
    )
