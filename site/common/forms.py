"""How every public form is drawn. Forms elsewhere name fields and rules; not one of them names a CSS class.

`GovukForm` and `GovukModelForm` are drawn by `default_renderer`, never by the global FORM_RENDERER, which would dress
the Wagtail admin too. The templates are in templates/components/forms/.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from django import forms
from django.forms.renderers import TemplatesSetting
from django.forms.utils import flatatt, pretty_name
from django.template.loader import select_template

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

# What Django says, in our words. A form may say it better, for its own question.
IN_OUR_WORDS = {
    "min_value": "Enter a number that is %(limit_value)s or more",
    "max_value": "Enter a number that is %(limit_value)s or less",
    "min_length": "Write at least %(limit_value)d characters. You wrote %(show_value)d",
    "max_length": "Write %(limit_value)d characters or fewer. You wrote %(show_value)d",
    "invalid_choice": "Choose one of the answers in the list",
    "missing": "The file did not arrive. Choose it again",
    "empty": "The file is empty. Choose another one",
}
INVALID = {
    forms.EmailField: {"invalid": "Enter an email address with an @, like name@example.com"},
    forms.IntegerField: {"invalid": "Enter a whole number, like 4"},
    forms.URLField: {"invalid": "Enter a web address that starts with https://"},
}


class GovukBoundField(forms.BoundField):
    """A field on its page: what its label looks like, and where its error message leads."""

    def drawing(self, option: str, otherwise=None):
        """What the form says about this field under `option`: a set of names, or a mapping by name."""
        named = getattr(self.form, option, None) or ()
        if isinstance(named, Mapping):
            return named.get(self.name, otherwise)
        return self.name in named

    @property
    def kind(self) -> str:
        """Which template part draws it: choices, checkbox, date or single."""
        widget = self.field.widget
        if isinstance(widget, forms.CheckboxInput):
            return "checkbox"
        if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
            return "choices"
        return "group" if self.use_fieldset else "single"

    @property
    def choice_type(self) -> str:
        return "checkboxes" if isinstance(self.field.widget, forms.CheckboxSelectMultiple) else "radios"

    @property
    def is_page_heading(self) -> bool:
        return getattr(self.form, "page_heading", "") == self.name

    @property
    def is_large(self) -> bool:
        return self.drawing("large") or False

    @property
    def is_inline(self) -> bool:
        return self.drawing("inline") or False

    @property
    def is_small(self) -> bool:
        return self.drawing("small") or False

    @property
    def says_optional(self) -> bool:
        return not self.field.required and self.kind != "checkbox" and getattr(self.form, "mark_optional", False)

    @property
    def counts_to(self) -> int | None:
        """The length up to which a long answer is counted as it is typed."""
        return getattr(self.field, "max_length", None) if isinstance(self.field.widget, forms.Textarea) else None

    @property
    def drawn_choices(self) -> Iterator[dict]:
        hints = self.drawing("choice_hints", {}) or {}
        counts = self.drawing("choice_counts", {}) or {}
        for choice in self.subwidgets:
            # A model choice wraps its value, and a mapping by plain values must still find it.
            value = getattr(choice.data["value"], "value", choice.data["value"])
            hint = hints.get(value, "")
            attrs = choice.data["attrs"]
            if hint:
                attrs = {**attrs, "aria-describedby": f"{attrs.get('id')}_hint"}
            # Written here and not in the template: a list with filters draws sixty of them for every visitor.
            written = flatatt({name: told for name, told in attrs.items() if name != "class"})
            yield {**choice.data, "attrs": attrs, "written": written, "hint": hint, "count": counts.get(value)}

    @property
    def error_id(self) -> str:
        """The id that the error summary jumps to: for a group, its first control."""
        return self.id_for_label or f"{self.auto_id}_0"

    @property
    def aria_describedby(self):
        described = super().aria_describedby
        if self.counts_to and self.auto_id:
            return f"{described or ''} {self.auto_id}-info".strip()
        return described

    def build_widget_attrs(self, attrs, widget=None):
        attrs = super().build_widget_attrs(attrs, widget)
        if width := self.drawing("widths"):
            attrs["class"] = f"govuk-input--width-{width}"
        if isinstance(widget or self.field.widget, forms.EmailInput):
            attrs.setdefault("spellcheck", "false")
            attrs.setdefault("autocapitalize", "none")
        return attrs


class GovukRenderer(TemplatesSetting):
    form_template_name = "components/forms/form.html"
    formset_template_name = "components/forms/formset.html"
    field_template_name = "components/forms/field.html"
    bound_field_class = GovukBoundField

    def get_template(self, template_name: str):
        """Our widget where we have drawn one, Django's own otherwise."""
        return select_template([template_name.replace("django/forms/", "components/forms/", 1), template_name])


