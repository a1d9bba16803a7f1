"""Everything that changes a conversation or the strategy's thread. Views, demo and commands call these."""

from conversations.actions.asking import answer_request, ask_for_conversation
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
from conversations.actions.counting import count_everything_again, refresh_figures, to_be_counted
from conversations.actions.debriefs import ask_for_debrief, debrief_held
from conversations.actions.exports import ExportRefused, approve_export, ask_for_export, take_export
from conversations.actions.importing import HasIssues, import_notes
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
)
from conversations.actions.photos import add_photo, delete_due_photos, delete_photo
from conversations.actions.privacy import keep_words, redact, release, replace_words
from conversations.actions.pulse import PulseClosed, count_pulse, count_slip
from conversations.actions.reading import (
    accept,
    ask_to_take_out,
    feed_back,
    note_read,
    reasons_taken,
    send_back,
    theme_read,
)
from conversations.actions.releasing import release_themes
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
from conversations.actions.withdrawing import withdraw

__all__ = [
    "CodebookConflict",
    "CohortFull",
    "ExportRefused",
    "HasIssues",
    "LaunchIsPlanned",
    "NotInCohort",
    "NotReady",
    "NotYetDecided",
    "NoteIncomplete",
    "PulseClosed",
    "TextIsGone",
    "TooMuch",
    "accept",
    "acknowledge",
    "add_photo",
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
    "ask_to_take_out",
    "change_point",
    "change_theme",
    "close_pointer",
    "code_second",
    "correctable",
    "count_everything_again",
    "count_pulse",
    "count_slip",
    "debrief_held",
    "decide",
    "decide_correction",
    "delete_due_photos",
    "delete_photo",
    "delete_point",
    "draft_what_we_heard",
    "end_buddies",
    "enter_code",
    "escalate",
    "feed_back",
    "finish_coding",
    "finish_step",
    "hide_from",
    "import_codebook",
    "import_notes",
    "is_open",
    "keep_typed",
    "keep_words",
    "link_theme",
    "load_borough_figures",
    "look_at_conversations",
    "make_cards",
    "merge_themes",
    "note_read",
    "plan",
    "pointer_read",
    "put_themes",
    "reasons_taken",
    "record_rung",
    "redact",
    "refresh_figures",
    "refresh_suggestions",
    "release",
    "release_themes",
    "replace_words",
    "report_found",
    "save_close",
    "save_facts",
    "save_people",
    "save_point",
    "send_back",
    "send_what_we_heard",
    "set_not_taken_forward",
    "split_theme",
    "submit",
    "suggest_buddies",
    "take_back",
    "take_export",
    "take_out_by_code",
    "take_out_by_codes_left",
    "take_out_of_cohort",
    "take_quotes_out",
    "theme_read",
    "to_be_counted",
    "unlink_theme",
    "withdraw",
    "write_what_we_heard",
]
