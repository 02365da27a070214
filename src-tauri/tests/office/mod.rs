//! A window that nobody sees: the real commands, configuration and permissions on the mock runtime.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use app::Failure;
use app::printing::{Job, PrinterInfo, Printing};
use serde_json::{Value, json};
use shuangping_window::{Desk, FixedFolder, Papers, Surroundings};
use tauri::http::{HeaderMap, HeaderName, HeaderValue};
use tauri::ipc::{CallbackFn, InvokeBody, InvokeResponseBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// What a printer was asked, and how large the paper was.
pub(crate) type Asked = Arc<Mutex<Vec<(Job, usize)>>>;

/// A printer that only remembers; it refuses the name `坏`.
struct Remembering(Asked);

impl Printing for Remembering {
    fn list(&self) -> Result<Vec<PrinterInfo>, Failure> {
        Ok(vec![PrinterInfo {
            name: "教务处".to_owned(),
            is_default: true,
        }])
    }

    fn print(&self, pdf: &[u8], job: &Job) -> Result<(), Failure> {
        if job.printer == "坏" {
            return Err(Failure::broken("PRINT-QUEUE", "缺纸"));
        }
        if job.printer == "panic" {
            panic!("a fault of the program");
        }
        self.0.lock().unwrap().push((job.clone(), pdf.len()));
        Ok(())
    }
}

/// A window with a data folder of its own; both are gone afterwards.
pub(crate) struct Office {
    pub(crate) folder: PathBuf,
    pub(crate) asked: Asked,
    pub(crate) told: Arc<Mutex<Vec<(String, Value)>>>,
    pub(crate) papers: Papers,
    pub(crate) window: WebviewWindow<MockRuntime>,
    _app: App<MockRuntime>,
}

impl Office {
    /// Opens the window; `opens_practice` as `--practice` would.
    pub(crate) fn open(opens_practice: bool) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let ordinal = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!(
            "shuangping-office-{}-{ordinal}",
            std::process::id()
        ));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("saved")).unwrap();
        let asked = Asked::default();
        let told = Arc::new(Mutex::new(Vec::new()));
        let papers = Papers::default();
        let listener = Arc::clone(&told);
        let desk = Desk::new(Surroundings {
            folder: folder.clone(),
            papers: papers.clone(),
            dialogs: Box::new(FixedFolder(folder.join("saved"))),
            printing: Box::new(Remembering(Arc::clone(&asked))),
            tell: Box::new(move |event, what| {
                listener.lock().unwrap().push((event.to_owned(), what));
            }),
            first_screen: None,
            opens_practice,
            worker: Some(PathBuf::from(env!("CARGO_BIN_EXE_shuangping"))),
        });
        let app = shuangping_window::with_commands(mock_builder())
            .manage(desk)
            .build(shuangping_window::context())
            .unwrap();
        let url = WebviewUrl::App("index.html".into());
        let window = WebviewWindowBuilder::new(&app, "main", url)
            .build()
            .unwrap();
        Self {
            folder,
            asked,
            told,
            papers,
            window,
            _app: app,
        }
    }

    /// Calls a command as the page does.
    pub(crate) fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        self.send(command, InvokeBody::Json(arguments), HeaderMap::new())
    }

    /// Calls a command that must answer.
    pub(crate) fn ask(&self, command: &str, arguments: Value) -> Value {
        self.call(command, arguments)
            .unwrap_or_else(|failure| panic!("{command}: {failure}"))
    }

    /// Calls a command with the bytes of a file.
    pub(crate) fn call_with_file(
        &self,
        command: &str,
        file: Vec<u8>,
        headers: &[(&'static str, &str)],
    ) -> Result<Value, Value> {
        let headers = headers
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_str(value).unwrap(),
                )
            })
            .collect();
        self.send(command, InvokeBody::Raw(file), headers)
    }

    /// Sends any message to the window; the answer is JSON.
    pub(crate) fn send(
        &self,
        command: &str,
        body: InvokeBody,
        headers: HeaderMap,
    ) -> Result<Value, Value> {
        let page = if cfg!(windows) {
            "http://tauri.localhost"
        } else {
            "tauri://localhost"
        };
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: page.parse().unwrap(),
            body,
            headers,
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&self.window, request).map(|body| match body {
            InvokeResponseBody::Json(text) => serde_json::from_str(&text).unwrap(),
            InvokeResponseBody::Raw(bytes) => json!({ "bytes": bytes.len() }),
        })
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
