//! `/officer/c/{consultation}/publish`: everything that would go out, the statement, and publishing it.

use actix_web::http::StatusCode;
use actix_web::web::ServiceConfig;
use actix_web::{HttpResponse, web};

use super::desk::{day_and_year, desk};
use super::publishing::{Ready, Statement, Verdict, prepare};
use super::subject::Subject;
use crate::breakdown::Figure;
use crate::pages::components::errors::Problem;
use crate::pages::officer::publish::{
    ABOUT, CORRECTION, CORRECTS, DIGEST, Earlier, INTERIM, May, Place, Publish, Typed, UNDECIDED, preview,
};
use crate::report::district::DistrictReport;
use crate::report::figures::tables;
use crate::store::Publication;
use crate::survey::Openness;
use crate::web::account::SignedIn;
use crate::web::public::{address_of, day_of};
use crate::web::{Form, PageError, State, reply};

/// The most characters of a statement's part.
const LONGEST: usize = 2_000;

/// The addresses of this page.
pub(super) fn routes(config: &mut ServiceConfig) {
    let publish_page = web::resource("/c/{consultation}/publish");
    config
        .service(publish_page.route(web::get().to(show)).route(web::post().to(publish)))
        .route("/c/{consultation}/publish/{place}", web::get().to(show_place));
}

/// Shows what would go out, and the form.
async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let subject = Subject::get(&state, &key)?;
        let ready = prepare(&state.store, &state.library(), &subject, state.config.policy)?;
        let undecided = subject.consultation.default_words().undecided.clone();
        let typed = Typed { undecided, ..Typed::default() };
        page(&state, &signed_in, &subject, &ready, typed, Vec::new())
    });
    Ok(reply::page(page.await??))
}

/// Shows everything that would go out for one place.
async fn show_place(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let (key, place) = path.into_inner();
        let subject = Subject::get(&state, &key)?;
        let ready = prepare(&state.store, &state.library(), &subject, state.config.policy)?;
        let report = match place == ready.results.geography.key {
            true => DistrictReport::of_county(&ready.results),
            false => DistrictReport::of_district(&ready.results, &place).ok_or_else(PageError::not_found)?,
        };
        let desk = desk(&state, &signed_in, Some(&subject))?;
        Ok::<String, PageError>(preview(&desk, &report).into_string())
    });
    Ok(reply::page(page.await??))
}

/// What came of a form.
enum Outcome {
    /// The address of what was published.
    Published(String),
    /// The page to be shown again.
    Refused(String),
}

/// Publishes what was looked at, or shows the page again.
async fn publish(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let outcome = web::block(move || {
        let subject = Subject::get(&state, &key)?;
        let ready = prepare(&state.store, &state.library(), &subject, state.config.policy)?;
        let typed = typed(&form);
        let mut problems = problems(&typed, &ready);
        if ready.digest != form.text(DIGEST) {
            problems.push(problem("out", "The results have changed since you looked. Look again at what will go out"));
        }
        if !problems.is_empty() || !ready.may_follow(typed.corrects) {
            return Ok(Outcome::Refused(page(&state, &signed_in, &subject, &ready, typed, problems)?));
        }
        let Typed { about, undecided, correction, corrects, .. } = typed.clone();
        let statement = Statement { about, undecided, correction: corrects.then_some(correction) };
        let website = state.config.public_url.as_deref();
        match ready.publish(&state.store, &key, statement, &signed_in.user, website)? {
            Some(number) => Ok(Outcome::Published(address_of("", &key, number))),
            None => {
                let ready = prepare(&state.store, &state.library(), &subject, state.config.policy)?;
                let taken = problem("out", "Somebody else has just published. Look again at what will go out");
                Ok::<_, PageError>(Outcome::Refused(page(&state, &signed_in, &subject, &ready, typed, vec![taken])?))
            }
        }
    });
    Ok(match outcome.await?? {
        Outcome::Published(address) => reply::see(&address),
        Outcome::Refused(page) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page),
    })
}

