"""Notes in a workbook: made by us, filled in anywhere, read with every rule of the screens."""
