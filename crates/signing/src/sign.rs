//! Signing: the receiving school certifies, the sending school fills its fields and signs.

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};
use std::collections::BTreeMap;

use crate::appearance::{Sheet, allocate};
use crate::field::{self, Field, Kind};
use crate::key::Signer;
use crate::report::Status;
use crate::section::{self, Section, Trailer};
use crate::{Error, Result, certificate, cms, moment, object, source, verify};

/// Bytes kept free for a signature: a P-256 one takes about 1,200, RSA with a long certificate 3,500.
const ROOM: usize = 4096;
const READ_ONLY: i64 = 1;
/// Signatures exist; only appending may change the file (ISO 32000-1, table 219).
const SIGNATURES_EXIST_APPEND_ONLY: i64 = 3;

/// When, why and where somebody signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occasion<'a> {
    /// The time the signature states; the signer's own claim.
    pub at: DateTime<FixedOffset>,
    /// Shown by readers as the reason; may be empty.
    pub reason: &'a str,
    /// Shown by readers as the place; may be empty.
    pub location: &'a str,
}

/// The first signature: certifies the file so that nothing but filling the form and signing may
/// follow (DocMDP, P = 2), as an incremental update: the given bytes stay as the beginning of the
/// result. The fields must be printed, their own names without full stops (`sending.s1` is a child
/// `s1` of a parent `sending`), and text fields without `/P`. `seal_sheet` is a PDF whose first page has the size of the field and becomes its look.
///
/// # Errors
/// The field, the sheet, the file or the time does not permit it; see [`Error`].
pub fn certify(
    pdf: &[u8],
    field: &str,
    seal_sheet: Option<&[u8]>,
    signer: &Signer,
    occasion: &Occasion<'_>,
) -> Result<Vec<u8>> {
    let mut update = Update::of(pdf)?;
    field::refuse_unsuitable(&update.fields, &update.document)?;
    let certified = update.document.catalog().map_err(broken)?.has(b"Perms");
    let signed = update
        .fields
        .iter()
        .any(|field| field.kind == Kind::Signature && field.value(&update.document).is_some());
    if certified || signed {
        return Err(Error::Order("文件已经有签名".into()));
    }
    let field = update.empty(field, Kind::Signature)?;
    update.set_seal(&field, seal_sheet)?;
    let signature = update.signature(&field, signer, occasion, true)?;
    update.announce(signature)?;
    update.finish(signature, signer)
}

/// Fills text fields, makes them read-only and signs, all in one incremental update on a file whose
/// certification is intact. Page `i` of `fill_sheet` is the look of the `i`-th value.
///
/// # Errors
/// As [`certify`]; [`Error::Order`] if the file bears no intact certification.
pub fn fill_and_sign(
    pdf: &[u8],
    values: &[(String, String)],
    fill_sheet: &[u8],
    field: &str,
    seal_sheet: Option<&[u8]>,
    signer: &Signer,
    occasion: &Occasion<'_>,
) -> Result<Vec<u8>> {
    let (mut update, field) = second(pdf, field)?;
    update.fill(values, fill_sheet, field.owner())?;
    update.countersigned(&field, seal_sheet, signer, occasion)
}

/// Signs a file whose certification is intact and that leaves nothing to be filled in, as an incremental update.
///
/// # Errors
/// As [`fill_and_sign`].
pub fn countersign(
    pdf: &[u8],
    field: &str,
    seal_sheet: Option<&[u8]>,
    signer: &Signer,
    occasion: &Occasion<'_>,
) -> Result<Vec<u8>> {
    let (update, field) = second(pdf, field)?;
    update.countersigned(&field, seal_sheet, signer, occasion)
}

/// An update on a file that has its first signature, and the empty field of the second.
fn second<'a>(pdf: &'a [u8], field: &str) -> Result<(Update<'a>, Field)> {
    let update = Update::of(pdf)?;
    // Nobody is to vouch for a file whose first signature does not hold.
    if verify::verify(pdf, &[])?.status != Status::Intact {
        return Err(Error::Order("文件没有完好的首次签名".into()));
    }
    let field = update.empty(field, Kind::Signature)?;
    Ok((update, field))
}

struct Update<'a> {
    pdf: &'a [u8],
    document: Document,
    fields: Vec<Field>,
    objects: BTreeMap<ObjectId, Object>,
    next: u32,
}

