"""./workbook bench --peers: the same trainings in other libraries, on this machine, in one run.

comparison  two ReLUs on |x|: what is measured, with how many nets, and the table
jax_nets    many nets at once with JAX's vmap
keras_nets  one net after the other with Keras

The ladder is the same question for shapes from two units to two layers of 128:

rungs           the shapes, and what learns on each
ladder          ours and JAX by turns on every rung
forms           the fastest JAX form of a rung
jax_rung        any rung with JAX's vmap
torch_rung      any rung with torch.func.vmap, where PyTorch is
asking          a program that answers, so that it stays warm while others are measured
bound           how long the arithmetic alone would take
ladder_table    ratios with their intervals
ladder_picture  the same as a picture

And ./workbook attack --outside has somebody else count what the chapters claim:

outside         the headline rates with Keras, in its own float32

outside, ladder, jax_rung, torch_rung, jax_nets and keras_nets run in an environment of their own, .venv-peers, made from requirements.txt here,
and ladder_picture in .venv. What is measured in Java is reluctant.bench.PeerTrainings, Ladder and, for the bound, Rates.
"""
