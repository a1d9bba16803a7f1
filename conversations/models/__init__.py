from conversations.models.asking import ConversationRequest, EnteredCode
from conversations.models.board import Decision, Risk
from conversations.models.borough import BoroughFigure
from conversations.models.coding import Coding, Memo, SecondCoding
from conversations.models.cohorts import Buddies, Cohort
from conversations.models.conversations import Conversation
from conversations.models.corrections import Correction
from conversations.models.debriefs import Debrief
from conversations.models.decisions import NoteDecision
from conversations.models.exports import RawExport
from conversations.models.figures import Figure, LastCount, Tally
from conversations.models.followers import Follower, Told
from conversations.models.guides import GuidePart, GuideVersion
from conversations.models.indicators import Indicator, Reading
from conversations.models.links import MeasuredBy, NotTakenForward, ThreadLink
from conversations.models.pages import ConversationsPage, PriorityPage, StrategyIndexPage
from conversations.models.photos import Photo
from conversations.models.points import Point, Quote
from conversations.models.privacy import AllowedWords, KeptWords
from conversations.models.pulse import PulseCount
from conversations.models.records import Record, RecordLink, SelfCheck
from conversations.models.safety import SafetyPointer
from conversations.models.strategy import Action, ActionChange, Aim, Learning
from conversations.models.suggestions import Suggested, SuggestionIndex
from conversations.models.themes import CodebookVersion, Theme
from conversations.models.unfinished import Unfinished
from conversations.models.versions import Comment, StrategyVersion
from conversations.models.what_we_heard import HeardTheme, WhatWeHeardPage

__all__ = [
    "Action",
    "ActionChange",
    "Aim",
    "AllowedWords",
    "BoroughFigure",
    "Buddies",
    "CodebookVersion",
    "Coding",
    "Cohort",
    "Comment",
    "Conversation",
    "ConversationRequest",
    "ConversationsPage",
    "Correction",
    "Debrief",
    "Decision",
    "EnteredCode",
    "Figure",
    "Follower",
    "GuidePart",
    "GuideVersion",
    "HeardTheme",
    "Indicator",
    "KeptWords",
    "LastCount",
    "Learning",
    "MeasuredBy",
    "Memo",
    "NotTakenForward",
    "NoteDecision",
    "Photo",
    "Point",
    "PriorityPage",
    "PulseCount",
    "Quote",
    "RawExport",
    "Reading",
    "Record",
    "RecordLink",
    "Risk",
    "SafetyPointer",
    "SecondCoding",
    "SelfCheck",
    "StrategyIndexPage",
    "StrategyVersion",
    "Suggested",
    "SuggestionIndex",
    "Tally",
    "Theme",
    "ThreadLink",
    "Told",
    "Unfinished",
    "WhatWeHeardPage",
]
