"""What is shown: pages as data, in which order and in which words, and which command a row gives. Draws nothing.

`parts` has what a page is made of; the other modules make pages, one for each thing that can be read. Screens (`tui`),
numbered lines (`plain`) and paper (`paper`) each draw every part, so that none of them words anything twice.
"""
