//! A code frame named on the command line: read, and refused with reasons where it cannot be used.

use anyhow::{Context, bail};

use crate::themes::CodeFrame;

/// Reads a code frame; warnings are printed, errors refuse it.
pub(super) fn read_code_frame(path: &std::path::Path) -> anyhow::Result<CodeFrame> {
    let file = path.display().to_string();
    let text = std::fs::read_to_string(path).with_context(|| format!("{file}: the code frame could not be read"))?;
    match CodeFrame::read(&file, &text) {
        Ok((frame, warnings)) => {
            if !warnings.is_empty() {
                eprintln!("{file}: {} warnings; `heard check {file}` lists them.", warnings.len());
            }
            Ok(frame)
        }
        Err(findings) => {
            let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
            bail!("the code frame cannot be used:\n{}", lines.join("\n"))
        }
    }
}
