"""Before the launch: what is open, and who signed for what."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.doors import SignedInRequest, for_roles
from accounts.roles import Role
from common import audit
from home.launch.forms import SignOffForm
from home.launch.gates import GATES, Gate
from home.launch.models import LaunchSignOff

# More lines help nobody: the place where they are mended shows them all.
LINES = 8


@dataclass(frozen=True)
class Open:
    """A gate with what is open behind it today."""

    gate: Gate
    lines: list[str]

    @property
    def shown(self) -> list[str]:
        return self.lines[:LINES]

    @property
    def more(self) -> int:
        return len(self.lines) - len(self.shown)


@for_roles(Role.DPO, Role.ADMIN)
def launch(request: SignedInRequest) -> HttpResponse:
    found = [Open(gate, gate.find()) for gate in GATES]
    signed = {sign_off.gate: sign_off for sign_off in LaunchSignOff.objects.select_related("by")}
    gates = [(gate, signed.get(gate)) for gate in LaunchSignOff.Gate]
    context = {
        "open": [one for one in found if one.lines],
        "passed": [one for one in found if not one.lines],
        "gates": gates,
        "left": sum(bool(one.lines) for one in found) + sum(sign_off is None for _, sign_off in gates),
    }
    return render(request, "home/launch.html", context)


@for_roles(Role.DPO, Role.ADMIN)
def sign_off(request: SignedInRequest, gate: str) -> HttpResponse:
    """Say that a gate is passed, and where the paper is. Once signed, it can only be taken back."""
    if gate not in LaunchSignOff.Gate.values:
        raise Http404
    form = SignOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _, made = LaunchSignOff.objects.get_or_create(
            gate=gate, defaults={"by": request.user, "where": form.cleaned_data["where"]}
        )
        if made:
            audit.record(f"launch gate signed: {gate}", actor=request.user)
        messages.success(request, "Saved.")
        return redirect("launch")
    return render(request, "home/launch_sign_off.html", {"form": form, "gate": LaunchSignOff.Gate(gate)})


@for_roles(Role.DPO, Role.ADMIN)
@require_POST
def take_sign_off_back(request: SignedInRequest, gate: str) -> HttpResponse:
    gone, _ = LaunchSignOff.objects.filter(gate=gate).delete()
    if gone:
        audit.record(f"launch gate taken back: {gate}", actor=request.user)
        messages.success(request, "Taken back. It is open again.")
    return redirect("launch")
