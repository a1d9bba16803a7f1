"""Certificates: your own as a PDF, and a page where anybody can check that one is real."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from champions import links, paper
from champions.forms import CertificateCodeForm
from champions.models import TrainingRecord
from champions.views.replies import SeeOther, personal
from common import codes, pdf
from common.same_origin import same_origin_form


@personal
@require_safe
def certificate(request: HttpRequest, token: str) -> HttpResponse:
    """Your own, by a link that only you have."""
    return pdf.response(paper.certificates([links.certificate_at(token)]), "certificate")


@same_origin_form
@require_http_methods(["GET", "HEAD", "POST"])
def check_a_certificate(request: HttpRequest) -> HttpResponse:
    """For somebody who holds one on paper, and types its code."""
    form = CertificateCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return SeeOther(reverse("champions:certificate_check", args=[form.cleaned_data["code"]]))
    return render(request, "champions/check_a_certificate.html", {"form": form, "submit": "Check it"})


@require_safe
def certificate_check(request: HttpRequest, code: str) -> HttpResponse:
    """What is true of the certificate with this code, and never whose it is.

    Known or not, it is one look-up and one page with one status.
    """
    tidied = codes.tidied(code, codes.CERTIFICATE)
    record = TrainingRecord.objects.certified().with_code(tidied).first()
    response = render(request, "champions/certificate_check.html", {"record": record})
    response["X-Robots-Tag"] = "noindex"
    return response
