//! The addresses of what officers do with a plan: enter its progress, publish it.

use actix_web::web::{ServiceConfig, get, post, resource};

use super::{plan_publishing, progress, progress_import};

/// The addresses below `/officer`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/plans/{plan}/progress", get().to(progress::show))
        .service(
            resource("/plans/{plan}/progress/import")
                .route(get().to(progress_import::import_form))
                .route(post().to(progress_import::import)),
        )
        .service(
            resource("/plans/{plan}/progress/{indicator}")
                .route(get().to(progress::show_one))
                .route(post().to(progress::save_one)),
        )
        .route("/plans/{plan}/progress/{indicator}/remove", post().to(progress::remove))
        .service(
            resource("/plans/{plan}/actions/{action}")
                .route(get().to(progress::show_action))
                .route(post().to(progress::save_action)),
        )
        .service(
            resource("/plans/{plan}/publish")
                .route(get().to(plan_publishing::show))
                .route(post().to(plan_publishing::take)),
        )
        .route("/plans/{plan}/publish/preview", get().to(plan_publishing::preview));
}
