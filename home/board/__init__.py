"""The board's page: how the work is going, in five minutes."""
