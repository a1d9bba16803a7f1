"""Everything that changes a conversation or the strategy's thread. Views, demo and commands call these."""

from conversations.actions.asking import answer_request, ask_for_conversation
from conversations.actions.board import add_risk, ask_the_board, close_risk, decide_it
from conversations.actions.borough import load_borough_figures
from conversations.actions.cards import make_cards, take_quotes_out
from conversations.actions.clock import look_at_conversations
from conversations.actions.codebook import (
    CodebookConflict,
    add_theme,
    change_theme,
    merge_themes,
    split_theme,
)
from conversations.actions.codebook_file import import_codebook
from conversations.actions.coding import finish_coding, put_themes
from conversations.actions.cohorts import (
    CohortFull,
    NotInCohort,
    add_to_cohort,
    agree_to_buddy,
    end_buddies,
    suggest_buddies,
    take_out_of_cohort,
)
from conversations.actions.correcting import (
    TextIsGone,
    ask_for_correction,
    correctable,
    decide_correction,
    take_back,
)
from conversations.actions.counted_indicators import count_indicators
from conversations.actions.counting import count_everything_again, refresh_figures, to_be_counted
from conversations.actions.debriefs import ask_for_debrief, debrief_held
from conversations.actions.doing import add_action, add_learning, change_action, link_initiatives, nothing_changed
from conversations.actions.exports import ExportRefused, approve_export, ask_for_export, take_export
from conversations.actions.following import follow, stop_following, tell_what_came_of_it
from conversations.actions.importing import HasIssues, import_notes
from conversations.actions.keeping_from import NobodyLeft, keep_from, readers
from conversations.actions.measuring import (
    add_indicator,
    add_reading,
    add_readings,
    change_indicator,
    measure,
    unmeasure,
)
from conversations.actions.notes import (
    LaunchIsPlanned,
    NoteIncomplete,
    NotYetDecided,
    answer_safety,
    change_point,
    delete_point,
    finish_step,
    plan,
    save_close,
    save_facts,
    save_people,
    save_point,
    submit,
    type_in,
)
from conversations.actions.photos import add_photo, delete_due_photos, delete_photo
from conversations.actions.priorities import (
    comment,
    draft_priority,
    send_priority,
    split_priority,
    supersede_priority,
    write_priority,
)
from conversations.actions.privacy import keep_words, redact, release, replace_words
from conversations.actions.pulse import PulseClosed, count_pulse, count_slip
from conversations.actions.quarter import take_quarter
from conversations.actions.reading import (
    accept,
    ask_to_take_out,
    feed_back,
    note_read,
    reasons_taken,
    send_back,
    theme_read,
)
from conversations.actions.records import (
    AlreadyAnswered,
    add_record,
    ask_partner,
    change_record,
    check_ourselves,
    partner_checked,
    show_record,
    sign_off,
    support,
)
from conversations.actions.releasing import release_themes
from conversations.actions.reminding import remind_owners
from conversations.actions.safety import (
    acknowledge,
    close_pointer,
    escalate,
    hide_from,
    pointer_read,
    record_rung,
    report_found,
)
from conversations.actions.second_coding import code_second, decide
from conversations.actions.suggesting import refresh_suggestions
from conversations.actions.taking_out import enter_code, take_out_by_code, take_out_by_codes_left
from conversations.actions.telling import (
    NotReady,
    draft_what_we_heard,
    is_open,
    send_what_we_heard,
    write_what_we_heard,
)
from conversations.actions.thread import agree_quote, link_theme, set_not_taken_forward, unlink_theme
from conversations.actions.unfinished import TooMuch, keep_typed
from conversations.actions.versions import (
    board_decides,
    choose_priorities,
    open_version,
    propose,
    publish_version,
    record_review,
    without_answer,
)
from conversations.actions.withdrawing import withdraw

__all__ = [
    "AlreadyAnswered",
    "CodebookConflict",
    "CohortFull",
    "ExportRefused",
    "HasIssues",
    "LaunchIsPlanned",
    "NobodyLeft",
    "NotInCohort",
    "NotReady",
    "NotYetDecided",
    "NoteIncomplete",
    "PulseClosed",
    "TextIsGone",
    "TooMuch",
    "accept",
    "acknowledge",
    "add_action",
    "add_indicator",
    "add_learning",
    "add_photo",
    "add_reading",
    "add_readings",
    "add_record",
    "add_risk",
    "add_theme",
    "add_to_cohort",
    "agree_quote",
    "agree_to_buddy",
    "answer_request",
    "answer_safety",
    "approve_export",
    "ask_for_conversation",
    "ask_for_correction",
    "ask_for_debrief",
    "ask_for_export",
    "ask_partner",
    "ask_the_board",
    "ask_to_take_out",
    "board_decides",
    "change_action",
    "change_indicator",
    "change_point",
    "change_record",
    "change_theme",
    "check_ourselves",
    "choose_priorities",
    "close_pointer",
    "close_risk",
    "code_second",
    "comment",
    "correctable",
    "count_everything_again",
    "count_indicators",
    "count_pulse",
    "count_slip",
    "debrief_held",
    "decide",
    "decide_correction",
    "decide_it",
    "delete_due_photos",
    "delete_photo",
    "delete_point",
    "draft_priority",
    "draft_what_we_heard",
    "end_buddies",
    "enter_code",
    "escalate",
    "feed_back",
    "finish_coding",
    "finish_step",
    "follow",
    "hide_from",
    "import_codebook",
    "import_notes",
    "is_open",
    "keep_from",
    "keep_typed",
    "keep_words",
    "link_initiatives",
    "link_theme",
    "load_borough_figures",
    "look_at_conversations",
    "make_cards",
    "measure",
    "merge_themes",
    "note_read",
    "nothing_changed",
    "open_version",
    "partner_checked",
    "plan",
    "pointer_read",
    "propose",
    "publish_version",
    "put_themes",
    "readers",
    "reasons_taken",
    "record_review",
    "record_rung",
    "redact",
    "refresh_figures",
    "refresh_suggestions",
    "release",
    "release_themes",
    "remind_owners",
    "replace_words",
    "report_found",
    "save_close",
    "save_facts",
    "save_people",
    "save_point",
    "send_back",
    "send_priority",
    "send_what_we_heard",
    "set_not_taken_forward",
    "show_record",
    "sign_off",
    "split_priority",
    "split_theme",
    "stop_following",
    "submit",
    "suggest_buddies",
    "supersede_priority",
    "support",
    "take_back",
    "take_export",
    "take_out_by_code",
    "take_out_by_codes_left",
    "take_out_of_cohort",
    "take_quarter",
    "take_quotes_out",
    "tell_what_came_of_it",
    "theme_read",
    "to_be_counted",
    "type_in",
    "unlink_theme",
    "unmeasure",
    "withdraw",
    "without_answer",
    "write_priority",
    "write_what_we_heard",
]
