"""Every address of ours and who may open it, in one table. An address that stands in no row fails the tests.

Asked without the records behind the addresses: whoever may not open a page is told so before anything is looked up.
Wagtail's admin and allauth's pages are not ours; their doors are tested in tests/accounts and tests/home.
"""

import re

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver

from accounts.models import User
from accounts.roles import Role
from champions import actions
from champions.choices import RoleKind

# Ours, but not for a person: redirects of doors that are closed, and the API, which anybody reads.
NO_NAME, API = None, "services_directory:api_"
ANYBODY, SIGNED_IN, ITS_OWNER = "anybody", "whoever is signed in", "whom the record belongs to"
TRAINER, FACILITATOR = RoleKind.TRAINER, RoleKind.FACILITATOR
NOTE_READERS = [Role.COORDINATOR, Role.ANALYST, Role.REDACTOR]
CODERS = [Role.COORDINATOR, Role.ANALYST]

TABLE = [
    (
        ANYBODY,
        """
        complain useful healthz readyz metrics security_txt
        sitemap robots campaign_feed shared_preview leave short_link patterns
        guide_file toolkit toolkit_zip toolkit_asset toolkit_file
        services_directory:find_support services_directory:safe_places
        services_directory:search services_directory:results services_directory:service
        services_directory:something_wrong services_directory:my_list services_directory:still_right
        services_directory:still_right_edit services_directory:still_right_sent
        champions:about_you champions:about_you_thanks
        champions:workshops champions:young_people champions:ask champions:asked
        champions:check_a_certificate champions:certificate champions:certificate_check
        champions:find_booking champions:booking champions:confirm_booking champions:offer
        champions:change_booking champions:move_booking champions:booking_needs champions:take_guest_off
        champions:come_along champions:booking_pack champions:cancel_booking champions:booking_calendar
        champions:public_feed champions:personal_feed champions:workshop champions:questions
        champions:questions_thanks champions:stop_news champions:still_active
        champions:initiatives champions:book champions:workshop_calendar champions:join
        conversations:theme_heard conversations:ask conversations:take_out conversations:heard_figures
        conversations:pulse
        conversations:how_we_measure conversations:evidence conversations:evidence_record
        conversations:open_data conversations:data_json conversations:data_csv
        lens conversations:told_edition conversations:came_of_code conversations:came_of_card
        conversations:news conversations:still_as_it_was conversations:see_ourselves
        """,
    ),
    (
        SIGNED_IN,
        """
        champions:my_bookings champions:my_training champions:change_feed
        champions:my_network conversations:answer_buddy my still_here
        """,
    ),
    (
        [RoleKind.CHAMPION],
        """
        champions:in_the_moment champions:to_hand_out champions:my_news champions:my_promise
        champions:others champions:open_to_others champions:write_to
        champions:ask_the_team champions:my_initiatives champions:end_my_initiative
        """,
    ),
    (
        [TRAINER],
        """
        champions:days_away champions:come_back
        """,
    ),
    (
        [Role.COORDINATOR, TRAINER],
        """
        champions:my_workshops champions:sign_in_list champions:sign_in_sheet
        champions:workshop_certificates champions:sign_in_guest champions:room_questions
        champions:workshop_pack champions:check_in champions:add_attendee champions:send_invitation_again
        champions:finish_workshop champions:workspace_workshops champions:places champions:place
        champions:send_asked_again champions:kept_apart champions:let_meet champions:what_people_said
        champions:who_we_reach champions:new_workshop champions:new_venue champions:edit_workshop champions:leading
        champions:workshop_bookings champions:import_bookings champions:add_booking
        champions:staff_move_booking champions:staff_cancel_booking champions:send_booking_again
        champions:message_everyone champions:workshop_needs champions:decide_need
        champions:change_workshop_state
        """,
    ),
    (
        [Role.PROVIDER],
        """
        services_directory:my_services services_directory:my_service services_directory:my_service_right
        services_directory:my_proposal
        """,
    ),
    (
        [Role.COORDINATOR],
        """
        champions:network_now champions:team_updates champions:take_back_update
        champions:invite_again champions:export_network champions:merge_accounts
        champions:checks champions:drop_check champions:team_questions champions:team_question
        champions:take_on_question champions:sent_initiatives champions:decide_initiative
        conversations:requests conversations:reasons conversations:cohorts conversations:give_place
        conversations:type_in
        conversations:free_place conversations:pair_up conversations:debrief_held
        """,
    ),
    (
        NOTE_READERS,
        """
        conversations:answer_request conversations:summary_card_for_readers
        conversations:waiting_corrections conversations:decide_correction
        conversations:workspace_conversations conversations:read_note conversations:accept_note
        conversations:return_note conversations:finish_coding conversations:feed_back
        conversations:withdraw_note conversations:code_point conversations:what_we_hear
        conversations:trust_pulse conversations:report_not_safe
        conversations:not_heard conversations:said_together conversations:said_over_time
        conversations:group_rates conversations:offer_gaps conversations:still_learning conversations:release_themes
        conversations:release_csv conversations:release_json conversations:release_xlsx
        conversations:codebook conversations:codebook_qdc conversations:codebook_csv
        conversations:workspace_themes conversations:workspace_theme
        workspace
        """,
    ),
    (
        [FACILITATOR],
        """
        conversations:mine conversations:plan_conversation conversations:upload_notes
        conversations:workbook_template conversations:word_template conversations:csv_template
        conversations:my_cohort
        """,
    ),
    (
        ITS_OWNER,
        """
        conversations:note conversations:came_of_it conversations:conversation_pack
        conversations:summary_card conversations:note_sheet conversations:word_sheet
        conversations:conversation_calendar conversations:room_pulse conversations:pulse_slips
        conversations:enter_slip conversations:call_off conversations:debrief
        conversations:note_facts conversations:take_back conversations:corrections
        conversations:ask_for_correction conversations:note_people conversations:note_close
        conversations:note_safety conversations:stop conversations:note_photos conversations:keep_typed
        conversations:check_note conversations:check_privacy conversations:replace_words
        conversations:keep_words conversations:change_point conversations:delete_point
        conversations:delete_photo conversations:photo_file conversations:note_points conversations:keep_from
        """,
    ),
    (
        [Role.REDACTOR],
        """
        conversations:redaction conversations:redact_note
        """,
    ),
    (
        [Role.SAFEGUARDING, Role.DEPUTY],
        """
        conversations:safeguarding conversations:open_pointer conversations:take_on
        conversations:hide_pointer conversations:sign_record_off
        """,
    ),
    (
        CODERS,
        """
        conversations:coding conversations:rest conversations:next_second conversations:second_point
        conversations:next_decision conversations:decide_point conversations:suggestions
        conversations:how_we_agree conversations:raw_exports conversations:approve_export
        conversations:take_export conversations:link_theme conversations:unlink_theme
        conversations:not_taken_forward conversations:agree_quote
        """,
    ),
    (
        [Role.ANALYST],
        """
        conversations:tell conversations:tell_words conversations:send_to_publisher
        conversations:codebook_upload conversations:new_theme conversations:change_theme
        conversations:merge_theme conversations:split_theme
        """,
    ),
    (
        [Role.COMMS, Role.PUBLISHER, Role.COORDINATOR, Role.BOARD],
        """
        campaign_reports campaign_report
        """,
    ),
    (
        [Role.DPO, Role.ADMIN],
        """
        audit_log check_log log_csv retention access_review processing
        launch sign_off take_sign_off_back
        """,
    ),
    (
        [Role.DPO],
        """
        retention_rule run_retention rights person_file erase_person erasure complaints complaint
        """,
    ),
    (
        [Role.ADMIN],
        """
        close_account background_work
        """,
    ),
    (
        [Role.BOARD, Role.OWNER, Role.COORDINATOR, Role.ANALYST],
        """
        board board_pack risks decisions decision
        """,
    ),
    (
        [*NOTE_READERS, Role.OWNER, Role.BOARD],
        """
        conversations:workspace_priorities conversations:priority_desk conversations:strategy_actions
        conversations:learning conversations:indicators conversations:editions conversations:edition
        """,
    ),
    (
        [Role.OWNER, Role.COORDINATOR, Role.ANALYST],
        """
        conversations:new_priority conversations:write_priority conversations:send_priority
        conversations:comment_on_priority conversations:measure_priority conversations:unmeasure_priority
        conversations:split_priority conversations:follow_priority conversations:new_action
        conversations:change_action conversations:link_initiatives conversations:nothing_changed
        conversations:new_indicator conversations:upload_readings conversations:indicator
        conversations:change_indicator
        conversations:quarter conversations:quarter_sheet conversations:review_edition
        conversations:propose_edition conversations:publish_edition close_risk conversations:new_record
        conversations:change_record conversations:show_record conversations:support_priority
        conversations:self_checks conversations:ask_partner
        """,
    ),
    (
        [*NOTE_READERS, Role.OWNER, Role.BOARD, Role.SAFEGUARDING, Role.DEPUTY],
        """
        conversations:record conversations:records
        """,
    ),
    (
        [Role.BOARD],
        """
        conversations:decide_edition
        """,
    ),
]
EXPECTED = {name: who for who, names in TABLE for name in names.split()}
SAMPLES = {"int": "1", "moment": "before", "point_step": "ideas", "uuid": "0" * 8 + "-0000-4000-8000-" + "0" * 12}


