//! The image of a school's seal: a scan or a photograph in, a small picture with a clear ground out.
//!
//! Must never: decode an image before its size is known to be harmless, or keep what a camera wrote into the
//! file (place, time, device): the picture is drawn anew.

use std::io::Cursor;

use domain::refusal::Refusal;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, ImageFormat, ImageReader, Limits, Rgba, RgbaImage};

use crate::error::IMAGE;
use crate::limits;

/// A seal as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct SealImage {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Four bytes a pixel, row by row; a clear pixel is where the paper was.
    pub rgba: Vec<u8>,
    /// The same as a PNG file without any remark in it.
    pub png: Vec<u8>,
}

impl std::fmt::Debug for SealImage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SealImage({}×{})", self.width, self.height)
    }
}

/// Reads a seal from a PNG or JPEG file; the content decides which.
///
/// # Errors
/// When it is another kind of file, too large, damaged or blank.
pub fn read(bytes: &[u8]) -> Result<SealImage, Refusal> {
    let refused = |message: String| Refusal::new(IMAGE, message);
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits::IMAGE_BYTES {
        return Err(refused(format!(
            "图片超过{}MB,请裁剪后再用",
            limits::IMAGE_BYTES / 1024 / 1024
        )));
    }
    let format = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        ImageFormat::Png
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        ImageFormat::Jpeg
    } else {
        return Err(refused("印章图片须是 PNG 或 JPG 文件".to_owned()));
    };
    // A panic in a decoder is a damaged picture, not the end of the program.
    std::panic::catch_unwind(|| decoded(bytes, format))
        .unwrap_or_else(|_| Err(damaged()))
        .and_then(|picture| cleared(&picture))
}

fn damaged() -> Refusal {
    Refusal::new(IMAGE, "图片无法读取（可能已损坏），请换一张")
}

fn decoded(bytes: &[u8], format: ImageFormat) -> Result<RgbaImage, Refusal> {
    let reader = || {
        let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
        let mut bounds = Limits::default();
        bounds.max_image_width = Some(limits::IMAGE_SIDE);
        bounds.max_image_height = Some(limits::IMAGE_SIDE);
        bounds.max_alloc = Some(limits::IMAGE_DECODER_BYTES);
        reader.limits(bounds);
        reader
    };
    let (width, height) = reader().into_dimensions().map_err(|_| damaged())?;
    if width == 0 || height == 0 || width.max(height) > limits::IMAGE_SIDE {
        return Err(Refusal::new(
            IMAGE,
            format!("图片的边长超过{}像素，请缩小后再用", limits::IMAGE_SIDE),
        ));
    }
    let picture = reader().decode().map_err(|_| damaged())?;
    let side = limits::SEAL_SIDE;
    let small = if width.max(height) > side {
        picture.thumbnail(side, side)
    } else {
        picture
    };
    Ok(small.into_rgba8())
}

/// Makes the paper clear: near-white is clear, and between it and ink the edge fades, so that no white rim stays.
fn cleared(picture: &RgbaImage) -> Result<SealImage, Refusal> {
    const PAPER: u8 = 235;
    const INK: u8 = 175;
    let mut clear = RgbaImage::new(picture.width(), picture.height());
    for (from, to) in picture.pixels().zip(clear.pixels_mut()) {
        let Rgba([red, green, blue, alpha]) = *from;
        // Red ink has two dark channels and paper none: the darkest channel tells them apart.
        let darkest = red.min(green).min(blue);
        let cover = if darkest >= PAPER {
            0
        } else if darkest <= INK {
            255
        } else {
            u16::from(PAPER - darkest) * 255 / u16::from(PAPER - INK)
        };
        let alpha = u8::try_from(u16::from(alpha) * cover / 255).unwrap_or(u8::MAX);
        // A clear pixel keeps no colour, so that equal seals give equal bytes.
        *to = if alpha == 0 {
            Rgba([0, 0, 0, 0])
        } else {
            Rgba([red, green, blue, alpha])
        };
    }
    if clear.pixels().all(|pixel| pixel.0[3] < 16) {
        return Err(Refusal::new(
            IMAGE,
            "图片里没有看到印章（全是白色），请换一张",
        ));
    }
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(
            &clear,
            clear.width(),
            clear.height(),
            ExtendedColorType::Rgba8,
        )
        .map_err(|_| damaged())?;
    Ok(SealImage {
        width: clear.width(),
        height: clear.height(),
        rgba: clear.into_raw(),
        png,
    })
}
