"""The secrets of authenticator apps and of recovery codes cannot be read from a copy of the database."""

from allauth.mfa.adapter import DefaultMFAAdapter

from common.sealed import seal, unseal

PURPOSE = "second step"


class SealingAdapter(DefaultMFAAdapter):
    """allauth's own, which leaves both methods empty for whoever installs it to fill."""

    def encrypt(self, text: str) -> str:
        return seal(text, purpose=PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text, purpose=PURPOSE)
