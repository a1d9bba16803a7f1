"""Campaigns as a feed, for schools and local groups that pass news on. Events are a calendar of their own."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.utils import feedgenerator

from home.campaigns.pages import CampaignPage


class CampaignFeed(Feed):
    """The campaigns that run now, without those whose subject is better not announced."""

    feed_type = feedgenerator.Rss201rev2Feed
    title = "Stop the Violence: campaigns"
    link = "/campaigns/"
    description = "What the Safer Lewisham Partnership asks of all of us just now."
    language = "en-gb"

    def items(self) -> QuerySet:
        return CampaignPage.objects.live().current().filter(sensitive=False)[:20]

    def item_title(self, item: CampaignPage) -> str:
        return item.title

    def item_description(self, item: CampaignPage) -> str:
        return item.summary

    def item_link(self, item: CampaignPage) -> str:
        return item.get_url() or self.link

    def item_pubdate(self, item: CampaignPage) -> datetime | None:
        return item.first_published_at
