"""What no program can see: that people did what the law and good care ask, and who says so."""

from django.conf import settings
from django.db import models


class LaunchSignOff(models.Model):
    """Somebody says that one gate is passed, and where the paper is. Taken back by deleting it; the log keeps both."""

    class Gate(models.TextChoices):
        DPIA = "dpia", "The data protection impact assessment is agreed"
        ICO = "ico", "The fee to the Information Commissioner is paid, and this platform is in the register"
        SHARING = "sharing", "Every partner who reads notes has signed an agreement about sharing"
        EQUALITY = "equality", "The equality analysis is agreed"
        SAFEGUARDING = "safeguarding", "The safeguarding lead has agreed what facilitators are told to do"
        ACCESS = "access", "Disabled people have used it, and what they found is mended"
        ATTACK = "attack", "Somebody from outside has tried to break in, and what they found is mended"
        RESTORE = "restore", "A backup was restored on an empty machine"
        NIGHT = "night", "It is written down who is rung when it breaks at night"

    gate = models.CharField(max_length=12, choices=Gate, unique=True)
    where = models.CharField(
        "where the paper is",
        max_length=200,
        help_text="Such as: DPIA 12, version 3, in the council's register. No names of people.",
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.get_gate_display()
