"""Addresses of pages that see every app."""

from django.urls import path

from home.board import views as of_board
from home.campaigns.views import campaign_report, campaign_reports
from home.launch.views import launch, sign_off, take_sign_off_back
from home.my.views import my, still_here, workspace
from home.oversight.access import access_review, close_account
from home.oversight.complaints import complain, complaint, complaints
from home.oversight.processing import processing
from home.oversight.retention import retention, retention_rule, run_retention
from home.oversight.rights import erase_person, erasure, person_file, rights
from home.oversight.views import audit_log, check_log, log_csv
from home.oversight.work import background_work
from home.sharing import views as sharing
from home.sharing.feeds import CampaignFeed
from home.sharing.useful import useful
from home.toolkit import views as toolkit

urlpatterns = [
    path("robots.txt", sharing.robots, name="robots"),
    path("campaigns/feed/", CampaignFeed(), name="campaign_feed"),
    path("useful/<int:page_id>/", useful, name="useful"),
    path("preview/<str:token>/", sharing.shared_preview, name="shared_preview"),
    path("guides/<slug:slug>.pdf", toolkit.guide, name="guide_file"),
    path("my/", my, name="my"),
    path("my/still-here/", still_here, name="still_here"),
    path("workspace/", workspace, name="workspace"),
    path("workspace/campaigns/", campaign_reports, name="campaign_reports"),
    path("workspace/campaigns/<int:page_id>/", campaign_report, name="campaign_report"),
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
    path("workspace/work/", background_work, name="background_work"),
    path("workspace/processing/", processing, name="processing"),
    path("workspace/launch/", launch, name="launch"),
    path("workspace/launch/<slug:gate>/", sign_off, name="sign_off"),
    path("workspace/launch/<slug:gate>/back/", take_sign_off_back, name="take_sign_off_back"),
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
    path("toolkit/<slug:code>/", toolkit.toolkit, name="toolkit"),
    path("toolkit/<slug:code>/all/<slug:language>.zip", toolkit.everything, name="toolkit_zip"),
    path("toolkit/<slug:code>/file/<int:asset_id>/", toolkit.asset, name="toolkit_asset"),
    path("toolkit/<slug:code>/<str:name>", toolkit.made, name="toolkit_file"),
]
