"""Writes the outlines, advances and kerning of the heavy condensed letters as a table in TypeScript."""

from fontTools.pens.basePen import BasePen


class Outline(BasePen):
    """An outline as a short SVG path: y down, whole units of a 500 unit em, relative, quadratic."""

    def __init__(self, glyphs, scale):
        super().__init__(glyphs)
        self.scale, self.path, self.at = scale, "", (0, 0)

    def move(self, letter, *points):
        out = []
        for x, y in points:
            point = (round(x * self.scale), round(-y * self.scale))
            out += [point[0] - self.at[0], point[1] - self.at[1]]
        self.at = point
        text = ""
        for n, number in enumerate(out):
            text += (" " if n and number >= 0 else "") + str(number)
        self.path += letter + text

    def _moveTo(self, p):
        self.move("m", p)
        self.start = self.at

    def _lineTo(self, p):
        x, y = round(p[0] * self.scale), round(-p[1] * self.scale)
        if y == self.at[1]:
            self.path += f"h{x - self.at[0]}"
        elif x == self.at[0]:
            self.path += f"v{y - self.at[1]}"
        else:
            self.move("l", p)
            return
        self.at = (x, y)

    def _qCurveToOne(self, a, b):
        self.move("q", a, b)

    def _closePath(self):
        self.path += "z"
        self.at = self.start


def kerning(font):
    """Pairs that stand closer or wider, from the pair adjustments of the GPOS table."""
    pairs = {}
    features = font["GPOS"].table
    wanted = {i for record in features.FeatureList.FeatureRecord if record.FeatureTag == "kern"
              for i in record.Feature.LookupListIndex}
    for index in sorted(wanted):
        for table in features.LookupList.Lookup[index].SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            glyphs = table.Coverage.glyphs
            if table.Format == 1:
                for first, record in zip(glyphs, table.PairSet):
                    for pair in record.PairValueRecord:
                        value = pair.Value1.XAdvance if pair.Value1 and hasattr(pair.Value1, "XAdvance") else 0
                        pairs.setdefault((first, pair.SecondGlyph), value)
            else:
                second_of = table.ClassDef2.classDefs
                for first in glyphs:
                    row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
                    for second in font.getGlyphOrder():
                        value = row[second_of.get(second, 0)].Value1
                        pairs.setdefault((first, second), getattr(value, "XAdvance", 0) if value else 0)
    return pairs


def write_letters(fonts, ranges, path):
    letters, scale = {}, 0.5
    for name, font in fonts.items():
        cmap, glyphs = font.getBestCmap(), font.getGlyphSet()
        for code in ranges[name]:
            if code not in cmap or 0x300 <= code < 0x370 or code in (0xA0, 0xAD):
                continue
            pen = Outline(glyphs, scale)
            glyphs[cmap[code]].draw(pen)
            letters.setdefault(code, f"{round(font['hmtx'][cmap[code]][0] * scale)}{pen.path}")
    pairs = kerning(fonts["latin"])
    cmap = fonts["latin"].getBestCmap()
    plain = [c for c in cmap if 0x20 < c < 0x7F or c in (0x2019, 0x201C, 0x201D, 0x2018)]
    kept = []
    for a in plain:
        for b in plain:
            value = round(pairs.get((cmap[a], cmap[b]), 0) * scale)
            if abs(value) >= 5:
                kept.append(f"{chr(a)}{chr(b)}{value}")
    def quoted(text):
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

    with open(path, "w") as out:
        out.write("// Written by tools/subset-fonts.py from Archivo 800 at 62 % width (styles/fonts/OFL.txt).\n\n")
        out.write("/** Units of the em the table below is drawn in. */\nexport const EM = 500;\n\n")
        out.write("/** Each letter, its advance and its outline: `A212m…`, one a line. */\n")
        out.write("export const LETTERS: readonly string[] = [\n")
        for code in sorted(letters):
            out.write(f"  {quoted(chr(code) + letters[code])},\n")
        out.write("];\n\n/** Pairs of letters and what their distance changes by. */\nexport const KERNING =\n  ")
        out.write(quoted(" ".join(kept)) + ";\n")