class Drawn:
    """What a form may say about how it looks, by the names of its fields."""

    default_renderer = GovukRenderer
    # Errors are told by the server, in one list at the top: a browser's bubble is not read by everybody, and goes.
    use_required_attribute = False

    page_heading = ""  # the one field whose label is the <h1>: one question per screen
    large: Sequence[str] = ()  # labels as large as a second heading
    inline: Sequence[str] = ()  # short choices side by side, each in a box
    small: Sequence[str] = ()  # small radios and checkboxes, for filters
    widths: Mapping[str, int] = {}  # how many characters an answer has: 2, 3, 4, 5, 10 or 20
    choice_hints: Mapping[str, Mapping] = {}  # field: {value: a line below that choice}
    choice_counts: Mapping[str, Mapping] = {}  # field: {value: how many results}
    mark_optional = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            label = field.label or pretty_name(name)
            for code, words in (in_our_words(field, str(label))).items():
                if field.error_messages.get(code) in (None, django_says(field, code)):
                    field.error_messages[code] = words


class GovukForm(Drawn, forms.Form):  # type: ignore[misc]  # a class where the stubs know an instance
    """A public form."""


class GovukModelForm(Drawn, forms.ModelForm):  # type: ignore[misc]
    """A public form that fills a model."""


def in_our_words(field: forms.Field, label: str) -> dict[str, str]:
    """Error messages that say what to do, and name the question, because the summary lists them side by side."""
    if isinstance(field, DateInputField):
        return {}
    if isinstance(field.widget, forms.CheckboxInput):
        return {"required": f"Tick the box: {label}"}
    if isinstance(field, forms.FileField):
        return {**IN_OUR_WORDS, "required": f"Choose a file for “{label}”"}
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return {**IN_OUR_WORDS, "required": f"Choose an answer to “{label}”"}
    return {**IN_OUR_WORDS, "required": f"Fill in “{label}”", **INVALID.get(type(field), {})}


def django_says(field: forms.Field, code: str) -> str | None:
    """The message that the field's class has for `code`, by which we see that the form has not set its own."""
    for owner in type(field).__mro__:
        if code in owner.__dict__.get("default_error_messages", {}):
            return owner.__dict__["default_error_messages"][code]
    return None


def in_frame(form: forms.BaseForm) -> forms.BaseForm:
    """Draw a form that a package made (allauth's, say) as ours. Its rules stay its own."""
    form.renderer = GovukRenderer()
    form.bound_field_class = GovukBoundField
    form.use_required_attribute = False
    form._bound_fields_cache.clear()  # type: ignore[attr-defined]  # made in BaseForm.__init__
    for name, errors in form.errors.as_data().items():
        for error in errors:
            if error.code == "required" and error.message == forms.Field.default_error_messages["required"]:
                error.message = in_our_words(form.fields[name], str(form[name].label)).get("required", error.message)
    return form


class DateInput(forms.MultiWidget):
    """Day, month and year in three boxes, because people know dates by heart and calendars are slow."""

    template_name = "components/forms/widgets/date_parts.html"

    def __init__(self, attrs=None):
        boxes = {part: forms.TextInput() for part in ("day", "month", "year")}
        super().__init__(boxes, attrs)

    def decompress(self, value):
        if isinstance(value, str) and value:
            value = datetime.date.fromisoformat(value)
        return [value.day, value.month, value.year] if value else ["", "", ""]

    def id_for_label(self, id_):
        return ""


class DateInputField(forms.MultiValueField):
    """A date as people write it: 27 3 2027, or 27 March 2027."""

    widget = DateInput
    default_error_messages = {
        "required": "Enter a date, like 27 3 2027",
        "incomplete": "Enter a date with a day, a month and a year, like 27 3 2027",
        "year": "Write the year with 4 numbers, like 2027",
        "invalid": "Enter a real date, like 27 3 2027",
    }

    def __init__(self, **kwargs):
        parts = [forms.CharField(max_length=12, strip=True) for _ in range(3)]
        super().__init__(parts, require_all_fields=False, **kwargs)

    def clean(self, value):
        given = [str(part or "").strip() for part in value or []]
        if any(given) and not all(given):
            raise forms.ValidationError(self.error_messages["incomplete"], code="incomplete")
        return super().clean(given)

    def compress(self, data_list):
        if not data_list:
            return None
        day, month, year = data_list
        if len(year) != 4 and year.isdecimal():
            raise forms.ValidationError(self.error_messages["year"], code="year")
        try:
            return datetime.date(int(year), month_number(month), int(day))
        except (ValueError, OverflowError) as wrong:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from wrong


def month_number(written: str) -> int:
    """3, 03, mar or March. A ValueError says that it is none of these."""
    start = written[:3].lower()
    return MONTHS.index(start) + 1 if start in MONTHS else int(written)
