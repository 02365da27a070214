//! System packages on Debian and Ubuntu: what is missing is named, then installed.
//!
//! It never removes or upgrades a package. On other systems it installs nothing and says what is needed.

use std::collections::BTreeSet;
use std::path::Path;

use crate::run::{Failure, Run, at_a_terminal};

/// What the terminal program needs: the compiler of SQLCipher, and the system's OpenSSL.
const TERMINAL: &[&str] = &["build-essential", "pkg-config", "libssl-dev", "perl"];
/// What the window needs on top.
const WINDOW: &[&str] = &[
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "file",
    "fonts-noto-cjk",
];
/// What the tests need on top.
const TESTS: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "dbus",
    "dbus-x11",
    "imagemagick",
    "xdotool",
    "poppler-utils",
    "qpdf",
    "python3-venv",
];

/// What the papers' fonts are cut from.
const FONTS: &[&str] = &[
    "fonts-noto-cjk",
    "fonts-noto-cjk-extra",
    "fonts-lxgw-wenkai",
    "python3-venv",
];

/// How much is to be built.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Extent {
    /// The terminal program alone: no window, no page.
    Terminal,
    /// The window too.
    Window,
    /// Everything, and what the tests look at it with.
    Tests,
}

/// Installs what `extent` needs and the machine lacks.
pub(crate) fn install(extent: Extent) -> Result<(), Failure> {
    let mut wanted = TERMINAL.to_vec();
    if extent >= Extent::Window {
        wanted.extend(WINDOW);
    }
    if extent >= Extent::Tests {
        wanted.extend(TESTS);
    }
    if !cfg!(target_os = "linux") {
        say_what_to_install(extent);
        return Ok(());
    }
    install_named(&wanted)
}

/// Installs what the script of the papers' fonts reads.
pub(crate) fn install_fonts() -> Result<(), Failure> {
    install_named(FONTS)
}

fn install_named(wanted: &[&str]) -> Result<(), Failure> {
    if !Path::new("/usr/bin/dpkg-query").exists() {
        println!("Not Debian or Ubuntu: nothing is installed. Needed, by Debian's names:");
        println!("  {}", wanted.join(" "));
        return Ok(());
    }
    let missing = missing(wanted);
    if missing.is_empty() {
        println!("Every system package that is needed is there.");
        return Ok(());
    }
    println!(
        "Installing system packages with apt-get: {}",
        missing.join(" ")
    );
    apt(&["update"])?;
    let mut install = vec!["install", "--yes", "--no-install-recommends"];
    install.extend(missing);
    apt(&install)
}

/// Those of `wanted` that dpkg does not hold as installed.
fn missing<'a>(wanted: &[&'a str]) -> Vec<&'a str> {
    // dpkg-query fails when it does not know one of the names, yet prints the others.
    let heard = std::process::Command::new("dpkg-query")
        .args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"])
        .args(wanted)
        .output()
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    let there: BTreeSet<&str> = heard
        .lines()
        .filter_map(|line| line.strip_suffix(" installed"))
        .collect();
    wanted
        .iter()
        .copied()
        .filter(|name| !there.contains(name))
        .collect()
}

fn apt(args: &[&str]) -> Result<(), Failure> {
    let root = Run::new("id").arg("-u").text()?.trim() == "0";
    let quiet = "DEBIAN_FRONTEND=noninteractive";
    let run = if root {
        Run::new("env").args([quiet, "apt-get"])
    } else if at_a_terminal() {
        Run::new("sudo").args(["env", quiet, "apt-get"]).ask()
    } else {
        // Nobody can type a password here: fail at once instead of waiting for one.
        Run::new("sudo").args(["-n", "env", quiet, "apt-get"])
    };
    run.args(args).go()
}

fn say_what_to_install(extent: Extent) {
    if cfg!(windows) {
        println!("On Windows nothing is installed for you. Needed:");
        println!(
            "  Visual Studio Build Tools with \"Desktop development with C++\", and Strawberry Perl"
        );
        if extent >= Extent::Window {
            println!("  Node.js 20.19 or later; WebView2 (part of Windows 11)");
        }
    } else {
        println!("On this system nothing is installed for you. Needed:");
        println!("  the compiler of the system (macOS: xcode-select --install), perl");
        if extent >= Extent::Window {
            println!("  Node.js 20.19 or later");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{TERMINAL, TESTS, WINDOW};

    #[test]
    fn no_package_is_named_twice() {
        let mut all = [TERMINAL, WINDOW, TESTS].concat();
        let length = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), length);
    }
}
