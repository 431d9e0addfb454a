#!/usr/bin/env python3
"""Compares README.md with what is there: its tree with the folders, its ./dev commands with ./dev help, its pictures.

Usage: checktree.py [ROOT]. Every folder at the top and one level below src, qml, platform and tests has its line; a
line without a folder is as wrong as a folder without a line. Folders without a file do not exist for git, nor here.
"""
import pathlib
import re
import subprocess
import sys

PARENTS = ("src", "qml", "platform", "tests")
FENCE = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
TREE_LINE = re.compile(r"^(\.?\w[\w./-]*)/(?:\s+(\S.*))?$", re.MULTILINE)
COMMAND = re.compile(r"\./dev ([a-z]+)((?: --[a-z-]+)*)")
PICTURE = re.compile(r"(?:!\[[^\]]*\]\(|<img src=\")([^)\"]+)")


def holds_a_file(folder):
    return any(file.is_file() and "__pycache__" not in file.parts for file in folder.rglob("*"))


def is_ours(folder):
    hidden = folder.name.startswith(".") and folder.name != ".ci"
    return folder.is_dir() and not hidden and folder.name not in ("build", "__pycache__") and holds_a_file(folder)


def real_folders(root):
    tops = [folder for folder in root.iterdir() if is_ours(folder)]
    below = [folder for top in PARENTS for folder in (root / top).glob("*") if is_ours(folder)]
    return {str(folder.relative_to(root)) for folder in tops + below}


def listed_folders(readme):
    """The lines of the one fenced block that holds the tree: folder -> what the README says about it."""
    trees = [dict(TREE_LINE.findall(block)) for block in FENCE.findall(readme)]
    return max(trees, key=len, default={})


def check_tree(root, readme):
    real, listed = real_folders(root), listed_folders(readme)
    if not listed:
        yield "README.md has no fenced block with the tree"
    for folder in sorted(real - set(listed)):
        yield f"{folder}/ has no line in the README's tree"
    for folder, about in sorted(listed.items()):
        if not is_ours(root / folder):
            yield f"the README's tree lists {folder}/, which is not there"
        elif not about:
            yield f"the README's tree says nothing about {folder}/"


def check_commands(readme, help_text):
    commands = COMMAND.findall(readme)
    if not commands:
        yield "README.md names no ./dev command"
    for name, flags in commands:
        if not re.search(rf"^  {name}\s", help_text, re.MULTILINE):
            yield f"README.md names ./dev {name}, which ./dev help does not"
        for flag in flags.split():
            if flag not in help_text:
                yield f"README.md names ./dev {name} {flag}, which ./dev help does not"


def check_pictures(root, readme):
    for name in PICTURE.findall(readme):
        if not (root / name).is_file():
            yield f"README.md shows {name}, which is not there"


def check(root, help_text):
    readme = (root / "README.md").read_text(encoding="utf-8")
    return [*check_tree(root, readme), *check_commands(readme, help_text), *check_pictures(root, readme)]


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
    help_text = subprocess.run([root / "dev", "help"], capture_output=True, text=True, check=True).stdout
    findings = check(root, help_text)
    print(*findings, f"{len(findings)} findings", sep="\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