impl<'a> Update<'a> {
    fn of(pdf: &'a [u8]) -> Result<Self> {
        let document = source::load(pdf)?;
        source::refuse_unsuitable(pdf, &document)?;
        let size = document.trailer.get(b"Size").and_then(Object::as_i64);
        let size = size.ok().and_then(|size| u32::try_from(size).ok());
        let free = document
            .max_id
            .checked_add(1)
            .ok_or_else(|| Error::Unsuitable("对象编号用尽".into()))?;
        Ok(Self {
            pdf,
            fields: field::list(&document),
            objects: BTreeMap::new(),
            next: size.unwrap_or(0).max(free),
            document,
        })
    }

    fn countersigned(
        mut self,
        field: &Field,
        seal_sheet: Option<&[u8]>,
        signer: &Signer,
        occasion: &Occasion<'_>,
    ) -> Result<Vec<u8>> {
        self.set_seal(field, seal_sheet)?;
        let signature = self.signature(field, signer, occasion, false)?;
        self.finish(signature, signer)
    }

    fn empty(&self, name: &str, kind: Kind) -> Result<Field> {
        field::empty(&self.fields, &self.document, name, kind).cloned()
    }

    /// An object of the file that is about to change.
    fn changed(&mut self, id: ObjectId) -> Result<&mut Dictionary> {
        let old = self.document.get_object(id).map_err(broken)?;
        self.objects
            .entry(id)
            .or_insert_with(|| old.clone())
            .as_dict_mut()
            .map_err(broken)
    }

    fn set_seal(&mut self, field: &Field, sheet: Option<&[u8]>) -> Result<()> {
        match sheet {
            Some(bytes) => self.set_appearance(field, &mut Sheet::open(bytes)?, 0),
            None => Ok(()),
        }
    }

    fn set_appearance(&mut self, field: &Field, sheet: &mut Sheet, page: usize) -> Result<()> {
        let entries = field.dictionary(&self.document);
        let rectangle = entries
            .and_then(|entries| entries.get(b"Rect").ok())
            .ok_or_else(|| Error::FieldKind(field.name.clone()))?;
        let look = sheet.place(page, rectangle, &mut self.objects, &mut self.next)?;
        let mut appearance = Dictionary::new();
        appearance.set("N", look);
        self.changed(field.id)?.set("AP", appearance);
        Ok(())
    }

    fn fill(&mut self, values: &[(String, String)], sheet: &[u8], owner: &str) -> Result<()> {
        if values.is_empty() {
            return Ok(());
        }
        let mut sheet = Sheet::open(sheet)?;
        if sheet.page_count() != values.len() {
            return Err(Error::Sheet("页数与栏目数不符".into()));
        }
        for (page, (name, text)) in values.iter().enumerate() {
            let field = self.empty(name, Kind::Text)?;
            // Each side fills its own fields; verification would call anything else a change.
            if field.owner() != owner {
                return Err(Error::FieldKind(name.clone()));
            }
            if self.objects.contains_key(&field.id) {
                return Err(Error::FieldFilled(name.clone()));
            }
            self.set_appearance(&field, &mut sheet, page)?;
            let entries = self.changed(field.id)?;
            let flags = entries.get(b"Ff").and_then(Object::as_i64).unwrap_or(0);
            entries.set("V", object::text(text));
            entries.set("Ff", flags | READ_ONLY);
        }
        Ok(())
    }

    fn signature(
        &mut self,
        field: &Field,
        signer: &Signer,
        occasion: &Occasion<'_>,
        certifying: bool,
    ) -> Result<ObjectId> {
        if !certificate::covers(&signer.certificate, occasion.at) {
            return Err(Error::NotValidAt);
        }
        let mut entries = Dictionary::new();
        entries.set("Type", "Sig");
        entries.set("Filter", "Adobe.PPKLite");
        entries.set("SubFilter", "ETSI.CAdES.detached");
        entries.set("Name", object::text(signer.school()));
        let date = moment::pdf_date(occasion.at)?;
        entries.set("M", Object::string_literal(date));
        for (key, text) in [("Reason", occasion.reason), ("Location", occasion.location)] {
            if !text.is_empty() {
                entries.set(key, object::text(text));
            }
        }
        if certifying {
            entries.set("Reference", vec![form_filling_only()]);
        }
        entries.set("ByteRange", section::byte_range(&(0..0), 0)?);
        let blank = Object::String(vec![0; ROOM], StringFormat::Hexadecimal);
        entries.set("Contents", blank);
        let id = allocate(&mut self.next)?;
        self.objects.insert(id, entries.into());
        self.changed(field.id)?.set("V", id);
        Ok(id)
    }

