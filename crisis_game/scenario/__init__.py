"""What an author writes, loaded.

`model` is the scenario (its parts in `model_world`, `model_texts`, `model_script`), `draft` the form of every text,
`standard` and `numbers` what holds unless an author says otherwise. `facts` says what a condition may ask, and
`conditions` what it means. `library` finds the files, `reading` makes a scenario of them or tells what is wrong, and
`dossier` is the part that one seat may have.
"""