def addresses(resolver=None, prefix="", namespace="") -> dict[str, str]:
    """Name → a sample address, for each pattern of ours."""
    found = {}
    for pattern in (resolver or get_resolver()).url_patterns:
        route = prefix + str(pattern.pattern)
        if not isinstance(pattern, URLResolver):
            name = f"{namespace}:{pattern.name}".lstrip(":")
            if pattern.name is not NO_NAME and not name.startswith(API):
                found[name] = "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda part: SAMPLES.get(part[1], "x"), route)
        elif not re.match(r"(wagtail|allauth)", getattr(pattern.urlconf_name, "__name__", "wagtail")):
            found |= addresses(pattern, route, pattern.namespace or namespace)
    return found


@pytest.fixture
def person(make_user):
    """Somebody who holds these roles, with dates or without, and no other."""

    def make(email: str, roles) -> User:
        user = make_user(email, *(role for role in roles if isinstance(role, Role)))
        for kind in roles:
            if isinstance(kind, RoleKind):
                actions.start_role(user=user, kind=kind)
        return user

    return make


def test_every_address_stands_in_the_table():
    assert sorted(addresses()) == sorted(EXPECTED)


def test_a_stranger_opens_what_is_public_and_is_asked_to_sign_in_everywhere_else(db):
    stranger, wrong = Client(), []
    for name, address in addresses().items():
        answer = stranger.get(address)
        kept_out = answer.status_code == 302 and "/accounts/login/" in answer["Location"]
        # What belongs to one person may also be nowhere.
        kept_out = kept_out or (EXPECTED[name] == ITS_OWNER and answer.status_code == 404)
        if kept_out == (EXPECTED[name] == ANYBODY):
            wrong.append(f"{name}: {answer.status_code}")

    assert wrong == []


