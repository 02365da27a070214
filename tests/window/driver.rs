//! One window under WebKitWebDriver: started with records of its own, and stopped with all it started.
//!
//! It never touches the records or the settings of the person who runs the tests.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use shuangping_tests::{Folder, binary, leavings};

/// The longest wait for anything: a busy machine is slow, and only a broken program never answers.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);
/// Between two looks.
pub(crate) const PAUSE: Duration = Duration::from_millis(50);

/// What stands in the window's title.
const TITLE: &str = "双评 — 交流教师双校考核";

/// The driver's process, and through its process group the program and the engine's processes.
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        // A test that stops half-way must leave no program behind to hold the display and the next one's bus name.
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill")
            .args(["-KILL", "--", &group])
            .stderr(Stdio::null())
            .status();
        let _ = self.0.wait();
    }
}

/// An open window.
pub(crate) struct Window {
    pub(crate) client: Client,
    name: String,
    // In this order: the processes end before their folder is removed.
    _driver: Driver,
    folder: Folder,
}

impl Window {
    /// Starts the program with `args` on empty records; `name` is for the pictures.
    pub(crate) async fn open(name: &str, args: &[&str]) -> Self {
        let program = binary("shuangping").expect("this test lies in a target directory");
        assert!(program.exists(), "{} is not built", program.display());
        let folder = Folder::new(name).expect("a folder for the records can be made");
        std::fs::create_dir_all(folder.join("saves")).expect("a folder to save into can be made");
        let port = free_port();
        let driver = start(port, folder.path());
        let client = connect(port, &program, args).await;
        let window = Self {
            client,
            name: name.to_owned(),
            _driver: driver,
            folder,
        };
        window.check_title().await;
        window
    }

    /// The folder into which this window saves: a driver cannot answer the system's own dialogs.
    pub(crate) fn saves(&self) -> PathBuf {
        self.folder.join("saves")
    }

    /// Makes the window so large.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        self.client
            .set_window_size(width, height)
            .await
            .expect("the window takes a size");
    }

    /// Closes the window as its user would, and so lets the program end in order.
    pub(crate) async fn close(self) {
        self.client
            .clone()
            .close()
            .await
            .expect("the window closes");
    }

    /// Keeps what the window shows as `<target>/shots/<window>-<what>.png`.
    pub(crate) async fn picture(&self, what: &str) -> PathBuf {
        let path = leavings("shots")
            .unwrap()
            .join(format!("{}-{what}.png", self.name));
        // What is in the page may not be painted yet; a page that no longer answers is pictured all the same.
        let painted = "const done = arguments[arguments.length - 1]; \
            requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
        let _ = tokio::time::timeout(
            Duration::from_secs(2),
            self.client.execute_async(painted, Vec::new()),
        )
        .await;
        let bytes = self
            .client
            .screenshot()
            .await
            .expect("the driver takes a picture");
        std::fs::write(&path, bytes).expect("the picture can be kept");
        path
    }

    /// Stops the test with a picture of what the window showed instead.
    pub(crate) async fn give_up(&self, why: &str) -> ! {
        let shown = self.picture("failed").await;
        let address = self.client.current_url().await.map(|url| url.to_string());
        panic!("{why}; at {address:?}, see {}", shown.display());
    }

    /// The driver opens another browser in silence when it does not find ours: its title tells them apart.
    async fn check_title(&self) {
        let start = Instant::now();
        let mut title = String::new();
        while start.elapsed() < PATIENCE {
            title = self.client.title().await.unwrap_or_default();
            if title == TITLE {
                return;
            }
            tokio::time::sleep(PAUSE).await;
        }
        self.give_up(&format!("the title is {title:?} instead of {TITLE:?}"))
            .await;
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.local_addr().expect("it has a number").port()
}

fn start(port: u16, folder: &Path) -> Driver {
    let child = Command::new("WebKitWebDriver")
        .arg(format!("--port={port}"))
        .arg("--host=127.0.0.1")
        // Without it the program answers no driver, and the session hangs.
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("SHUANGPING_DATA", folder.join("data"))
        .env("SHUANGPING_SAVE_TO", folder.join("saves"))
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("XDG_DATA_HOME", folder.join("share"))
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .stdin(Stdio::null())
        .process_group(0)
        .spawn()
        .expect("WebKitWebDriver starts (Debian: webkit2gtk-driver)");
    let driver = Driver(child);
    let begun = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(
            begun.elapsed() < PATIENCE,
            "WebKitWebDriver does not listen on {port}"
        );
        std::thread::sleep(PAUSE);
    }
    driver
}

async fn connect(port: u16, program: &Path, args: &[&str]) -> Client {
    let wanted = json!({ "webkitgtk:browserOptions": { "binary": program, "args": args } });
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(wanted.as_object().cloned().unwrap_or_default());
    let address = format!("http://127.0.0.1:{port}");
    tokio::time::timeout(PATIENCE, builder.connect(&address))
        .await
        .expect("the program answers its driver in time")
        .expect("the driver opens the program")
}
