//! Marks to page operators.

use super::PICTURE;
use super::fonts::UsedFonts;
use crate::fonts::FontFile;
use crate::length::{Milli, points};
use crate::sheet::{Ink, Mark, Sheet};
use crate::text::Spot;
use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, FontId, Greyscale, Line, LinePoint, Op, PaintMode,
    PdfFontHandle, PdfPage, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix,
    WindingOrder,
};

/// One page of printpdf.
pub(super) fn page(sheet: &Sheet, used: &UsedFonts) -> PdfPage {
    let bounds = Rect::from_wh(Pt(points(sheet.width)), Pt(points(sheet.height)));
    let mut ops = Vec::new();
    for mark in &sheet.marks {
        draw(mark, sheet.height, used, &mut ops);
    }
    PdfPage {
        media_box: bounds.clone(),
        trim_box: bounds.clone(),
        crop_box: bounds,
        ops,
    }
}

/// PDF counts from the bottom of the page.
fn point(x: Milli, y: Milli, height: Milli) -> Point {
    Point {
        x: Pt(points(x)),
        y: Pt(points(height - y)),
    }
}

fn color(ink: Ink) -> Color {
    match ink {
        Ink::Black => Color::Greyscale(Greyscale::new(0.0, None)),
        Ink::Pale => Color::Greyscale(Greyscale::new(0.91, None)),
        Ink::Red => Color::Rgb(Rgb::new(0.85, 0.1, 0.1, None)),
    }
}

fn draw(mark: &Mark, height: Milli, used: &UsedFonts, ops: &mut Vec<Op>) {
    match mark {
        Mark::Glyphs {
            x,
            y,
            size,
            spots,
            turn,
            ink,
        } => {
            glyphs((*x, height - y), *size, spots, *turn, *ink, used, ops);
        }
        Mark::Rule {
            from,
            to,
            width,
            ink,
        } => {
            let ends = [point(from.0, from.1, height), point(to.0, to.1, height)];
            let points = ends.map(|p| LinePoint { p, bezier: false }).to_vec();
            stroke(
                Line {
                    points,
                    is_closed: false,
                },
                *width,
                *ink,
                ops,
            );
        }
        Mark::Circle {
            centre,
            radius,
            width,
            ink,
        } => {
            let points = circle(*centre, *radius, height);
            stroke(
                Line {
                    points,
                    is_closed: true,
                },
                *width,
                *ink,
                ops,
            );
        }
        Mark::Star {
            centre,
            radius,
            ink,
        } => {
            ops.push(Op::SetFillColor { col: color(*ink) });
            let points = star(*centre, *radius, height);
            let rings = vec![PolygonRing { points }];
            let polygon = Polygon {
                rings,
                mode: PaintMode::Fill,
                winding_order: WindingOrder::NonZero,
            };
            ops.push(Op::DrawPolygon { polygon });
        }
        Mark::Picture {
            x,
            y,
            width,
            height: tall,
        } => {
            let corner = point(*x, y + tall, height);
            let matrix = [
                points(*width),
                0.0,
                0.0,
                points(*tall),
                corner.x.0,
                corner.y.0,
            ];
            ops.push(Op::SaveGraphicsState);
            ops.push(Op::SetTransformationMatrix {
                matrix: CurTransMat::Raw(matrix),
            });
            let name = DictItem::Name(PICTURE.as_bytes().to_vec());
            ops.push(Op::Unknown {
                key: "Do".to_owned(),
                value: vec![name],
            });
            ops.push(Op::RestoreGraphicsState);
        }
    }
}

fn stroke(line: Line, width: Milli, ink: Ink, ops: &mut Vec<Op>) {
    ops.push(Op::SetOutlineColor { col: color(ink) });
    ops.push(Op::SetOutlineThickness {
        pt: Pt(points(width)),
    });
    ops.push(Op::DrawLine { line });
}

