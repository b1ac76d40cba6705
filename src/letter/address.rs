//! An address of electronic mail. Narrower than the rules of mail allow, on purpose: what is taken can stand in a
//! header and in a command to a mail server as it is.

use std::fmt;

/// The most letters of an address (RFC 5321, 4.5.3.1.3).
pub const LONGEST_ADDRESS: usize = 254;
const LONGEST_LOCAL: usize = 64;
const LONGEST_LABEL: usize = 63;

/// An address that mail can be sent to: plain letters, digits and the marks that need no quotation, at a name with at
/// least one full stop. Addresses in other scripts are refused, because not every mail server takes them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MailAddress(String);

/// Why something is no address that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressProblem {
    /// Nothing was written.
    Missing,
    /// It is longer than an address can be.
    TooLong,
    /// It is not like name@example.org.
    NoAddress,
}

impl MailAddress {
    /// Reads an address; spaces around it are passed over.
    ///
    /// # Errors
    /// [`AddressProblem`], which never holds what was typed.
    pub fn parse(text: &str) -> Result<Self, AddressProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(AddressProblem::Missing);
        }
        if text.chars().count() > LONGEST_ADDRESS {
            return Err(AddressProblem::TooLong);
        }
        let Some((local, domain)) = text.split_once('@') else { return Err(AddressProblem::NoAddress) };
        match is_local(local) && is_domain(domain) {
            true => Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase()))),
            false => Err(AddressProblem::NoAddress),
        }
    }

    /// As it stands in a header.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands after the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit('@').next().unwrap_or_default()
    }
}

/// Shows no address: what is only to be looked at while something is being put right may end in a log.
impl fmt::Debug for MailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MailAddress(…)")
    }
}

fn is_local(local: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    local.len() <= LONGEST_LOCAL && local.split('.').all(|part| !part.is_empty() && part.bytes().all(allowed))
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let label = |label: &&str| {
        (1..=LONGEST_LABEL).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    // A last part of digits would be the number of one machine.
    let named = labels.last().is_some_and(|last| last.bytes().any(|byte| byte.is_ascii_alphabetic()));
    labels.len() >= 2 && labels.iter().all(label) && named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_have_is_taken_and_kept_as_they_write_it() {
        for address in ["a@b.uk", "Jo.O'Neil+news@Schools.Example.org", "x_y-z@xn--bcher-kva.example", "1@2.c3"] {
            let parsed = MailAddress::parse(&format!(" {address}\n")).unwrap();
            assert!(parsed.as_str().eq_ignore_ascii_case(address));
        }
        assert_eq!(MailAddress::parse("Jo@EXAMPLE.org").unwrap().as_str(), "Jo@example.org");
        assert_eq!(MailAddress::parse("jo@example.org").unwrap().domain(), "example.org");
    }

    #[test]
    fn nothing_that_could_end_a_header_or_name_a_second_person_is_an_address() {
        let attacks = [
            "a@b.uk\r\nBcc: c@d.uk",
            "a@b.uk\nx",
            "a@b.uk,c@d.uk",
            "a@b.uk c@d.uk",
            "a@b.uk>",
            "<a@b.uk>",
            "\"a b\"@b.uk",
            "Jo <a@b.uk>",
            "a@b.uk\0",
            "a@[127.0.0.1]",
            "a@127.0.0.1",
            "a@b@c.uk",
            "a..b@c.uk",
            ".a@c.uk",
            "a@c..uk",
            "a@-c.uk",
            "a@localhost",
            "a@b\u{2028}.uk",
            "ä@b.uk",
            "a@bücher.example",
            "@b.uk",
            "a@",
            "a",
        ];
        for attack in attacks {
            assert_eq!(MailAddress::parse(attack), Err(AddressProblem::NoAddress), "{attack:?}");
        }
        assert_eq!(MailAddress::parse(" \t "), Err(AddressProblem::Missing));
        assert_eq!(MailAddress::parse(&format!("a@{}.uk", "b.".repeat(200))), Err(AddressProblem::TooLong));
    }

    #[test]
    fn an_address_is_not_shown_where_things_are_put_right() {
        assert!(!format!("{:?}", MailAddress::parse("jo@example.org")).contains("jo"));
    }
}
