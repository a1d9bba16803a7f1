"""What the checks say about a page, for the editor's side panel."""

from django import template

from common.page_checks import Remark
from common.pages import BasePage

register = template.Library()


@register.simple_tag
def remarks_about(page) -> list[Remark]:
    """What is said about the page as it was last saved; nothing for what is no page of ours, or not saved yet."""
    return page.remarks() if isinstance(page, BasePage) and page.pk else []
