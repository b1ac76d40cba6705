//! Heard's own program, as people run it: a command and its output, or a server that is started, killed
//! and started again on the same data.

use super::waiting::wait_for;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};

/// What a command wrote and how it ended.
#[derive(Debug)]
pub struct Said {
    /// 0 done, 1 refused with reasons, 2 wrong use; none when a signal ended it.
    pub status: Option<i32>,
    pub output: String,
    pub errors: String,
}

/// Runs `heard` with these arguments to its end. No `HEARD_…` of the person who runs the tests reaches it.
pub fn heard(arguments: &[&str]) -> Said {
    let Output { status, stdout, stderr } =
        program().args(arguments).stdin(Stdio::null()).output().expect("the program can be started");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Said { status: status.code(), output: text(stdout), errors: text(stderr) }
}

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_heard"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("HEARD_")) {
        command.env_remove(name);
    }
    command
}

/// A server on a free port of 127.0.0.1, killed when dropped. Its data stay where the caller put them.
pub struct Server {
    child: Child,
    /// `http://127.0.0.1:PORT`, with no slash at the end.
    pub address: String,
    data: PathBuf,
    more: Vec<String>,
    said: Arc<Mutex<String>>,
}

impl Server {
    /// Serves what is in `data`; `more` are further arguments, such as `--database URL`.
    pub fn start(data: &Path, more: &[&str]) -> Self {
        let mut child = program()
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .args(more)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        let said = Arc::new(Mutex::new(String::new()));
        listen(child.stdout.take().expect("its output is piped"), &said);
        listen(child.stderr.take().expect("its errors are piped"), &said);
        let more = more.iter().map(|argument| (*argument).to_owned()).collect();
        let mut server = Server { child, address: String::new(), data: data.to_owned(), more, said };
        let address = wait_for(60, || {
            let ended = server.child.try_wait().expect("a child can be asked").is_some();
            let address = server.log().lines().find_map(listening_on);
            (ended || address.is_some()).then_some(address)
        });
        match address.flatten() {
            Some(address) => server.address = address,
            None => panic!("the server never said where it listens; it said:\n{}", server.log()),
        }
        server
    }

    /// Ends it as a power cut would: nothing is asked, nothing is finished.
    pub fn kill_9(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Asks it to end, as a service manager does, and gives its exit status.
    pub fn stop(&mut self) -> Option<i32> {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(asked.is_ok_and(|status| status.success()), "the server had already ended");
        let ended = wait_for(30, || self.child.try_wait().expect("a child can be asked"));
        ended.expect("the server ends within 30 seconds of being asked").code()
    }

    /// Kills it if it still runs, then serves the same data with the same arguments, on another port.
    pub fn restart(&mut self) {
        self.kill_9();
        let more: Vec<&str> = self.more.iter().map(String::as_str).collect();
        *self = Server::start(&self.data, &more);
    }

    /// The whole address of a page: `server.at("/c/town")`.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The operating system's number for it.
    pub fn process_id(&self) -> u32 {
        self.child.id()
    }

    /// Everything it has written so far, both streams as they came.
    pub fn log(&self) -> String {
        self.said.lock().expect("no listener panics").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill_9();
    }
}

/// Keeps reading, so that the server never waits for someone to read.
fn listen(stream: impl Read + Send + 'static, said: &Arc<Mutex<String>>) {
    let said = Arc::clone(said);
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            let mut said = said.lock().expect("no listener panics");
            said.push_str(&line);
            said.push('\n');
        }
    });
}

/// The address in `Listening on http://127.0.0.1:PORT`.
fn listening_on(line: &str) -> Option<String> {
    let rest = line.split("Listening on ").nth(1)?;
    let address = rest.split_whitespace().next()?.trim_end_matches(['/', '.']);
    address.starts_with("http://127.0.0.1:").then(|| address.to_owned())
}
