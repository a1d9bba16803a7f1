"""Addresses of the API. With or without a slash at the end: a redirect would lose other sites' right to read."""

from django.urls import re_path

from services_directory.api import views

_ENDPOINTS = {
    "services": (views.services, views.service),
    "service_at_locations": (views.at_locations, views.at_location),
    "organizations": (views.organizations, views.organization),
    "taxonomies": (views.taxonomies, views.taxonomy),
    "taxonomy_terms": (views.terms, views.term),
}

urlpatterns = [
    re_path(r"^$", views.root, name="api_root"),
    re_path(r"^openapi\.json$", views.openapi, name="api_openapi"),
    re_path(r"^withdrawn/?$", views.withdrawn, name="api_withdrawn"),
]
for name, (many, one) in _ENDPOINTS.items():
    urlpatterns += [
        re_path(rf"^{name}/?$", many, name=f"api_{name}"),
        re_path(rf"^{name}/(?P<id>[^/]+)/?$", one, name=f"api_{name}_one"),
    ]
urlpatterns += [re_path(r"^(?P<rest>.*)$", views.nothing)]
