from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "common"
    verbose_name = "Shared words and tools"

    def ready(self) -> None:
        from common import retention, rights, watching, whole_pages
        from common.retention import rules
        from common.rights import sources

        retention.register(*rules.RULES)
        rights.register(*sources.SOURCES)
        watching.connect()
        whole_pages.watch()
