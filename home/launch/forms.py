"""Where the paper is."""

from common.forms import GovukModelForm
from home.launch.models import LaunchSignOff


class SignOffForm(GovukModelForm):
    class Meta:
        model = LaunchSignOff
        fields = ["where"]
        error_messages = {"where": {"required": "Write where the paper is, so that others find it"}}
