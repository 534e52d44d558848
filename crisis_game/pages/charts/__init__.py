"""Charts of an exercise: a typed model made from its review, and its drawing as SVG and in words."""
