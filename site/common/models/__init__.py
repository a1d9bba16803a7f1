from common.models.access import AccessReview
from common.models.audit import AuditCheckpoint, AuditEntry
from common.models.counts import DailyCount
from common.models.frame_words import FrameWords
from common.models.language import StyleRule
from common.models.outbox import OutboxMessage
from common.models.places import Postcode, Ward
from common.models.releases import Release
from common.models.retention import RetentionDecision, RetentionRun
from common.models.rights import DataComplaint, Erasure
from common.models.short_links import ShortLink
from common.models.vocabulary import (
    BigQuestion,
    Domain,
    EcologicalLevel,
    EmergencyContact,
    KeyMessage,
    Need,
    SafeguardingText,
)

__all__ = [
    "AccessReview",
    "AuditCheckpoint",
    "AuditEntry",
    "BigQuestion",
    "DailyCount",
    "DataComplaint",
    "Domain",
    "EcologicalLevel",
    "EmergencyContact",
    "Erasure",
    "FrameWords",
    "KeyMessage",
    "Need",
    "OutboxMessage",
    "Postcode",
    "Release",
    "RetentionDecision",
    "RetentionRun",
    "SafeguardingText",
    "ShortLink",
    "StyleRule",
    "Ward",
]
