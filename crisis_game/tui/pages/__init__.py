"""What stands on the leaves of the record and of the debrief: made from what was told, worded, not yet laid out."""
