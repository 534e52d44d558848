"""What an author writes, loaded.

`model` is the scenario (its parts in `model_world`, `model_texts`, `model_script`), `draft` the form of every text,
`defaults` and `numbers` what holds unless an author says otherwise. `library` finds the files, `reading` makes a
scenario of them or tells what is wrong, `seat_dossier` is the part that one seat may have, and `reachability` proves
what can never come to pass.
"""
