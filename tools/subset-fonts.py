"""Makes styles/fonts/*.woff2, styles/fonts.css and the letters the title cards are drawn with.

    npm pack @fontsource-variable/archivo @fontsource-variable/newsreader    (unpack both below FOLDER)
    python3 tools/subset-fonts.py FOLDER                                     (needs fontTools and brotli)

Both families are under the SIL Open Font License 1.1 (styles/fonts/OFL.txt). Only the weights and widths the
stylesheets use are kept, as fixed instances: five of them weigh less than one file with two axes, and a page
loads only those it uses. Each is split into three ranges, so that most pages load the first alone. A star is
added to Archivo, which has none, so that a rating looks the same on every machine.
"""

import os
import sys

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from card_letters import write_letters

HERE = os.path.dirname(os.path.abspath(__file__))
FONTS = os.path.join(HERE, "..", "styles", "fonts")

STAR = 0x2605
LATIN = [
    *range(0x20, 0x7F), *range(0xA0, 0x100), 0x131, 0x152, 0x153, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2018,
    0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122,
    0x2190, 0x2191, 0x2192, 0x2193, 0x2212, STAR,
]
RANGES = {
    "latin": LATIN,
    "latin-ext": [*range(0x100, 0x130), *range(0x132, 0x152), *range(0x154, 0x180), *range(0x218, 0x21C),
                  *range(0x1E80, 0x1E86), 0x1E9E],
    "vietnamese": [0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x300, 0x301, 0x303, 0x309, 0x323, *range(0x1EA0, 0x1EFA), 0x20AB],
}
# Coarser than what the files hold, and much shorter: a letter a file lacks falls through to the next family.
WRITTEN = {
    "latin": "U+0-FF,U+131,U+152-153,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2605",
    "latin-ext": "U+100-130,U+132-151,U+154-17F,U+218-21B,U+1E80-1E9E",
    "vietnamese": "U+1A0-1B0,U+300-323,U+1EA0-1EF9,U+20AB",
}
LETTERS_OFTEN = "etaoinshrdlu etaoinshrdlcumwfgypbvk etaoin shr, ETAS."

# name in CSS, file, fontsource file, axes, weight, style, fallback faces
FACES = [
    ("Newsreader", "newsreader", "newsreader-{}-wght-normal", {"wght": 400}, "400", "normal"),
    ("Newsreader", "newsreader-italic", "newsreader-{}-wght-italic", {"wght": 400}, "400", "italic"),
    ("Newsreader", "newsreader-bold", "newsreader-{}-wght-normal", {"wght": 680}, "700", "normal"),
    ("Archivo", "archivo", "archivo-{}-wdth-normal", {"wght": 400, "wdth": 100}, "400", "normal"),
    ("Archivo", "archivo-bold", "archivo-{}-wdth-normal", {"wght": 650, "wdth": 100}, "700", "normal"),
    ("Archivo Display", "archivo-display", "archivo-{}-wdth-normal", {"wght": 800, "wdth": 62}, "800", "normal"),
]

# Fonts that machines have, by metrics: Liberation's are those of Times New Roman and Arial.
LOCAL = {
    ("Newsreader", "400", "normal"): ("LiberationSerif-Regular", ["Times New Roman", "Liberation Serif", "Tinos"]),
    ("Newsreader", "400", "italic"): ("LiberationSerif-Italic", ["Times New Roman Italic", "Liberation Serif Italic"]),
    ("Newsreader", "700", "normal"): ("LiberationSerif-Bold", ["Times New Roman Bold", "Liberation Serif Bold"]),
    ("Archivo", "400", "normal"): ("LiberationSans-Regular", ["Arial", "Liberation Sans", "Arimo"]),
    ("Archivo", "700", "normal"): ("LiberationSans-Bold", ["Arial Bold", "Liberation Sans Bold"]),
    ("Archivo Display", "800", "normal"): ("LiberationSans-Bold", ["Arial Bold", "Liberation Sans Bold"]),
}
LIBERATION = "/usr/share/fonts/truetype/liberation"


