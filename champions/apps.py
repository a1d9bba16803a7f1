from django.apps import AppConfig


class ChampionsConfig(AppConfig):
    name = "champions"

    def ready(self) -> None:
        from champions.retention import RULES
        from champions.rights import SOURCES
        from common import retention, rights

        retention.register(*RULES)
        rights.register(*SOURCES)
