"""Photos of flip charts: add, look at while typing, delete."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from common.operations.broken import the_files_are_away
from common.uploads.links import opens, token_for
from common.uploads.sending import private_file
from conversations import actions
from conversations.forms import PhotosForm
from conversations.models import Conversation, Photo
from conversations.permissions import can_record, can_see_photos
from conversations.views.doors import SignedInRequest, own_conversation, posted


@own_conversation
def note_photos(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """What was taken so far, and the camera while the note may still be written."""
    may_add = conversation.is_writable and can_record(request.user, conversation)
    form = PhotosForm(posted(request), request.FILES if request.method == "POST" else None) if may_add else None
    if form is not None and request.method == "POST" and form.is_valid() and _added(request, conversation, form):
        return redirect("conversations:note_photos", conversation.reference)
    photos = [(photo, address(photo, request)) for photo in conversation.photos.all()]
    context = {"conversation": conversation, "form": form, "photos": photos}
    return render(request, "conversations/note_photos.html", context)


def _added(request: SignedInRequest, conversation: Conversation, form: PhotosForm) -> bool:
    """Store them one by one: what fits is kept, and the person is told what was not."""
    try:
        for photo in form.cleaned_data["photos"]:
            shows_people = form.cleaned_data["shows_people"]
            actions.add_photo(conversation=conversation, by=request.user, photo=photo, shows_people=shows_people)
    except ValidationError as full:
        form.add_error("photos", full.messages)
        return False
    except Exception as error:  # A folder fails with an OSError, a bucket with errors of its own.
        if not the_files_are_away(error):
            raise
        form.add_error("photos", "We cannot keep photos just now. Your note is safe. Try again in a few minutes")
        return False
    messages.success(request, "Kept. Where and with what it was taken is no longer in it.")
    return True


def address(photo: Photo, request: SignedInRequest) -> str:
    """For this person, and for the next few minutes."""
    token = token_for(photo, request.user)
    return reverse("conversations:photo_file", args=[photo.conversation.reference, photo.code, token])


def photo_file(request: HttpRequest, reference: str, code, token: str) -> HttpResponseBase:
    """The picture itself. To everybody but its taker, and after its time, it does not exist (F7)."""
    found = Photo.objects.select_related("conversation").filter(code=code, conversation__reference=reference.upper())
    photo = get_object_or_404(found)
    user = request.user
    if not user.is_authenticated or not can_see_photos(user, photo.conversation) or not opens(token, photo, user):
        raise Http404
    saving = request.GET.get("save") == "1"
    return private_file(
        photo.file, name=f"{photo.conversation.reference}.jpg", content_type="image/jpeg", inline=not saving
    )


@own_conversation
def delete_photo(request: SignedInRequest, conversation: Conversation, code) -> HttpResponse:
    """Ask first: what is deleted cannot be brought back."""
    photo = get_object_or_404(conversation.photos, code=code)
    if request.method == "POST":
        actions.delete_photo(photo=photo, by=request.user)
        messages.success(request, "Deleted.")
        return redirect("conversations:note_photos", conversation.reference)
    context = {"conversation": conversation, "address": address(photo, request), "photo": photo}
    return render(request, "conversations/delete_photo.html", context)
