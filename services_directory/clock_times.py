"""Times of the day as people write them."""

import re
from datetime import time

from django import forms

_WRITTEN = re.compile(r"^(\d{1,2})(?:[.:]?(\d{2}))?\s*([ap])?\.?(?:m\.?)?$")
_NAMED = {"midnight": time(0), "noon": time(12), "midday": time(12)}


class ClockField(forms.TimeField):
    """9am, 9.30, 17:30, 5:30 pm, noon: a time of the clock in London."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Enter a time, like 9am or 17:30"}

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, time):
            return None if value in self.empty_values else value
        found = read_clock(str(value))
        if found is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return found


def read_clock(written: str) -> time | None:
    """The time that somebody wrote, or nothing if it is none: 5 without "pm" is five in the morning."""
    words = written.casefold().strip()
    if words in _NAMED:
        return _NAMED[words]
    parts = _WRITTEN.match(words)
    if not parts:
        return None
    hour, minute = int(parts[1]), int(parts[2] or 0)
    if parts[3] and not 1 <= hour <= 12:
        return None
    if parts[3]:
        hour = hour % 12 + (12 if parts[3] == "p" else 0)
    return time(hour % 24, minute) if hour <= 24 and minute < 60 and not (hour == 24 and minute) else None
