from services_directory.models.empty_search import EmptySearch
from services_directory.models.feed_file import FeedFile
from services_directory.models.link_check import LinkCheck
from services_directory.models.location import Accessibility, Location, ServiceAtLocation
from services_directory.models.organisation import Organisation, OrganisationIdentifier
from services_directory.models.pages import ServiceIndexPage
from services_directory.models.partner import Delivery, KnownService, Subscriber
from services_directory.models.parts import Contact, CostOption, Language, ServiceArea
from services_directory.models.phone import Phone
from services_directory.models.proposal import Proposal, ProviderAccount
from services_directory.models.schedule import LocationException, LocationSchedule, Schedule, ScheduleException
from services_directory.models.service import ServicePage
from services_directory.models.task import Task
from services_directory.models.taxonomy import Taxonomy, TaxonomyTerm
from services_directory.models.vocabulary import Audience, Synonym

__all__ = [
    "Accessibility",
    "Audience",
    "Contact",
    "CostOption",
    "Delivery",
    "EmptySearch",
    "FeedFile",
    "KnownService",
    "Language",
    "LinkCheck",
    "Location",
    "LocationException",
    "LocationSchedule",
    "Organisation",
    "OrganisationIdentifier",
    "Phone",
    "Proposal",
    "ProviderAccount",
    "Schedule",
    "ScheduleException",
    "ServiceArea",
    "ServiceAtLocation",
    "ServiceIndexPage",
    "ServicePage",
    "Subscriber",
    "Synonym",
    "Task",
    "Taxonomy",
    "TaxonomyTerm",
]
