import os
import sys
from pathlib import Path

from django.core.wsgi import get_wsgi_application

# The apps at the root and the project folder `site/` are found from the checkout, wherever the server starts.
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = get_wsgi_application()
