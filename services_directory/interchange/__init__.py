"""The directory in and out: feeds of Open Referral UK 3.0, and tables of ours. See docs/open-referral.md."""
