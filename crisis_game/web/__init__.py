"""The exercise in a browser: pages made on the host, live, and the one door through which they are asked for."""
