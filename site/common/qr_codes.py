"""QR codes as SVG, for pages and for print, and as PNG, to put into a leaflet. The only module that imports qrcode."""

from io import BytesIO

import qrcode
from PIL import Image
from qrcode.constants import ERROR_CORRECT_M


def svg(text: str) -> str:
    """`text` as a black code on white with the quiet zone that cameras want. No style attribute: our policy bans it.

    Medium correction: a thumb mark or a fold does not hurt.
    """
    code = _made(text)
    side = code.modules_count + 2 * code.border
    squares = "".join(
        f"M{column + code.border},{row + code.border}h1v1h-1z"
        for row, cells in enumerate(code.modules)
        for column, dark in enumerate(cells)
        if dark
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side * 4}" height="{side * 4}">'
        f'<path fill="#fff" d="M0,0h{side}v{side}h-{side}z"/><path fill="#000" d="{squares}"/></svg>'
    )


def png(text: str, *, side: int = 1200) -> bytes:
    """The same in black and white dots, at least `side` of them wide: sharp at 10 cm in print."""
    cells = _made(text).get_matrix()
    picture = Image.new("1", (len(cells), len(cells)))
    picture.putdata([0 if dark else 255 for row in cells for dark in row])
    scale = -(-side // len(cells))
    file = BytesIO()
    picture.resize((len(cells) * scale,) * 2, Image.Resampling.NEAREST).save(file, "PNG", optimize=True)
    return file.getvalue()


def _made(text: str) -> qrcode.QRCode:
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(text)
    code.make(fit=True)
    return code
