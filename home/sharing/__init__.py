"""How pages travel: in search engines, in messages between people, in feeds, and as drafts for one reader."""
