"""Draws the mark of Shuangping and writes every icon file the window needs.

Two sheets, one from each school, lie over one another; the one on top carries
two ticks. Run it only when the mark changes, with Pillow at hand:

    python3 icons/make.py

The files it writes are committed; no build runs this script.
"""

from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).resolve().parent
SIDE = 512
FINE = 4  # Drawn this many times larger, then reduced: Pillow does not smooth its edges.

GROUND = (29, 95, 191, 255)
GROUND_LOW = (20, 70, 150, 255)
BACK_SHEET = (150, 194, 246, 255)
FRONT_SHEET = (255, 255, 255, 255)
FIRST_TICK = (29, 95, 191, 255)
SECOND_TICK = (226, 138, 30, 255)


def scaled(*values):
    return [round(v * FINE) for v in values]


def ground():
    """A rounded square whose colour deepens towards its foot."""
    size = SIDE * FINE
    shade = Image.new("RGBA", (1, size))
    for y in range(size):
        part = y / (size - 1)
        shade.putpixel((0, y), tuple(round(a + (b - a) * part) for a, b in zip(GROUND, GROUND_LOW)))
    shade = shade.resize((size, size))
    mask = Image.new("L", (size, size), 0)
    ImageDraw.Draw(mask).rounded_rectangle(scaled(16, 16, 496, 496), radius=104 * FINE, fill=255)
    picture = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    picture.paste(shade, (0, 0), mask)
    return picture


def tick(draw, points, colour, width):
    corners = [tuple(scaled(*p)) for p in points]
    draw.line(corners, fill=colour, width=width * FINE, joint="curve")
    reach = width * FINE / 2
    for x, y in corners:
        draw.ellipse([x - reach, y - reach, x + reach, y + reach], fill=colour)


def mark(rim):
    """`rim` is the width of the ground left round the front sheet; small icons need more of it."""
    picture = ground()
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle(scaled(104, 80, 328, 372), radius=30 * FINE, fill=BACK_SHEET)
    draw.rounded_rectangle(
        scaled(176 - rim, 136 - rim, 412 + rim, 436 + rim), radius=(30 + rim) * FINE, fill=GROUND_LOW
    )
    draw.rounded_rectangle(scaled(176, 136, 412, 436), radius=30 * FINE, fill=FRONT_SHEET)
    tick(draw, [(216, 226), (262, 272), (364, 180)], FIRST_TICK, 34)
    tick(draw, [(216, 346), (262, 392), (364, 300)], SECOND_TICK, 34)
    return picture


def reduced(picture, side):
    return picture.resize((side, side), Image.LANCZOS)


def main():
    large, small = mark(rim=12), mark(rim=20)
    reduced(large, 512).save(HERE / "icon.png", optimize=True)
    reduced(small, 32).save(HERE / "32x32.png", optimize=True)
    reduced(large, 128).save(HERE / "128x128.png", optimize=True)
    reduced(large, 256).save(HERE / "128x128@2x.png", optimize=True)
    sizes = [16, 24, 32, 48, 64, 256]
    pictures = [reduced(small if side < 64 else large, side) for side in sizes]
    pictures[-1].save(
        HERE / "icon.ico", sizes=[(side, side) for side in sizes], append_images=pictures[:-1]
    )
    reduced(large, 1024).save(HERE / "icon.icns")


if __name__ == "__main__":
    main()
