"""The words that the site starts with, by page. Staff edit them in Wagtail; nothing here overwrites an edit.

Written from the partnership's own papers in plain words. Two things are quoted exactly: names, and the three questions.
"""
