"""The sheet that owners fill in four times a year: what goes out comes back, and nothing of it is half-stored."""
