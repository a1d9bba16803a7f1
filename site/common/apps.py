from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "common"
    verbose_name = "Shared words and tools"

    def ready(self) -> None:
        from django.conf import settings

        from common import retention, rights, watching, whole_pages
        from common.operations import error_reports
        from common.retention import rules
        from common.rights import sources

        retention.register(*rules.RULES)
        rights.register(*sources.SOURCES)
        watching.connect()
        whole_pages.watch()
        if settings.SENTRY_DSN:
            error_reports.start(settings.SENTRY_DSN)
