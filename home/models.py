"""The page types, gathered from the parts so that Django finds them."""

from home.campaigns.pages import CampaignIndexPage, CampaignPage
from home.hubs.pages import HubIndexPage, HubPage, HubSession
from home.pages.approach import ApproachIndexPage, ApproachPage
from home.pages.content import ContentPage
from home.pages.front import HomePage, HomePageNeed
from home.pages.legal import AccessibilityStatementPage, ComplaintPage, PrivacyPage, SafetyPage
from home.pages.messages import KeyMessageIndexPage, KeyMessagePage

__all__ = [
    "AccessibilityStatementPage",
    "ApproachIndexPage",
    "ApproachPage",
    "CampaignIndexPage",
    "CampaignPage",
    "ComplaintPage",
    "ContentPage",
    "HomePage",
    "HomePageNeed",
    "HubIndexPage",
    "HubPage",
    "HubSession",
    "KeyMessageIndexPage",
    "KeyMessagePage",
    "PrivacyPage",
    "SafetyPage",
]
