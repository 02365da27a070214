//! Where things are: the data folder, passphrases in files, inputs and outputs.

use std::io::Read;
use std::path::{Path, PathBuf};

use app::session::LEDGER_FILE;
use app::{Failure, Session};
use domain::refusal::Refusal;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::args::{Global, Input};

/// The file of records in the data folder.
pub(crate) fn ledger(global: &Global) -> Result<PathBuf, Failure> {
    let Some(folder) = &global.data else {
        return Err(Refusal::at("DATA-NONE", "--data", "请用 --data 指明台账所在文件夹").into());
    };
    let practice = folder.join(app::session::PRACTICE_FILE);
    let ledger = folder.join(LEDGER_FILE);
    Ok(if !ledger.exists() && practice.exists() {
        practice
    } else {
        ledger
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
        Failure::broken(
            "FILE-READ",
            format!("读取文件“{}”时出错：{error}", file.display()),
        )
    })
}

/// Reads the JSON of `--input`.
pub(crate) fn input(input: &Input) -> Result<Value, Failure> {
    let Some(file) = &input.input else {
        return Err(Refusal::at("INPUT-NONE", "--input", "请用 --input 指明JSON文件").into());
    };
    let bytes = if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map_err(|error| {
            Failure::broken("FILE-READ", format!("读取标准输入时出错：{error}"))
        })?;
        bytes
    } else {
        read(file)?
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    serde_json::from_slice(bytes).map_err(|error| {
        Refusal::at(
            "INPUT-JSON",
            "--input",
            format!("“{}”不是有效的JSON:{error}", file.display()),
        )
        .into()
    })
}

/// Reads the JSON of `--input` into a shape.
pub(crate) fn shape<T: serde::de::DeserializeOwned>(from: &Input) -> Result<T, Failure> {
    shape_of(input(from)?)
}

/// JSON into a shape.
pub(crate) fn shape_of<T: serde::de::DeserializeOwned>(value: Value) -> Result<T, Failure> {
    serde_json::from_value(value).map_err(|error| {
        Refusal::at(
            "INPUT-FORM",
            "--input",
            format!("JSON的内容不符合要求：{error}"),
        )
        .into()
    })
}

/// Writes a file under its name in a folder, whole or not at all.
pub(crate) fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
    std::fs::create_dir_all(folder).map_err(|error| {
        Failure::broken(
            "FILE-FOLDER",
            format!("建立文件夹“{}”时出错：{error}", folder.display()),
        )
    })?;
    let place = folder.join(name);
    app::export::write(&place, bytes)?;
    Ok(place)
}
