#!/usr/bin/env python3
"""Compares every #include and QML import with layers.txt, and refuses constructs the architecture rules out.

Usage: checklayers.py [ROOT]. Ends with 1 and one line a finding; a tree in which there was nothing to read is a finding.
"""
import fnmatch
import pathlib
import re
import sys

TABLE = pathlib.Path(__file__).with_name("layers.txt")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', re.MULTILINE)
IMPORT = re.compile(r'^[ \t]*import[ \t]+("[^"]*"|[\w.]+)', re.MULTILINE)
COMMENT = re.compile(r'("(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/', re.DOTALL)

# (files, pattern, files excepted, hint): what no layer may do.
BANS = [
    ("*.cpp *.h", r"\bsetContextProperty\b", "", "hand objects to Main.qml with setInitialProperties"),
    ("*.cpp *.h", r"\bqmlRegister\w+", "", "declare the type with QML_ELEMENT"),
    ("*.cpp *.h", r"\bQSqlDatabase\b", "", "use sql::Connection; one SQLite library in a process"),
    ("src/ui/*.h", r"\bQVariantMap\b", "", "give the view model typed properties"),
    ("*.cpp *.h", r"\bstd::cout\b", "src/app/* src/hub/*main*.cpp src/hub/*command*.cpp",
     "only programs print; return a value or log"),
    ("*.qml", r"\bproperty\s+var\b", "", "give the property its type"),
]


class Table:
    """layers.txt, parsed."""

    def __init__(self, text):
        self.rows, self.reserved = {}, []
        for line in text.splitlines():
            words = line.split("#")[0].split()
            if words and words[0] == "only":
                self.reserved.append((re.compile(words[1]), set(words[2:])))
            elif words:
                self.rows[words[0]] = words[1:]

    def allows(self, folder, target):
        if folder == target:
            return True
        row = self.rows.get(folder, [])
        return "everything" in row or target in row

    def allows_import(self, folder, module):
        row = self.rows.get(folder, self.rows["qml/*"])
        name = "Qt" if module.startswith("Qt") else module
        return any(fnmatch.fnmatchcase(name, pattern) for pattern in row)


def without_comments(text):
    return COMMENT.sub(lambda found: found.group(1) or " ", text)


def matches(path, patterns):
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns.split())


def layer_of(path):
    return "/".join(path.parts[:2])


def resolve(root, file, included):
    """The file of this tree that an #include means, relative to the root; None for everybody else's headers."""
    for candidate in (file.parent / included, root / "src" / included, root / included):
        absolute = candidate.resolve()
        if absolute.is_file() and root in absolute.parents:
            return absolute.relative_to(root)
    return None


def check_includes(root, table, path, text):
    folder = layer_of(path)
    if folder not in table.rows:
        yield f"{path}: the folder {folder} has no line in layers.txt"
        return
    for included in INCLUDE.findall(text):
        target = resolve(root, root / path, included)
        if target is not None:
            if not table.allows(folder, layer_of(target)):
                yield f"{path}: {folder} may not include {included}"
            continue
        for pattern, folders in table.reserved:
            if pattern.search(included) and folder not in folders:
                yield f"{path}: {included} belongs to {' '.join(sorted(folders))}"


def check_imports(table, path, text):
    folder = layer_of(path)
    for module in IMPORT.findall(text):
        if module.startswith('"'):
            yield f"{path}: import {module}: import a module, not a path or a script"
        elif not table.allows_import(folder, module) and module != folder.replace("qml/", "Doorstep."):
            yield f"{path}: {folder} may not import {module}"


def check_bans(path, text):
    for files, pattern, excepted, hint in BANS:
        found = re.search(pattern, text)
        if found and matches(str(path), files) and not matches(str(path), excepted):
            yield f"{path}: {found.group(0)}: {hint}"


def read_files(root, tops, suffixes):
    for top in tops:
        for file in sorted((root / top).rglob("*")):
            if file.suffix in suffixes and file.is_file():
                yield file.relative_to(root), without_comments(file.read_text(encoding="utf-8"))


def check_tree(root):
    """All findings, and how many C++ and QML files were read."""
    root = pathlib.Path(root).resolve()
    table = Table(TABLE.read_text(encoding="utf-8"))
    findings, cpp, qml = [], 0, 0
    for path, text in read_files(root, ("src", "platform"), (".cpp", ".h")):
        cpp += 1
        findings += [*check_includes(root, table, path, text), *check_bans(path, text)]
    for path, text in read_files(root, ("qml",), (".qml",)):
        qml += 1
        findings += [*check_imports(table, path, text), *check_bans(path, text)]
    findings += [f"{file.relative_to(root)}: no scripts under qml; behaviour belongs in src/"
                 for pattern in ("*.js", "*.mjs") for file in sorted((root / "qml").rglob(pattern))]
    if cpp == 0 or qml == 0:
        findings.append(f"nothing to compare: read {cpp} C++ and {qml} QML files")
    return findings, cpp, qml


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]
    findings, cpp, qml = check_tree(root)
    print(*findings, sep="\n", end="\n" if findings else "")
    print(f"read {cpp} C++ and {qml} QML files, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
