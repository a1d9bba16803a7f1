from django.apps import AppConfig


class ServicesDirectoryConfig(AppConfig):
    name = "services_directory"

    def ready(self) -> None:
        from common.retention import register
        from services_directory import retention

        register(*retention.RULES)
