"""./workbook bench --peers: the same trainings in other libraries, on this machine, in one run.

comparison  what is measured, with how many nets, and the table
jax_nets    many nets at once with JAX's vmap
keras_nets  one net after the other with Keras

The last two run in an environment of their own, .venv-peers, made from requirements.txt here.
What is measured in Java is reluctant.bench.PeerTrainings.
"""
