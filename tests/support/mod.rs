//! The machinery journeys stand on: Heard's own program, a PostgreSQL and a browser that belong to this
//! run and end with it, and readers of the pages that come back.
//!
//! Nothing here is skipped when a tool is missing: a test that cannot run says what to install and fails.

#![expect(dead_code, reason = "each journey uses the part of the machinery it needs")]

pub mod browser;
pub mod html;
pub mod http;
pub mod keeper;
pub mod markup;
pub mod postgres;
pub mod server;

/// A port of 127.0.0.1 that nothing listens on at this moment.
pub fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a loopback port can be had");
    listener.local_addr().expect("a bound socket has an address").port()
}

/// Waits until `ready` gives something, at most this many seconds; `None` when it never does.
pub fn wait_for<T>(seconds: u64, mut ready: impl FnMut() -> Option<T>) -> Option<T> {
    let limit = std::time::Instant::now() + std::time::Duration::from_secs(seconds);
    loop {
        if let Some(found) = ready() {
            return Some(found);
        }
        if std::time::Instant::now() > limit {
            return None;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}
