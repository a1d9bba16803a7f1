"""The morning after: a holding page by the emergency lane, posts that wait, and a look back a day later."""
