"""Work in the background, for whoever looks after the platform."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from accounts.doors import SignedInRequest, for_roles
from accounts.roles import Role
from common import audit
from common.operations import work


@for_roles(Role.ADMIN)
def background_work(request: SignedInRequest) -> HttpResponse:
    """What waits, runs and failed; and once more, when what stopped it was mended."""
    if request.method == "POST":
        kind = request.POST.get("kind", "")
        put_back = work.put_back(kind)
        if put_back:
            audit.record("failed work tried again", actor=request.user, reason=f"{kind}: {put_back}"[:200])
        messages.success(request, f"{put_back} put back into the queue.")
        return redirect("background_work")
    context = {"kinds": work.kinds(), "queue_is_away": work.queue_is_away()}
    return render(request, "home/background_work.html", context)
