from wagtail import hooks
from wagtail.snippets.models import register_snippet

from common import page_check_views
from common.viewsets import SharedWords, mail_viewset

register_snippet(SharedWords)


@hooks.register("register_admin_viewset")
def register_mail():
    return mail_viewset


@hooks.register("register_admin_urls")
def register_page_checks():
    return page_check_views.urlpatterns
