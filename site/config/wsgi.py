import gc
import os
import sys
from pathlib import Path

# What is loaded here stays until the end. Looking through it for garbage again and again cost a third of the start.
gc.disable()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.urls import get_resolver  # noqa: E402

# The apps at the root and the project folder `site/` are found from the checkout, wherever the server starts.
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = get_wsgi_application()
# Every view and form now, once for all workers, which then share them. Else each visitor who comes first would wait.
_ = get_resolver().url_patterns
# Workers share the memory that nobody writes to, and a look for garbage writes to everything that it looks at.
gc.freeze()
gc.enable()
