"""Addresses of pages that see every app."""

from django.urls import path

from home.board.views import board
from home.my.views import my, workspace
from home.oversight.views import audit_log

urlpatterns = [
    path("my/", my, name="my"),
    path("workspace/", workspace, name="workspace"),
    path("workspace/log/", audit_log, name="audit_log"),
    path("board/", board, name="board"),
]
