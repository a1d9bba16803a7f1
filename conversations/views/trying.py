"""Do what a form asks for, or put the reason why not beside what was typed. Nothing typed is lost."""

from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError

from conversations.actions import NotReady


def tried(form: forms.BaseForm, action: Callable, /, **details):
    """What `action` gives for `details` and the answers of `form`; None where the form is not sent, or is not valid.

    None also where the action refuses: then the form says why.
    """
    if not form.is_valid():
        return None
    try:
        return action(**details, **form.cleaned_data)
    except NotReady as missing:
        form.add_error(None, str(missing))
    except ValidationError as refused:
        put_beside(form, refused)
    return None


def put_beside(form: forms.BaseForm, refused: ValidationError) -> None:
    """Each sentence beside its field, where the form has that field; the others above the form."""
    if not hasattr(refused, "error_dict"):
        form.add_error(None, refused)
        return
    for name, errors in refused.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
