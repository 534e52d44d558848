"""The report of a rehearsal: `content` says what stands in it, `terminal` and `page` show it."""
