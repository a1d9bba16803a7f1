"""How staff narrow the lists of conversations and of actions."""

import django_filters

from common.filters import ChoicesFilter, ListFilter
from common.models import Ward
from conversations.choices import ActionStatus, Horizon, Setting
from conversations.models import PriorityPage
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


class ActionFilter(ListFilter):
    """By how it goes, by horizon, by priority."""

    status = ChoicesFilter(label="How it is going", choices=ActionStatus.choices)
    horizon = ChoicesFilter(label="By when", choices=[one for one in Horizon.choices if one[0]])
    priority = django_filters.ModelChoiceFilter(
        label="Priority", queryset=PriorityPage.objects.standing(), to_field_name="slug", empty_label="Every priority"
    )
