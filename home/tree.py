"""The pages that every installation starts with, who may do what with them, and who approves.

Not demo content: it is the partnership's own. What is there already is never touched, so staff keep their edits.
"""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Task,
    Workflow,
)

from accounts.roles import Role
from common.models import BigQuestion, Domain, EcologicalLevel, KeyMessage, Need
from home.approving.start import set_workflows
from home.content import (
    about,
    approach,
    domains,
    guides,
    legal,
    levels,
    messages,
    nine_models,
    questions,
    safety,
    steps,
    strands,
)
from home.content.written import Written
from home.models import (
    AccessibilityStatementPage,
    ApproachIndexPage,
    ApproachPage,
    CampaignIndexPage,
    ComplaintPage,
    ContentPage,
    HomePage,
    HomePageNeed,
    HubIndexPage,
    IncidentIndexPage,
    KeyMessageIndexPage,
    KeyMessagePage,
    PrivacyPage,
    SafetyPage,
)

SITE_NAME = "Stop the Violence"

# The parts of the approach, in the order of the menu, each with its pages.
PARTS = [levels, steps, nine_models, strands, domains, questions, guides]

# Which field of a page names a shared term by its code.
TERMS = {"question": BigQuestion, "domain": Domain, "level": EcologicalLevel, "need": Need, "message": KeyMessage}

# Role → what it may do, and where: on the whole tree (an empty list), or on these parts of it.
CONTENT = ["campaigns", "hubs", "updates", "messages", "approach", *(page.slug for page in about.PAGES)]
PAGE_PERMISSIONS: dict[Role, tuple[list[str], list[str]]] = {
    Role.COMMS: (["add", "change"], CONTENT),
    Role.PUBLISHER: (["add", "change", "publish", "bulk_delete", "lock", "unlock"], []),
    # Never in English: home/languages/permissions.py.
    Role.TRANSLATOR: (["change"], []),
}
# Who puts pictures and files into the library.
LIBRARY_ROLES = [Role.COMMS.value, Role.PUBLISHER.value]


@transaction.atomic
def build() -> HomePage:
    """Put the pages, the rights and the workflow in place, and return the home page. Safe to run again."""
    home = HomePage.objects.filter(locale=Locale.get_default()).first() or _replace_welcome_page()
    _add_pages(home)
    _grant(home)
    _grant_library()
    set_workflows(home)
    return home


def _replace_welcome_page() -> HomePage:
    """Take out what Wagtail brings: its welcome page, and the groups and the workflow that are not ours."""
    root = Page.get_first_root_node()
    welcome = root.get_children().filter(slug="home").first()
    home = HomePage(slug="start", locale=Locale.get_default(), doing=about.HOME_DOING, **about.HOME)
    home.needs = [
        HomePageNeed(need=Need.objects.get(code=code), words=words, sort_order=order)
        for order, (code, words) in enumerate(about.HOME_NEEDS)
    ]
    root.add_child(instance=home)
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    site.root_page, site.site_name = home, SITE_NAME
    site.save()
    if welcome is not None:
        welcome.delete()
    Group.objects.filter(name__in=["Editors", "Moderators"]).delete()
    Workflow.objects.filter(name="Moderators approval").delete()
    Task.objects.filter(name="Moderators approval").delete()
    return home


def _add_pages(home: HomePage) -> None:
    _add(home, CampaignIndexPage, about.CAMPAIGNS)
    _add(home, HubIndexPage, about.HUBS)
    _add(home, IncidentIndexPage, about.UPDATES)
    index = _add(home, KeyMessageIndexPage, messages.INDEX)
    for code, written in messages.PAGES.items():
        _add(index, KeyMessagePage, written, message=code)
    top = _add(home, ApproachIndexPage, approach.INDEX)
    for written in approach.PAGES:
        _add(top, ApproachPage, written)
    for part in PARTS:
        index = _add(top, ApproachIndexPage, part.INDEX)
        for written in part.PAGES:
            _add(index, ApproachPage, written)
    for written in about.PAGES:
        _add(home, ContentPage, written)
    for written in safety.PAGES:
        _add(home, SafetyPage, written)
    _add(home, PrivacyPage, legal.PRIVACY)
    _add(home, ComplaintPage, legal.COMPLAINT)
    _add(home, AccessibilityStatementPage, legal.ACCESSIBILITY)


def _add(parent: Page, model: type[Page], written: Written, **fields) -> Page:
    """The page at this address under `parent`, made now if nobody has made it yet."""
    there = parent.get_children().filter(slug=written.slug).first()
    if there is not None:
        return there.specific
    fields = {**written.fields, **fields}
    for name in TERMS.keys() & fields.keys():
        fields[name] = TERMS[name].objects.get(code=fields[name])
    if hasattr(model, "body"):
        fields["body"] = written.body
    if written.closing:
        fields["closing"] = written.closing
    if written.button:
        fields["next_words"], fields["next_address"] = written.button
    page = model(slug=written.slug, title=written.title, summary=written.summary, **fields)
    parent.add_child(instance=page)
    return page


def _grant(home: HomePage) -> None:
    for role, (verbs, slugs) in PAGE_PERMISSIONS.items():
        group = Group.objects.get(name=role.value)
        # Other languages are trees of their own beside the English one, so rights over everything hang above both.
        pages = home.get_children().filter(slug__in=slugs) if slugs else [home.get_parent()]
        for page in pages:
            grant(group, page, verbs)


def grant(group: Group, page: Page, verbs: list[str]) -> None:
    """Let a group do these things (add, change, publish…) to a page and to all that is under it."""
    codenames = [f"{verb}_page" for verb in verbs]
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames):
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _grant_library() -> None:
    """Pictures and files belong to collections, where a right over the model alone counts for nothing."""
    root = Collection.get_first_root_node()
    wanted = [f"{verb}_{kind}" for verb in ("add", "change", "choose") for kind in ("image", "document")]
    for permission in Permission.objects.filter(
        content_type__app_label__in=["wagtailimages", "wagtaildocs"], codename__in=wanted
    ):
        for group in Group.objects.filter(name__in=LIBRARY_ROLES):
            GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
