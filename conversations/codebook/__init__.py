"""The codebook as a file: REFI-QDA `.qdc` and a CSV that Taguette accepts, both ways."""
