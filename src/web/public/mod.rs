//! Pages that anybody may see at any time.

mod hear;
pub mod campaign;
mod home;
mod join;
mod leave;
mod notices;
mod plan_feeds;
mod plan_ways;
mod plans;
mod receipt;
mod results;
mod sheet;
mod you_said;
mod village;

pub use results::{Press, address_of, day_of};

use actix_web::web::{ServiceConfig, get, post, resource};

use crate::web::campaign::inviting;

pub use hear::{confirm_letter, tell_those_who_asked, told_letter};

/// The addresses of everything that is the same for everybody.
pub fn routes(config: &mut ServiceConfig) {
    config
        .configure(campaign::routes)
        .route("/", get().to(home::show))
        .route("/heard.{hash}.css", get().to(sheet::show))
        .route("/heard.{hash}.js", get().to(sheet::show))
        .route("/join", get().to(join::show))
        .configure(hear::routes)
        .service(resource("/invited/leave").route(get().to(inviting::leave)).route(post().to(inviting::left)))
        .configure(results::routes)
        .route("/leave", get().to(leave::leave))
        .route("/help", get().to(notices::help))
        .route("/privacy", get().to(notices::privacy))
        .route("/accessibility", get().to(notices::accessibility))
        .route("/complain", get().to(notices::complain))
        .route("/plans/{plan}/village", get().to(village::show))
        .route("/health", get().to(notices::health))
        .configure(plan_feeds::routes)
        .configure(plans::routes)
        .configure(you_said::routes)
        .service(resource("/receipt").route(get().to(receipt::show)).route(post().to(receipt::find)));
}
