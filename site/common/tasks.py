"""Work for the background worker. Arguments are ids; each task reads again and is safe to run twice."""

from django_tasks import task

from common import outbox


@task()
def send_mail_task(message_id: int) -> None:
    outbox.send(message_id)