fn typed(form: &Form) -> Typed {
    Typed {
        about: form.text(ABOUT).trim().to_owned(),
        undecided: form.text(UNDECIDED).trim().to_owned(),
        interim: form.find(INTERIM).is_some(),
        corrects: form.find(CORRECTS).is_some(),
        correction: form.text(CORRECTION).trim().to_owned(),
    }
}

fn problems(typed: &Typed, ready: &Ready) -> Vec<Problem> {
    let mut problems = Vec::new();
    let corrects = typed.corrects;
    for (field, text, missing, needed) in [
        (ABOUT, &typed.about, "Say what this is", true),
        (UNDECIDED, &typed.undecided, "Say what is not decided yet", true),
        (CORRECTION, &typed.correction, "Say what was wrong", corrects),
    ] {
        if needed && text.is_empty() {
            problems.push(problem(field, missing));
        }
        if text.chars().count() > LONGEST {
            problems.push(problem(field, &format!("Make it shorter: at most {LONGEST} characters")));
        }
    }
    if ready.verdict == Verdict::Same && !corrects {
        problems.push(problem(CORRECTS, "Nothing has changed: say that this corrects the last publication, or wait"));
    }
    if ready.openness != Openness::Closed && !typed.interim {
        problems.push(problem(INTERIM, "Say that you publish interim figures, or wait until it has closed"));
    }
    problems
}

fn problem(field: &'static str, message: &str) -> Problem {
    Problem { field, message: message.to_owned() }
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    subject: &Subject,
    ready: &Ready,
    typed: Typed,
    problems: Vec<Problem>,
) -> Result<String, PageError> {
    let key = &subject.consultation.key;
    let reports = DistrictReport::all(&ready.results);
    let county = DistrictReport::of_county(&ready.results);
    let quote = |quote: &crate::report::district::ApprovedQuote| {
        (quote.words.clone(), quote.theme.clone(), county.said_by(quote))
    };
    let is_open = ready.openness != Openness::Closed;
    let page = Publish {
        desk: desk(state, signed_in, Some(subject))?,
        earlier: ready.earlier.iter().map(earlier).collect(),
        places: reports.iter().map(|report| place(report, key)).collect(),
        quotes: ready.results.quotes.iter().map(quote).collect(),
        may: may(&ready.verdict),
        open_until: is_open.then(|| day_and_year(subject.consultation.closes)),
        unset_address: state.config.public_url.is_none(),
        digest: ready.digest.clone(),
        typed,
        problems,
        policy: state.config.policy,
    };
    Ok(page.render().into_string())
}

fn earlier(head: &Publication) -> Earlier {
    Earlier {
        number: head.number,
        address: address_of("", &head.consultation, head.number),
        when: format!("{} by {}", day_and_year(day_of(head)), head.published_by),
        corrects: head.corrects,
        interim: head.interim,
    }
}

fn place(report: &DistrictReport<'_>, key: &str) -> Place {
    let (mut shown, mut hidden) = (0, 0);
    for row in tables(report).iter().flat_map(|table| &table.breakdown.rows) {
        for figure in row.cells.iter().map(|cell| &cell.figure).chain([&row.everyone]) {
            if *figure == Figure::Hidden { hidden += 1 } else { shown += 1 }
        }
    }
    Place {
        address: format!("/officer/c/{key}/publish/{}", report.key()),
        name: report.place().to_owned(),
        headline: report.headline(),
        shown,
        hidden,
        quotes: report.quotes().len(),
    }
}

fn may(verdict: &Verdict) -> May {
    match verdict {
        Verdict::First | Verdict::Enough => May::Publish,
        Verdict::Same => May::Correct,
        Verdict::TooFew => May::Not {
            why: vec!["Too few people have answered for anything to be published.".to_owned()],
            groups: Vec::new(),
        },
        Verdict::TooSoon { since, least, groups } => May::Not {
            why: vec![
                format!(
                    "Not yet. Whoever compared these figures with those of publication {since} could work out what a few \
                     people said: in some groups fewer than {least} people have come or gone since."
                ),
                format!(
                    "Publish again when every group that has changed has changed by {least} people or more. Until then \
                     publication {since} stays as it is."
                ),
            ],
            groups: groups.clone(),
        },
    }
}
