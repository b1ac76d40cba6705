//! Accounts: signing in and out, who is signed in, and what each role may do.

pub mod rights;
pub mod session;
pub mod sign_in;
pub mod sign_out;

use actix_web::web::{self, ServiceConfig};

pub use rights::{Right, SignedIn};

/// The addresses of signing in and out.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(web::resource("/sign-in").route(web::get().to(sign_in::show)).route(web::post().to(sign_in::act)))
        .route("/sign-out", web::post().to(sign_out::act));
}
