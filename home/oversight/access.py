"""Every quarter somebody looks at who may open what."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.doors import SignedInRequest, for_roles
from accounts.roles import Role
from common import access
from common.models import AccessReview

_LONG_AGO = timedelta(days=90)


@for_roles(Role.DPO, Role.ADMIN)
def access_review(request: SignedInRequest) -> HttpResponse:
    """Everybody with a role, and what looks wrong about them."""
    if request.method == "POST":
        access.review(by=request.user)
        messages.success(request, "Saved. The next look is due in three months.")
        return redirect("access_review")
    return render(request, "home/access_review.html", {
        "people": access.with_access(),
        "long_ago": timezone.now() - _LONG_AGO,
        "last": AccessReview.objects.select_related("by").first(),
        "may_close": request.user.has_role(Role.ADMIN),
    })  # fmt: skip


@for_roles(Role.ADMIN)
@require_POST
def close_account(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask once more, then end everything that this account opens."""
    person = get_object_or_404(access.with_access(), pk=pk)
    if request.POST.get("sure") != "yes":
        return render(request, "home/close_account.html", {"person": person})
    try:
        access.close(user=person, by=request.user)
        messages.success(request, "Closed. Nothing opens for this account any more.")
    except access.OwnAccount:
        messages.error(request, "This is your own account. Ask another administrator to close it.")
    return redirect("access_review")
