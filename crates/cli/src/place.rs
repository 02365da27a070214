//! Where things are: the data folder, passphrases in files, inputs and outputs.

use std::io::Read;
use std::path::{Path, PathBuf};

use app::session::LEDGER_FILE;
use app::{Failure, Session};
use domain::refusal::Refusal;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::args::{Global, Input};
use crate::once::Once;

/// The file of records: the one in the folder that `--data` names, or the one that it names itself, as the answers of
/// `init` and `demo` do.
pub(crate) fn ledger(global: &Global) -> Result<PathBuf, Failure> {
    let Some(folder) = &global.data else {
        return Err(Refusal::at("DATA-NONE", "--data", "请用 --data 指明台账所在文件夹").into());
    };
    if folder.is_file() {
        return Ok(folder.clone());
    }
    let places = [LEDGER_FILE, app::session::PRACTICE_FILE].map(|name| folder.join(name));
    // Said before anybody is asked for a passphrase.
    places
        .into_iter()
        .find(|place| place.exists())
        .ok_or_else(|| {
            let message = format!(
                "“{}”里没有台账，请核对 --data 指的位置；新建台账请用 init",
                folder.display()
            );
            Refusal::at("DATA-ABSENT", "--data", message).into()
        })
}

/// Opens the file of records; the practice school's needs no passphrase.
pub(crate) fn open(global: &Global) -> Result<Session, Failure> {
    let place = ledger(global)?;
    if place.ends_with(app::session::PRACTICE_FILE) {
        return app::practice::open_existing(&place);
    }
    Session::open(&place, passphrase(global)?)
}

/// The passphrase of the records.
pub(crate) fn passphrase(global: &Global) -> Result<Zeroizing<String>, Failure> {
    read_secret(
        global.passphrase_file.as_deref(),
        "--passphrase-file",
        "台账口令",
    )
}

/// The passphrase of the signing keys; the practice school's is known.
pub(crate) fn key_passphrase(
    global: &Global,
    session: &Session,
) -> Result<Zeroizing<String>, Failure> {
    if session.is_practice() && global.key_passphrase_file.is_none() {
        return Ok(Zeroizing::new(app::practice::KEY_PASSPHRASE.to_owned()));
    }
    read_secret(
        global.key_passphrase_file.as_deref(),
        "--key-passphrase-file",
        "签章密钥口令",
    )
}

fn read_secret(
    file: Option<&Path>,
    option: &str,
    what: &str,
) -> Result<Zeroizing<String>, Failure> {
    let Some(file) = file else {
        let message = format!("请用 {option} 指明{what}所在的文件");
        return Err(Refusal::at("PASSPHRASE-NONE", option, message).into());
    };
    let bytes = Zeroizing::new(read(file)?);
    let text = std::str::from_utf8(&bytes).map_err(|_| {
        Failure::broken(
            "PASSPHRASE-TEXT",
            format!("文件“{}”不是UTF-8文本", file.display()),
        )
    })?;
    // An editor adds the line feed; nobody types it into the window.
    Ok(Zeroizing::new(
        text.trim_end_matches(['\r', '\n']).to_owned(),
    ))
}

/// Reads a file whole.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(file).map_err(|error| {
        let doing = format!("读取文件“{}”", file.display());
        Failure::of_system("FILE-READ", doing, &error)
    })
}

/// Reads the JSON of `--input`.
pub(crate) fn input(from: &Input) -> Result<Value, Failure> {
    let (file, bytes) = input_bytes(from)?;
    parse(file, &bytes)
}

fn input_bytes(from: &Input) -> Result<(&Path, Vec<u8>), Failure> {
    let Some(file) = &from.input else {
        return Err(Refusal::at("INPUT-NONE", "--input", "请用 --input 指明JSON文件").into());
    };
    let bytes = if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|error| Failure::of_system("FILE-READ", "读取标准输入", &error))?;
        bytes
    } else {
        read(file)?
    };
    Ok((file, bytes))
}

fn parse(file: &Path, bytes: &[u8]) -> Result<Value, Failure> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice(bytes)
        .map(|Once(value)| value)
        .map_err(|error| {
            let name = match file.to_string_lossy() {
                name if name == "-" => "标准输入".to_owned(),
                name => format!("“{name}”"),
            };
            let message = if bytes.trim_ascii().is_empty() {
                format!("{name}没有内容，应是JSON")
            } else if error.is_data() {
                let said = error.to_string();
                let (said, _) = said.split_once(" at line").unwrap_or((&said, ""));
                format!("{name}第{}行：{said}", error.line())
            } else if error.is_eof() {
                format!("{name}不是完整的JSON：到末尾还缺引号或括号")
            } else {
                let (line, column) = (error.line(), error.column());
                format!("{name}不是有效的JSON：第{line}行第{column}个字节附近写法不对")
            };
            Refusal::at("INPUT-JSON", "--input", message).into()
        })
}

/// Reads the JSON of `--input` with every number as the text it was typed as: a parser of JSON keeps some
/// sixteen digits of a number, and a score must not be rounded before it is computed with.
pub(crate) fn exact_input(from: &Input) -> Result<Value, Failure> {
    let (file, bytes) = input_bytes(from)?;
    // A fault is told by its place in what was typed.
    parse(file, &quote_numbers(&bytes)).or_else(|error| parse(file, &bytes).and(Err(error)))
}

/// Puts quotes around the numbers of a JSON text; what is no JSON stays no JSON.
fn quote_numbers(text: &[u8]) -> Vec<u8> {
    let mut quoted = Vec::with_capacity(text.len() + 64);
    let (mut is_in_text, mut is_escaped, mut is_in_number) = (false, false, false);
    for byte in text {
        let is_of_number = !is_in_text
            && (byte.is_ascii_digit() || *byte == b'-' || is_in_number && b".eE+".contains(byte));
        if is_of_number != is_in_number {
            quoted.push(b'"');
            is_in_number = is_of_number;
        }
        if is_in_text && !is_escaped && *byte == b'\\' {
            is_escaped = true;
        } else {
            if *byte == b'"' && !is_escaped {
                is_in_text = !is_in_text;
            }
            is_escaped = false;
        }
        quoted.push(*byte);
    }
    quoted
}

/// Writes a file under its name in a folder, whole or not at all.
pub(crate) fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
    make_folder(folder)?;
    let place = folder.join(name);
    app::export::write(&place, bytes)?;
    Ok(place)
}

/// Makes a folder, unless it is there.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| {
        let doing = format!("建立文件夹“{}”", folder.display());
        Failure::of_system("FILE-FOLDER", doing, &error)
    })
}
