//! A real Chromium for the whole run, driven by its own chromedriver. Tests take turns with it; each
//! finds it with no cookies, JavaScript on and a wide window.

use super::free_port;
use super::keeper::Keeper;
use super::waiting::wait_for;
use serde_json::{Value, json};
use std::cell::Cell;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use thirtyfour::prelude::*;
use tokio::runtime::Runtime;

const MISSING: &str =
    "chromium and chromedriver are not installed: run `make test`, or apt-get install chromium chromium-driver";
const FLAGS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--hide-scrollbars",
];
/// What axe holds a page to: WCAG 2.2 A and AA, and good practice.
const AXE_TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const AXE_RUN: &str = "const done = arguments[arguments.length - 1]; \
    axe.run(document, { runOnly: { type: 'tag', values: arguments[0] }, resultTypes: ['violations'] })\
    .then(found => done({ violations: found.violations }), problem => done({ problem: String(problem) }));";

/// A fault axe found on a page.
#[derive(Debug, Clone)]
pub struct Violation {
    /// Axe's name for the rule, such as `image-alt`.
    pub rule: String,
    pub help: String,
    /// Where: one selector and the HTML for each element at fault.
    pub elements: Vec<String>,
}

/// Chromium with the runtime that drives it. Every call waits for its result.
pub struct Browser {
    runtime: Runtime,
    driver: WebDriver,
    scripts: Cell<bool>,
    _keeper: Keeper,
}

/// The browser, once everyone before is done with it.
pub fn open() -> MutexGuard<'static, Browser> {
    static SHARED: OnceLock<Mutex<Browser>> = OnceLock::new();
    let shared = SHARED.get_or_init(|| Mutex::new(Browser::start()));
    // A test that failed while it held the browser leaves it fit for the next one, which begins anew.
    let browser = shared.lock().unwrap_or_else(PoisonError::into_inner);
    browser.begin_anew();
    browser
}

