"""From an author's files to a scenario, or to everything that is wrong with them.

`load` is the way through: `pages` lays the files together, `shapes` says which keys there are (the only place of
pydantic; also the JSON Schema), `chart` where ids and conditions stand, `references` whether they exist, `sense_*`
whether it can be played and taught, `build` makes the model. `codes` lists the problems that can be told. `engine`,
`players` and `assessment` never import this room.
"""
