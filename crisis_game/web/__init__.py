"""The classroom's door: one exercise over HTTP, for browsers and for programs. The only room that imports a server."""
