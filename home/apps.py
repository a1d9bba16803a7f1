from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate


def put_new_lanes_in_place(**kwargs) -> None:
    """After an upgrade: a lane that came with it. What staff have changed stays, and an empty site has none yet."""
    from home.approving.start import set_workflows
    from home.models import HomePage

    if HomePage._meta.db_table not in connection.introspection.table_names():
        return  # only a part was migrated
    home = HomePage.objects.order_by("pk").only("pk").first()
    if home is not None:
        set_workflows(home)


class HomeConfig(AppConfig):
    name = "home"

    def ready(self) -> None:
        post_migrate.connect(put_new_lanes_in_place, sender=self, dispatch_uid="home.lanes")
