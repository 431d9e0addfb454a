#!/usr/bin/env python3
"""Runs clang-tidy on the C++ files that changed, in parallel, and remembers those that were clean.

Changed means: since the branch left origin/main, or since the last commit but one where that says nothing. A changed
header is checked through a .cpp that includes it. A clean file is looked at again when it, one of its headers or
.clang-tidy is newer than the note left beside the build.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
# Warnings are g++'s business. clang 14 has coroutines, yet neither libstdc++ nor Boost 1.74 believes it unasked.
EXTRA = ["-Wno-error", "-Wno-everything", "-D__cpp_impl_coroutine=201902L", "-DBOOST_ASIO_HAS_CO_AWAIT=1",
         "-DBOOST_ASIO_HAS_STD_COROUTINE=1"]


def git(*arguments):
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None


def changed_files():
    """Paths relative to the root; None when there is no history to compare with."""
    head = git("rev-parse", "--verify", "-q", "HEAD")
    if head is None:
        return None
    base = git("merge-base", "HEAD", "origin/main")
    if base in (None, head):
        base = git("rev-parse", "--verify", "-q", "HEAD~1") or EMPTY_TREE
    tracked = git("diff", "--name-only", base) or ""
    untracked = git("ls-files", "--others", "--exclude-standard") or ""
    return {ROOT / line for line in (tracked + "\n" + untracked).splitlines() if line}


def compiled_files(build):
    """Our own .cpp files with their object file, as the build knows them."""
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        source = pathlib.Path(entry["file"]).resolve()
        if source.suffix == ".cpp" and build not in source.parents and ROOT in source.parents and source.exists():
            found.setdefault(source, entry.get("output") or entry["command"].split(" -o ")[1].split(" ")[0])
    return found


def write_commands(build):
    """The build's commands without g++'s precompiled headers, which clang takes for broken ones of its own."""
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    for entry in entries:
        entry["command"] = re.sub(r" -include \S*cmake_pch\.hxx", "", entry["command"])
    (build / "tidy" / "compile_commands.json").write_text(json.dumps(entries), encoding="utf-8")


def dependencies(build, compiled):
    """The headers of this tree that each .cpp read when it was last compiled."""
    listing = subprocess.run(["ninja", "-C", str(build), "-t", "deps"], capture_output=True, text=True, check=False)
    by_object, current = {}, None
    for line in listing.stdout.splitlines():
        if line.startswith("    ") and current is not None:
            path = pathlib.Path(os.path.normpath(build / line.strip()))
            if ROOT in path.parents and build not in path.parents:
                current.add(path)
        elif ":" in line:
            current = by_object.setdefault(line.split(":")[0], set())
    return {source: by_object.get(output, set()) | {source} for source, output in compiled.items()}


def choose(changed, needs):
    chosen = {path for path in changed if path in needs}
    for header in (path for path in changed if path.suffix == ".h"):
        readers = sorted(source for source, read in needs.items() if header in read)
        own = header.with_suffix(".cpp")
        if not chosen.intersection(readers):
            chosen.update([own] if own in needs else readers[:1])
    return chosen


def note_of(build, source):
    return build / "tidy" / (str(source.relative_to(ROOT)).replace("/", "+") + ".clean")


def is_known_clean(build, source, read):
    note = note_of(build, source)
    inputs = [*read, ROOT / ".clang-tidy"]
    return note.exists() and all(path.exists() and path.stat().st_mtime < note.stat().st_mtime for path in inputs)


def check(build, source):
    extra = [f"--extra-arg={argument}" for argument in EXTRA]
    command = ["clang-tidy", "--quiet", "--warnings-as-errors=*", "-p", str(build / "tidy"), *extra, str(source)]
    note = note_of(build, source)
    started = note.with_suffix(".started")
    started.touch()  # an edit made while clang-tidy reads must not be taken for a clean one
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        started.replace(note)
        return None
    note.unlink(missing_ok=True)
    return f"{source.relative_to(ROOT)}\n{done.stdout}{done.stderr if not done.stdout else ''}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, type=lambda text: (ROOT / text).resolve())
    parser.add_argument("--files", choices=["changed", "all"], default="changed")
    options = parser.parse_args()
    compiled = compiled_files(options.build)
    if not compiled:
        sys.exit("compile_commands.json names no file of this tree")
    needs = dependencies(options.build, compiled)
    changed = changed_files() if options.files == "changed" else None
    chosen = set(needs) if changed is None else choose(changed, needs)
    (options.build / "tidy").mkdir(exist_ok=True)
    write_commands(options.build)
    due = sorted(source for source in chosen if not is_known_clean(options.build, source, needs[source]))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        complaints = [text for text in pool.map(lambda source: check(options.build, source), due) if text]
    print(f"{len(chosen)} of {len(needs)} files chosen, {len(due)} read, {len(complaints)} with complaints")
    print(*complaints, sep="\n")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
