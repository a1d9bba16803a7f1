"""The one exception for a file that cannot be taken. It is imported in the child process too: no Django here."""


class Refused(Exception):
    """Why a file cannot be taken, in a sentence for the person who sent it. It never quotes the file."""