impl Browser {
    pub fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let folder = tempfile::Builder::new().prefix("heard-browser-").tempdir().expect("a temporary folder").keep();
        let port = free_port();
        let address = format!("http://127.0.0.1:{port}");
        let log = format!("--log-path={}", folder.join("driver-log").display());
        let command = ["chromedriver".to_owned(), format!("--port={port}"), log];
        let keeper = Keeper::start(&command, &folder, "TERM");
        let mut capabilities = DesiredCapabilities::chrome();
        let own = format!("--user-data-dir={}", folder.join("profile").display());
        for flag in FLAGS.iter().copied().chain([own.as_str()]) {
            capabilities.add_arg(flag).expect("a flag is text");
        }
        let listens = wait_for(30, || {
            let up = std::net::TcpStream::connect(("127.0.0.1", port)).is_ok();
            (up || !keeper.is_running()).then_some(up)
        });
        assert_eq!(listens, Some(true), "{MISSING}\n{}", keeper.log());
        let driver = runtime.block_on(WebDriver::new(address, capabilities));
        let driver = driver.unwrap_or_else(|problem| panic!("{MISSING}\n{problem}\n{}", keeper.log()));
        Browser { runtime, driver, scripts: Cell::new(true), _keeper: keeper }
    }

    fn begin_anew(&self) {
        self.goto("about:blank");
        self.devtools("Network.clearBrowserCookies", json!({}));
        self.devtools("Network.clearBrowserCache", json!({}));
        self.javascript(true);
        self.viewport(1280, 900);
    }

    /// Anything else the driver can do: `browser.run(browser.driver().title())`.
    pub fn run<T>(&self, action: impl Future<Output = WebDriverResult<T>>) -> T {
        self.runtime.block_on(action).unwrap_or_else(|problem| panic!("the browser: {problem}"))
    }

    /// The same where a failure is an answer too.
    pub fn try_run<T>(&self, action: impl Future<Output = WebDriverResult<T>>) -> WebDriverResult<T> {
        self.runtime.block_on(action)
    }

    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    pub fn goto(&self, address: &str) {
        self.run(self.driver.goto(address));
    }

    pub fn address(&self) -> String {
        self.run(self.driver.current_url()).to_string()
    }

    pub fn title(&self) -> String {
        self.run(self.driver.title())
    }

    pub fn source(&self) -> String {
        self.run(self.driver.source())
    }

    /// How many elements of the page this selector finds.
    pub fn count(&self, css: &str) -> usize {
        self.run(self.driver.find_all(By::Css(css))).len()
    }

    /// The words shown by the first element that this selector finds.
    pub fn text(&self, css: &str) -> String {
        self.run(async { self.driver.find(By::Css(css)).await?.text().await })
    }

    /// Clicks what leads to another page, and waits until the one clicked on is gone: a server that takes its
    /// time, as signing in does, leaves the old page standing after the click is answered.
    pub fn follow(&self, css: &str) {
        let old = self.run(self.driver.find(By::Tag("html")));
        self.click(css);
        let gone = wait_for(30, || self.try_run(old.tag_name()).is_err().then_some(()));
        assert!(gone.is_some(), "{css} led nowhere from {}", self.address());
    }

    /// Clicks the first element that this selector finds, on a page that stays (see [`Browser::follow`]).
    pub fn click(&self, css: &str) {
        // Scrolled to the middle first, as a person does: at the edge, the driver clicks on the top that stays in view.
        let middle = "arguments[0].scrollIntoView({ block: 'center' });";
        self.run(async {
            let element = self.driver.find(By::Css(css)).await?;
            self.driver.execute(middle, vec![element.to_json()?]).await?;
            element.click().await
        });
    }

    /// Types into the first element that this selector finds, in place of what was there.
    pub fn fill(&self, css: &str, words: &str) {
        self.run(async {
            let element = self.driver.find(By::Css(css)).await?;
            element.clear().await?;
            element.send_keys(words).await
        });
    }

    /// Presses keys wherever the focus is: `browser.press(Key::Tab)`.
    pub fn press(&self, keys: impl Into<TypingData>) {
        self.run(async { self.driver.active_element().await?.send_keys(keys).await });
    }

    /// The value of a script with `return` in it, run in the page.
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.run(self.driver.execute(script, arguments)).json().clone()
    }

    /// Makes the page this many CSS pixels wide and high. 320 wide is also 1280 at 400% zoom.
    pub fn viewport(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size);
    }

    /// Whether scripts of the pages loaded from now on run.
    pub fn javascript(&self, on: bool) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !on }));
        self.scripts.set(on);
    }

    /// Shows pages as someone with forced colours, dark mode or reduced motion sees them:
    /// `[("forced-colors", "active")]`. None at all turns it off.
    pub fn prefers(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// Whether the page is wider than its window, so that reading it takes scrolling sideways.
    pub fn scrolls_sideways(&self) -> bool {
        let wider = "return document.documentElement.scrollWidth > document.documentElement.clientWidth;";
        self.script(wider, vec![]).as_bool().expect("a comparison is true or false")
    }

    /// A picture of the whole page as PNG, at this path.
    pub fn screenshot(&self, path: &Path) {
        let size = "return [document.documentElement.scrollWidth, document.documentElement.scrollHeight];";
        let size = self.script(size, vec![]);
        let clip = json!({ "x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1 });
        let shot = self.devtools("Page.captureScreenshot", json!({ "captureBeyondViewport": true, "clip": clip }));
        let png = thirtyfour::support::base64_decode(shot["data"].as_str().expect("a picture")).expect("base64");
        std::fs::write(path, png).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
    }

    /// Every fault axe finds on the page as it is now. Axe needs scripts while it looks; those of a page
    /// loaded without them stay unrun.
    pub fn axe(&self) -> Vec<Violation> {
        let axe = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(axe).expect("axe-core is not installed: run `make test`, or npm ci");
        let scripts = self.scripts.get();
        self.javascript(true);
        self.run(self.driver.execute(axe, vec![]));
        let found = self.run(self.driver.execute_async(AXE_RUN, vec![json!(AXE_TAGS)])).json().clone();
        self.javascript(scripts);
        let violations = found["violations"].as_array().unwrap_or_else(|| panic!("axe: {}", found["problem"]));
        violations.iter().map(Violation::read).collect()
    }

    /// Fails with the whole list when axe finds anything.
    pub fn assert_no_barriers(&self) {
        let found = self.axe();
        assert!(found.is_empty(), "{} has barriers: {found:#?}", self.address());
    }

    /// Holds the connection to this latency in milliseconds and this many bytes a second each way, and the processor
    /// to a part of itself; `slow(0, 0, 1)` lets go.
    pub fn slow(&self, latency: u32, bytes: u32, processor: u32) {
        let rate = if bytes == 0 { -1 } else { i64::from(bytes) };
        self.devtools("Network.enable", json!({}));
        let limits =
            json!({ "offline": false, "latency": latency, "downloadThroughput": rate, "uploadThroughput": rate });
        self.devtools("Network.emulateNetworkConditions", limits);
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": processor }));
    }

    /// Runs a script in every page loaded from now on, before the page's own.
    pub fn before_pages(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    }

    fn devtools(&self, method: &str, parameters: Value) -> Value {
        self.run(self.driver.cdp().send_raw(method, parameters))
    }
}

impl Violation {
    fn read(found: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let nodes = found["nodes"].as_array().into_iter().flatten();
        let elements = nodes.map(|node| format!("{} {}", node["target"], text(&node["html"]))).collect();
        Violation { rule: text(&found["id"]), help: text(&found["help"]), elements }
    }
}
