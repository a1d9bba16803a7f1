"""How the log is narrowed: who, what, and between which days."""

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef

from common.filters import DayFilter, ListFilter
from common.models import AuditEntry


def _who_did_anything(request):
    entries = AuditEntry.objects.filter(actor=OuterRef("pk"))
    return get_user_model().objects.filter(Exists(entries)).order_by("email")


class LogFilter(ListFilter):
    """Each answer narrows the log further."""

    actor = django_filters.ModelChoiceFilter(label="Who", queryset=_who_did_anything, empty_label="Anybody")
    action = django_filters.AllValuesFilter(label="What", empty_label="Anything")
    since = DayFilter(label="From", field_name="at", lookup_expr="date__gte")
    until = DayFilter(label="To", field_name="at", lookup_expr="date__lte")
