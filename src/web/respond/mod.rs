//! Answering a consultation, from its first page to thanks.
//!
//! Every step finds out where this person is (`visit`), sends them elsewhere when they may not be here, and
//! after a form redirects, so that reloading and going back never send anything twice.

mod check;
mod correct;
mod equality;
mod later;
mod paper;
mod group;
mod question;
mod start;
mod thanks;
mod visit;
mod way;
mod who;

use actix_web::web::{ServiceConfig, get, post, resource};

pub use correct::begin as begin_correcting;
pub use group::save as save_way_in;
pub use paper::in_given_order;
pub use question::given;
pub use visit::{COOKIE, district_names, first_language as read_language, held_token};
pub use way::COOKIE as WAY_COOKIE;

/// The addresses under `/c/{consultation}`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(resource("/c/{consultation}").route(get().to(start::show)).route(post().to(start::begin)))
        .service(resource("/c/{consultation}/safety").route(get().to(start::safety)))
        .service(resource("/c/{consultation}/in/{code}").route(get().to(way::show)).route(post().to(way::begin)))
        .service(resource("/c/{consultation}/group").route(get().to(group::show)).route(post().to(group::start)))
        .service(resource("/c/{consultation}/group/{code}").route(get().to(group::run)))
        .service(resource("/c/{consultation}/who").route(get().to(who::show)).route(post().to(who::save)))
        .service(
            resource("/c/{consultation}/q/{question}").route(get().to(question::show)).route(post().to(question::save)),
        )
        .service(resource("/c/{consultation}/check").route(get().to(check::show)).route(post().to(check::go_on)))
        .service(
            resource("/c/{consultation}/about-you").route(get().to(equality::show)).route(post().to(equality::save)),
        )
        .service(resource("/c/{consultation}/send").route(get().to(equality::last)))
        .service(resource("/c/{consultation}/submit").route(get().to(check::back)).route(post().to(check::submit)))
        .route("/c/{consultation}/paper", get().to(paper::choose))
        .route("/c/{consultation}/paper/{perspective}", get().to(paper::sheet))
        .service(resource("/c/{consultation}/later").route(get().to(later::show)))
        .service(resource("/come-back").route(get().to(later::ask)).route(post().to(later::go_on)))
        .service(resource("/c/{consultation}/thanks").route(get().to(thanks::show)))
        .service(resource("/c/{consultation}/receipt.txt").route(get().to(thanks::download)))
        .service(resource("/c/{consultation}/finish").route(post().to(thanks::finish)));
}
