"""Notebooks whose cells or metadata were changed, by a student or by the program that saved them."""

from cohort import as_bytes, cell, deepcopy

from hostile.case import WITHOUT_FIRST, case, position


@case(points=WITHOUT_FIRST)
def deletes_an_exercise(solved, blank):
    del solved["cells"][position(solved, "ex-03-sigmoid")]
    return as_bytes(solved)


@case()
def deletes_all_checks(solved, blank):
    solved["cells"] = [c for c in solved["cells"] if not c["id"].startswith("check-")]
    return as_bytes(solved)


@case()
def deletes_the_setup_and_imports(solved, blank):
    solved["cells"] = [
        c for c in solved["cells"] if c["id"] != "setup-03" and "import numpy" not in "".join(c["source"])
    ]
    return as_bytes(solved)


@case()
def edits_a_check(solved, blank):
    cell(solved, "check-03-sigmoid")["source"] = "print('2 of 2 points')"
    return as_bytes(solved)


@case(points=0)
def edits_a_check_and_has_nothing(solved, blank):
    cell(blank, "check-03-sigmoid")["source"] = "2.0"
    cell(blank, "check-03-sigmoid")["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "2.0"}]
    return as_bytes(blank)


@case()
def duplicates_every_cell(solved, blank):
    solved["cells"] = [c for c in solved["cells"] for _ in range(2)]
    return as_bytes(solved)


@case()
def duplicates_an_exercise_with_its_stub_first(solved, blank):
    place = position(solved, "ex-03-sigmoid")
    solved["cells"].insert(place, deepcopy(cell(blank, "ex-03-sigmoid")))
    return as_bytes(solved)


@case()
def reorders_all_cells(solved, blank):
    solved["cells"].reverse()
    return as_bytes(solved)


@case()
def retypes_an_exercise(solved, blank):
    cell(solved, "ex-03-sigmoid")["cell_type"] = "markdown"
    return as_bytes(solved)


@case()
def retypes_a_check(solved, blank):
    cell(solved, "check-03-sigmoid")["cell_type"] = "raw"
    return as_bytes(solved)


@case(flagged=False)
def strips_cell_metadata(solved, blank):
    for c in solved["cells"]:
        c["metadata"] = {}
    return as_bytes(solved)


@case(flagged=False)
def strips_ids_and_metadata(solved, blank):
    for c in solved["cells"]:
        c["metadata"] = {}
        del c["id"]
    solved["nbformat_minor"] = 4
    return as_bytes(solved)


@case(flagged=False)
def strips_notebook_metadata(solved, blank):
    solved["metadata"] = {}
    return as_bytes(solved)


@case(flagged=False)
def raises_its_points(solved, blank):
    for c in solved["cells"]:
        if "nbgrader" in c["metadata"]:
            c["metadata"]["nbgrader"].update(points=1000, locked=False)
    return as_bytes(solved)


@case(flagged=False)
def another_kernel(solved, blank):
    solved["metadata"]["kernelspec"] = {"name": "my-conda-env", "display_name": "Mine", "language": "python"}
    return as_bytes(solved)


@case(flagged=False)
def saved_by_vs_code(solved, blank):
    """VS Code rewrites the notebook's metadata, drops unknown ones there, and gives cells ids where it misses them."""
    solved["metadata"] = {
        "language_info": {"name": "python", "version": "3.12.1", "file_extension": ".py"},
        "kernelspec": {"display_name": ".venv", "language": "python", "name": "python3"},
    }
    for c in solved["cells"]:
        c["metadata"] = c["metadata"] | {"vscode": {"languageId": "python"}}
        c["source"] = c["source"].splitlines(keepends=True)
    return as_bytes(solved)


@case(flagged=False)
def saved_by_colab(solved, blank):
    """Colab saves format 4.0: ids move into the metadata as new ones, and it adds its own."""
    for number, c in enumerate(solved["cells"]):
        del c["id"]
        c["metadata"] = c["metadata"] | {"id": f"aB3xK{number:06d}", "colab": {"base_uri": "https://localhost:8080/"}}
        if c["cell_type"] == "code":
            c["metadata"]["outputId"] = "0a1b2c3d"
    solved["metadata"] = {"colab": {"provenance": []}, "kernelspec": {"name": "python3", "display_name": "Python 3"}}
    solved["nbformat_minor"] = 0
    return as_bytes(solved)
