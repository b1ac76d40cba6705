//! Waits for something outside this process, with a limit, never for a fixed time.

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
