"""The privacy check: what may never be in a note, and what somebody must look at. What matched is never logged."""

from conversations.privacy.findings import Finding, Kind, findings_in, fingerprint
from conversations.privacy.identifiers import identifiers_in
from conversations.privacy.refusing import refuse_identifiers, sentence

__all__ = ["Finding", "Kind", "findings_in", "fingerprint", "identifiers_in", "refuse_identifiers", "sentence"]
