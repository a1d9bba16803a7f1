"""Pictures of staff for pages and posters: the same care as for photos from outside."""

from django import forms
from django.core.files.base import ContentFile
from wagtail.images.forms import BaseImageForm

from common.uploads.child import run_in_child
from common.uploads.refusing import Refused
from common.uploads.scanning import refuse_viruses


class PictureForm(BaseImageForm):
    """Wagtail's form for a picture, which draws a new file again: no place, no camera, nothing hidden."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data or not file:
            return file
        file.seek(0)
        content = file.read()
        try:
            refuse_viruses(content)
            drawn = run_in_child("common.uploads.drawing:same_kind_of", content)
        except Refused as refusal:
            raise forms.ValidationError(f"{refusal}.") from None
        clean = ContentFile(drawn, name=file.name)
        clean.image = getattr(file, "image", None)
        return clean
