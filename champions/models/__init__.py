from champions.models.agenda import AgendaItem
from champions.models.answers import AnswerCount
from champions.models.apart import KeptApart
from champions.models.bookings import Booking
from champions.models.checks import RoleCheck
from champions.models.feeds import CalendarFeed
from champions.models.guests import Guest
from champions.models.initiatives import Initiative
from champions.models.needs import AccessNeed
from champions.models.offers import Offer
from champions.models.people import Champion, DatedRole
from champions.models.questions import TeamQuestion
from champions.models.reach import ReachCount
from champions.models.scoping import PlaceScoping
from champions.models.trainers import Allocation, Away
from champions.models.training import Invitation, TrainingRecord
from champions.models.updates import TeamUpdate
from champions.models.venues import Venue
from champions.models.workshops import Workshop

__all__ = [
    "AccessNeed",
    "AgendaItem",
    "Allocation",
    "AnswerCount",
    "Away",
    "Booking",
    "CalendarFeed",
    "Champion",
    "DatedRole",
    "Guest",
    "Initiative",
    "Invitation",
    "KeptApart",
    "Offer",
    "PlaceScoping",
    "ReachCount",
    "RoleCheck",
    "TeamQuestion",
    "TeamUpdate",
    "TrainingRecord",
    "Venue",
    "Workshop",
]
