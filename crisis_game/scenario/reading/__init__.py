"""From an author's files to a scenario, or to everything that is wrong with them.

`load` is the way through: `merged_files` lays the files together, `known_ids` takes the ids that they define,
`sound_parts` reads what is sound by the records that `scenario_file` and the model declare (`composite_kinds` and
`value_kinds` know how each type is read and what the JSON Schema says of it), `check_*` asks whether it can be played
and taught, `linking` makes the model. `problem_codes` lists the problems that can be told. `conversion_files` and its
neighbours bring files of format 1 over. `engine`, `players` and `assessment` never import this room.
"""
