"""For those who watch over safety and data: the safety queue and the log."""
