"""One seat over a wire: what it gets, how that changes, and a client that plays over it. No server is in here."""
