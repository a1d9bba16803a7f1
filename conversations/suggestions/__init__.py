"""Which themes may be in a point: three suggestions with the words that point to them. A person decides, always.

Pure Python: words and pieces of words, weighted by how rare they are, compared with the codebook's own wording and with
what was confirmed before. No model is downloaded and nothing is sent anywhere.
"""
