"""After play: hinges, timeline, verdicts, readings, grades, and the after-action report.

`review.review(session)` gives one typed object, `model.Review`, that screens, lines and reports show.
"""
