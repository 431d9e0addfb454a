#!/usr/bin/env python3
"""counttests.py decides whether a test run is green, so each way of being red has a case here."""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import counttests  # noqa: E402

QT_OUTPUT = """PASS   : TestClock::initTestCase()
PASS   : TestClock::now_twice_neverGoesBack()
SKIP   : TestClock::zone_absent_isSkipped() no zone
PASS   : TestClock::cleanupTestCase()
Totals: 3 passed, {failed} failed, 1 skipped, 0 blacklisted, 5ms
"""


def case(status, output="", skipped=None):
    note = f'<skipped message="{skipped}"/>' if skipped else ""
    return f'<testcase name="t" status="{status}">{note}<system-out>{output}</system-out></testcase>'


class CountTests(unittest.TestCase):
    def counted(self, *cases, status=0):
        with tempfile.TemporaryDirectory() as folder:
            report = pathlib.Path(folder) / "report.xml"
            report.write_text(f"<testsuite>{''.join(cases)}</testsuite>", encoding="utf-8")
            return counttests.count(report, status)

    def test_plain_tests_count_as_one_each(self):
        self.assertEqual(self.counted(case("run"), case("run")), (2, 0, 0))

    def test_qt_test_counts_its_functions(self):
        self.assertEqual(self.counted(case("run", QT_OUTPUT.format(failed=0))), (1, 0, 1))

    def test_failures_count(self):
        self.assertEqual(self.counted(case("run"), case("fail"), status=8), (1, 1, 0))
        self.assertEqual(self.counted(case("fail", QT_OUTPUT.format(failed=2)), status=8), (1, 2, 1))

    def test_crash_after_good_totals_is_a_failure(self):
        self.assertEqual(self.counted(case("fail", QT_OUTPUT.format(failed=0)), status=8), (1, 1, 1))

    def test_missing_program_is_a_failure(self):
        self.assertEqual(self.counted(case("notrun", skipped="Unable to find executable"), status=8), (0, 1, 0))

    def test_skip_code_is_visible(self):
        self.assertEqual(self.counted(case("run"), case("notrun", skipped="SKIP_RETURN_CODE=77")), (1, 0, 1))

    def test_nothing_run_is_a_failure(self):
        self.assertEqual(self.counted(), (0, 1, 0))

    def test_unexplained_exit_code_is_a_failure(self):
        self.assertEqual(self.counted(case("run"), status=1), (1, 1, 0))

    def test_no_report_is_a_failure(self):
        self.assertEqual(counttests.count("does-not-exist.xml", 0), (0, 1, 0))


if __name__ == "__main__":
    unittest.main()
