"""QR codes as SVG, for pages and for print. The only module that imports qrcode."""

import qrcode
from qrcode.constants import ERROR_CORRECT_M


def svg(text: str) -> str:
    """`text` as a black code on white with the quiet zone that cameras want. No style attribute: our policy bans it.

    Medium correction: a thumb mark or a fold does not hurt.
    """
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(text)
    code.make(fit=True)
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