    /// Says in the catalog that the file is certified and signed.
    fn announce(&mut self, signature: ObjectId) -> Result<()> {
        let trailer = &self.document.trailer;
        let root = trailer.get(b"Root").and_then(Object::as_reference);
        let catalog = self.changed(root.map_err(broken)?)?;
        let mut permissions = Dictionary::new();
        permissions.set("DocMDP", signature);
        catalog.set("Perms", permissions);
        let form = match catalog.get_mut(b"AcroForm").map_err(broken)? {
            Object::Reference(id) => {
                let id = *id;
                self.changed(id)?
            }
            direct => direct.as_dict_mut().map_err(broken)?,
        };
        form.set("SigFlags", SIGNATURES_EXIST_APPEND_ONLY);
        Ok(())
    }

    fn finish(mut self, signature: ObjectId, signer: &Signer) -> Result<Vec<u8>> {
        let mut file = self.pdf.to_vec();
        if !file.ends_with(b"\n") && !file.ends_with(b"\r") {
            file.push(b'\n');
        }
        let start = file.len();
        let mut trailer =
            Trailer::of(&self.document).ok_or_else(|| Error::Unsuitable("缺少目录".into()))?;
        trailer.size = i64::from(self.next);
        // The second half of /ID names the revision: made from what it stands on.
        let permanent = trailer.permanent_id().map(<[u8]>::to_vec);
        let mut revision = cms::digest_of([self.pdf]);
        revision.truncate(16);
        let halves = [permanent.unwrap_or_else(|| revision.clone()), revision];
        trailer.id = Some(Object::Array(
            halves
                .map(|half| Object::String(half, StringFormat::Hexadecimal))
                .into(),
        ));

        // Rendered twice: the first time to learn the places, which stay the same the second time.
        let places = self.render(start, signature, &trailer)?;
        let range = section::byte_range(&places.gap, start + places.bytes.len())?;
        self.changed_signature(signature)?.set("ByteRange", range);
        let rendered = self.render(start, signature, &trailer)?;
        if rendered.gap != places.gap || rendered.bytes.len() != places.bytes.len() {
            return Err(Error::Unsuitable("文件过大".into()));
        }
        file.extend_from_slice(&rendered.bytes);
        let room = || Error::Unsuitable("签名位置无效".into());
        let before = file.get(..rendered.gap.start).ok_or_else(room)?;
        let behind = file.get(rendered.gap.end..).ok_or_else(room)?;
        let container = cms::sign(signer, &cms::digest_of([before, behind]))?;
        let contents = section::contents(&container, ROOM)?;
        file.get_mut(rendered.gap)
            .filter(|gap| gap.len() == contents.len())
            .ok_or_else(room)?
            .copy_from_slice(&contents);
        Ok(file)
    }

    fn changed_signature(&mut self, signature: ObjectId) -> Result<&mut Dictionary> {
        self.objects
            .get_mut(&signature)
            .and_then(|object| object.as_dict_mut().ok())
            .ok_or_else(|| Error::Unsuitable("签名位置无效".into()))
    }

    fn render(
        &self,
        start: usize,
        signature: ObjectId,
        trailer: &Trailer,
    ) -> Result<section::Rendered> {
        Section {
            start,
            objects: &self.objects,
            signature,
            trailer,
            previous_table: self.document.xref_start,
        }
        .render()
    }
}

/// The certification: later changes may fill the form and sign, nothing else.
fn form_filling_only() -> Object {
    let mut parameters = Dictionary::new();
    parameters.set("Type", "TransformParams");
    parameters.set("P", 2);
    parameters.set("V", "1.2");
    let mut reference = Dictionary::new();
    reference.set("Type", "SigRef");
    reference.set("TransformMethod", "DocMDP");
    reference.set("TransformParams", parameters);
    reference.into()
}

