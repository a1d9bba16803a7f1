from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "conversations"

    def ready(self) -> None:
        from common.retention import register
        from conversations import retention

        register(*retention.RULES)
