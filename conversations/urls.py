"""Addresses of this app. A URL is named like its view and its template."""

from django.urls import path, register_converter

from common.converters import MOMENT
from conversations import steps
from conversations.views import (
    asking,
    codebook,
    coding,
    cohorts,
    comparing,
    correcting,
    exports,
    my,
    note,
    pack,
    photos,
    privacy,
    pulse,
    safeguarding,
    safety,
    second_coding,
    seeing,
    telling,
    themes,
    unfinished,
    upload,
    workspace,
)

app_name = "conversations"


class PointStepConverter:
    """The screens that collect points: `working`, `harm`, `ideas`, `offers`, `differences`."""

    regex = "|".join(steps.POINT_STEPS)

    def to_python(self, value: str) -> steps.Step:
        return steps.POINT_STEPS[value]

    def to_url(self, value: steps.Step) -> str:
        return value.slug


register_converter(PointStepConverter, "point_step")

_MY = "my/conversations/"
_NOTE = f"{_MY}<slug:reference>/"
_DESK = "workspace/conversations/<slug:reference>/"
_THEME = "workspace/themes/<slug:code>/"

urlpatterns = [
    path("strategy/heard/<slug:code>/", themes.theme_heard, name="theme_heard"),
    path("conversations/ask/", asking.ask, name="ask"),
    path("workspace/requests/", asking.requests, name="requests"),
    path("workspace/requests/<int:number>/answered/", asking.answer_request, name="answer_request"),
    path("conversations/take-out/", pack.take_out, name="take_out"),
    path(f"conversations/questions/<slug:reference>/<{MOMENT}:moment>/", pulse.pulse, name="pulse"),
    path("workspace/seeing/trust/", pulse.trust_pulse, name="trust_pulse"),
    path(_MY, my.mine, name="mine"),
    path(f"{_MY}plan/", my.plan_conversation, name="plan_conversation"),
    path("my/conversations/cohort/", cohorts.my_cohort, name="my_cohort"),
    path("my/conversations/cohort/buddy/", cohorts.answer_buddy, name="answer_buddy"),
    path("workspace/cohorts/", cohorts.cohorts, name="cohorts"),
    path("workspace/cohorts/<int:number>/places/", cohorts.give_place, name="give_place"),
    path("workspace/cohorts/<int:number>/places/<int:person>/", cohorts.free_place, name="free_place"),
    path("workspace/cohorts/<int:number>/buddies/", cohorts.pair_up, name="pair_up"),
    path("workspace/debriefs/<int:number>/held/", cohorts.debrief_held, name="debrief_held"),
    path(f"{_MY}upload/", upload.upload_notes, name="upload_notes"),
    path(f"{_MY}upload/template.xlsx", upload.workbook_template, {"kind": "xlsx"}, name="workbook_template"),
    path(f"{_MY}upload/template.docx", upload.workbook_template, {"kind": "docx"}, name="word_template"),
    path(f"{_MY}upload/template.csv", upload.workbook_template, {"kind": "csv"}, name="csv_template"),
    path(_NOTE, my.note, name="note"),
    path(f"{_NOTE}came-of-it/", my.came_of_it, name="came_of_it"),
    path(f"{_NOTE}talk/", cohorts.debrief, name="debrief"),
    path(f"{_NOTE}call-off/", my.call_off, name="call_off"),
    path(f"{_NOTE}pack/", pack.conversation_pack, name="conversation_pack"),
    path(f"{_NOTE}card.pdf", pack.summary_card, name="summary_card"),
    path(f"{_DESK}card.pdf", pack.summary_card_for_readers, name="summary_card_for_readers"),
    path(f"{_NOTE}note-sheet.pdf", pack.note_sheet, name="note_sheet"),
    path(f"{_NOTE}note-sheet.docx", upload.word_sheet, name="word_sheet"),
    path(f"{_NOTE}questions/", pulse.room_pulse, name="room_pulse"),
    path(f"{_NOTE}questions/slips.pdf", pulse.pulse_slips, name="pulse_slips"),
    path(f"{_NOTE}questions/<{MOMENT}:moment>/", pulse.enter_slip, name="enter_slip"),
    path(f"{_NOTE}calendar.ics", pack.conversation_calendar, name="conversation_calendar"),
    path(f"{_NOTE}facts/", note.note_facts, name="note_facts"),
    path(f"{_NOTE}take-back/", correcting.take_back, name="take_back"),
    path(f"{_NOTE}corrections/", correcting.corrections, name="corrections"),
    path(f"{_NOTE}corrections/<slug:code>/", correcting.ask_for_correction, name="ask_for_correction"),
    path("workspace/corrections/", correcting.waiting_corrections, name="waiting_corrections"),
    path("workspace/corrections/<int:number>/", correcting.decide_correction, name="decide_correction"),
    path(f"{_NOTE}people/", note.note_people, name="note_people"),
    path(f"{_NOTE}close/", note.note_close, name="note_close"),
    path(f"{_NOTE}safety/", safety.note_safety, name="note_safety"),
    path(f"{_NOTE}stop/", safety.stop, name="stop"),
    path(f"{_NOTE}photos/", photos.note_photos, name="note_photos"),
    path(f"{_NOTE}photos/<uuid:code>/delete/", photos.delete_photo, name="delete_photo"),
    path(f"{_NOTE}photos/<uuid:code>/<str:token>", photos.photo_file, name="photo_file"),
    path(f"{_NOTE}typed/<slug:screen>/", unfinished.keep_typed, name="keep_typed"),
    path(f"{_NOTE}check/", note.check_note, name="check_note"),
    path(f"{_NOTE}privacy/", privacy.check_privacy, name="check_privacy"),
    path(f"{_NOTE}privacy/replace/", privacy.replace_words, name="replace_words"),
    path(f"{_NOTE}privacy/keep/", privacy.keep_words, name="keep_words"),
    path(f"{_NOTE}<point_step:step>/", note.note_points, name="note_points"),
    path(f"{_NOTE}points/<int:number>/", note.change_point, name="change_point"),
    path(f"{_NOTE}points/<int:number>/delete/", note.delete_point, name="delete_point"),
    path("workspace/conversations/reasons.csv", workspace.reasons, name="reasons"),
    path("workspace/conversations/", workspace.workspace_conversations, name="workspace_conversations"),
    path(_DESK, workspace.read_note, name="read_note"),
    path(f"{_DESK}accept/", workspace.accept_note, name="accept_note"),
    path(f"{_DESK}return/", workspace.return_note, name="return_note"),
    path(f"{_DESK}understood/", workspace.finish_coding, name="finish_coding"),
    path(f"{_DESK}fed-back/", workspace.feed_back, name="feed_back"),
    path(f"{_DESK}not-safe/", safety.report_not_safe, name="report_not_safe"),
    path(f"{_DESK}withdraw/", workspace.withdraw_note, name="withdraw_note"),
    path(f"{_DESK}points/<int:number>/", coding.code_point, name="code_point"),
    path("workspace/redaction/", privacy.redaction, name="redaction"),
    path("workspace/redaction/<slug:reference>/", privacy.redact_note, name="redact_note"),
    path("safeguarding/", safeguarding.safeguarding, name="safeguarding"),
    path("safeguarding/<slug:reference>/", safeguarding.open_pointer, name="open_pointer"),
    path("safeguarding/<slug:reference>/take-on/", safeguarding.take_on, name="take_on"),
    path("safeguarding/<slug:reference>/hide/", safeguarding.hide_pointer, name="hide_pointer"),
    path("workspace/coding/", coding.coding, name="coding"),
    path("workspace/coding/rest/", coding.rest, name="rest"),
    path("workspace/coding/second/", second_coding.next_second, name="next_second"),
    path("workspace/coding/second/<int:number>/", second_coding.second_point, name="second_point"),
    path("workspace/coding/decisions/", second_coding.next_decision, name="next_decision"),
    path("workspace/coding/decisions/<int:number>/", second_coding.decide_point, name="decide_point"),
    path("workspace/coding/suggestions/", coding.suggestions, name="suggestions"),
    path("workspace/coding/agreement/", second_coding.how_we_agree, name="how_we_agree"),
    path("workspace/seeing/", seeing.what_we_hear, name="what_we_hear"),
    path("workspace/seeing/not-heard/", comparing.not_heard, name="not_heard"),
    path("workspace/seeing/learning/", comparing.still_learning, name="still_learning"),
    path("workspace/seeing/together/", comparing.said_together, name="said_together"),
    path("workspace/seeing/over-time/", comparing.said_over_time, name="said_over_time"),
    path("workspace/seeing/rates/", comparing.group_rates, name="group_rates"),
    path("workspace/seeing/gaps/", comparing.offer_gaps, name="offer_gaps"),
    path("strategy/figures/<int:number>.csv", telling.heard_figures, name="heard_figures"),
    path("workspace/what-we-heard/", telling.tell, name="tell"),
    path("workspace/what-we-heard/<int:number>/", telling.tell_words, name="tell_words"),
    path("workspace/what-we-heard/<int:number>/send/", telling.send_to_publisher, name="send_to_publisher"),
    path("workspace/releases/new/", seeing.release_themes, name="release_themes"),
    path("workspace/releases/<int:number>/<int:table>.csv", seeing.release_file, {"kind": "csv"}, name="release_csv"),
    path("workspace/releases/<int:number>/all.json", seeing.release_file, {"kind": "json"}, name="release_json"),
    path("workspace/releases/<int:number>/all.xlsx", seeing.release_file, {"kind": "xlsx"}, name="release_xlsx"),
    path("workspace/exports/", exports.raw_exports, name="raw_exports"),
    path("workspace/exports/<int:number>/approve/", exports.approve_export, name="approve_export"),
    path("workspace/exports/<int:number>/take/", exports.take_export, name="take_export"),
    path("workspace/codebook/", codebook.codebook, name="codebook"),
    path("workspace/codebook/codebook.qdc", codebook.codebook_file, {"kind": "qdc"}, name="codebook_qdc"),
    path("workspace/codebook/codebook.csv", codebook.codebook_file, {"kind": "csv"}, name="codebook_csv"),
    path("workspace/codebook/upload/", codebook.codebook_upload, name="codebook_upload"),
    path("workspace/codebook/new/", codebook.new_theme, name="new_theme"),
    path(f"{_THEME}change/", codebook.change_theme, name="change_theme"),
    path(f"{_THEME}merge/", codebook.merge_theme, name="merge_theme"),
    path(f"{_THEME}split/", codebook.split_theme, name="split_theme"),
    path("workspace/themes/", themes.workspace_themes, name="workspace_themes"),
    path(_THEME, themes.workspace_theme, name="workspace_theme"),
    path(f"{_THEME}link/", themes.link_theme, name="link_theme"),
    path(f"{_THEME}links/<int:link_id>/remove/", themes.unlink_theme, name="unlink_theme"),
    path(f"{_THEME}not-taken-forward/", themes.not_taken_forward, name="not_taken_forward"),
    path(f"{_THEME}quotes/<int:quote_id>/", themes.agree_quote, name="agree_quote"),
    path("workspace/priorities/", themes.workspace_priorities, name="workspace_priorities"),
]
