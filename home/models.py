"""The page types, gathered from the parts so that Django finds them."""

from home.approving.models import OtherPersonTask
from home.blocks.stories import StoryConsent
from home.campaigns.pages import CampaignIndexPage, CampaignPage
from home.hubs.pages import HubIndexPage, HubPage, HubSession
from home.incidents.models import LookBack, Pause
from home.incidents.pages import IncidentIndexPage, IncidentPage
from home.launch.models import LaunchSignOff
from home.pages.approach import ApproachIndexPage, ApproachPage
from home.pages.content import ContentPage
from home.pages.front import HomePage, HomePageNeed
from home.pages.legal import AccessibilityStatementPage, ComplaintPage, PrivacyPage, SafetyPage
from home.pages.messages import KeyMessageIndexPage, KeyMessagePage
from home.toolkit.models import CampaignAsset

__all__ = [
    "AccessibilityStatementPage",
    "ApproachIndexPage",
    "ApproachPage",
    "CampaignAsset",
    "CampaignIndexPage",
    "CampaignPage",
    "ComplaintPage",
    "ContentPage",
    "HomePage",
    "HomePageNeed",
    "HubIndexPage",
    "HubPage",
    "HubSession",
    "IncidentIndexPage",
    "IncidentPage",
    "KeyMessageIndexPage",
    "KeyMessagePage",
    "LaunchSignOff",
    "LookBack",
    "OtherPersonTask",
    "Pause",
    "PrivacyPage",
    "SafetyPage",
    "StoryConsent",
]
