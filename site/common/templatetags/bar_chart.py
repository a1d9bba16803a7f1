"""Where the bars of a chart stand, in SVG units."""

from django import template

register = template.Library()

BAR, GAP, TALLEST, ROOM_FOR_NUMBER = 44, 16, 140, 22


@register.simple_tag
def bar_chart(rows: list[dict]) -> dict:
    """Lay the rows out from left to right. A value that is no number (a `*`) keeps its place and has no bar."""
    numbers = [row["value"] for row in rows if isinstance(row["value"], int | float)]
    highest = max(numbers, default=0) or 1
    base = TALLEST + ROOM_FOR_NUMBER
    bars = []
    for place, row in enumerate(rows):
        value = row["value"]
        height = round(TALLEST * value / highest) if isinstance(value, int | float) else 0
        x = place * (BAR + GAP)
        bars.append(
            {"x": x, "y": base - height, "width": BAR, "height": height,
             "middle": x + BAR // 2, "text_y": base - height - 6, "value": value}
        )  # fmt: skip
    return {"bars": bars, "base": base, "height": base + 4, "width": max(len(rows) * (BAR + GAP) - GAP, BAR)}
