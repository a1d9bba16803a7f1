"""Metres on the national grid as degrees.

The formulas and figures are those of Ordnance Survey, "A guide to coordinate systems in Great Britain", appendices B
and C: the Airy 1830 ellipsoid, and the seven-figure shift from OSGB36 to WGS84. True to about five metres.
"""

from math import atan2, cos, degrees, radians, sin, sqrt, tan

# Airy 1830 and WGS84: half axes in metres.
_AIRY, _WGS84 = (6377563.396, 6356256.909), (6378137.0, 6356752.3142)
_SCALE, _EAST, _NORTH, _LATITUDE, _LONGITUDE = 0.9996012717, 400000.0, -100000.0, radians(49), radians(-2)
# From OSGB36 to WGS84: metres, seconds of arc, parts in a million.
_SHIFT, _TURN, _STRETCH = (446.448, -125.157, 542.060), (0.1502, 0.2470, 0.8421), -20.4894


def degrees_of(east: float, north: float) -> tuple[float, float]:
    """Latitude and longitude (WGS84) of a place given by its easting and northing in metres."""
    return _shifted(*_unrolled(east, north))


def _unrolled(east: float, north: float) -> tuple[float, float]:
    """The place on the Airy ellipsoid, in radians."""
    a, b = _AIRY
    e2 = 1 - (b * b) / (a * a)
    latitude = _LATITUDE
    while abs(rest := north - _NORTH - _meridian(latitude)) >= 0.00001:
        latitude += rest / (a * _SCALE)
    nu = a * _SCALE / sqrt(1 - e2 * sin(latitude) ** 2)
    rho = a * _SCALE * (1 - e2) / (1 - e2 * sin(latitude) ** 2) ** 1.5
    eta2, t, sec = nu / rho - 1, tan(latitude), 1 / cos(latitude)
    x = east - _EAST
    latitude_of = (
        latitude
        - x**2 * t / (2 * rho * nu)
        + x**4 * t / (24 * rho * nu**3) * (5 + 3 * t**2 + eta2 - 9 * t**2 * eta2)
        - x**6 * t / (720 * rho * nu**5) * (61 + 90 * t**2 + 45 * t**4)
    )
    longitude_of = (
        _LONGITUDE
        + x * sec / nu
        - x**3 * sec / (6 * nu**3) * (nu / rho + 2 * t**2)
        + x**5 * sec / (120 * nu**5) * (5 + 28 * t**2 + 24 * t**4)
        - x**7 * sec / (5040 * nu**7) * (61 + 662 * t**2 + 1320 * t**4 + 720 * t**6)
    )
    return latitude_of, longitude_of


def _meridian(latitude: float) -> float:
    a, b = _AIRY
    n = (a - b) / (a + b)
    minus, plus = latitude - _LATITUDE, latitude + _LATITUDE
    return (
        b
        * _SCALE
        * (
            (1 + n + 1.25 * n**2 + 1.25 * n**3) * minus
            - (3 * n + 3 * n**2 + 2.625 * n**3) * sin(minus) * cos(plus)
            + (1.875 * n**2 + 1.875 * n**3) * sin(2 * minus) * cos(2 * plus)
            - 35 / 24 * n**3 * sin(3 * minus) * cos(3 * plus)
        )
    )


def _shifted(latitude: float, longitude: float) -> tuple[float, float]:
    """From the Airy ellipsoid (radians) to WGS84 (degrees), by way of metres from the middle of the Earth."""
    a, b = _AIRY
    e2 = 1 - (b * b) / (a * a)
    nu = a / sqrt(1 - e2 * sin(latitude) ** 2)
    x, y, z = nu * cos(latitude) * cos(longitude), nu * cos(latitude) * sin(longitude), nu * (1 - e2) * sin(latitude)
    rx, ry, rz = (radians(seconds / 3600) for seconds in _TURN)
    scale = 1 + _STRETCH / 1_000_000
    x, y, z = (
        _SHIFT[0] + scale * x - rz * y + ry * z,
        _SHIFT[1] + rz * x + scale * y - rx * z,
        _SHIFT[2] - ry * x + rx * y + scale * z,
    )
    a, b = _WGS84
    e2, flat = 1 - (b * b) / (a * a), sqrt(x * x + y * y)
    latitude = atan2(z, flat * (1 - e2))
    for _ in range(5):
        nu = a / sqrt(1 - e2 * sin(latitude) ** 2)
        latitude = atan2(z + e2 * nu * sin(latitude), flat)
    return degrees(latitude), degrees(atan2(y, x))
