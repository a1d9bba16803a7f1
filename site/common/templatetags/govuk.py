"""Draw a form that a package made as if it were ours."""

from django import template

from common.forms import in_frame

register = template.Library()
register.filter("in_frame", in_frame)
