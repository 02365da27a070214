//! What travels as plain bytes: a file the user chose, its name and its school in headers.

use app::Failure;
use percent_encoding::percent_decode_str;
use tauri::ipc::{InvokeBody, Request};

/// The bytes of the file.
pub(super) fn bytes(request: &Request<'_>) -> Result<Vec<u8>, Failure> {
    match request.body() {
        InvokeBody::Raw(bytes) => Ok(bytes.clone()),
        InvokeBody::Json(_) => Err(Failure::broken(
            "INPUT-BYTES",
            "没有收到文件内容，请重新选择文件",
        )),
    }
}

/// The words of a header, percent-encoded by the page because headers carry no Chinese; empty when absent.
pub(super) fn header(request: &Request<'_>, name: &str) -> String {
    let value = request
        .headers()
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    percent_decode_str(value).decode_utf8_lossy().into_owned()
}

/// The name of the file, without any folder.
pub(super) fn file_name(request: &Request<'_>) -> String {
    let name = header(request, "x-file-name");
    name.rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .to_owned()
}
