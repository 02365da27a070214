//! Images of seals, honest and hostile.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use transfer::seal;

use crate::made::{Chance, damage, mutants};

/// A red ring on paper.
fn ring(side: u32) -> RgbaImage {
    RgbaImage::from_fn(side, side, |x, y| {
        let centre = i64::from(side) / 2;
        let (x, y) = (i64::from(x) - centre, i64::from(y) - centre);
        let distance = x * x + y * y;
        let outer = (centre * 9 / 10) * (centre * 9 / 10);
        let inner = (centre * 7 / 10) * (centre * 7 / 10);
        if distance < outer && distance > inner {
            Rgba([210, 30, 30, 255])
        } else {
            Rgba([250, 248, 245, 255])
        }
    })
}

fn file(picture: RgbaImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = DynamicImage::ImageRgba8(picture);
    match format {
        ImageFormat::Jpeg => DynamicImage::ImageRgb8(picture.into_rgb8()),
        _ => picture,
    }
    .write_to(&mut bytes, format)
    .unwrap();
    bytes.into_inner()
}

#[test]
fn a_seal_is_made_small_and_its_paper_clear() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg] {
        let seal = seal::read(&file(ring(900), format)).unwrap();
        assert_eq!((seal.width, seal.height), (300, 300));
        assert_eq!(seal.rgba.len(), 300 * 300 * 4);
        let pixel = |x: usize, y: usize| &seal.rgba[(y * 300 + x) * 4..][..4];
        assert_eq!(pixel(0, 0), [0, 0, 0, 0]);
        assert_eq!(pixel(150, 150), [0, 0, 0, 0]);
        let ink = pixel(150, 30);
        assert!(ink[0] > 180 && ink[1] < 80 && ink[3] > 240, "{ink:?}");
        assert!(seal.png.starts_with(b"\x89PNG"));
        let again = seal::read(&seal.png).unwrap();
        assert_eq!((again.width, again.height), (300, 300));
    }
}

#[test]
fn nothing_that_a_camera_wrote_is_kept() {
    let mut bytes = file(ring(200), ImageFormat::Jpeg);
    let remark = b"Exif\0\0GPS 36.1N 117.2E";
    let length = u16::try_from(remark.len() + 2).unwrap().to_be_bytes();
    let mut segment = vec![0xff, 0xe1];
    segment.extend_from_slice(&length);
    segment.extend_from_slice(remark);
    bytes.splice(2..2, segment);
    let seal = seal::read(&bytes).unwrap();
    assert!(!seal.png.windows(3).any(|window| window == b"GPS"));
    assert!(
        !seal
            .png
            .windows(4)
            .any(|window| window == b"eXIf" || window == b"tEXt")
    );
}

#[test]
fn a_picture_that_claims_to_be_huge_is_refused_before_it_is_decoded() {
    let mut bytes = file(ring(16), ImageFormat::Png);
    // The header's width and height, and its checksum.
    bytes[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    bytes[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let sum = crc32(&bytes[12..29]).to_be_bytes();
    bytes[29..33].copy_from_slice(&sum);
    assert!(seal::read(&bytes).is_err());
    let wide = file(
        RgbaImage::from_pixel(4_097, 2, Rgba([200, 0, 0, 255])),
        ImageFormat::Png,
    );
    assert!(seal::read(&wide).is_err());
}

#[test]
fn other_files_and_blank_paper_are_refused_in_words() {
    let blank = file(
        RgbaImage::from_pixel(50, 50, Rgba([255, 255, 255, 255])),
        ImageFormat::Png,
    );
    for (bytes, words) in [
        (blank, "没有看到印章"),
        (b"GIF89a".to_vec(), "PNG 或 JPG"),
        (Vec::new(), "PNG 或 JPG"),
        (b"\x89PNG\r\n\x1a\nrubbish".to_vec(), "无法读取"),
        (vec![0; 10 * 1024 * 1024 + 1], "超过10MB"),
    ] {
        let refusal = seal::read(&bytes).unwrap_err();
        assert!(refusal.message.contains(words), "{refusal}");
    }
}

#[test]
fn damaged_pictures_never_panic() {
    let sound = [
        file(ring(64), ImageFormat::Png),
        file(ring(64), ImageFormat::Jpeg),
    ];
    let mut chance = Chance(0x5eed_0005);
    for number in 0..mutants(300) {
        let mut bytes = sound[number % 2].clone();
        damage(&mut chance, &mut bytes);
        let _ = seal::read(&bytes);
    }
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
        }
    }
    !sum
}
