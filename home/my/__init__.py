"""The "my" page: what each person who signs in can do next, in their own words."""
