#!/usr/bin/env python3
"""Cuts the fonts of the forms out of the packages of Debian 12.

The same packages and the same fontTools give the same bytes: no time, no chance and no
machine name goes into a font. Needs fontTools 4.60.1 and the packages fonts-noto-cjk,
fonts-noto-cjk-extra and fonts-lxgw-wenkai.

    python3 make.py            writes the fonts beside this file
    python3 make.py --check    makes them elsewhere and compares
"""

import hashlib
import pathlib
import sys
import tempfile

WANTED = "4.60.1"
HERE = pathlib.Path(__file__).resolve().parent
NOTO = "/usr/share/fonts/opentype/noto/"
KAI = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"

# Korean syllables and letters are a third of the source fonts and stand on no Chinese form.
HANGUL = [(0x1100, 0x11FF), (0x3131, 0x318E), (0xA960, 0xA97F), (0xAC00, 0xD7FF),
          (0xFFA0, 0xFFDC)]
# Private use: a character there means something else on every machine.
PRIVATE = [(0xE000, 0xF8FF), (0xF0000, 0x10FFFF)]


def inside(code, ranges):
    return any(low <= code <= high for low, high in ranges)


def table_8105():
    lines = (HERE / "table-8105.txt").read_text(encoding="utf-8").splitlines()
    found = {ord(c) for line in lines if not line.startswith("#") for c in line}
    if len(found) != 8105:
        raise SystemExit(f"table-8105.txt holds {len(found)} characters instead of 8105")
    return found


def gb2312():
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return found


def signs():
    """Letters, figures, punctuation and the marks a form uses, in every face."""
    found = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180))
    for low, high in [(0x2010, 0x203F), (0x2100, 0x214F), (0x2150, 0x218B), (0x2190, 0x21FF),
                      (0x2200, 0x22FF), (0x2460, 0x24FF), (0x25A0, 0x25FF), (0x2600, 0x2613),
                      (0x2700, 0x2717), (0x3000, 0x303F), (0x3200, 0x33FF), (0xFF00, 0xFF9F),
                      (0xFFE0, 0xFFE6)]:
        found |= set(range(low, high + 1))
    return found


# Characters of given names that stand in the table or just outside it, and are met in schools.
NAMES = {ord(c) for c in "翯喆堃㛃犇骉𬱟頔昇喆珺祎祺赟囡邨玥淼垚焱龘"}


def level_8105(has):
    return (table_8105() | gb2312() | signs() | NAMES) & has


def everything(has):
    return {c for c in has if not inside(c, HANGUL) and not inside(c, PRIVATE)}


# file, source, face inside a collection, own name, which characters
RECIPES = [
    ("song.otf", NOTO + "NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC", "Shuangping Song",
     everything),
    ("song-bold.otf", NOTO + "NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC", "Shuangping Song Bold",
     level_8105),
    ("hei.otf", NOTO + "NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", "Shuangping Hei", level_8105),
    ("kai.ttf", KAI, None, "Shuangping Kai", level_8105),
]


def open_face(path, face):
    from fontTools.ttLib import TTCollection, TTFont
    if face is None:
        return TTFont(path, recalcTimestamp=False)
    for font in TTCollection(path, lazy=True).fonts:
        if font["name"].getDebugName(1) == face:
            font.recalcTimestamp = False
            return font
    raise SystemExit(f"{path} holds no face named {face}")


def rename(font, name):
    """A changed font may not keep a reserved name; the copyright and the licence stay."""
    table = font["name"]
    kept = {i: table.getDebugName(i) for i in (0, 13, 14)}
    table.names = []
    postscript = name.replace(" ", "")
    values = {1: name, 2: "Regular", 3: postscript, 4: name, 5: "Version 1.0", 6: postscript}
    for number, text in sorted({**values, **kept}.items()):
        if text:
            table.setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        top = cff.topDictIndex[0]
        for key in ("FullName", "FamilyName", "Weight"):
            if key in top.rawDict:
                top.rawDict[key] = name
                setattr(top, key, name)


def cut(source, face, name, choose):
    from fontTools import subset
    font = open_face(source, face)
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.desubroutinize = False
    options.name_IDs = ["*"]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "STAT",
                            "kern", "gasp"]
    chosen = choose(set(font.getBestCmap()))
    tool = subset.Subsetter(options)
    tool.populate(unicodes=chosen)
    tool.subset(font)
    rename(font, name)
    return font, len(chosen)


def main():
    try:
        import fontTools
    except ImportError:
        raise SystemExit(f"needs fontTools {WANTED}: python3 -m pip install fonttools=={WANTED}")
    if fontTools.version != WANTED:
        raise SystemExit(f"needs fontTools {WANTED}, found {fontTools.version}")
    check = "--check" in sys.argv[1:]
    only = [a for a in sys.argv[1:] if not a.startswith("-")]
    with tempfile.TemporaryDirectory() as other:
        target = pathlib.Path(other) if check else HERE
        different = []
        for file, source, face, name, choose in RECIPES:
            if only and file not in only:
                continue
            font, characters = cut(source, face, name, choose)
            font.save(target / file)
            data = (target / file).read_bytes()
            print(f"{file}  {characters} characters  {len(data)} bytes  "
                  f"sha256 {hashlib.sha256(data).hexdigest()}", flush=True)
            if check and (HERE / file).read_bytes() != data:
                different.append(file)
    if different:
        raise SystemExit("made again and different: " + ", ".join(different))


if __name__ == "__main__":
    main()
