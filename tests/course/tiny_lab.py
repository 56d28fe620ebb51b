"""A lab of a few lines, with one cell of every kind, and its exercise."""

from types import SimpleNamespace

TINY = '''\
# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# labkit:
#   title: Doubling
#   question: What is twice a number?
#   minutes: 5
# ---

# %% [markdown]
# # Doubling

# %% setup="07"

# %% exercise="07.double"
def double(x):
    """Twice x."""
    ### BEGIN SOLUTION
    the_secret_result = x + x
    return the_secret_result
    ### END SOLUTION


# %% check="07.double"

# %% predict="07.guess"
guess = None  # a number

# %%
print(guess)

# %%
print(guess)

# %% [markdown] written="07.why" points=3
# Why is that so?
#
# ### BEGIN SOLUTION
# Because addition of equals doubles them.
# ### END SOLUTION

# %% [markdown] rubric="07.why"
# - 3 points: names the addition of equals.
'''


def find(exercise_id):
    return SimpleNamespace(id=exercise_id, name=exercise_id[3:], points=2, per_student=exercise_id.endswith("paper"))
