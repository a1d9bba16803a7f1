"""A complaint about personal data: the public form, and the officer's list of those that wait."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from accounts.doors import SignedInRequest, for_roles
from accounts.roles import Role
from common import form_state, limits
from common.forms import GovukForm
from common.models import DataComplaint
from common.rights import complaining
from common.same_origin import same_origin_form

FORM = "data-complaint"
PAGE = "/data-protection-complaint/"


class ComplaintForm(GovukForm):
    """What went wrong, in one's own words, and where to answer."""

    is_adult = forms.ChoiceField(
        label="Are you 18 or over?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect,
        error_messages={"required": "Choose yes or no"},
    )  # fmt: skip
    words = forms.CharField(
        label="What went wrong?", max_length=2000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Such as: a letter went to the wrong address. You need not say who you are.",
        error_messages={"required": "Write what went wrong, in your own words"},
    )  # fmt: skip
    email = forms.EmailField(
        label="Email address", required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="Only if you want an answer by email. You get a reference in any case.",
    )  # fmt: skip
    inline = ["is_adult"]

    def clean(self) -> dict:
        # Under 18, nothing that was typed is kept, so nothing needs to be right (rule 6).
        if self.cleaned_data.get("is_adult") == "no":
            self.errors.clear()
            return {"is_adult": "no"}
        return super().clean() or self.cleaned_data


class OutcomeForm(GovukForm):
    outcome = forms.CharField(
        label="What came of it", max_length=2000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="It goes to whoever complained, as it stands here.",
        error_messages={"required": "Write what you found and what changes"},
    )  # fmt: skip


@same_origin_form
def complain(request: HttpRequest) -> HttpResponse:
    """Without an account or a cookie. Of somebody under 18 nothing is kept."""
    form = ComplaintForm(request.POST if request.method == "POST" else None)
    state = form_state.start()
    if request.method == "POST":
        try:
            state = form_state.unpack(request.POST.get("state", ""), form=FORM)
        except form_state.StateLost:
            form.add_error(None, "This page was open for a long time. Look at your answers and send them again")
        if form.is_valid():
            return _complained(request, form, state)
    context = {"form": form, "state": form_state.pack(state, form=FORM), "submit": "Send", "back_url": PAGE}
    return render(request, "home/complain.html", context)


def _complained(request: HttpRequest, form: ComplaintForm, state: dict) -> HttpResponse:
    answers = dict(form.cleaned_data)
    if answers.pop("is_adult") == "no":
        return render(request, "home/complained.html")
    if limits.is_over("complain", request):
        return render(request, "home/complain_later.html", status=429)
    complaint = complaining.complain(key=state["key"], **answers)
    return render(request, "home/complained.html", {"complaint": complaint})


@for_roles(Role.DPO)
def complaints(request: HttpRequest) -> HttpResponse:
    """Those that wait, longest first; then the answered ones."""
    return render(request, "home/complaints.html", {"complaints": DataComplaint.objects.all()[:100]})


@for_roles(Role.DPO)
def complaint(request: SignedInRequest, reference: str) -> HttpResponse:
    one = get_object_or_404(DataComplaint, reference=reference)
    form = OutcomeForm(request.POST if request.POST.get("do") == "answer" else None)
    if request.method == "POST" and request.POST.get("do") == "acknowledge":
        complaining.acknowledge(complaint=one, by=request.user)
        messages.success(request, "Saved. They know that somebody has read it.")
        return redirect("complaint", reference)
    if request.method == "POST" and form.is_valid():
        complaining.answer(complaint=one, outcome=form.cleaned_data["outcome"], by=request.user)
        messages.success(request, "Saved and sent.")
        return redirect("complaints")
    return render(request, "home/complaint.html", {"complaint": one, "form": form})
