"""The page types of the front door."""
