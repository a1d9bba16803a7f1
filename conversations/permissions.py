"""Who may do what with a conversation, as sentences. Being a superuser or a site administrator opens nothing here."""

from accounts.models import User
from accounts.roles import Role
from champions.permissions import is_active_facilitator
from conversations.models import Conversation, RawExport, Record, SafetyPointer
from conversations.models.conversations import NOTE_READERS
from conversations.states import NOTE_IS_DUE, State


def may_see_workspace(user: User) -> bool:
    return user.is_authenticated and user.has_role(*NOTE_READERS)


def can_plan(user: User) -> bool:
    """Only a facilitator whose training is current today."""
    return user.is_authenticated and is_active_facilitator(user)


def is_own(user: User, conversation: Conversation) -> bool:
    """Who held it, and who typed it in for them."""
    return user.pk in (conversation.facilitator_id, conversation.entered_by_id)


def can_record(user: User, conversation: Conversation) -> bool:
    """Only the facilitator of this conversation, while their training is current (F1, F13).

    A coordinator who types it in from paper or from the phone may do what that facilitator may.
    """
    if not user.is_authenticated or not is_own(user, conversation):
        return False
    if conversation.facilitator_id == user.pk:
        return is_active_facilitator(user)
    return can_type_in(user) and is_active_facilitator(conversation.facilitator)


def can_type_in(user: User) -> bool:
    """For a facilitator who wrote on paper or told it on the phone: the coordinator alone."""
    return user.is_authenticated and user.has_role(Role.COORDINATOR)


def is_kept_from(user: User, conversation: Conversation) -> bool:
    """They are part of what was said. One query, or none where `kept_from` came with the conversation."""
    return user in conversation.kept_from.all()


def can_read_note(user: User, conversation: Conversation) -> bool:
    """The own facilitator always; the lead organisation's readers once it is handed in. Nobody else, ever."""
    if not user.is_authenticated:
        return False
    if is_own(user, conversation):
        return True
    return conversation.is_handed_in and user.has_role(*NOTE_READERS) and not is_kept_from(user, conversation)


def can_take_back(user: User, conversation: Conversation) -> bool:
    """Its facilitator, within 14 days and while nobody has accepted it."""
    return can_record(user, conversation) and conversation.state == State.SUBMITTED and not conversation.is_locked


def can_ask_for_correction(user: User, conversation: Conversation) -> bool:
    """Its facilitator, once it can no longer be taken back."""
    return (
        can_record(user, conversation)
        and conversation.is_out_of_hand
        and not (conversation.is_quarantined or can_take_back(user, conversation))
    )


def can_decide_correction(user: User, conversation: Conversation) -> bool:
    """A coordinator who may read the note, and did not write it."""
    return can_accept(user, conversation) and can_read_note(user, conversation)


def may_see_people(user: User) -> bool:
    """The numbers of one conversation by age and so on: an analyst alone (F10)."""
    return user.is_authenticated and user.has_role(Role.ANALYST)


def can_see_photos(user: User, conversation: Conversation) -> bool:
    """Who took them, and nobody else, ever: no check finds a name in a picture."""
    return user.is_authenticated and is_own(user, conversation)


def can_redact(user: User, conversation: Conversation) -> bool:
    """The redactor alone, while it is in quarantine, and never a note of their own or one that is about them."""
    if not may_see_redaction(user) or not conversation.is_quarantined or is_own(user, conversation):
        return False
    return not is_kept_from(user, conversation)


def may_see_redaction(user: User) -> bool:
    return user.is_authenticated and user.has_role(Role.REDACTOR)


def can_report_found(user: User, conversation: Conversation) -> bool:
    """Whoever reads the note of another person: nobody's leave is needed to report."""
    return can_redact(user, conversation) or (can_read_note(user, conversation) and not is_own(user, conversation))


def can_accept(user: User, conversation: Conversation) -> bool:
    """A coordinator, but not for a note of their own, nor for one that they may not read."""
    if not user.is_authenticated or not user.has_role(Role.COORDINATOR) or is_own(user, conversation):
        return False
    return not is_kept_from(user, conversation)


