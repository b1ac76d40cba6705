//! What officers ask for. Every address under `/officer` needs the right to read answers and to say
//! which themes they have, and those of the editor the right to edit surveys; see
//! [`crate::web::account::rights`].

mod breakdowns;
pub mod answers;
mod ballots;
mod carried;
mod coding;
mod consultations;
pub mod counts;
mod data_protection;
mod desk;
mod figures_on_offer;
pub mod evidence;
mod in_context;
mod kept;
mod links;
mod mail;
mod local_plans;
mod opening;
pub mod outcome;
mod overview;
mod questionnaires;
mod questionnaire_settling;
mod places;
mod plan;
mod plan_parts;
mod plan_routes;
mod plans;
pub mod progress;
mod progress_import;
mod plan_publishing;
mod replies;
mod publish;
pub mod publishing;
mod quote_approval;
pub mod quote_choices;
pub mod quotes;
pub mod results;
mod said;
mod search;
mod similar;
pub mod subject;
mod surveys;
mod theme;
mod themes;
mod turns;
mod waiting;
mod words;

pub use ballots::{Unprinted, make_vouchers, proposing};
pub use breakdowns::KeptColumns;
pub use kept::Views;
pub use turns::Turns;

use actix_web::middleware::from_fn;
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpResponse, Responder};

use crate::web::PageError;
use crate::web::account::rights::require_officer;
use crate::web::campaign::{approve, inviting};

/// The addresses under `/officer`.
pub fn routes(config: &mut ServiceConfig) {
    config.service(
        web::scope("/officer")
            .route("", web::get().to(consultations::show))
            .route("/c/{consultation}", web::get().to(overview::show))
            .route("/c/{consultation}/data-protection", web::get().to(data_protection::show))
            .route("/c/{consultation}/answers", web::get().to(answers::show))
            .route("/c/{consultation}/answers/{question}", web::get().to(answers::show_one))
            .route("/c/{consultation}/search", web::get().to(search::show))
            .route("/c/{consultation}/themes", web::get().to(themes::show))
            .route("/c/{consultation}/themes/{theme}", web::get().to(theme::show))
            .route("/c/{consultation}/words", web::get().to(words::show))
            .route("/c/{consultation}/words/in-context", web::get().to(in_context::show))
            .route("/c/{consultation}/similar", web::get().to(similar::show))
            .route("/c/{consultation}/coding", web::get().to(coding::next))
            .route("/c/{consultation}/coding/learn", web::post().to(coding::learn))
            .service(
                web::resource("/c/{consultation}/coding/{answer}")
                    .route(web::get().to(coding::change))
                    .route(web::post().to(coding::save)),
            )
            .configure(surveys::routes)
            .configure(breakdowns::routes)
            .configure(evidence::routes)
            .configure(local_plans::routes)
            .configure(ballots::routes)
            .route("/c/{consultation}/questionnaires", web::get().to(questionnaires::show))
            .service(
                web::resource("/c/{consultation}/questionnaires/type")
                    .route(web::get().to(questionnaires::begin))
                    .route(web::post().to(questionnaires::save)),
            )
            .service(
                web::resource("/c/{consultation}/questionnaires/settle")
                    .route(web::get().to(questionnaire_settling::show))
                    .route(web::post().to(questionnaire_settling::save)),
            )
            .service(
                web::resource("/c/{consultation}/links")
                    .route(web::get().to(links::show))
                    .route(web::post().to(links::make)),
            )
            .configure(quote_approval::routes)
            .configure(publish::routes)
            .route("/c/{consultation}/links/{code}", web::get().to(links::poster))
            .configure(plan_routes::routes)
            .configure(replies::routes)
            .route("/campaigns", web::get().to(approve::show))
            .route("/campaigns/{post}", web::post().to(approve::decide))
            .route("/invitations", web::get().to(inviting::show))
            .route("/invitations/{invitation}", web::post().to(inviting::decide))
            .route("/mail", web::get().to(mail::show))
            .route("/plans", web::get().to(plans::show))
            .route("/plans/{plan}", web::get().to(plan::show))
            .route("/plans/{plan}/outcomes/{outcome}", web::get().to(outcome::show))
            .default_service(web::to(unknown))
            .wrap(from_fn(require_officer)),
    );
}

async fn unknown() -> impl Responder {
    Err::<HttpResponse, PageError>(PageError::not_found().with_link("/officer", "Back to your consultations"))
}
