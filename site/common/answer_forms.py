"""Four short questions, before and after."""

from django import forms

from common.before_and_after import Answer, Statement
from common.forms import GovukForm


def _question(statement: Statement) -> forms.ChoiceField:
    return forms.ChoiceField(label=statement.label, choices=Answer.choices, widget=forms.RadioSelect, required=False)


class AnswersForm(GovukForm):
    """How much people agree with each statement. Any may be left out, but not all of them."""

    mark_optional = False

    reasons = _question(Statement.REASONS)
    services = _question(Statement.SERVICES)
    talking = _question(Statement.TALKING)
    trust = _question(Statement.TRUST)

    def clean(self):
        given = {statement: answer for statement, answer in super().clean().items() if answer}
        if not given and not self.errors:
            self.add_error("reasons", "Choose an answer to one question at least")
        return given
