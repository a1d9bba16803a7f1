#!/usr/bin/env python3
import os
import sys
from pathlib import Path

if __name__ == "__main__":
    # `site` is also a module of the standard library, so the folder can never be a package: put it on the path.
    sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