fn broken(error: lopdf::Error) -> Error {
    Error::Unsuitable(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{
        Form, HOST, SENDING, SENDING_SCHOOL, certified, occasion, paper, sheet, values,
    };
    use crate::report::ChangesAfter;
    use lopdf::Stream;

    /// A sending school that signs correctly, but changes more than it may.
    fn overreaching(change: impl FnOnce(&mut Update<'_>)) -> (bool, ChangesAfter, Status) {
        let first = certified(&paper(Form::Inline));
        let signer = &SENDING_SCHOOL.signer;
        let mut update = Update::of(&first).unwrap();
        let fields = sheet(&["sending.year", "sending.s1", "sending.opinion"]);
        update.fill(&values(), &fields, "sending").unwrap();
        let field = update.empty(SENDING, Kind::Signature).unwrap();
        let signature = update
            .signature(&field, signer, &occasion(12), false)
            .unwrap();
        change(&mut update);
        let second = update.finish(signature, signer).unwrap();
        let found = verify::verify(&second, &[]).unwrap();
        let [host, sending] = found.signatures.as_slice() else {
            panic!("{found:?}")
        };
        assert!(host.intact && sending.covers_whole_file);
        (sending.intact, host.changes_after, found.status)
    }

    fn id(update: &Update<'_>, name: &str) -> ObjectId {
        let mut fields = update.fields.iter();
        fields.find(|field| field.name == name).unwrap().id
    }

    const FOUND: (bool, ChangesAfter, Status) = (true, ChangesAfter::Other, Status::Changed);

    #[test]
    fn filling_and_signing_alone_is_permitted() {
        let outcome = overreaching(|_| {});
        assert_eq!(outcome, (true, ChangesAfter::FormFilling, Status::Intact));
    }

    #[test]
    fn a_second_signer_who_changes_a_page_is_found() {
        let outcome = overreaching(|update| {
            let page = *update.document.get_pages().get(&1).unwrap();
            update.changed(page).unwrap().set("Rotate", 180);
        });
        assert_eq!(outcome, FOUND);
    }

    #[test]
    fn a_second_signer_who_changes_the_content_is_found() {
        let outcome = overreaching(|update| {
            let page = *update.document.get_pages().get(&1).unwrap();
            let content = update.document.get_page_contents(page)[0];
            let blank = Stream::new(Dictionary::new(), Vec::new());
            update.objects.insert(content, blank.into());
        });
        assert_eq!(outcome, FOUND);
    }

    #[test]
    fn a_second_signer_who_moves_or_renames_a_field_is_found() {
        for (key, value) in [
            (
                "Rect",
                vec![0.into(), 0.into(), 60.into(), 20.into()].into(),
            ),
            ("T", Object::string_literal("s2")),
            ("AA", Dictionary::new().into()),
            ("Ff", Object::Integer(3)),
        ] {
            let outcome = overreaching(|update| {
                let id = id(update, "sending.s1");
                update.changed(id).unwrap().set(key, value);
            });
            assert_eq!(outcome, FOUND, "{key}");
        }
    }

    #[test]
    fn a_second_signer_who_touches_the_first_signature_is_found() {
        let outcome = overreaching(|update| {
            let id = id(update, HOST);
            update.changed(id).unwrap().remove(b"AP");
        });
        assert_eq!(outcome, FOUND);
    }

    #[test]
    fn a_second_signer_who_changes_catalog_or_trailer_is_found() {
        let outcome = overreaching(|update| {
            let root = update.document.trailer.get(b"Root").unwrap();
            let root = root.as_reference().unwrap();
            update
                .changed(root)
                .unwrap()
                .set("OpenAction", Dictionary::new());
        });
        assert_eq!(outcome, FOUND);
        let outcome = overreaching(|update| update.document.trailer.set("Info", (1, 0)));
        assert_eq!(outcome, FOUND);
    }

    #[test]
    fn a_second_signer_who_adds_what_no_field_needs_is_found() {
        let outcome = overreaching(|update| {
            let id = allocate(&mut update.next).unwrap();
            update.objects.insert(id, Object::Null);
        });
        assert_eq!(outcome, FOUND);
    }

    #[test]
    fn a_look_that_leans_on_the_signed_pages_is_found() {
        let outcome = overreaching(|update| {
            let page = *update.document.get_pages().get(&1).unwrap();
            let content = update.document.get_page_contents(page)[0];
            let mut look = Dictionary::new();
            look.set("N", content);
            let id = id(update, "sending.s1");
            update.changed(id).unwrap().set("AP", look);
        });
        assert_eq!(outcome, FOUND);
    }
}
