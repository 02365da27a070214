//! Pages to PDF bytes: drawn with printpdf, then completed with fonts, fields and a fixed identity.
//!
//! Must never: put a time, a random number or the machine's name into the file.

mod fields;
mod fonts;
mod ops;

use crate::error::Error;
use crate::fonts::Means;
use crate::grid::Field;
use crate::sheet::Sheet;
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};
use printpdf::{PdfDocument, PdfSaveOptions};
use sha2::{Digest, Sha256};

/// What the file says about itself.
pub(crate) struct About {
    pub(crate) title: String,
    pub(crate) author: String,
}

/// A picture with transparency: 4 bytes a pixel, from the top left.
pub(crate) struct Picture<'a> {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) rgba: &'a [u8],
}

/// Name of the picture among the resources of a page.
const PICTURE: &str = "Seal";

/// Writes pages as PDF 1.7.
///
/// # Errors
/// [`Error::Cut`] when a font cannot be cut, [`Error::Pdf`] when the file cannot be put together.
pub(crate) fn write(
    means: &Means,
    sheets: &[Sheet],
    fields: &[Field],
    picture: Option<&Picture<'_>>,
    about: &About,
) -> Result<Vec<u8>, Error> {
    let used = fonts::UsedFonts::of(sheets);
    let mut draft = PdfDocument::new("");
    draft.pages = sheets.iter().map(|sheet| ops::page(sheet, &used)).collect();
    // Our own operators are written here only; nothing foreign reaches them.
    let options = PdfSaveOptions {
        secure: false,
        ..PdfSaveOptions::default()
    };
    let mut document = draft.to_lopdf_document(&options, &mut Vec::new());
    document.version = "1.7".to_owned();
    let font_dictionary = fonts::add(&mut document, means, &used)?;
    let picture = picture
        .map(|picture| add_picture(&mut document, picture))
        .transpose()?;
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for page in &pages {
        finish_page(&mut document, *page, &font_dictionary, picture)?;
    }
    if !fields.is_empty() {
        fields::add(&mut document, &pages, sheets, fields)?;
    }
    describe(&mut document, about)?;
    document.prune_objects();
    document.renumber_objects();
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object {
            stream
                .compress()
                .map_err(|cause| broken("compressing a part of the form", &cause))?;
        }
    }
    identify(&mut document)
}

/// A failure while the file is put together.
fn broken(doing: &'static str, cause: &dyn std::fmt::Display) -> Error {
    Error::Pdf {
        doing,
        cause: cause.to_string(),
    }
}

/// Replaces the resources of a page by what this form really uses.
fn finish_page(
    document: &mut Document,
    page: ObjectId,
    fonts: &Dictionary,
    picture: Option<ObjectId>,
) -> Result<(), Error> {
    let mut resources = dictionary! { "Font" => Object::Dictionary(fonts.clone()) };
    if let Some(picture) = picture {
        resources.set(
            "XObject",
            dictionary! { PICTURE => Object::Reference(picture) },
        );
    }
    let page = document
        .get_dictionary_mut(page)
        .map_err(|cause| broken("finding a page that was just drawn", &cause))?;
    page.set("Resources", resources);
    page.remove(b"Annots");
    page.remove(b"TrimBox");
    page.remove(b"CropBox");
    Ok(())
}

/// The picture as an image with its transparency beside it.
fn add_picture(document: &mut Document, picture: &Picture<'_>) -> Result<ObjectId, Error> {
    let pixels = u64::from(picture.width) * u64::from(picture.height);
    if pixels == 0 || u64::try_from(picture.rgba.len()).ok() != Some(pixels * 4) {
        return Err(broken(
            "taking over the seal picture",
            &"its size and its pixels do not agree",
        ));
    }
    let image = |color_space: &str, bytes: Vec<u8>| {
        let dictionary = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(picture.width),
            "Height" => i64::from(picture.height),
            "ColorSpace" => color_space,
            "BitsPerComponent" => 8,
        };
        lopdf::Stream::new(dictionary, bytes)
    };
    let pixels = picture.rgba.chunks_exact(4);
    let color = pixels
        .clone()
        .flat_map(|pixel| pixel.iter().take(3).copied())
        .collect();
    let alpha = pixels.filter_map(|pixel| pixel.get(3).copied()).collect();
    let mask = document.add_object(image("DeviceGray", alpha));
    let mut seal = image("DeviceRGB", color);
    seal.dict.set("SMask", Object::Reference(mask));
    Ok(document.add_object(seal))
}

/// Title and author, and nothing that depends on when or where the file was made.
fn describe(document: &mut Document, about: &About) -> Result<(), Error> {
    let info = document.add_object(dictionary! {
        "Title" => text(&about.title),
        "Author" => text(&about.author),
        "Creator" => text("双评 Shuangping"),
        "Producer" => text("双评 Shuangping"),
    });
    document.trailer.set("Info", Object::Reference(info));
    let catalog = document
        .catalog_mut()
        .map_err(|cause| broken("finding the catalog of the form", &cause))?;
    catalog.set("Lang", Object::string_literal("zh-CN"));
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    Ok(())
}

/// A text string of PDF: UTF-16 with a byte order mark.
fn text(words: &str) -> Object {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// Saves the file with an identity that is made of its content.
fn identify(document: &mut Document) -> Result<Vec<u8>, Error> {
    document.trailer.remove(b"ID");
    let without = save(document)?;
    let digest: Vec<u8> = Sha256::digest(&without).into_iter().take(16).collect();
    let id = Object::String(digest, StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    save(document)
}

fn save(document: &mut Document) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    document
        .save_to(&mut bytes)
        .map_err(|cause| broken("writing the form", &cause))?;
    Ok(bytes)
}
