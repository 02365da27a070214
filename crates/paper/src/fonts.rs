//! The built-in fonts: which glyph draws a character, and how wide it is.
//!
//! Must never: draw a missing glyph. A face that lacks a character borrows it from 宋, which has every
//! ideograph of the fonts we may ship; a character that 宋 lacks too is refused by whoever asked.

use crate::error::Error;

/// The typefaces of Chinese forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// 宋体, for cells.
    Song,
    /// 小标宋 stands for titles; drawn with a bold 宋.
    SongBold,
    /// 黑体, for headings.
    Hei,
    /// 楷体, for what people write.
    Kai,
    /// 仿宋; drawn with 宋, because no 仿宋 that we may ship has the characters of today's names.
    FangSong,
}

/// One of the font files that are built in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FontFile {
    Song,
    SongBold,
    Hei,
    Kai,
}

impl FontFile {
    pub(crate) const ALL: [FontFile; 4] = [
        FontFile::Song,
        FontFile::SongBold,
        FontFile::Hei,
        FontFile::Kai,
    ];

    pub(crate) const fn file_name(self) -> &'static str {
        match self {
            FontFile::Song => "song.otf",
            FontFile::SongBold => "song-bold.otf",
            FontFile::Hei => "hei.otf",
            FontFile::Kai => "kai.ttf",
        }
    }

    pub(crate) const fn bytes(self) -> &'static [u8] {
        match self {
            FontFile::Song => include_bytes!("../fonts/song.otf"),
            FontFile::SongBold => include_bytes!("../fonts/song-bold.otf"),
            FontFile::Hei => include_bytes!("../fonts/hei.otf"),
            FontFile::Kai => include_bytes!("../fonts/kai.ttf"),
        }
    }

    /// Name inside the PDF.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            FontFile::Song => "ShuangpingSong",
            FontFile::SongBold => "ShuangpingSongBold",
            FontFile::Hei => "ShuangpingHei",
            FontFile::Kai => "ShuangpingKai",
        }
    }
}

impl Face {
    const fn file(self) -> FontFile {
        match self {
            Face::Song | Face::FangSong => FontFile::Song,
            Face::SongBold => FontFile::SongBold,
            Face::Hei => FontFile::Hei,
            Face::Kai => FontFile::Kai,
        }
    }
}

/// One glyph of one font file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub(crate) file: FontFile,
    pub(crate) id: u16,
    /// Width in thousandths of the size.
    pub(crate) advance: i64,
}

/// What drawing needs besides the facts: the built-in fonts, opened.
pub struct Means {
    faces: Vec<(FontFile, ttf_parser::Face<'static>)>,
}

impl Means {
    /// Opens the built-in fonts. Cheap enough for one form, and can be shared by a batch.
    ///
    /// # Errors
    /// [`Error::Font`] when the program was built from damaged font files.
    pub fn embedded() -> Result<Self, Error> {
        let mut faces = Vec::new();
        for file in FontFile::ALL {
            let face = ttf_parser::Face::parse(file.bytes(), 0).map_err(|cause| Error::Font {
                font: file.file_name(),
                cause: cause.to_string(),
            })?;
            faces.push((file, face));
        }
        Ok(Self { faces })
    }

    /// True when the character can be printed in every face (its own or a borrowed glyph).
    pub fn can_print(&self, c: char) -> bool {
        self.glyph(Face::Song, c).is_some()
    }

    /// The glyph for a character: from the face, else from 宋.
    pub(crate) fn glyph(&self, face: Face, c: char) -> Option<Glyph> {
        // The marks of Chinese are as wide as an ideograph; 楷's are those of Western letters.
        let borrowed = face == Face::Kai && "“”‘’—…".contains(c);
        let file = if borrowed {
            FontFile::Song
        } else {
            face.file()
        };
        self.own_glyph(file, c)
            .or_else(|| self.own_glyph(FontFile::Song, c))
    }

    fn own_glyph(&self, file: FontFile, c: char) -> Option<Glyph> {
        let face = self.face(file)?;
        let id = face.glyph_index(c).filter(|id| id.0 != 0)?;
        let units = i64::from(face.units_per_em()).max(1);
        let advance = i64::from(face.glyph_hor_advance(id)?);
        Some(Glyph {
            file,
            id: id.0,
            advance: (advance * 1000 + units / 2) / units,
        })
    }

    /// The box around all glyphs in thousandths of the size, as PDF wants it.
    pub(crate) fn bounds(&self, file: FontFile) -> [i64; 4] {
        self.face(file).map_or([0, -200, 1000, 900], |face| {
            let units = i64::from(face.units_per_em()).max(1);
            let bounds = face.global_bounding_box();
            [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
                .map(|edge| i64::from(edge) * 1000 / units)
        })
    }

    /// Width of a glyph that was found before, in thousandths of the size.
    pub(crate) fn advance(&self, file: FontFile, id: u16) -> i64 {
        self.face(file)
            .and_then(|face| {
                let units = i64::from(face.units_per_em()).max(1);
                let advance = i64::from(face.glyph_hor_advance(ttf_parser::GlyphId(id))?);
                Some((advance * 1000 + units / 2) / units)
            })
            .unwrap_or(1000)
    }

    fn face(&self, file: FontFile) -> Option<&ttf_parser::Face<'static>> {
        self.faces
            .iter()
            .find(|(own, _)| *own == file)
            .map(|(_, face)| face)
    }
}
