"""Photos of flip charts, straight from the camera."""

from django import forms

from common.forms import GovukForm
from common.uploads.photos import SafePhoto, safe_photo
from common.uploads.refusing import Refused
from conversations.models.photos import MOST_PHOTOS


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Several photos, each drawn again before anything else sees it. Gives a list of SafePhoto."""

    def __init__(self, **kwargs) -> None:
        super().__init__(widget=SeveralFiles(attrs={"accept": "image/*"}), **kwargs)

    def clean(self, data, initial=None) -> list[SafePhoto]:
        files = [super(PhotosField, self).clean(file, initial) for file in (data or [None])]
        if len(files) > MOST_PHOTOS:
            raise forms.ValidationError(f"Send {MOST_PHOTOS} photos or fewer at once")
        return [_drawn(file) for file in files]


def _drawn(file) -> SafePhoto:
    try:
        return safe_photo(file, size=file.size)
    except Refused as refused:
        raise forms.ValidationError(str(refused)) from None


class PhotosForm(GovukForm):
    photos = PhotosField(
        label="Photos of the flip charts",
        help_text="Take them now, or choose them from your phone. JPEG, PNG, WebP or HEIC, 15 MB each, ten at most.",
        error_messages={"required": "Choose a photo, or take one", "empty": "The file is empty. Choose another one"},
    )  # fmt: skip
    shows_people = forms.BooleanField(
        label="There are faces or names in the photos", required=False,
        help_text="Try first without faces and names: fold the corner, or cover the name. Photos with them go sooner.",
    )  # fmt: skip
