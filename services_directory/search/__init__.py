"""The search of the directory: our own, so that SQLite and PostgreSQL find the same.

`words` takes text apart, `places` reads a postcode or an area, `index` ranks, `current` keeps the index.
"""
