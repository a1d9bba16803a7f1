"""The directory as its officer sees it: the services and their checks, who runs them, and the search's words."""

from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from services_directory.models import Audience, Location, Organisation, ServicePage, Synonym, Task


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


class AudienceViewSet(SnippetViewSet):
    """Its code is set once: the addresses of lists carry its number, and exports its code."""

    model = Audience
    icon = "user"
    menu_label = "Audiences"
    list_display = ["name", "description"]


class Directory(SnippetViewSetGroup):
    """Everything of the directory officer in one menu."""

    menu_label = "Directory"
    menu_icon = "help"
    menu_order = 250
    items = (ServiceViewSet(), TaskViewSet, OrganisationViewSet, LocationViewSet, SynonymViewSet, AudienceViewSet)