can_return = can_accept


def can_withdraw(user: User, conversation: Conversation) -> bool:
    """A coordinator; and its facilitator, until it is handed in: it did not take place, or should not be kept."""
    return user.is_authenticated and (user.has_role(Role.COORDINATOR) or can_call_off(user, conversation))


def can_call_off(user: User, conversation: Conversation) -> bool:
    return user.is_authenticated and is_own(user, conversation) and conversation.state in NOTE_IS_DUE


def can_feed_back(user: User, conversation: Conversation) -> bool:
    """A coordinator or its facilitator: whoever told the people who took part."""
    return user.is_authenticated and (user.has_role(Role.COORDINATOR) or is_own(user, conversation))


def can_code(user: User, conversation: Conversation) -> bool:
    """An analyst or a coordinator who may read it, but never the person who wrote it."""
    return can_read_note(user, conversation) and is_coder(user) and not is_own(user, conversation)


def is_coder(user: User) -> bool:
    return user.is_authenticated and user.has_role(Role.ANALYST, Role.COORDINATOR)


def can_answer_requests(user: User) -> bool:
    """Those who asked for a conversation left an address: for the coordinator alone."""
    return user.is_authenticated and user.has_role(Role.COORDINATOR)


def can_export_reasons(user: User) -> bool:
    """Reasons are about notes and who wrote them: for the coordinator alone."""
    return user.is_authenticated and user.has_role(Role.COORDINATOR)


def can_lead_cohorts(user: User) -> bool:
    """Who is trained, who lapses soon, and who would like a talk: for the coordinator alone."""
    return user.is_authenticated and user.has_role(Role.COORDINATOR)


def may_see_safety(user: User) -> bool:
    """The safeguarding lead and deputies. No administrator, analyst or superuser (S3)."""
    return user.is_authenticated and user.has_role(Role.SAFEGUARDING, Role.DEPUTY)


def can_open_pointer(user: User, pointer: SafetyPointer) -> bool:
    return may_see_safety(user) and SafetyPointer.objects.visible_to(user).filter(pk=pointer.pk).exists()


def can_link_themes(user: User) -> bool:
    """Deciding what a theme leads to."""
    return user.is_authenticated and user.has_role(Role.ANALYST, Role.COORDINATOR)


def can_change_codebook(user: User) -> bool:
    return user.is_authenticated and user.has_role(Role.ANALYST)


def can_ask_for_export(user: User) -> bool:
    return user.is_authenticated and user.has_role(Role.ANALYST)


def can_approve_export(user: User, export: RawExport) -> bool:
    """Somebody else, who may read the notes in any case."""
    return user.is_authenticated and user.has_role(Role.COORDINATOR) and export.asked_by_id != user.pk


def can_take_export(user: User, export: RawExport) -> bool:
    """Who asked for it, while they are still an analyst."""
    return can_ask_for_export(user) and export.asked_by_id == user.pk


def can_release_figures(user: User) -> bool:
    return user.is_authenticated and user.has_role(Role.ANALYST)


def may_see_strategy(user: User) -> bool:
    """The desk where the strategy is made: aggregates, and never a note. The board and the redactor read it too."""
    return user.is_authenticated and user.has_role(*NOTE_READERS, Role.OWNER, Role.BOARD)


def can_write_strategy(user: User) -> bool:
    """The lead organisation and the council's officers: priorities, actions, indicators, what was learned."""
    return user.is_authenticated and user.has_role(Role.ANALYST, Role.COORDINATOR, Role.OWNER)


def can_decide_strategy(user: User) -> bool:
    """Agreeing is the board's."""
    return user.is_authenticated and user.has_role(Role.BOARD)


def may_sign_off(user: User) -> bool:
    """The safeguarding lead or deputy looks at learning from cases before everybody may read it."""
    return user.is_authenticated and user.has_role(Role.SAFEGUARDING, Role.DEPUTY)


def can_sign_off(user: User, record: Record) -> bool:
    """Never who wrote it, and only what needs it."""
    return may_sign_off(user) and record.needs_sign_off and record.written_by_id != user.pk
