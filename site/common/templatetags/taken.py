"""Subtraction, which Django's templates cannot do: places taken are the capacity minus those left."""

from django import template

register = template.Library()


@register.filter
def minus(whole: int, part: int) -> int:
    return int(whole or 0) - int(part or 0)
