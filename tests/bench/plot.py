#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Draws what compare.py measured: a plot, and a table for the README.

usage: plot.py [--check]

Reads results.json beside it, writes speed.svg beside it and the table into the
README; the same results make the same bytes. --check writes nothing and fails
where they differ.
"""
import html
import json
import math
import pathlib
import sys

from runs import number

HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE / "results.json"
PLOT = HERE / "speed.svg"
README = HERE.parent.parent / "README.md"
BEGIN, END = "<!-- speed -->\n", "<!-- /speed -->\n"

# What the README tells: the key of a row, and how it is called there.
TOLD = (
    ("start", "a draft of 2 KB, the whole process", "as long as `/bin/true`"),
    ("files", "1,000 drafts", "as long as opening, reading and closing the files"),
    ("peer-grep", "the same, `grep -F -i -w` with our phrases", "as long as courtesy"),
    ("peer-diction", "the same, GNU diction", "as long as courtesy"),
    ("peer-write-good", "the same, write-good", "as long as courtesy"),
    ("gmime", "a mailbox, decoded by GMime and not yet linted", "as long as courtesy"),
    ("text", "mail text out of memory, one core", ""),
    ("threads", "a mailbox with `-j4` on four cores", "as fast as with one thread"),
    ("memory", "memory for them", "at most"),
)

TITLE = "Time for 1,000 drafts, beside other programs"
WIDTH, LABEL, VALUE = 720, 190, 70  # of the plot, and what stands beside bars
BAR, GAP, TOP, BOTTOM = 18, 10, 52, 40
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"
     width="{width}" height="{height}" role="img" aria-labelledby="title">
<title id="title">{title}</title>
<style>
  text {{ font: 13px system-ui, sans-serif; fill: #24292f; }}
  .title {{ font-weight: 600; font-size: 14px; }}
  .small {{ font-size: 11px; fill: #57606a; }}
  .bar {{ fill: #8c959f; }}
  .ours {{ fill: #1a7f37; }}
  .grid {{ stroke: #d0d7de; }}
  .spread {{ stroke: #24292f; }}
  @media (prefers-color-scheme: dark) {{
    text {{ fill: #e6edf3; }}
    .small {{ fill: #9198a1; }}
    .bar {{ fill: #6e7681; }}
    .ours {{ fill: #3fb950; }}
    .grid {{ stroke: #3d444d; }}
    .spread {{ stroke: #e6edf3; }}
  }}
</style>
{body}
</svg>
"""


def peers(rows):
    """The bars: name, median, lowest and highest, the quickest first."""
    bars = [("courtesy", 1.0, 1.0, 1.0)]
    for row in rows:
        if row["key"].startswith("peer-") and "median" in row:
            name = row["name"].split(" ÷ ")[0].replace(" with our phrases", "")
            bars.append((name, row["median"], row["low"], row["high"]))
    return sorted(bars, key=lambda bar: bar[1])


class Scale:
    """Where a value stands on the logarithmic axis, of whole powers of ten."""

    def __init__(self, bars):
        self.least = min(0.1, 10 ** math.floor(math.log10(min(b[2] for b in bars))))
        self.most = 10 ** math.ceil(math.log10(max(b[3] for b in bars)))

    def x(self, value):
        share = math.log10(value / self.least) / math.log10(self.most / self.least)
        return LABEL + (WIDTH - LABEL - VALUE) * share

    def ticks(self):
        count = round(math.log10(self.most / self.least)) + 1
        return [self.least * 10 ** i for i in range(count)]


def draw_tick(scale, tick, bottom):
    at = f"{scale.x(tick):.1f}"
    return [f'<line class="grid" x1="{at}" x2="{at}" y1="{TOP - 6}" y2="{bottom}"/>',
            f'<text class="small" text-anchor="middle" x="{at}" y="{bottom + 16}">'
            f"{tick:,.10g}</text>"]


def draw_bar(scale, y, bar):
    name, median, low, high = bar
    kind = "ours" if name == "courtesy" else "bar"
    width = max(scale.x(median) - LABEL, 2)
    middle = y + BAR / 2
    parts = [f'<text text-anchor="end" x="{LABEL - 8}" y="{y + 14}">'
             f"{html.escape(name)}</text>",
             f'<rect class="{kind}" x="{LABEL}" y="{y}" height="{BAR}" '
             f'width="{width:.1f}"/>']
    if low < high:
        parts.append(f'<line class="spread" x1="{scale.x(low):.1f}" '
                     f'x2="{scale.x(high):.1f}" y1="{middle}" y2="{middle}"/>')
    parts.append(f'<text x="{scale.x(high) + 8:.1f}" y="{y + 14}">{number(median)}'
                 "</text>")
    return parts


def draw(rows):
    bars = peers(rows)
    scale = Scale(bars)
    height = TOP + len(bars) * (BAR + GAP) + BOTTOM
    body = [f'<text class="title" x="10" y="22">{TITLE}; courtesy = 1</text>',
            '<text class="small" x="10" y="38">one core, medians of runs in turn and '
            "their spread; logarithmic</text>"]
    for tick in scale.ticks():
        body += draw_tick(scale, tick, height - BOTTOM + 4)
    for index, bar in enumerate(bars):
        body += draw_bar(scale, TOP + index * (BAR + GAP), bar)
    return SVG.format(width=WIDTH, height=height, title=TITLE, body="\n".join(body))


def wanted(row):
    """What a row must reach, and the goal."""
    if row["must"] is None:
        return ""
    goal = f" ({row['goal'][1]:g})" if row["goal"] is not None else ""
    return f"{'≤' if row['must'][0] == '<' else '≥'} {row['must'][1]:g}{goal}"


def table(rows):
    found = {row["key"]: row for row in rows if "median" in row}
    lines = ["| what | median (spread) | wanted (goal) |", "|---|---|---|"]
    for key, name, meaning in TOLD:
        if key in found:
            row = found[key]
            unit = "times " if row["unit"] == "×" else f" {row['unit']}"
            values = (f"{number(row['median'])} ({number(row['low'])} – "
                      f"{number(row['high'])})")
            lines.append(f"| {name} | {values} {unit.strip()} {meaning}".rstrip()
                         + f" | {wanted(row)} |".replace("  ", " "))
    return "\n".join(lines) + "\n"


def with_table(readme, rows):
    before, rest = readme.split(BEGIN)
    _, after = rest.split(END)
    return before + BEGIN + table(rows) + END + after


def main():
    rows = json.loads(RESULTS.read_text(encoding="utf-8"))["rows"]
    files = {PLOT: draw(rows),
             README: with_table(README.read_text(encoding="utf-8"), rows)}
    stale = [path.name for path, text in files.items()
             if not path.exists() or path.read_text(encoding="utf-8") != text]
    if sys.argv[1:] == ["--check"]:
        for name in stale:
            print(f"{name} is not what plot.py makes of results.json")
        return 1 if stale else 0
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
