from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "common"
    verbose_name = "Shared words and tools"

    def ready(self) -> None:
        from common.retention import register, rules

        register(*rules.RULES)
