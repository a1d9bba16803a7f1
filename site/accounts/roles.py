"""The staff roles and what each may do in the Wagtail admin: one table, made true after every migrate.

Rights over notes, bookings and concerns are not here: they are sentences in each app's permissions.py, which
ask `user.has_role(...)`. Champions, facilitators and trainers are not here either: theirs are dated roles.
"""

from django.db import models


class Role(models.TextChoices):
    """The staff roles. The value is the group's name; the label is what people read."""

    COORDINATOR = "coordinator", "Coordinator"
    ANALYST = "analyst", "Analyst"
    REDACTOR = "redactor", "Redactor"
    COMMS = "comms", "Communications editor"
    PUBLISHER = "publisher", "Publisher"
    SENSITIVE = "sensitive", "Sensitive content approver"
    TRANSLATOR = "translator", "Translator"
    DIRECTORY = "directory", "Directory officer"
    PROVIDER = "provider", "Service provider"
    SAFEGUARDING = "safeguarding", "Safeguarding lead"
    DEPUTY = "deputy", "Safeguarding deputy"
    OWNER = "owner", "Action owner"
    BOARD = "board", "Board member"
    DPO = "dpo", "Data protection officer"
    ADMIN = "admin", "Site administrator"


# Content staff: the only people who enter the Wagtail admin.
ADMIN_ROLES = (Role.COMMS, Role.PUBLISHER, Role.SENSITIVE, Role.TRANSLATOR, Role.DIRECTORY, Role.ADMIN)

_ENTER = ["wagtailadmin.access_admin"]
_IMAGES = [f"wagtailimages.{verb}_image" for verb in ("add", "change", "choose")]
_DOCUMENTS = [f"wagtaildocs.{verb}_document" for verb in ("add", "change", "choose")]
_VOCABULARY = [
    f"common.{verb}_{model}"
    for verb in ("add", "change", "view")
    for model in ("keymessage", "bigquestion", "domain", "ecologicallevel", "need", "stylerule")
] + ["common.delete_stylerule"]

_CAMPAIGNS = [
    f"{model.partition('.')[0]}.{verb}_{model.partition('.')[2]}"
    for verb in ("add", "change", "view")
    for model in ("home.storyconsent", "common.shortlink")
]

_DIRECTORY = ("organisation", "location", "synonym", "audience")

_STRATEGY = [
    f"conversations.{verb}_{model}"
    for verb in ("add", "change", "view")
    for model in ("aim", "allowedwords", "guideversion")
]

# Written by one person, on the site when another has said yes: nobody may publish, or take away.
_NUMBERS = ["common.view_emergencycontact", "common.change_emergencycontact", "common.add_emergencycontact"]
_FRAME = [f"common.{verb}_framewords" for verb in ("view", "change", "add")]

# Role → Django permissions. Page permissions hang on pages and are in home/demo and the start-up tree.
PERMISSIONS: dict[Role, list[str]] = {
    Role.COMMS: _ENTER + _IMAGES + _DOCUMENTS + _CAMPAIGNS,
    Role.PUBLISHER: _ENTER + _IMAGES + _DOCUMENTS + _VOCABULARY + _STRATEGY + _CAMPAIGNS + _NUMBERS + _FRAME,
    Role.SENSITIVE: [*_ENTER, "common.view_safeguardingtext", "common.change_safeguardingtext", *_NUMBERS],
    Role.TRANSLATOR: [*_ENTER, "simple_translation.submit_translation", *_FRAME],
    Role.DIRECTORY: _ENTER
    + [f"services_directory.{verb}_{model}" for verb in ("add", "change", "view") for model in _DIRECTORY]
    + ["services_directory.delete_synonym", "services_directory.change_task", "services_directory.view_task"]
    + ["services_directory.add_feedfile", "services_directory.view_delivery"]
    + [f"services_directory.{verb}_subscriber" for verb in ("add", "change", "view", "delete")]
    + [f"services_directory.{verb}_provideraccount" for verb in ("add", "delete", "view")]
    + _NUMBERS,
    Role.ADMIN: _ENTER
    + [f"accounts.{verb}_user" for verb in ("add", "change", "view")]
    + [f"wagtailcore.{verb}_site" for verb in ("change", "view")]
    + ["common.view_outboxmessage", "common.view_auditentry"],
}


def sync_groups(**kwargs) -> None:
    """Make the groups and their permissions what PERMISSIONS says. Safe to run any number of times."""
    from django.contrib.auth.models import Group, Permission
    from django.db.models import Q

    using = kwargs.get("using", "default")
    wanted = {name for names in PERMISSIONS.values() for name in names}
    codenames = {name.split(".")[1] for name in wanted}
    found = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.using(using)
        .filter(Q(codename__in=codenames))
        .select_related("content_type")
    }
    for role in Role:
        group, _ = Group.objects.using(using).get_or_create(name=role.value)
        # Apps migrate one by one: a permission that is not there yet comes with the last signal.
        group.permissions.set([found[name] for name in PERMISSIONS.get(role, []) if name in found])
