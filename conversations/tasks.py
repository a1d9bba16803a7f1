"""Work for the background worker. Arguments are ids; each task reads again and is safe to run twice."""

from django_tasks import task

from conversations import actions


# Somebody waits for it: before whatever the admin has put in the same queue, such as its index.
@task(priority=50)
def take_out_by_code(number: int) -> None:
    actions.take_out_by_code(number=number)


@task()
def refresh_suggestions() -> None:
    """After a note was understood, or the codebook changed."""
    actions.refresh_suggestions()


@task()
def refresh_figures() -> None:
    """After something changed that counts."""
    actions.refresh_figures()
