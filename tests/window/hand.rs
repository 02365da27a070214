//! What a person does with the window: look, click, type, choose a file, press a key.
//!
//! Each act waits until the thing is there and can be used, and stops the test with a picture when it never is.

use std::path::Path;
use std::time::Instant;

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use serde_json::Value;

use crate::driver::{PATIENCE, PAUSE, Window};

impl Window {
    /// Waits until the part marked `data-test="mark"` is to be seen.
    pub(crate) async fn see(&self, mark: &str) -> Element {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Ok(element) = self.client.find(Locator::Css(&marked(mark))).await
                && element.is_displayed().await.unwrap_or(false)
            {
                return element;
            }
            tokio::time::sleep(PAUSE).await;
        }
        self.give_up(&format!("`{mark}` is not to be seen")).await
    }

    /// Waits until the part marked `mark` is gone.
    pub(crate) async fn see_gone(&self, mark: &str) {
        self.wait_for(&format!("`{mark}` to go"), async || {
            match self.client.find(Locator::Css(&marked(mark))).await {
                Ok(element) => !element.is_displayed().await.unwrap_or(false),
                Err(_) => true,
            }
        })
        .await;
    }

    /// Waits until the part marked `mark` shows `words`, and gives all it shows.
    pub(crate) async fn read(&self, mark: &str, words: &str) -> String {
        self.wait_for(&format!("`{mark}` to show {words:?}"), async || {
            self.shown(mark).await.contains(words)
        })
        .await;
        self.shown(mark).await
    }

    /// What the part marked `mark` shows now; nothing when it is not there.
    pub(crate) async fn shown(&self, mark: &str) -> String {
        match self.client.find(Locator::Css(&marked(mark))).await {
            Ok(element) => element.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// How many parts are marked `mark`.
    pub(crate) async fn count(&self, mark: &str) -> usize {
        self.client
            .find_all(Locator::Css(&marked(mark)))
            .await
            .map_or(0, |all| all.len())
    }

    /// Clicks the part marked `mark`.
    pub(crate) async fn click(&self, mark: &str) {
        self.act(mark, "clicked", async |element| element.click().await)
            .await;
    }

    /// Clicks a part that a library draws and that bears no mark of ours, such as a tab.
    pub(crate) async fn click_at(&self, selector: &str) {
        self.wait_for(&format!("`{selector}` to be clicked"), async || match self
            .client
            .find(Locator::Css(selector))
            .await
        {
            Ok(element) => element.click().await.is_ok(),
            Err(_) => false,
        })
        .await;
    }

    /// Types `words` into the field marked `mark`, in place of what it holds.
    pub(crate) async fn type_into(&self, mark: &str, words: &str) {
        self.act(mark, "typed into", async |element| {
            let field = field_of(element).await?;
            field.clear().await?;
            field.send_keys(words).await
        })
        .await;
    }

    /// Opens the list marked `mark` and picks the entry that begins with `words`. The entries are drawn by a library
    /// and bear no mark of ours.
    pub(crate) async fn pick(&self, mark: &str, words: &str) {
        self.click(mark).await;
        let entries = "[...document.querySelectorAll('.el-select-dropdown__item')].filter((each) => each.checkVisibility())";
        let pick = format!(
            "const one = {entries}.find((each) => each.textContent.trim().startsWith('{words}')); \
             if (one) one.click(); return !!one"
        );
        self.wait_for(&format!("{words:?} in the list `{mark}`"), async || {
            self.ask(&pick).await == true
        })
        .await;
        self.read(mark, words).await;
    }

    /// Types a day as it stands on paper over what the day field marked `mark` holds; emptied first, the library
    /// would put the old day back.
    pub(crate) async fn type_day(&self, mark: &str, day: &str) {
        self.see(mark).await;
        let field = format!("document.querySelector('{} input')", marked(mark));
        self.ask(&format!(
            "const field = {field}; field.focus(); field.select(); return true"
        ))
        .await;
        let keys = format!("{day}{}", char::from(Key::Enter));
        self.act(mark, "typed into", async |element| {
            field_of(element).await?.send_keys(&keys).await
        })
        .await;
        let holds = format!("return {field}.value === '{day}'");
        self.wait_for(&format!("`{mark}` to hold {day}"), async || {
            self.ask(&holds).await == true
        })
        .await;
    }

    /// Gives the file at `path` to the file field marked `mark`. The page may hide such a field behind a button.
    pub(crate) async fn upload(&self, mark: &str, path: &Path) {
        assert!(
            path.is_absolute() && path.exists(),
            "{} is no file to give",
            path.display()
        );
        let start = Instant::now();
        let mut last = "it is not there".to_owned();
        while start.elapsed() < PATIENCE {
            match self.client.find(Locator::Css(&marked(mark))).await {
                Ok(element) => match give(&element, path).await {
                    Ok(()) => return,
                    Err(error) => last = error.to_string(),
                },
                Err(error) => last = error.to_string(),
            }
            tokio::time::sleep(PAUSE).await;
        }
        self.give_up(&format!("`{mark}` takes no file: {last}"))
            .await
    }

    /// The value of the JavaScript expression `script` (with `return`) in the page.
    pub(crate) async fn ask(&self, script: &str) -> Value {
        self.client
            .execute(script, Vec::new())
            .await
            .expect("the page runs a script of its driver")
    }

    /// What axe-core holds against the screen as it stands: each rule with the parts that break it.
    pub(crate) async fn barriers(&self) -> Vec<String> {
        let axe = shuangping_tests::root().join("ui/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(axe).expect("axe-core is among the page's packages");
        // Run by the driver: the page's own policy lets in no script from elsewhere.
        self.ask(&format!("{axe}; return null")).await;
        let run = "const done = arguments[arguments.length - 1]; \
            axe.run(document).then((found) => done(found.violations.map((rule) => \
            `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(', ')}`)), \
            (error) => done([String(error)]));";
        let found = self
            .client
            .execute_async(run, Vec::new())
            .await
            .expect("axe-core runs");
        serde_json::from_value(found).expect("it answers with a list")
    }

    /// Waits until `look` says yes.
    pub(crate) async fn wait_for(&self, what: &str, look: impl AsyncFn() -> bool) {
        let start = Instant::now();
        while !look().await {
            if start.elapsed() > PATIENCE {
                self.give_up(&format!("waited in vain for {what}")).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Tries `act` on the part marked `mark` until it works: the page may draw the part anew between
    /// finding and using it, or something may still cover it.
    async fn act(
        &self,
        mark: &str,
        what: &str,
        act: impl AsyncFn(&Element) -> Result<(), CmdError>,
    ) {
        let start = Instant::now();
        let mut last = String::new();
        while start.elapsed() < PATIENCE {
            let element = self.see(mark).await;
            if element.is_enabled().await.unwrap_or(false) {
                match act(&element).await {
                    Ok(()) => return,
                    Err(error) => last = error.to_string(),
                }
            } else {
                "it is disabled".clone_into(&mut last);
            }
            tokio::time::sleep(PAUSE).await;
        }
        self.give_up(&format!("`{mark}` can't be {what}: {last}"))
            .await;
    }
}

fn marked(mark: &str) -> String {
    format!("[data-test=\"{mark}\"]")
}

/// The field itself, or the one inside a marked frame around it.
async fn field_of(element: &Element) -> Result<Element, CmdError> {
    let own = element.tag_name().await?.to_lowercase();
    if own == "input" || own == "textarea" {
        return Ok(element.clone());
    }
    element
        .find(Locator::Css("input, textarea, [contenteditable]"))
        .await
}

async fn give(element: &Element, path: &Path) -> Result<(), CmdError> {
    let field = if element.tag_name().await?.eq_ignore_ascii_case("input") {
        element.clone()
    } else {
        element.find(Locator::Css("input[type=file]")).await?
    };
    field.send_keys(&path.to_string_lossy()).await
}
