//! Keeps a program that serves a whole test run (PostgreSQL, chromedriver) from outliving it.
//!
//! What is shared between tests lives in a static, and statics are never dropped. So a small shell stands
//! between: it starts the program, waits on a pipe that only this process holds, and when the pipe closes
//! (the run ended, failed or was killed) it ends the program and removes its folder.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};

/// The signal, the folder to remove, then the program and its arguments. The first line written is the
/// program's process id. At the end everything that still names the folder on its command line goes too:
/// a browser leaves its driver's side.
const WATCH: &str = r#"
signal=$1; folder=$2; shift 2
"$@" </dev/null >"$folder/log" 2>&1 &
child=$!
echo $child
read -r _
kill -s "$signal" $child 2>/dev/null
wait $child 2>/dev/null
for entry in /proc/[0-9]*; do
    pid=${entry#/proc/}
    [ "$pid" = $$ ] || ! grep -qsF "$folder" "$entry/cmdline" || kill -9 "$pid" 2>/dev/null
done
for try in 1 2 3 4 5; do
    rm -rf "$folder" 2>/dev/null && break
    sleep 0.2
done
"#;

/// A program that ends when this value is dropped, or with the process that holds it.
pub struct Keeper {
    shell: Child,
    pipe: Option<ChildStdin>,
    program: u32,
    folder: PathBuf,
}

impl Keeper {
    /// Starts `command`; its output goes to `log` in `folder`, which is removed at the end.
    pub fn start(command: &[String], folder: &Path, signal: &str) -> Self {
        let mut shell = Command::new("sh")
            .args(["-c", WATCH, "keeper", signal])
            .arg(folder)
            .args(command)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("sh can be started");
        let mut first = String::new();
        let output = shell.stdout.take().expect("its output is piped");
        BufReader::new(output).read_line(&mut first).expect("the shell writes the program's id");
        let program = first.trim().parse().expect("the shell writes a number");
        let pipe = shell.stdin.take();
        Keeper { shell, pipe, program, folder: folder.to_owned() }
    }

    /// Whether the program still runs.
    pub fn is_running(&self) -> bool {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.program)).unwrap_or_default();
        stat.rsplit(')').next().is_some_and(|rest| !rest.is_empty() && !rest.trim_start().starts_with('Z'))
    }

    /// What the program has written so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.pipe.take());
        let _ = self.shell.wait();
    }
}
