//! A letter as the bytes that travel: headers, plain text, HTML, enclosures.

use std::time::SystemTime;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart};
use lettre::{Address, Message};

use super::Setup;
use crate::letter::{Enclosure, MailAddress};

/// Everything of one letter that a mail server is told.
#[derive(Debug, Clone, Copy)]
pub struct Parcel<'a> {
    pub to: &'a MailAddress,
    /// One line.
    pub subject: &'a str,
    pub plain: &'a str,
    pub html: &'a str,
    /// Stays the same however often the letter is tried, so that whoever gets it twice can tell: the part before `@`.
    pub message_id: &'a str,
    /// Where one click takes the reader off the list (RFC 8058).
    pub leave: Option<&'a str>,
    pub enclosures: &'a [Enclosure],
}

/// A header that holds what was given, encoded and folded.
macro_rules! header {
    ($type:ident, $name:literal) => {
        #[derive(Clone)]
        struct $type(String);

        impl Header for $type {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }

            fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}

header!(AutoSubmitted, "Auto-Submitted");
header!(ListUnsubscribe, "List-Unsubscribe");
header!(ListUnsubscribePost, "List-Unsubscribe-Post");

/// An address as the library has it. What [`MailAddress`] takes is narrower, so that this is never none.
pub(super) fn address(address: &MailAddress) -> Option<Address> {
    address.as_str().parse().ok()
}

/// The whole message; none where something in it cannot stand in a message, which cleaned letters never have.
pub(super) fn build(setup: &Setup, parcel: &Parcel<'_>, now: SystemTime) -> Option<Vec<u8>> {
    let name = crate::letter::one_line(&setup.organisation);
    let mut builder = Message::builder()
        .from(Mailbox::new(Some(name), address(&setup.from)?))
        .to(Mailbox::new(None, address(parcel.to)?))
        .subject(crate::letter::one_line(parcel.subject))
        .date(now)
        .message_id(Some(format!("<{}@{}>", parcel.message_id, setup.from.domain())))
        // Nobody's holiday notice is to answer it (RFC 3834).
        .header(AutoSubmitted("auto-generated".to_owned()));
    if let Some(reply_to) = &setup.reply_to {
        builder = builder.reply_to(Mailbox::new(None, address(reply_to)?));
    }
    if let Some(leave) = parcel.leave {
        builder = builder
            .header(ListUnsubscribe(format!("<{leave}>")))
            .header(ListUnsubscribePost("List-Unsubscribe=One-Click".to_owned()));
    }
    let words = MultiPart::alternative_plain_html(parcel.plain.to_owned(), parcel.html.to_owned());
    let whole = match parcel.enclosures {
        [] => words,
        enclosures => {
            let mut mixed = MultiPart::mixed().multipart(words);
            for enclosure in enclosures {
                let content = STANDARD.decode(&enclosure.content).ok()?;
                let kind = ContentType::parse(&enclosure.kind).ok()?;
                mixed = mixed.singlepart(Attachment::new(enclosure.name.clone()).body(content, kind));
            }
            mixed
        }
    };
    builder.multipart(whole).ok().map(|message| message.formatted())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Security;

    fn setup() -> Setup {
        Setup {
            server: "mail.example".to_owned(),
            port: 587,
            security: Security::StartTls,
            sign_in: None,
            certificates: None,
            organisation: "Council\r\nX-Evil: 1 <a@b.uk>, \"é".to_owned(),
            from: MailAddress::parse("heard@council.example").unwrap(),
            reply_to: MailAddress::parse("people@council.example").ok(),
        }
    }

    fn headers(parcel: &Parcel<'_>) -> Vec<String> {
        let bytes = build(&setup(), parcel, SystemTime::UNIX_EPOCH).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let (head, _) = text.split_once("\r\n\r\n").unwrap();
        head.replace("\r\n ", " ").replace("\r\n\t", " ").split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_message_has_each_header_once_whatever_stands_in_it() {
        let to = MailAddress::parse("jo@example.org").unwrap();
        let parcel = Parcel {
            to: &to,
            subject: "Hi\r\nBcc: all@example.org\n\nbody",
            plain: "Bcc: all@example.org\r\n.\r\nx",
            html: "<p>x</p>",
            message_id: "abc",
            leave: Some("https://heard.example/hear/x/leave?code=1"),
            enclosures: &[],
        };
        let headers = headers(&parcel);
        let mut names: Vec<&str> = headers.iter().map(|line| line.split_once(": ").unwrap().0).collect();
        names.sort_unstable();
        let expected = [
            "Auto-Submitted",
            "Content-Type",
            "Date",
            "From",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "MIME-Version",
            "Message-ID",
            "Reply-To",
            "Subject",
            "To",
        ];
        assert_eq!(names, expected, "{headers:#?}");
        assert!(headers.contains(&"Message-ID: <abc@council.example>".to_owned()), "{headers:#?}");
        assert!(headers.contains(&"Date: Thu, 01 Jan 1970 00:00:00 +0000".to_owned()), "{headers:#?}");
        let leave = "List-Unsubscribe: <https://heard.example/hear/x/leave?code=1>";
        assert!(headers.iter().any(|line| line == leave), "{headers:#?}");
    }

    #[test]
    fn an_enclosure_that_is_damaged_sends_nothing() {
        let to = MailAddress::parse("jo@example.org").unwrap();
        let enclosures =
            [Enclosure { name: "a.png".to_owned(), kind: "image/png".to_owned(), content: "%".to_owned() }];
        let parcel = Parcel {
            to: &to,
            subject: "x",
            plain: "x",
            html: "x",
            message_id: "x",
            leave: None,
            enclosures: &enclosures,
        };
        assert_eq!(build(&setup(), &parcel, SystemTime::UNIX_EPOCH), None);
    }
}
