"""What one seat may see, by kind; `engine.seen` joins them."""
