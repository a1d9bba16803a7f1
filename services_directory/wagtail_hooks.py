from wagtail.snippets.models import register_snippet

from services_directory.viewsets import Directory

register_snippet(Directory)
