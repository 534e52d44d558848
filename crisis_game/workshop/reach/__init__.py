"""Reachability with reasons: a witness for what can come to pass, a proof for what cannot, an honest word else."""
