#!/usr/bin/env python3
"""Turns CTest's JUnit report into three numbers: passed, failed, skipped.

A QtTest program counts each of its test functions; any other test counts as one. Doubt counts as failure: no report,
an empty one, a program that could not be started, or a non-zero end of CTest that no test explains.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped", re.MULTILINE)
FRAME = re.compile(r"^PASS\s+: .*::(?:init|cleanup)TestCase\(", re.MULTILINE)


def skipped_on_purpose(case):
    note = case.find("skipped")
    message = note.get("message", "") if note is not None else ""
    return case.get("status") == "disabled" or message.startswith("SKIP_")


def count_case(case):
    status = case.get("status")
    if status not in ("run", "fail"):
        return (0, 0, 1) if skipped_on_purpose(case) else (0, 1, 0)
    output = case.findtext("system-out") or ""
    totals = [tuple(map(int, found)) for found in TOTALS.findall(output)]
    if not totals:
        return (1, 0, 0) if status == "run" else (0, 1, 0)
    passed, failed, skipped = (sum(column) for column in zip(*totals))
    passed -= len(FRAME.findall(output))
    if status == "fail" and failed == 0:  # it crashed or ran out of time after its last function
        failed = 1
    return max(passed, 0), failed, skipped


def count(report, status):
    try:
        cases = ElementTree.parse(report).getroot().findall(".//testcase")
    except (OSError, ElementTree.ParseError) as error:
        print(f"CTest left no readable report: {error}", file=sys.stderr)
        return 0, 1, 0
    passed, failed, skipped = (sum(column) for column in zip((0, 0, 0), *map(count_case, cases)))
    if failed == 0 and (not cases or status != 0):
        failed = 1
    return passed, failed, skipped


if __name__ == "__main__":
    print(*count(sys.argv[1], int(sys.argv[2])))
