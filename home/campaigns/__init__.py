"""Stop the Violence: what is said to everybody, for how long, and who approved it."""
