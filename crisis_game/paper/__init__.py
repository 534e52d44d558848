"""Pages on paper: static HTML, Markdown and SVG, which need nothing beside them. All words are escaped."""
