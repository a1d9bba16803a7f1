"""Addresses of pages that see every app."""

from django.urls import path

from home.board import views as of_board
from home.my.views import my, workspace
from home.oversight.access import access_review, close_account
from home.oversight.complaints import complain, complaint, complaints
from home.oversight.retention import retention, retention_rule, run_retention
from home.oversight.rights import erase_person, erasure, person_file, rights
from home.oversight.views import audit_log, check_log, log_csv

urlpatterns = [
    path("my/", my, name="my"),
    path("workspace/", workspace, name="workspace"),
    path("workspace/log/", audit_log, name="audit_log"),
    path("workspace/log/check/", check_log, name="check_log"),
    path("workspace/log.csv", log_csv, name="log_csv"),
    path("workspace/retention/", retention, name="retention"),
    path("workspace/retention/run/", run_retention, name="run_retention"),
    path("workspace/retention/<slug:slug>/", retention_rule, name="retention_rule"),
    path("workspace/rights/", rights, name="rights"),
    path("workspace/rights/file/", person_file, name="person_file"),
    path("workspace/rights/erase/", erase_person, name="erase_person"),
    path("workspace/rights/erasures/<int:pk>/", erasure, name="erasure"),
    path("workspace/access/", access_review, name="access_review"),
    path("workspace/access/<int:pk>/close/", close_account, name="close_account"),
    path("workspace/complaints/", complaints, name="complaints"),
    path("workspace/complaints/<slug:reference>/", complaint, name="complaint"),
    path("data-protection-complaint/form/", complain, name="complain"),
    path("board/", of_board.board, name="board"),
    path("board/pack.pdf", of_board.board_pack, name="board_pack"),
    path("board/risks/", of_board.risks, name="risks"),
    path("board/risks/<int:number>/over/", of_board.close_risk, name="close_risk"),
    path("board/decisions/", of_board.decisions, name="decisions"),
    path("board/decisions/<int:number>/", of_board.decision, name="decision"),
    path("strategy/lens.pdf", of_board.lens, name="lens"),
]
