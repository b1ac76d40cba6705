//! The `heard` command: reads its words and hands over to `commands`.

use std::process::ExitCode;

use heard::commands::Cli;

fn main() -> ExitCode {
    let cli = <Cli as clap::Parser>::parse();
    tracing_subscriber::fmt()
        .with_env_filter(heard::config::log_filter())
        .with_writer(std::io::stderr)
        .with_target(false)
        .init();
    cli.run()
}
