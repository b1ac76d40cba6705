//! Pages that anybody may see at any time.

pub mod sheet;

use actix_web::web::{self, ServiceConfig};

/// The addresses of everything that is the same for everybody.
pub fn routes(config: &mut ServiceConfig) {
    config.route("/heard.{hash}.css", web::get().to(sheet::show));
}
