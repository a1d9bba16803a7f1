"""What goes out with a campaign: posters, pictures to share, codes, words to copy, and files that staff add."""
