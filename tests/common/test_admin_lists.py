"""Staff see the shared words and which mail is stuck, and never what a mail says."""

import pytest

from accounts.roles import Role
from common import outbox
from common.models import OutboxMessage

pytestmark = pytest.mark.django_db


def test_the_administrator_sees_stuck_mail_but_not_its_words(staff, signed_in):
    outbox.store(kind="test", key="1", to="kim@example.org", subject="A subject line", text="The words of it")

    page = signed_in(staff(Role.ADMIN)).get("/admin/mail/").content.decode()

    assert "kim@example.org" in page
    assert "The words of it" not in page


def test_nobody_edits_mail(staff, signed_in):
    outbox.store(kind="test", key="1", to="kim@example.org", subject="x", text="The words of it")
    message = OutboxMessage.objects.get()
    browser = signed_in(staff(Role.ADMIN))

    for address in (f"/admin/mail/edit/{message.pk}/", f"/admin/mail/delete/{message.pk}/", "/admin/mail/new/"):
        response = browser.get(address, follow=True)
        assert b"The words of it" not in response.content
        assert b"you do not have permission" in response.content or response.status_code == 404


def test_a_publisher_edits_the_shared_words(vocabulary, staff, signed_in):
    assert signed_in(staff(Role.PUBLISHER)).get("/admin/snippets/common/keymessage/").status_code == 200


def test_an_editor_does_not(vocabulary, staff, signed_in):
    response = signed_in(staff(Role.COMMS)).get("/admin/snippets/common/keymessage/")

    assert response.status_code == 302
