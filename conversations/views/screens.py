"""What every screen of a note shares: the form as it was left, the way on, and the page itself."""

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from conversations import answers, steps
from conversations.forms.safe_words import SafeForm, SafeModelForm
from conversations.models import Conversation
from conversations.views.doors import SignedInRequest

NoteForm = TypeVar("NoteForm", bound=SafeForm | SafeModelForm)


def as_left(
    request: SignedInRequest,
    conversation: Conversation,
    screen: str,
    form_class: Callable[..., NoteForm],
    **options,
) -> NoteForm:
    """The form with what was posted; else as somebody left it in the middle, on any device; else as it is saved."""
    if request.method == "POST":
        return form_class(request.POST, **options)
    if (left := conversation.unfinished.of_screen(screen).first()) and left.has_words:
        form = form_class(left.as_posted, **options)
        form.without_judgement()
        return form
    return form_class(**options)


def page_of(
    request: SignedInRequest, conversation: Conversation, screen: str, template: str, form: forms.BaseForm, **context
) -> HttpResponse:
    """The page of one form, with all that keeping its words needs. The row is read again: the form has changed it."""
    now = Conversation.objects.get(pk=conversation.pk)
    kept = {} if screen == "safety" else keeping(now, screen)
    context = {"conversation": now, "form": form, "saved": saved(now), **kept, **context}
    return render(request, f"conversations/{template}.html", context)


def keeping(conversation: Conversation, screen: str) -> dict:
    """Where the page sends what is typed, and what it has seen."""
    left = conversation.unfinished.of_screen(screen).first()
    return {
        "keep_at": reverse("conversations:keep_typed", args=[conversation.reference, screen]),
        "stamp": answers.stamp_of_screen(conversation, screen),
        "revision": left.revision if left else 0,
        "is_left": bool(left and left.has_words),
    }


def screen_of(request: SignedInRequest, conversation: Conversation, step: steps.Step, form, **context) -> HttpResponse:
    """One screen of the note, with its place in the eight and when it was last saved."""
    template = "note_points" if step.kinds else f"note_{step.slug}"
    place = {"step": step, "number": steps.number_of(step), "of": len(steps.STEPS)}
    return page_of(request, conversation, step.slug, template, form, **place, **context)


def newer_words(form: forms.BaseForm, changed: Exception, saved_now: Model) -> None:
    """Say what is saved now beside what was typed: whoever presses again has seen both, and decides."""
    typed = dict(form.cleaned_data)
    form.add_error(None, f"{changed} Compare them, then press the button again to keep what is in the boxes here.")
    for name, field in form.fields.items():
        there = getattr(saved_now, name, None)
        if isinstance(field, forms.CharField) and there and there != typed.get(name):
            form.add_error(name, f"Saved meanwhile: “{there}”")


def saved(conversation: Conversation) -> str:
    return f"saved at {timezone.localtime(conversation.saved_at):%H:%M}" if conversation.saved_at else ""


def onward(conversation: Conversation, step: steps.Step) -> HttpResponse:
    """To the next screen, or to the answers after the last."""
    following = steps.after(step)
    return to(conversation, following) if following else redirect("conversations:check_note", conversation.reference)


def to(conversation: Conversation, step: steps.Step) -> HttpResponse:
    return redirect(address_of(conversation, step))


def address_of(conversation: Conversation, step: steps.Step) -> str:
    if step.kinds:
        return reverse("conversations:note_points", args=[conversation.reference, step])
    return reverse(f"conversations:note_{step.slug}", args=[conversation.reference])
