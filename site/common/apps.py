import mimetypes

from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "common"
    verbose_name = "Shared words and tools"

    def ready(self) -> None:
        from django.conf import settings

        from common import retention, rights, watching, which_site, whole_pages
        from common.operations import error_reports
        from common.retention import rules
        from common.rights import sources

        retention.register(*rules.RULES)
        rights.register(*sources.SOURCES)
        # Not every machine's list of kinds knows these, and a store of files keeps what it was told.
        mimetypes.add_type("image/webp", ".webp")
        mimetypes.add_type("image/avif", ".avif")
        watching.connect()
        whole_pages.watch()
        which_site.watch()
        if settings.SENTRY_DSN:
            error_reports.start(settings.SENTRY_DSN)
