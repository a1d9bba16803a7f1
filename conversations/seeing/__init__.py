"""What the codings show: themes by groups, whom we have not heard from, and whether we still learn something new."""
