//! PDF objects as text, each in exactly one way. What is written here is compared byte for byte when
//! a signed file is verified years later, so **this way of writing must never change**.

use lopdf::{Dictionary, Object, StringFormat};

use crate::{Error, Result};

/// Appends `object` to `out`.
pub(crate) fn write(out: &mut Vec<u8>, object: &Object) -> Result<()> {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Integer(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Real(value) if value.is_finite() => {
            out.extend_from_slice(value.to_string().as_bytes());
        }
        Object::Real(_) => return Err(Error::Unreadable("数字无效".into())),
        Object::Name(name) => write_name(out, name),
        Object::String(text, format) => write_string(out, text, *format),
        Object::Array(items) => {
            out.push(b'[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(b' ');
                }
                write(out, item)?;
            }
            out.push(b']');
        }
        Object::Dictionary(entries) => write_dictionary(out, entries)?,
        Object::Stream(stream) => {
            write_dictionary(out, &stream.dict)?;
            out.extend_from_slice(b"\nstream\n");
            out.extend_from_slice(&stream.content);
            out.extend_from_slice(b"\nendstream");
        }
        Object::Reference((number, generation)) => {
            out.extend_from_slice(format!("{number} {generation} R").as_bytes());
        }
    }
    Ok(())
}

fn write_dictionary(out: &mut Vec<u8>, entries: &Dictionary) -> Result<()> {
    out.extend_from_slice(b"<<");
    for (key, value) in entries {
        write_name(out, key);
        out.push(b' ');
        write(out, value)?;
    }
    out.extend_from_slice(b">>");
    Ok(())
}

/// Appends a name with its slash.
pub(crate) fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || b"-_.+".contains(byte) {
            out.push(*byte);
        } else {
            out.extend_from_slice(format!("#{byte:02X}").as_bytes());
        }
    }
}

fn write_string(out: &mut Vec<u8>, text: &[u8], format: StringFormat) {
    match format {
        StringFormat::Hexadecimal => {
            out.push(b'<');
            out.extend_from_slice(&hex(text));
            out.push(b'>');
        }
        StringFormat::Literal => {
            out.push(b'(');
            for byte in text {
                match byte {
                    b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', *byte]),
                    b'\r' => out.extend_from_slice(b"\\r"),
                    b'\n' => out.extend_from_slice(b"\\n"),
                    _ => out.push(*byte),
                }
            }
            out.push(b')');
        }
    }
}

/// Upper-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or(b'0');
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// Text as form fields keep it: UTF-16BE with its mark, written in hexadecimal.
pub(crate) fn text(text: &str) -> Object {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// The text of a string object, whichever way it is encoded; `None` if it is no text.
pub(crate) fn read_text(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    match bytes.strip_prefix(b"\xFE\xFF") {
        Some(units) if units.len() % 2 == 0 => {
            let units: Vec<u16> = units
                .chunks_exact(2)
                .filter_map(|pair| pair.try_into().ok().map(u16::from_be_bytes))
                .collect();
            String::from_utf16(&units).ok()
        }
        Some(_) => None,
        None => lopdf::decode_text_string(object).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(object: &Object) -> String {
        let mut out = Vec::new();
        write(&mut out, object).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_way_of_writing_is_frozen() {
        let mut dictionary = Dictionary::new();
        dictionary.set("B c#", Object::Name(b"x/y".to_vec()));
        dictionary.set(
            "A",
            vec![Object::Integer(-3), Object::Real(0.25), Object::Real(2.0)],
        );
        dictionary.set("R", Object::Reference((12, 0)));
        dictionary.set("S", Object::string_literal("a(b)\\\r\n"));
        dictionary.set("T", text("喆𬱟"));
        dictionary.set("N", Object::Null);
        dictionary.set("F", false);
        assert_eq!(
            written(&dictionary.into()),
            "<</B#20c#23 /x#2Fy/A [-3 0.25 2]/R 12 0 R/S (a\\(b\\)\\\\\\r\\n)/T <FEFF5586D873DC5F>/N null/F false>>"
        );
    }

    #[test]
    fn text_comes_back_as_it_was() {
        assert_eq!(read_text(&text("翯·𬱟")).as_deref(), Some("翯·𬱟"));
        let odd = Object::String(vec![0xFE, 0xFF, 0x55], StringFormat::Hexadecimal);
        assert_eq!(read_text(&odd), None);
    }
}
