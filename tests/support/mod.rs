//! The machinery journeys stand on: Heard's own program, a PostgreSQL and a browser that belong to this
//! run and end with it, and readers of the pages that come back.
//!
//! Nothing here is skipped when a tool is missing: a test that cannot run says what to install and fails.

#![allow(dead_code, reason = "journeys come and go, and each uses the part of the machinery it needs")]

pub mod browser;
pub mod html;
pub mod http;
pub mod keeper;
pub mod mail;
pub mod markup;
pub mod naughty;
pub mod postgres;
pub mod qr;
pub mod server;
pub mod waiting;

/// A port of 127.0.0.1 that nothing listens on at this moment.
pub fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a loopback port can be had");
    listener.local_addr().expect("a bound socket has an address").port()
}
