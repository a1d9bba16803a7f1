"""How staff narrow the list of conversations: state, kind of place, ward."""

import django_filters

from common.filters import ChoicesFilter, ListFilter
from common.models import Ward
from conversations.choices import Setting
from conversations.models.conversations import DAYS_UNTIL_OVERDUE
from conversations.states import PIPELINE


class ConversationFilter(ListFilter):
    """References, dates and places: no filter reads a word of any note."""

    state = ChoicesFilter(label="State", choices=[(state.value, state.label) for state in PIPELINE])
    setting = ChoicesFilter(label="Kind of place", choices=Setting.choices)
    late = django_filters.ChoiceFilter(
        label="Note still to come", choices=[(days, f"After {days} days") for days in DAYS_UNTIL_OVERDUE],
        empty_label="All", method="held_so_long_ago",
    )  # fmt: skip
    ward = django_filters.ModelChoiceFilter(label="Ward", queryset=Ward.objects.all(), empty_label="Every ward")

    def held_so_long_ago(self, queryset, name: str, value: str):
        return queryset.overdue(int(value))
