"""What is read while play goes on: texts on the table, the situation, what everybody may know."""
