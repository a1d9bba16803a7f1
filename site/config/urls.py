"""One include per app; Wagtail comes last because it takes whatever is left."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from accounts.views import to_sign_in
from common.exit import leave
from common.health import healthz, readyz
from common.operations.metrics import metrics
from common.operations.security_txt import security_txt
from common.short_links import follow

handler500 = "common.operations.broken.server_error"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("metrics", metrics, name="metrics"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("leave/", leave, name="leave"),
    path("go/<slug:code>", follow, name="short_link"),
    # Before Wagtail's own doors, which would let staff in with a password alone.
    path("admin/login/", to_sign_in),
    path("admin/password_reset/", to_sign_in),
    path("admin/password_reset/<path:rest>", to_sign_in),
    path("admin/", include(wagtailadmin_urls)),
    # Nobody signs in with a password outside the demo, so there is none to change or to reset.
    path("accounts/password/<path:rest>", to_sign_in),
    path("documents/", include(wagtaildocs_urls)),
    path("accounts/", include("allauth.urls")),
    path("", include("services_directory.urls")),
    path("", include("champions.urls")),
    path("", include("conversations.urls")),
    path("", include("home.urls")),
]

if settings.DEMO:
    from django.conf.urls.static import static

    from common.patterns import pattern_library

    urlpatterns += [path("patterns/", pattern_library, name="patterns")]
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)

# The address alone decides the language: English has no prefix, and the browser is not asked.
urlpatterns += i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=False)
