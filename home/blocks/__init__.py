"""The pieces that a page is made of. Each has a preview, so that an editor picks by sight."""

from home.blocks.bodies import ApproachBodyBlock, BodyBlock, MessageBodyBlock, PrivacyBodyBlock

__all__ = ["ApproachBodyBlock", "BodyBlock", "MessageBodyBlock", "PrivacyBodyBlock"]
