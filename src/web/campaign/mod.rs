//! What the team of a campaign asks for. Every address under `/campaigns` needs the right to run campaigns, which members
//! of a youth cabinet have and officers too; see [`crate::web::account::rights`]. What the public sees is approved under
//! `/officer/campaigns`, which needs the right to read answers.

pub mod approve;
mod ballots;
pub mod begin;
pub mod drive;
pub mod figures;
mod files;
pub mod invitations;
pub mod inviting;
mod list;
mod live;
mod personal_data;
mod places;
mod posts;
mod share;
mod table;
mod targets;
mod team;
mod turnout;
pub mod words;

pub use live::Walls;
pub use personal_data::personal_data_in;

use actix_web::middleware::from_fn;
use actix_web::web::{self, ServiceConfig, get, post, resource};
use actix_web::{HttpResponse, Responder};

use crate::web::PageError;
use crate::web::account::rights::require_member;

/// The addresses under `/campaigns`.
pub fn routes(config: &mut ServiceConfig) {
    config.service(
        web::scope("/campaigns")
            .route("", get().to(list::show))
            .service(resource("/new").route(get().to(begin::show)).route(post().to(begin::save)))
            .route("/ballots", get().to(ballots::list))
            .service(resource("/ballots/new").route(get().to(ballots::begin)).route(post().to(ballots::propose)))
            .service(
                resource("/ballots/{proposal}")
                    .route(get().to(ballots::change))
                    .route(post().to(ballots::propose_again)),
            )
            .route("/{campaign}", get().to(turnout::show))
            .route("/{campaign}/live", get().to(live::show))
            .service(resource("/{campaign}/targets").route(get().to(targets::show)).route(post().to(targets::save)))
            .service(resource("/{campaign}/share").route(get().to(share::show)).route(post().to(share::add)))
            .route("/{campaign}/set.zip", get().to(files::whole))
            .route("/{campaign}/places/{word}", post().to(places::change))
            .route("/{campaign}/places/{word}/{file}", get().to(files::one))
            .service(resource("/{campaign}/team").route(get().to(team::show)).route(post().to(team::add)))
            .route("/{campaign}/team/{task}", post().to(team::change))
            .route("/{campaign}/calendar.ics", get().to(team::calendar))
            .route("/{campaign}/posts", get().to(posts::show))
            .service(resource("/{campaign}/posts/{kind}").route(get().to(posts::write)).route(post().to(posts::save)))
            .configure(invitations::routes)
            .default_service(web::to(unknown))
            .wrap(from_fn(require_member)),
    );
}

async fn unknown() -> impl Responder {
    Err::<HttpResponse, PageError>(PageError::not_found().with_link("/campaigns", "Back to your campaigns"))
}
