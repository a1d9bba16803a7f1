"""The local table of postcodes: read from the open lists, so that distances are worked out without asking anybody.

Two lists are understood: the ONS Postcode Directory (or its National Statistics cousin), whose first row names the
columns, and OS Code-Point Open, which has no such row and gives metres on the national grid. Both are free to use
under the Open Government Licence.
"""

import csv
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TextIO

from django.db import transaction

from common.models import Postcode, Ward
from common.national_grid import degrees_of

POSTCODE = re.compile(r"^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$")
AT_ONCE = 2000
# The columns of the ONS lists under the names that they have had; the year of a ward column changes.
_CODE, _LATITUDE, _LONGITUDE, _ENDED = ("pcds", "pcd7", "pcd8", "pcd"), ("lat",), ("long", "lon"), ("doterm",)
_WARD = re.compile(r"^(osward|ward|wd\d\dcd)$")
# Where Code-Point Open has what: postcode, quality, easting, northing, five codes of areas, ward.
_QUALITY, _EASTING, _NORTHING, _GRID_WARD, _GRID_COLUMNS = 1, 2, 3, 9, 10
_NO_PLACE = "90"


class NotAList(ValueError):
    """The file is neither of the two lists. The text says what is missing."""


@dataclass(frozen=True)
class Row:
    """A postcode in use, in degrees (WGS84), with the ONS code of its ward where the list has one."""

    code: str
    district: str
    latitude: float
    longitude: float
    ward: str = ""

    @property
    def letters(self) -> str:
        return self.code[: 2 if self.code[1].isalpha() else 1]


@transaction.atomic
def load(file: TextIO, *, letters: Iterable[str] = ()) -> int:
    """Take in the postcodes of one list, all or nothing; those that are there are brought up to date.

    `letters` keeps to postcodes that begin with them, such as SE and BR; without any, all come in. Gives how many.
    Raises NotAList.
    """
    wards = dict(Ward.objects.exclude(ons_code="").values_list("ons_code", "pk"))
    wanted = {given.upper() for given in letters}
    rows = (row for row in read(file) if not wanted or row.letters in wanted)
    number = 0
    while batch := list(islice(rows, AT_ONCE)):
        # A list may hold a postcode twice; one statement may not.
        found = {
            row.code: Postcode(row.code, row.district, row.latitude, row.longitude, wards.get(row.ward))
            for row in batch
        }
        Postcode.objects.bulk_create(
            found.values(),
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["district", "latitude", "longitude", "ward"],
        )
        number += len(found)
    return number


def read(file: TextIO) -> Iterator[Row]:
    """The postcodes of a list that are in use and have a place. Raises NotAList."""
    lines = csv.reader(file)
    first = next(lines, [])
    names = [name.strip().casefold().removeprefix("\ufeff") for name in first]
    try:
        if any(name in names for name in _CODE):
            yield from _from_ons(names, lines)
        elif len(first) >= _GRID_COLUMNS and first[_EASTING].strip().isdecimal():
            for line in chain([first], lines):
                yield from _from_grid(line)
        else:
            raise NotAList("The first row names no column `pcds`, and the file does not look like Code-Point Open.")
    except (csv.Error, UnicodeDecodeError) as problem:
        raise NotAList(f"The file cannot be read as CSV near line {lines.line_num}.") from problem


def _from_ons(names: list[str], lines: Iterable[list[str]]) -> Iterator[Row]:
    def column(*known: str) -> int | None:
        return next((names.index(name) for name in known if name in names), None)

    code, latitude, longitude, ended = (column(*known) for known in (_CODE, _LATITUDE, _LONGITUDE, _ENDED))
    ward = next((number for number, name in enumerate(names) if _WARD.match(name)), None)
    if code is None or latitude is None or longitude is None:
        raise NotAList("The list has to have the columns `pcds`, `lat` and `long`.")
    for line in lines:
        if len(line) <= max(code, latitude, longitude) or (ended is not None and line[ended].strip()):
            continue
        yield from _row(line[code], _degrees(line[latitude]), _degrees(line[longitude]), _at(line, ward))


def _from_grid(line: list[str]) -> Iterator[Row]:
    if len(line) >= _GRID_COLUMNS and line[_QUALITY].strip() != _NO_PLACE:
        east, north = _degrees(line[_EASTING]), _degrees(line[_NORTHING])
        if east and north:
            yield from _row(line[0], *degrees_of(east, north), _at(line, _GRID_WARD))


def _row(typed: str, latitude: float | None, longitude: float | None, ward: str) -> Iterator[Row]:
    found = POSTCODE.match("".join(typed.split()).upper())
    # Postcodes without a place have the latitude 99.999999 in the ONS lists.
    if found and latitude is not None and longitude is not None and 49 < latitude < 61 and -9 < longitude < 2:
        yield Row(found[0], found[1], latitude, longitude, ward)


def _degrees(written: str) -> float | None:
    try:
        number = float(written)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _at(line: list[str], column: int | None) -> str:
    return line[column].strip() if column is not None and column < len(line) else ""
