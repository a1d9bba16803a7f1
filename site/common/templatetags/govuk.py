"""Draw a form that a package made as if it were ours."""

from common.forms import in_frame
from django import template

register = template.Library()
register.filter("in_frame", in_frame)