/// Glyphs on one base line: one show operator for each stretch of one font.
fn glyphs(
    start: (Milli, Milli),
    size: Milli,
    spots: &[Spot],
    turn: i64,
    ink: Ink,
    used: &UsedFonts,
    ops: &mut Vec<Op>,
) {
    if spots.is_empty() {
        return;
    }
    ops.push(Op::SetFillColor { col: color(ink) });
    ops.push(Op::StartTextSection);
    for part in spots.chunk_by(|a, b| a.glyph.file == b.glyph.file) {
        let Some(first) = part.first() else { continue };
        ops.push(Op::SetFont {
            font: handle(first.glyph.file),
            size: Pt(points(size)),
        });
        ops.push(Op::SetTextMatrix {
            matrix: matrix(start, first.x, turn),
        });
        let items = vec![TextItem::GlyphIds(spaced(part, first.x, size, used))];
        ops.push(Op::ShowText { items });
    }
    ops.push(Op::EndTextSection);
}

fn handle(file: FontFile) -> PdfFontHandle {
    PdfFontHandle::External(FontId(file.name().to_owned()))
}

/// The place of a text that begins `along` its base line.
fn matrix(start: (Milli, Milli), along: Milli, turn: i64) -> TextMatrix {
    if turn == 0 {
        return TextMatrix::Translate(Pt(points(start.0 + along)), Pt(points(start.1)));
    }
    let (sin, cos) = (turn as f64 / 1000.0).to_radians().sin_cos();
    let x = start.0 as f64 / 1000.0 + cos * along as f64 / 1000.0;
    let y = start.1 as f64 / 1000.0 + sin * along as f64 / 1000.0;
    TextMatrix::Raw([cos, sin, -sin, cos, x, y].map(steady))
}

/// Four digits: sines may differ between machines in the last bit, the file may not.
fn steady(value: f64) -> f32 {
    ((value * 10_000.0).round() / 10_000.0) as f32
}

/// Glyph numbers of the cut font with the distance that the layout wants behind each, in thousandths of the
/// size; PDF subtracts the number. The pen is followed exactly, so that no rounding adds up along a line.
fn spaced(spots: &[Spot], start: Milli, size: Milli, used: &UsedFonts) -> Vec<Codepoint> {
    let size = size.max(1);
    let mut pen = 0;
    let mut out = Vec::with_capacity(spots.len());
    for (index, spot) in spots.iter().enumerate() {
        pen += spot.glyph.advance;
        let wanted = spots
            .get(index + 1)
            .map(|next| ((next.x - start) * 1000 + size / 2) / size);
        let shift = wanted.map_or(0, |wanted| pen - wanted);
        pen -= shift;
        out.push(Codepoint::new(used.cut_id(&spot.glyph), shift as f32));
    }
    out
}

fn circle(centre: (Milli, Milli), radius: Milli, height: Milli) -> Vec<LinePoint> {
    // The usual handle length for a quarter circle.
    let handle = radius * 5523 / 10_000;
    let at = |dx: Milli, dy: Milli, bezier: bool| LinePoint {
        p: point(centre.0 + dx, centre.1 + dy, height),
        bezier,
    };
    vec![
        at(radius, 0, false),
        at(radius, handle, true),
        at(handle, radius, true),
        at(0, radius, false),
        at(-handle, radius, true),
        at(-radius, handle, true),
        at(-radius, 0, false),
        at(-radius, -handle, true),
        at(-handle, -radius, true),
        at(0, -radius, false),
        at(handle, -radius, true),
        at(radius, -handle, true),
        at(radius, 0, false),
    ]
}

/// The ten corners of a star as thousandths of its radius, clockwise from the top.
const STAR: [(Milli, Milli); 10] = [
    (0, -1000),
    (225, -309),
    (951, -309),
    (363, 118),
    (588, 809),
    (0, 382),
    (-588, 809),
    (-363, 118),
    (-951, -309),
    (-225, -309),
];

fn star(centre: (Milli, Milli), radius: Milli, height: Milli) -> Vec<LinePoint> {
    let corner = |(dx, dy): (Milli, Milli)| {
        let p = point(
            centre.0 + dx * radius / 1000,
            centre.1 + dy * radius / 1000,
            height,
        );
        LinePoint { p, bezier: false }
    };
    STAR.into_iter().map(corner).collect()
}
