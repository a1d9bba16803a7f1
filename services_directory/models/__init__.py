from services_directory.models.location import Location, ServiceAtLocation
from services_directory.models.organisation import Organisation
from services_directory.models.pages import ServiceIndexPage
from services_directory.models.phone import Phone
from services_directory.models.service import ServicePage
from services_directory.models.vocabulary import Audience, Synonym

__all__ = [
    "Audience",
    "Location",
    "Organisation",
    "Phone",
    "ServiceAtLocation",
    "ServiceIndexPage",
    "ServicePage",
    "Synonym",
]
