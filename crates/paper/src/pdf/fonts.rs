//! Fonts cut down to the glyphs of the form and put into the file.
//!
//! Must never: name a font F1 to F14 (those mean the fonts of the reader), or leave a glyph without the
//! character it stands for.

use super::broken;
use crate::error::Error;
use crate::fonts::{FontFile, Glyph, Means};
use crate::sheet::{Mark, Sheet};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use subsetter::GlyphRemapper;

/// The glyphs of a form, font by font, with the character each one stands for.
pub(super) struct UsedFonts {
    fonts: BTreeMap<FontFile, (BTreeMap<u16, char>, GlyphRemapper)>,
}

impl UsedFonts {
    pub(super) fn of(sheets: &[Sheet]) -> Self {
        let mut found: BTreeMap<FontFile, BTreeMap<u16, char>> = BTreeMap::new();
        for mark in sheets.iter().flat_map(|sheet| &sheet.marks) {
            let Mark::Glyphs { spots, .. } = mark else {
                continue;
            };
            for spot in spots {
                let glyphs = found.entry(spot.glyph.file).or_default();
                // Two characters with one look: the smaller code, whichever came first.
                let known = glyphs.entry(spot.glyph.id).or_insert(spot.c);
                *known = (*known).min(spot.c);
            }
        }
        let cut = |(file, glyphs): (FontFile, BTreeMap<u16, char>)| {
            let ids: Vec<u16> = glyphs.keys().copied().collect();
            (file, (glyphs, GlyphRemapper::new_from_glyphs_sorted(&ids)))
        };
        Self {
            fonts: found.into_iter().map(cut).collect(),
        }
    }

    /// Number of a glyph in the cut font.
    pub(super) fn cut_id(&self, glyph: &Glyph) -> u16 {
        let cut = self
            .fonts
            .get(&glyph.file)
            .and_then(|(_, map)| map.get(glyph.id));
        cut.unwrap_or(0)
    }
}

/// Adds the cut fonts; answers the font dictionary of every page.
pub(super) fn add(
    document: &mut Document,
    means: &Means,
    used: &UsedFonts,
) -> Result<Dictionary, Error> {
    let mut fonts = Dictionary::new();
    for (file, (glyphs, map)) in &used.fonts {
        let id = add_font(document, means, *file, glyphs, map)?;
        fonts.set(file.name(), Object::Reference(id));
    }
    Ok(fonts)
}

fn add_font(
    document: &mut Document,
    means: &Means,
    file: FontFile,
    glyphs: &BTreeMap<u16, char>,
    map: &GlyphRemapper,
) -> Result<ObjectId, Error> {
    let cut = subsetter::subset(file.bytes(), 0, map).map_err(|cause| Error::Cut {
        font: file.file_name(),
        cause: cause.to_string(),
    })?;
    let name = format!("{}+{}", tag(&cut), file.name());
    let outlines = Outlines::of(&cut)?;
    let bounds = means.bounds(file).map(Object::Integer).to_vec();
    let mut descriptor = dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => name.as_str(),
        "Flags" => 4,
        "FontBBox" => bounds,
        "ItalicAngle" => 0,
        "Ascent" => 880,
        "Descent" => -120,
        "CapHeight" => 733,
        "StemV" => if file == FontFile::SongBold { 140 } else { 80 },
    };
    let (entry, subtype) = match outlines {
        Outlines::Compact(table) => {
            let stream = Stream::new(dictionary! { "Subtype" => "CIDFontType0C" }, table);
            descriptor.set("FontFile3", Object::Reference(document.add_object(stream)));
            (None, "CIDFontType0")
        }
        Outlines::TrueType => {
            let length =
                i64::try_from(cut.len()).map_err(|cause| broken("measuring a font", &cause))?;
            let stream = Stream::new(dictionary! { "Length1" => length }, cut);
            descriptor.set("FontFile2", Object::Reference(document.add_object(stream)));
            (Some("Identity"), "CIDFontType2")
        }
    };
    let descriptor = document.add_object(descriptor);
    let mut descendant = dictionary! {
        "Type" => "Font",
        "Subtype" => subtype,
        "BaseFont" => name.as_str(),
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        },
        "FontDescriptor" => Object::Reference(descriptor),
        "DW" => 1000,
        "W" => widths(means, file, map),
    };
    if let Some(identity) = entry {
        descendant.set("CIDToGIDMap", identity);
    }
    let descendant = document.add_object(descendant);
    let to_unicode = document.add_object(Stream::new(Dictionary::new(), to_unicode(glyphs, map)));
    Ok(document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => name.as_str(),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![Object::Reference(descendant)],
        "ToUnicode" => Object::Reference(to_unicode),
    }))
}

/// How the outlines of the cut font are stored.
enum Outlines {
    /// The bare `CFF ` table.
    Compact(Vec<u8>),
    /// The whole file.
    TrueType,
}

impl Outlines {
    fn of(cut: &[u8]) -> Result<Self, Error> {
        let face = ttf_parser::RawFace::parse(cut, 0)
            .map_err(|cause| broken("reading a font that was just cut", &cause))?;
        let table = face.table(ttf_parser::Tag::from_bytes(b"CFF "));
        Ok(table.map_or(Self::TrueType, |table| Self::Compact(table.to_vec())))
    }
}

/// Six letters that mark a cut font, made from its content.
fn tag(cut: &[u8]) -> String {
    Sha256::digest(cut)
        .into_iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}

/// Widths of the glyphs that are not as wide as the size.
fn widths(means: &Means, file: FontFile, map: &GlyphRemapper) -> Vec<Object> {
    let mut out = Vec::new();
    for (cut, id) in (0_i64..).zip(map.remapped_gids()) {
        let advance = means.advance(file, id);
        if advance != 1000 {
            out.push(Object::Integer(cut));
            out.push(Object::Array(vec![Object::Integer(advance)]));
        }
    }
    out
}

/// Which character each glyph of the cut font stands for: what search and copying go by.
fn to_unicode(glyphs: &BTreeMap<u16, char>, map: &GlyphRemapper) -> Vec<u8> {
    let mut out = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let pairs: BTreeMap<u16, char> = glyphs
        .iter()
        .filter_map(|(id, c)| map.get(*id).map(|cut| (cut, *c)))
        .collect();
    let pairs: Vec<(u16, char)> = pairs.into_iter().collect();
    for block in pairs.chunks(100) {
        let _ = writeln!(out, "{} beginbfchar", block.len());
        for (cut, c) in block {
            let units = c
                .encode_utf16(&mut [0; 2])
                .iter()
                .fold(String::new(), |text, unit| format!("{text}{unit:04X}"));
            let _ = writeln!(out, "<{cut:04X}> <{units}>");
        }
        out.push_str("endbfchar\n");
    }
    out.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    out.into_bytes()
}
