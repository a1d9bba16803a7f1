"""Who has to say yes before a page is live, and what is refused whoever asks."""
