from django.conf import settings
from django.utils.cache import patch_cache_control
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from common import page_check_views
from common.uploads.sending import sent_by_nginx
from common.viewsets import SharedWords, mail_viewset

register_snippet(SharedWords)


@hooks.register("register_admin_viewset")
def register_mail():
    return mail_viewset


@hooks.register("register_admin_urls")
def register_page_checks():
    return page_check_views.urlpatterns


# After Wagtail's own, which asks whether this visitor may have the file.
@hooks.register("before_serve_document", order=10)
def let_nginx_send_the_file(document, request):
    if not settings.PRIVATE_FILES_PREFIX:
        return None
    answer = sent_by_nginx(document.file, document.content_type)
    answer["Content-Disposition"] = document.content_disposition
    if document.collection.get_view_restrictions():
        # nginx drops the Vary that would tell a cache that this is not for everybody.
        patch_cache_control(answer, private=True, no_store=True)
    return answer
