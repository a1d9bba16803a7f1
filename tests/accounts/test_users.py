"""The email address is the identity."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import User

pytestmark = pytest.mark.django_db


def test_addresses_are_the_same_in_capitals(make_user):
    make_user("kim@example.org")

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email="Kim@Example.org")])
    with pytest.raises(ValidationError, match="There is an account"):
        User(email="KIM@example.org", password="x").full_clean()


def test_people_are_found_whatever_the_capitals(make_user):
    kim = make_user("kim@example.org")

    assert User.objects.get_by_natural_key("KIM@EXAMPLE.ORG") == kim


def test_a_user_needs_an_address(db):
    with pytest.raises(ValueError, match="email"):
        User.objects.create_user("")
