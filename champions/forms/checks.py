"""What level of check a role needs. Nothing about what stands in it."""

from django import forms
from django.utils import timezone

from accounts.models import User
from champions.choices import CheckLevel, RoleKind
from common.forms import DateInputField, GovukForm


class CheckForm(GovukForm):
    mark_optional = False

    user = forms.ModelChoiceField(
        label="Who?",
        queryset=User.objects.none(),
        empty_label="Choose one",
        error_messages={"required": "Choose a person", "invalid_choice": "Choose a person from the list"},
    )
    kind = forms.ChoiceField(label="For which role?", choices=RoleKind.choices)
    level = forms.ChoiceField(
        label="What does the role need?",
        choices=CheckLevel.choices,
        widget=forms.RadioSelect,
        help_text="Never ask for more than the role allows. Listening to people, or coming to a workshop, needs none.",
        error_messages={"required": "Choose what the role needs"},
    )
    why = forms.CharField(
        label="Why?",
        max_length=200,
        help_text="What they do, such as: leads a youth session every week. Nothing about the person.",
        error_messages={"required": "Write why the role needs it"},
    )
    seen_on = DateInputField(
        label="When did you see it?",
        required=False,
        help_text="Leave it empty until you have. Do not copy it, and write down no number.",
    )
    review_on = DateInputField(label="When do we look again?", required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        people = User.objects.filter(dated_roles__isnull=False, is_active=True).distinct()
        self.fields["user"].queryset = people.order_by("first_name", "email")  # type: ignore[attr-defined]

    def clean(self):
        cleaned = super().clean()
        seen, review = cleaned.get("seen_on"), cleaned.get("review_on")
        if seen and seen > timezone.localdate():
            self.add_error("seen_on", "Choose a day that is not in the future")
        if review and seen and review <= seen:
            self.add_error("review_on", "Choose a day after the one on which you saw it")
        if review and not seen:
            self.add_error("review_on", "Write first when you saw it")
        return cleaned
