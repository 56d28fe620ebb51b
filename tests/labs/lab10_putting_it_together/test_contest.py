"""The contest of lab 10: its images and its budget."""

from labkit.exercises.lab10_putting_it_together.contest import BATCH, BUDGET, digits, practice, read
from tests.labs.lab10_putting_it_together.recipe import GOOD


def test_the_practice_images_are_training_images_and_none_is_on_both_sides():
    images, whole = practice(), digits()
    train, chosen_by = ({row.tobytes() for row in rows} for rows in (images.x_train, images.x_test))
    assert (len(images.x_train), len(images.x_test)) == (3000, 1000)
    assert not train & chosen_by
    assert train | chosen_by == {row.tobytes() for row in whole.x_train}
    assert not (train | chosen_by) & {row.tobytes() for row in whole.x_test}


def test_a_recipe_gets_exactly_its_budget():
    _, rows = read(GOOD).train(practice(), 0, BUDGET)
    assert [row["iteration"] for row in rows] == [0, BUDGET]
    assert read(GOOD).batch == BATCH
