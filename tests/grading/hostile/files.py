"""Files that are no notebook of this lab, or hardly one."""

import json

from cohort import as_bytes, code, lab

from hostile.case import case


@case(points=0, scored=False, needs="unreadable")
def corrupt_json(solved, blank):
    return as_bytes(solved)[:-200]


@case(points=0, scored=False, needs="unreadable")
def nested_json(solved, blank):
    return b'{"cells": ' + b"[" * 100000


@case(points=0, scored=False, needs="unreadable")
def empty_file(solved, blank):
    return b""


@case(points=0, scored=False, needs="unreadable")
def not_utf8(solved, blank):
    solved["cells"][0]["source"] += "\n\n\xdcbung, gel\xf6st"
    return json.dumps(solved, ensure_ascii=False).encode("latin-1", "replace")


@case(flagged=False)
def with_a_byte_order_mark(solved, blank):
    return b"\xef\xbb\xbf" + as_bytes(solved)


@case(points=0, scored=False, needs="another lab")
def another_labs_notebook(solved, blank):
    text = json.dumps(solved).replace("03.", "04.").replace("-03-", "-04-").replace("03_sigmoid_slope", "04_x")
    return text.encode()


@case(points=0, scored=False, needs="another lab")
def the_next_labs_notebook(solved, blank):
    return as_bytes(lab("04")[1])


@case(points=0, scored=False, needs="unrecognised")
def no_notebook_of_ours(solved, blank):
    return as_bytes({"cells": [code("print(1)")], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@case(points=0, scored=False, needs="unreadable")
def a_list(solved, blank):
    return b"[1, 2, 3]"


@case(flagged=False)
def strange_cells(solved, blank):
    solved["cells"] += [None, 5, {}, {"cell_type": 7, "source": {"a": 1}, "metadata": []}, {"source": ["a", 3]}]
    solved["cells"].append(code("x = '\ud800'"))
    return as_bytes(solved)
