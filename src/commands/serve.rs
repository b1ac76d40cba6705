//! `heard serve`: opens the database and the index, starts the worker and serves the pages.
//!
//! Leaves out what the pages do (that is `web`) and what follows a submission (that is `worker`).

use std::io::Write;
use std::sync::Arc;

use actix_web::{App, HttpServer};
use anyhow::Context;

use crate::config::{Config, Mail, parse_listen};
use crate::library::{Library, Manuscripts, Shelf};
use crate::mail::{Mailer, Setup};
use crate::search::Index;
use crate::store::{Location, Store};
use crate::web;
use crate::worker::{Frames, Postman, Worker};

/// How to serve.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The address and port to serve on; port 0 takes a free one
    #[arg(long, value_name = "ADDR")]
    pub listen: Option<String>,
}

/// Opens everything and serves until told to stop.
///
/// # Errors
/// When the files, the database, the index or the address cannot be used, with what to do.
pub fn run(args: &Args, mut config: Config) -> anyhow::Result<()> {
    if let Some(listen) = &args.listen {
        config.listen = parse_listen(listen)?;
    }
    let library = Arc::new(load_library(&config)?);
    let store = open_store(&config)?;
    serve(config, library, store)
}

/// Serves until told to stop. Prints the address once it can be reached.
///
/// # Errors
/// When the index or the address cannot be used.
pub fn serve(config: Config, library: Arc<Library>, store: Store) -> anyhow::Result<()> {
    let index = Arc::new(Index::open(&config.index()).context("the free-text index cannot be opened")?);
    let worker =
        Worker::start(store.clone(), Arc::clone(&index), frames(&library)).context("the worker cannot be started")?;
    let postman = start_postman(&config, &store)?;
    let listen = config.listen;
    let (shelf, manuscripts) = (Shelf::new(library), Manuscripts::new(&config.data));
    let state = actix_web::web::Data::new(web::State {
        config,
        store,
        index,
        shelf,
        manuscripts,
        worker: worker.wake(),
        post: postman.as_ref().map(Postman::post).unwrap_or_default(),
        turns: web::Turns::default(),
        views: web::Views::default(),
        columns: web::KeptColumns::default(),
        press: web::Press::default(),
        walls: web::Walls::default(),
        unprinted: web::Unprinted::default(),
    });
    let server = HttpServer::new(move || App::new().app_data(state.clone()).configure(web::routes))
        // Without it a page waits some 40 ms for the acknowledgement of its first half.
        .tcp_nodelay(true)
        .client_request_timeout(std::time::Duration::from_secs(5))
        .shutdown_timeout(5)
        .bind(listen)
        .with_context(|| {
            format!("cannot listen on {listen}: is another program using it? Try --listen with another port")
        })?;
    for address in server.addrs() {
        println!("Listening on http://{address}");
    }
    std::io::stdout().flush()?;
    let result = actix_web::rt::System::new().block_on(server.run());
    drop(worker);
    drop(postman);
    result.context("the server stopped")
}

/// Starts sending letters, where a mail server is set.
fn start_postman(config: &Config, store: &Store) -> anyhow::Result<Option<Postman>> {
    let Mail::Through(setup) = &config.mail else { return Ok(None) };
    let mailer = Mailer::new(Setup::clone(setup))?;
    Ok(Some(Postman::start(store.clone(), mailer).context("sending letters cannot be started")?))
}

/// Reads the bundled files and those of the data folder.
///
/// # Errors
/// With every finding, one a line.
pub fn load_library(config: &Config) -> anyhow::Result<Library> {
    Library::load(Some(&config.data)).map_err(|findings| {
        let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("some files must be put right first:\n{}", lines.join("\n"))
    })
}

/// The code frames that answers are coded with, made ready: each consultation's own.
pub fn frames(library: &Library) -> Arc<Frames> {
    Arc::new(Frames::of(library))
}

/// Opens the database that the configuration names, making it when it is not there.
///
/// # Errors
/// When it cannot be opened or brought up to date.
pub fn open_store(config: &Config) -> anyhow::Result<Store> {
    let location = match &config.database {
        Some(url) => Location::Postgres(url.clone()),
        None => {
            std::fs::create_dir_all(&config.data)
                .with_context(|| format!("cannot make the folder {}", config.data.display()))?;
            Location::Sqlite(config.sqlite())
        }
    };
    Store::open(&location).context("the database cannot be opened")
}
