//! `heard demo`: a ready town in one command: surveys, illustrative responses, themes, an account of each role.
//!
//! Everything goes through the same doors that a council would use: import, worker, discovery, accounts. Running it
//! again adds nothing twice. Leaves out serving itself (that is `serve`).

mod progress;
mod campaigns;
mod earlier;
mod evidence;
mod letters;
mod results;
mod ballot_campaign;
mod ballots;
mod proposals;

use std::net::{SocketAddr, TcpListener};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use indicatif::ProgressBar;
use jiff::ToSpan;
use jiff::civil::Date;

use super::{import, serve, user};
use crate::config::{Config, Mail, parse_listen};
use crate::library::Library;
use crate::search::Index;
use crate::store::{Role, Store};
use crate::survey::{Consultation, Openness};
use crate::worker;

/// Where sign-ins are kept so that a second run prints them again. Only its owner may read it.
const SIGN_INS: &str = "demo-sign-ins.txt";

/// How to make the town.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The address and port to serve on; a free port is taken when 8080 is in use
    #[arg(long, value_name = "ADDR")]
    pub listen: Option<String>,
    /// Make the town and stop
    #[arg(long)]
    pub no_serve: bool,
}

/// Makes the town, prints addresses and sign-ins, and serves.
///
/// # Errors
/// When the data folder or the database cannot be used.
pub fn run(args: &Args, mut config: Config) -> anyhow::Result<()> {
    config.listen = match &args.listen {
        Some(listen) => parse_listen(listen)?,
        None => free_port(config.listen),
    };
    // Nothing leaves a town of invented people, whatever mail server is set.
    config.mail = Mail::Kept;
    let today = crate::web::today();
    std::fs::create_dir_all(&config.data).with_context(|| format!("cannot make {}", config.data.display()))?;
    open_surveys(&config.data, today)?;
    earlier::open(&config.data, today)?;
    ballots::open(&config.data, crate::web::now())?;
    let library = Arc::new(serve::load_library(&config)?);
    let store = serve::open_store(&config)?;
    let links = campaigns::begin(&library, &store, today)?;
    for consultation in library.consultations() {
        import_sample(&library, &store, consultation, &links, today)?;
    }
    follow_changes(&config, &library, &store)?;
    for consultation in library.consultations() {
        find_themes(&library, &store, consultation)?;
    }
    letters::write(&library, &store, &format!("http://{}", config.listen))?;
    ballots::fill(&config, &library, &store)?;
    ballot_campaign::begin(&library, &store, today)?;
    proposals::propose(&store, today)?;
    evidence::link(&library, &store, today)?;
    progress::show(&library, &store, config.policy, today)?;
    let sign_ins = make_accounts(&config.data, &store)?;
    results::publish(&config, &library, &store)?;
    print_welcome(args, &config, &library, &sign_ins);
    if args.no_serve { Ok(()) } else { serve::serve(config, library, store) }
}

/// The configured port, or a free one when another program has it.
fn free_port(wanted: SocketAddr) -> SocketAddr {
    let taken = |address: SocketAddr| TcpListener::bind(address).and_then(|listener| listener.local_addr());
    taken(wanted).or_else(|_| taken(SocketAddr::new(wanted.ip(), 0))).unwrap_or(wanted)
}

/// Copies every bundled survey that is not open today into the data folder with days around today, so that
/// the town can always be answered. See docs/decisions/0003.
fn open_surveys(data: &Path, today: Date) -> anyhow::Result<()> {
    let library = Library::load(Some(data)).map_err(|findings| anyhow::anyhow!("{findings:?}"))?;
    let opens = today.saturating_sub(21.days());
    let closes = today.saturating_add(28.days());
    for consultation in library.consultations() {
        let in_good_time = consultation.openness(today) == Openness::Open && consultation.opens < today;
        if in_good_time {
            continue;
        }
        for (path, bytes) in Library::bundled_survey(&consultation.key) {
            if path != "survey.toml" && !path.starts_with("wording/") {
                continue;
            }
            let text = String::from_utf8(bytes).with_context(|| format!("{path} is not text"))?;
            let path = data.join("surveys").join(&consultation.key).join(path);
            std::fs::create_dir_all(path.parent().unwrap_or(data))?;
            let dated = text.lines().map(|line| match line.split_once('=').map(|(key, _)| key.trim()) {
                Some("opens") => format!("opens = \"{opens}\"\n"),
                Some("closes") => format!("closes = \"{closes}\"\n"),
                _ => format!("{line}\n"),
            });
            std::fs::write(&path, dated.collect::<String>())?;
        }
    }
    Ok(())
}

