"""Files from outside: looked at, decoded apart from the server, kept in private, and handed out by signed links.

One module per job: `receiving` (none too large), `refusing` (why not, in a sentence), `kinds` (type by content),
`scanning` (viruses), `child` (decode in a limited process), `workbooks` (XLSX, opened within limits), `photos`
(pictures without their hidden facts), `storage` (private files), `links` (who may open one, and until when),
`sending` (the answer that carries one).
"""