def instance(folder, source, axes):
    for root, _, files in os.walk(folder):
        if source + ".woff2" in files:
            return instancer.instantiateVariableFont(TTFont(os.path.join(root, source + ".woff2"), recalcTimestamp=False), axes)
    raise SystemExit(f"{source}.woff2 is not below {folder}")


def add_star(font):
    """A star drawn on the cap height, a little fuller than the geometric one, so that it holds at 16 px."""
    from math import cos, pi, sin

    em = font["head"].unitsPerEm
    outer, inner = 0.395 * em, 0.178 * em
    width, middle = round(0.79 * em), 0.338 * em
    pen = TTGlyphPen(None)
    points = []
    for n in range(10):
        radius = inner if n % 2 else outer
        angle = pi / 2 - n * pi / 5
        points.append((round(width / 2 + radius * cos(angle)), round(middle + radius * sin(angle))))
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()
    font.setGlyphOrder([*font.getGlyphOrder(), "star"])
    font["glyf"]["star"] = pen.glyph()
    font["hmtx"]["star"] = (width, round(width / 2 - outer * cos(pi / 10)))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[STAR] = "star"


def cut(font, unicodes, path):
    options = subset.Options()
    options.layout_features = ["kern", "liga", "ccmp", "mark", "locl"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["STAT", "gasp"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=unicodes)
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(path)
    return sorted(set(font.getBestCmap()) & set(unicodes))


def mean_width(font):
    cmap, widths = font.getBestCmap(), font["hmtx"]
    total = sum(widths[cmap[ord(letter)]][0] for letter in LETTERS_OFTEN)
    return total / len(LETTERS_OFTEN) / font["head"].unitsPerEm


def fallback(face, font, weight, style):
    """Metrics by which the machine's own font takes exactly the room of ours until ours is there."""
    other_name, names = LOCAL[(face, weight, style)]
    other = TTFont(f"{LIBERATION}/{other_name}.ttf")
    adjust = mean_width(font) / mean_width(other)
    em, line = font["head"].unitsPerEm, font["hhea"]
    local = ",".join(f'local("{name}")' for name in names)
    return (
        f'@font-face{{font-family:"{face} Fallback";font-weight:{weight};font-style:{style};src:{local};'
        f"size-adjust:{adjust:.1%};ascent-override:{line.ascent / em / adjust:.1%};"
        f"descent-override:{-line.descent / em / adjust:.1%};line-gap-override:0%}}"
    )


def main(folder):
    os.makedirs(FONTS, exist_ok=True)
    css, fallbacks, display = [], [], {}
    for face, file, source, axes, weight, style in FACES:
        for name, unicodes in RANGES.items():
            font = instance(folder, source.format(name), axes)
            if face == "Archivo" and name == "latin":
                add_star(font)
            if name == "latin":
                fallbacks.append(fallback(face, font, weight, style))
            if face == "Archivo Display":
                display[name] = instance(folder, source.format(name), axes)
            path = os.path.join(FONTS, f"{file}-{name}.woff2")
            have = cut(font, unicodes, path)
            print(f"{file}-{name}", os.path.getsize(path), len(have))
            url = f"./fonts/{file}-{name}.woff2"
            rule = f"font-weight:{weight};font-style:{style};font-display:swap;src:url({url})"
            css.append(f'@font-face{{font-family:"{face}";{rule} format("woff2");unicode-range:{WRITTEN[name]}}}')
            if file == "archivo-bold" and name == "latin":
                css.append(f'@font-face{{font-family:"Newsreader";{rule} format("woff2");unicode-range:U+2605}}')
    with open(os.path.join(FONTS, "..", "fonts.css"), "w") as out:
        out.write("/* Written by tools/subset-fonts.py. */\n" + "\n".join([*css, *fallbacks]) + "\n")
    write_letters(display, RANGES, os.path.join(HERE, "..", "src", "views", "title-card-letters.ts"))


if __name__ == "__main__":
    main(sys.argv[1])