/// Imports the invented responses, spread over the days since opening so that there is something to see over time.
fn import_sample(
    library: &Library,
    store: &Store,
    consultation: &Arc<Consultation>,
    links: &campaigns::Links,
    today: Date,
) -> anyhow::Result<()> {
    let Some((file, bytes)) = library.sample(consultation) else { return Ok(()) };
    let mut submissions = import::read_sample(&file, &bytes, consultation, &library.district_keys(consultation))?;
    let days = (today - consultation.opens).get_days().clamp(1, 60);
    for (at, submission) in submissions.iter_mut().enumerate() {
        // More at the start and a little wave each week, as consultations go; the same every time.
        let place = (at * 37 % 100) as f64 / 100.0;
        let day = (place * place * f64::from(days)) as i32;
        submission.response.submitted_on = consultation.opens.saturating_add(day.days());
    }
    links.come_by(&mut submissions);
    let imported = store.submit_many(submissions)?;
    println!(
        "{}: {} illustrative responses added, {} already there",
        consultation.key, imported.added, imported.already
    );
    Ok(())
}

/// Lets the worker do everything that follows a submission before the town is shown.
fn follow_changes(config: &Config, library: &Library, store: &Store) -> anyhow::Result<()> {
    let index = Index::open(&config.index())?;
    let bar = ProgressBar::new_spinner().with_message("Reading answers: language, personal data, themes, index");
    bar.enable_steady_tick(std::time::Duration::from_millis(200));
    worker::catch_up(store, &index, &serve::frames(library), &mut |progress| {
        bar.set_message(format!("Reading answers: language, personal data, themes, index ({})", progress.answers));
        ControlFlow::Continue(())
    })?;
    bar.finish_and_clear();
    Ok(())
}

fn find_themes(library: &Library, store: &Store, consultation: &Consultation) -> anyhow::Result<()> {
    let bar = ProgressBar::new(100).with_message("Finding themes");
    let progress = |share: f64| {
        bar.set_position((100.0 * share) as u64);
        ControlFlow::Continue(())
    };
    let found = worker::discovery::find_themes(store, library, consultation, &progress)?.unwrap_or_default();
    bar.finish_and_clear();
    println!("{}: {found} candidate themes beside the code frame", consultation.key);
    Ok(())
}

/// An account of each role with a password made for this town; the same ones again on a second run.
fn make_accounts(data: &Path, store: &Store) -> anyhow::Result<Vec<(String, String)>> {
    let path = data.join(SIGN_INS);
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    let mut sign_ins: Vec<(String, String)> =
        known.lines().filter_map(|line| line.split_once(' ')).map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    let roles = [("officer", Role::Officer), ("member", Role::Member), ("administrator", Role::Administrator)];
    for (name, role) in roles {
        if store.find_user(name)?.is_some() && sign_ins.iter().any(|(known, _)| known == name) {
            continue;
        }
        let password = user::make_password()?;
        store.save_user(name, &user::hash_password(&password), role)?;
        sign_ins.retain(|(known, _)| known != name);
        sign_ins.push((name.to_owned(), password));
    }
    let lines: Vec<String> = sign_ins.iter().map(|(name, password)| format!("{name} {password}\n")).collect();
    user::write_private(&path, &lines.concat())?;
    Ok(sign_ins)
}

fn print_welcome(args: &Args, config: &Config, library: &Library, sign_ins: &[(String, String)]) {
    let address = format!("http://{}", config.listen);
    println!("\nYour town is ready in {}.", config.data.display());
    println!("Every response in it is illustrative: invented to show how Heard works.\n");
    println!("  Answer    {address}");
    let today = crate::web::today();
    for consultation in library.consultations().filter(|one| one.openness(today) == Openness::Open) {
        println!("            {address}/c/{}", consultation.key);
    }
    println!("  Letters   {address}/officer/mail (nothing is sent from this town)");
    println!("  Results   {address}/results");
    for ballot in library.ballots() {
        println!("  Vote      {address}/b/{}", ballot.key);
    }
    println!("            with a voucher of {}", config.data.join(ballots::VOUCHERS).display());
    println!("  Sign in   {address}/sign-in");
    for (name, password) in sign_ins {
        println!("            {name:<15} {password}");
    }
    match args.no_serve {
        true => println!("\nServe it with: heard serve --data {}", config.data.display()),
        false => println!("\nPress Ctrl-C to stop."),
    }
}
