"""Parts of addresses that several apps have. They are known to Django once this module is loaded."""

from django.urls import register_converter
from django.urls.converters import StringConverter


class MomentConverter(StringConverter):
    """`before` or `after`: see common.before_and_after.Moment."""

    regex = "before|after"


MOMENT = "moment"
register_converter(MomentConverter, MOMENT)
