//! One file a command. Each reads its flags, calls the parts that do the work and prints what came of it.
//!
//! Exit status: 0 done, 1 refused with reasons, 2 wrong use.

pub mod analyse;
pub mod ballot;
pub mod check;
mod code_frame_file;
pub mod demo;
pub mod erase;
pub mod evaluate;
pub mod export;
pub mod import;
pub mod mail;
pub mod reindex;
pub mod report;
pub mod serve;
pub mod table_file;
pub mod user;

use std::process::ExitCode;

use crate::config::{Config, Flags};
use crate::library::Library;

/// Surveys and consultations with text analysis, from a child's answer to a plan's priority.
#[derive(Debug, clap::Parser)]
#[command(name = "heard", version, about, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    pub flags: Flags,
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Make a ready town with illustrative responses, themes and accounts, then serve it
    Demo(demo::Args),
    /// Serve the pages
    Serve(serve::Args),
    /// Check surveys, code frames, geographies, plans and postcodes
    Check(check::Args),
    /// Read responses from a CSV or XLSX file
    Import(import::Args),
    /// Write responses to files
    Export(export::Args),
    /// Write what people said for each district: reports, posters and a children's edition
    Report(report::Args),
    /// Find themes in any CSV of free text, without a server or database
    Analyse(analyse::Args),
    /// Learn themes from answers that people have coded, and measure how well they are applied
    Evaluate(evaluate::Args),
    /// Count ballots again from their files, without a server or database
    Ballot(ballot::Args),
    /// Send one letter to try the mail server that is set
    Mail(mail::Args),
    /// Build the free-text index again from the database
    Reindex(reindex::Args),
    /// Add, list and erase the people who may sign in
    User(user::Args),
    /// Erase the response that a receipt belongs to
    Erase(erase::Args),
}

impl Cli {
    /// Does it, and says how it went.
    pub fn run(self) -> ExitCode {
        match &self.command {
            Command::Analyse(args) => return finish(analyse::run(args, Library::vectors())),
            Command::Evaluate(args) => return finish(evaluate::run(args, Library::vectors())),
            Command::Ballot(args) => return finish(ballot::run(args)),
            _ => {}
        }
        let config = match Config::load(&self.flags) {
            Ok(config) => config,
            Err(error) => return finish(Err(error.into())),
        };
        finish(match self.command {
            Command::Check(args) => {
                return if check::run(&args, &config) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
            }
            Command::Demo(args) => demo::run(&args, config),
            Command::Serve(args) => serve::run(&args, config),
            Command::Import(args) => import::run(&args, &config),
            Command::Export(args) => export::run(&args, &config),
            Command::Report(args) => report::run(&args, &config),
            Command::Reindex(args) => serve::load_library(&config)
                .and_then(|library| reindex::run(&args, &config, &serve::frames(&library)))
                .map(|done| println!("{} answers can be found.", done.answers)),
            Command::Mail(args) => mail::run(&args, &config),
            Command::User(args) => user::run(&args, &config),
            Command::Erase(args) => erase::run(&args, &config),
            Command::Analyse(_) | Command::Evaluate(_) | Command::Ballot(_) => Ok(()),
        })
    }
}

/// A number of things in words: `1 response`, `600 responses`.
fn many(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

fn finish(result: anyhow::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The causes follow on their own lines: the first says what to do, the others help whoever must look.
            eprintln!("heard: {error}");
            for cause in error.chain().skip(1) {
                eprintln!("  because: {cause}");
            }
            ExitCode::FAILURE
        }
    }
}