def test_each_role_of_the_table_gets_through(person, signed_in):
    wrong = []
    for who, names in TABLE:
        if not isinstance(who, list) or FACILITATOR in who:
            continue
        for role in who:
            browser = signed_in(person(f"{role}-{len(wrong)}-{names.split()[0]}@example.org".replace(":", "."), [role]))
            wrong += [f"{role} at {name}" for name in names.split() if browser.get(ADDRESSES[name]).status_code == 403]

    assert wrong == []


def test_somebody_with_every_other_role_at_once_does_not(person, signed_in):
    wrong = []
    for number, (who, names) in enumerate(TABLE):
        if isinstance(who, list):
            others = [role for role in (*Role, *RoleKind) if role not in who and role != FACILITATOR]
            browser = signed_in(person(f"other{number}@example.org", others))
            wrong += [name for name in names.split() if browser.get(ADDRESSES[name]).status_code != 403]

    assert wrong == []


def test_what_belongs_to_one_person_is_nowhere_for_everybody_else(person, signed_in):
    everything = signed_in(person("everything@example.org", [*Role, RoleKind.CHAMPION, TRAINER]))

    found = [
        name
        for name, who in EXPECTED.items()
        if who == ITS_OWNER and everything.get(ADDRESSES[name]).status_code != 404
    ]

    assert found == []


ADDRESSES = addresses()
