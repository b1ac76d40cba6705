//! A brake on open voting: how many papers without a voucher come from one network address in a minute and in an hour.
//!
//! A school has one address, and all of it may vote in one assembly, so the limits are far above that: they slow a script
//! down and find nobody out. An address is held in memory for an hour at most and written nowhere. Where it is not known
//! who sent a paper, nothing is held back. Leaves out who voted twice: nothing here can tell (`ballot::turnout`).

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{LazyLock, Mutex, PoisonError};

use actix_web::HttpRequest;

/// A school of 1,200 can vote within five minutes.
const MOST_IN_A_MINUTE: u32 = 300;
/// More than any school has pupils.
const MOST_IN_AN_HOUR: u32 = 3_000;

static SEEN: LazyLock<Mutex<Brake>> = LazyLock::new(Mutex::default);

/// Whether one more paper without a voucher may come from where this request does, at this second.
pub(super) fn may_vote(request: &HttpRequest, second: i64) -> bool {
    let peer = request.peer_addr().map(|peer| peer.ip());
    let forwarded = request.headers().get_all("x-forwarded-for").last().and_then(|value| value.to_str().ok());
    let Some(address) = peer.and_then(|peer| sender(peer, forwarded)) else { return true };
    SEEN.lock().unwrap_or_else(PoisonError::into_inner).take(address, second)
}

/// The address that a paper was sent from. A proxy, which is on this machine or in its own network, says it last of all in
/// its header; anybody else's word for it is not taken.
fn sender(peer: IpAddr, forwarded: Option<&str>) -> Option<IpAddr> {
    if !is_near(peer) {
        return Some(peer);
    }
    forwarded?.rsplit(',').next()?.trim().parse().ok().filter(|address| !is_near(*address))
}

fn is_near(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(four) => four.is_loopback() || four.is_private() || four.is_link_local(),
        IpAddr::V6(six) => six.is_loopback() || six.is_unique_local() || six.is_unicast_link_local(),
    }
}

/// Papers of the present minute and the present hour, by address.
#[derive(Debug, Default)]
struct Brake {
    minute: (i64, HashMap<IpAddr, u32>),
    hour: (i64, HashMap<IpAddr, u32>),
}

impl Brake {
    /// Counts one more paper, unless there were too many.
    fn take(&mut self, address: IpAddr, second: i64) -> bool {
        for (held, now) in [(&mut self.minute, second.div_euclid(60)), (&mut self.hour, second.div_euclid(3_600))] {
            if held.0 != now {
                *held = (now, HashMap::new());
            }
        }
        let (minute, hour) = (self.minute.1.entry(address).or_default(), self.hour.1.entry(address).or_default());
        if *minute >= MOST_IN_A_MINUTE || *hour >= MOST_IN_AN_HOUR {
            return false;
        }
        *minute += 1;
        *hour += 1;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_school_votes_in_an_hour_from_one_address_and_a_script_is_held_back_alone() {
        let mut brake = Brake::default();
        // 35 in a minute and 1,200 in an hour, as a school may.
        let school = (0..1_200).filter(|paper| brake.take(ip("203.0.113.7"), paper * 3)).count();
        assert_eq!(school, 1_200);
        let assembly = (0..1_200).filter(|paper| brake.take(ip("203.0.113.8"), paper / 4)).count();
        assert_eq!(assembly, 1_200);
        let script = (0..10_000).filter(|_| brake.take(ip("203.0.113.9"), 3_000)).count();
        assert_eq!(script, 300);
        assert!(brake.take(ip("203.0.113.10"), 3_000), "another address is not held back");
        let all_hour = (0..36_000).filter(|paper| brake.take(ip("203.0.113.11"), 7_200 + paper / 10)).count();
        assert_eq!(all_hour, 3_000);
        assert!(brake.take(ip("203.0.113.11"), 10_800), "the next hour begins anew");
    }

    #[test]
    fn only_a_proxy_nearby_is_believed_and_where_nobody_is_known_nothing_is_held_back() {
        let public = Some(ip("203.0.113.7"));
        assert_eq!(sender(ip("203.0.113.7"), Some("198.51.100.1")), public);
        assert_eq!(sender(ip("127.0.0.1"), Some("198.51.100.1, 203.0.113.7")), public);
        assert_eq!(sender(ip("::ffff:10.0.0.2"), Some("203.0.113.7")), public);
        for (peer, forwarded) in [("127.0.0.1", None), ("10.0.0.2", Some("no address")), ("::1", Some("192.168.0.9"))] {
            assert_eq!(sender(ip(peer), forwarded), None, "{peer}");
        }
    }
}
