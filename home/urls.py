"""Addresses of pages that see every app."""

from django.urls import path

from home.board.views import board
from home.my.views import my, workspace
from home.oversight.views import audit_log, check_log, log_csv

urlpatterns = [
    path("my/", my, name="my"),
    path("workspace/", workspace, name="workspace"),
    path("workspace/log/", audit_log, name="audit_log"),
    path("workspace/log/check/", check_log, name="check_log"),
    path("workspace/log.csv", log_csv, name="log_csv"),
    path("board/", board, name="board"),
]
