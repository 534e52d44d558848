"""From an author's files to a scenario, or to everything that is wrong with them.

`load` is the way through: `pages` lays the files together, `known` takes the ids that they define, `mending` reads what
is sound by the records that `file` and the model declare (`composites` and `kinds` know how each type is read and what
the JSON Schema says of it), `sense_*` asks whether it can be played and taught, `linking` makes the model. `codes`
lists the problems that can be told. `engine`, `players` and `assessment` never import this room.
"""
