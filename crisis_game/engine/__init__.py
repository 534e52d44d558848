"""The exercise as a pure machine: a submission in, events or a refusal out.

Start with `machine` (decide, apply, legal), then `phases` (the definition of a crisis), `state` (what there is),
`commands` (what can be wanted), `acts` (when it can be, and what comes of it), `events` (what happens), `seen` (what
one seat may know).
"""
