"""The record that the law asks for says the same periods as the rules that the clock carries out."""

import pytest
from django.urls import reverse

from accounts.roles import Role
from common.models import RetentionDecision
from common.retention import all_rules
from home.oversight.processing import ACTIVITIES

pytestmark = pytest.mark.django_db
# About our own work, and about nobody.
ABOUT_NOBODY = {"runs", "service-files", "partners-told", "searches", "exports", "corrections", "unfinished"}


def test_every_rule_about_people_belongs_to_something_that_we_do():
    named = {slug for activity in ACTIVITIES for slug in activity.rules}

    assert {rule.slug for rule in all_rules()} - ABOUT_NOBODY == named


def test_the_page_tells_the_period_that_was_decided(staff, signed_in):
    browser = signed_in(staff(Role.DPO))
    assert "180 days (proposed, not decided)" in browser.get(reverse("processing")).content.decode()

    RetentionDecision.objects.create(slug="wishes", days=77)

    assert "77 days" in browser.get(reverse("processing")).content.decode()
