from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        from accounts.roles import sync_groups

        # After every migrate the groups are what the table in roles.py says, whatever order apps came in.
        post_migrate.connect(sync_groups, dispatch_uid="accounts.sync_groups")
