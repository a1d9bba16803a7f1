"""Work for the background worker. Arguments are ids; each task reads again and is safe to run twice."""

from django_tasks import task

from common import outbox


# Somebody waits for it: before whatever the admin has put in the same queue, such as its index.
@task(priority=50)
def send_mail_task(message_id: int) -> None:
    outbox.send(message_id)
