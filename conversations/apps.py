from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "conversations"

    def ready(self) -> None:
        from common import retention, rights
        from conversations.retention import RULES
        from conversations.rights import SOURCES

        retention.register(*RULES)
        rights.register(*SOURCES)
