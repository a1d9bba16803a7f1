"""How long things are kept: what is older today, what the officer decided, and whether the clock did it."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.doors import SignedInRequest, for_roles
from accounts.roles import Role
from common.forms import GovukForm
from common.retention import running


class DaysForm(GovukForm):
    """How many days one kind of record is kept."""

    days = forms.IntegerField(
        label="Days", min_value=running.FEWEST_DAYS, max_value=running.MOST_DAYS,
        error_messages={
            "required": "Enter how many days, like 30",
            "invalid": "Enter how many days as a number, like 30",
            "min_value": "Enter 1 day or more",
            "max_value": f"Enter {running.MOST_DAYS} days or fewer",
        },
    )  # fmt: skip
    widths = {"days": 4}


@for_roles(Role.DPO, Role.ADMIN)
def retention(request: SignedInRequest) -> HttpResponse:
    standings = running.standings()
    may_decide = request.user.has_role(Role.DPO)
    context = {"standings": standings, "is_red": running.is_red(standings), "may_decide": may_decide}
    return render(request, "home/retention.html", context)


@for_roles(Role.DPO)
def retention_rule(request: SignedInRequest, slug: str) -> HttpResponse:
    """One rule: how much is older, and the officer's yes."""
    one = next((one for one in running.standings() if one.rule.slug == slug), None)
    if one is None or one.rule.promised or one.rule.days is None:
        raise Http404
    form = DaysForm(request.POST or None, initial={"days": one.days})
    if request.method == "POST" and form.is_valid():
        running.decide(slug=slug, days=form.cleaned_data["days"], by=request.user)
        messages.success(request, "Saved. What is older goes with the next run.")
        return redirect("retention")
    return render(request, "home/retention_rule.html", {"one": one, "form": form})


@for_roles(Role.DPO)
@require_POST
def run_retention(request: SignedInRequest) -> HttpResponse:
    """Carry the rules out now, as the clock does every day."""
    gone = sum(done.gone for done in running.run())
    messages.success(request, f"Done. {gone} records went.")
    return redirect("retention")
