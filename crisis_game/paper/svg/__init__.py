"""Pages as SVG: charts drawn on white sheets, which need nothing beside them."""
