"""One small file for each screen, named like it, with its styles beside it."""
