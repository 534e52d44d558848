"""What is printed for a class beside the role sheets: for players, for who watches, and for the instructor."""
