#!/usr/bin/env python3
"""The README test against a small made-up tree, right and then wrong in each way it can be wrong."""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import checktree  # noqa: E402

HELP = "  run      open the app\n             --field-day  play it\n  test     run every test\n"
README = """# Doorstep
![Today](docs/today.png)
```
./dev run --field-day
./dev test
```
```
docs/       pictures
src/        behaviour
src/base/   results and times
```
"""
FILES = ("docs/today.png", "src/base/result.h", "build/dev/x", "src/base/__pycache__/y", ".git/config")


class ReadmeRules(unittest.TestCase):
    def findings(self, readme=README, files=FILES, empty=()):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name in (*files, *(f"{name}/" for name in empty)):
                path = root / name
                (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
                if not name.endswith("/"):
                    path.write_text("x", encoding="utf-8")
            (root / "README.md").write_text(readme, encoding="utf-8")
            return checktree.check(root, HELP)

    def assert_one(self, findings, words):
        self.assertEqual(len(findings), 1, findings)
        self.assertIn(words, findings[0])

    def test_matching_readme_has_no_findings(self):
        self.assertEqual(self.findings(empty=["src/later"]), [])

    def test_folder_without_line(self):
        self.assert_one(self.findings(files=(*FILES, "src/wire/a.h")), "src/wire/ has no line")
        self.assert_one(self.findings(files=(*FILES, "extra/a.h")), "extra/ has no line")

    def test_line_without_folder(self):
        wrong = README.replace("src/base/ ", "src/gone/   x\nsrc/base/ ")
        self.assert_one(self.findings(wrong), "lists src/gone/")
        self.assert_one(self.findings(wrong, empty=["src/gone"]), "lists src/gone/")

    def test_line_without_words(self):
        self.assert_one(self.findings(README.replace("src/base/   results and times", "src/base/")), "says nothing")

    def test_unknown_command_and_flag(self):
        self.assert_one(self.findings(README.replace("./dev test", "./dev fly")), "./dev fly")
        self.assert_one(self.findings(README.replace("--field-day", "--night")), "--night")

    def test_missing_picture(self):
        self.assert_one(self.findings(README.replace("today.png", "other.png")), "docs/other.png")
        self.assert_one(self.findings(README + '<img src="docs/gone.png" alt="">\n'), "docs/gone.png")

    def test_readme_without_tree_or_commands(self):
        self.assertEqual(len(self.findings("# Doorstep\n", files=())), 2)


if __name__ == "__main__":
    unittest.main()
