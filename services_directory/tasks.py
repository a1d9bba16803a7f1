"""Work for the background worker. Arguments are ids; each task reads again and is safe to run twice."""

from django_tasks import task

from services_directory import partners
from services_directory.interchange import sent_files


@task()
def work_on_file_task(feed_file_id: int) -> None:
    sent_files.work_on(feed_file_id)


@task()
def send_to_partner_task(delivery_id: int) -> None:
    partners.send(delivery_id)
