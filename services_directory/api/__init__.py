"""Open Referral UK 3.0 (the UK profile of HSDS 3.0) at /api/oruk/v3/. See docs/open-referral.md."""
