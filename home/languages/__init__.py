"""Pages in other languages: which is behind the English one, and who may write which."""
