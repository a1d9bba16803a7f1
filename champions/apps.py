from django.apps import AppConfig


class ChampionsConfig(AppConfig):
    name = "champions"

    def ready(self) -> None:
        from champions import retention
        from common.retention import register

        register(*retention.RULES)
