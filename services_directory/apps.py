from django.apps import AppConfig


class ServicesDirectoryConfig(AppConfig):
    name = "services_directory"

    def ready(self) -> None:
        from common import retention, rights
        from services_directory.retention import RULES
        from services_directory.rights import SOURCES

        retention.register(*RULES)
        rights.register(*SOURCES)
