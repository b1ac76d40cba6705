//! Feeds of what was published, as Atom (RFC 4287) and as RSS 2.0, for readers and for other websites.
//!
//! Words are escaped by the writer, and what XML cannot hold is left out. Moments come with the entries. Leaves out which
//! publications there are and at what addresses (`web`).

use std::io;

use jiff::Timestamp;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use sha2::{Digest, Sha256};

/// A feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// What it is called, and what it is of.
    pub title: String,
    pub about: String,
    /// Who publishes.
    pub author: String,
    /// ISO 639-1 code of its words.
    pub language: String,
    /// The page that shows the same, and the feed itself, both with the website before them.
    pub page: String,
    pub address: String,
    /// The newest first.
    pub entries: Vec<Entry>,
}

/// One publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// A UUID: it stays the same wherever the website moves.
    pub identity: String,
    pub title: String,
    /// The permanent address, with the website before it.
    pub address: String,
    pub published: Timestamp,
    /// When it was last changed: when it was found to be wrong, or else when it was published.
    pub updated: Timestamp,
    /// Who published it.
    pub author: String,
    /// In a few sentences.
    pub summary: String,
}

/// A UUID (version 8) for what has none of its own, from the words that tell it from everything else: the same for the same
/// words, wherever the website moves.
pub fn identity_of(what: &str) -> String {
    let digest = Sha256::digest(what);
    let mut bytes: Vec<u8> = digest.iter().take(16).copied().collect();
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

impl Feed {
    /// When anything in it last changed; the beginning of time where there is nothing yet.
    fn updated(&self) -> Timestamp {
        self.entries.iter().map(|entry| entry.updated).max().unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The feed as Atom.
    ///
    /// # Errors
    /// When it cannot be written, which is a defect.
    pub fn atom(&self) -> io::Result<Vec<u8>> {
        let mut xml = begun()?;
        let namespace = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", self.language.as_str())];
        xml.create_element("feed").with_attributes(namespace).write_inner_content(|xml| {
            text(xml, "id", &self.address)?;
            text(xml, "title", &self.title)?;
            text(xml, "subtitle", &self.about)?;
            text(xml, "updated", &moment(self.updated()))?;
            link(xml, &[("rel", "self"), ("type", "application/atom+xml"), ("href", &self.address)])?;
            link(xml, &[("rel", "alternate"), ("type", "text/html"), ("href", &self.page)])?;
            author(xml, &self.author)?;
            self.entries.iter().try_for_each(|entry| entry.atom(xml))
        })?;
        Ok(xml.into_inner())
    }

    /// The feed as RSS.
    ///
    /// # Errors
    /// When it cannot be written, which is a defect.
    pub fn rss(&self) -> io::Result<Vec<u8>> {
        let mut xml = begun()?;
        let root = [("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom")];
        xml.create_element("rss").with_attributes(root).write_inner_content(|xml| {
            xml.create_element("channel").write_inner_content(|xml| {
                text(xml, "title", &self.title)?;
                text(xml, "link", &self.page)?;
                text(xml, "description", &self.about)?;
                text(xml, "language", &self.language)?;
                text(xml, "lastBuildDate", &mail_moment(self.updated()))?;
                let itself = [("href", self.address.as_str()), ("rel", "self"), ("type", "application/rss+xml")];
                xml.create_element("atom:link").with_attributes(itself).write_empty()?;
                self.entries.iter().try_for_each(|entry| entry.rss(xml))
            })?;
            Ok(())
        })?;
        Ok(xml.into_inner())
    }
}

impl Entry {
    fn atom(&self, xml: &mut Writer<Vec<u8>>) -> io::Result<()> {
        xml.create_element("entry").write_inner_content(|xml| {
            text(xml, "id", &format!("urn:uuid:{}", self.identity))?;
            text(xml, "title", &self.title)?;
            text(xml, "updated", &moment(self.updated))?;
            text(xml, "published", &moment(self.published))?;
            link(xml, &[("rel", "alternate"), ("type", "text/html"), ("href", &self.address)])?;
            author(xml, &self.author)?;
            text(xml, "summary", &self.summary)
        })?;
        Ok(())
    }

    fn rss(&self, xml: &mut Writer<Vec<u8>>) -> io::Result<()> {
        xml.create_element("item").write_inner_content(|xml| {
            text(xml, "title", &self.title)?;
            text(xml, "link", &self.address)?;
            text(xml, "description", &self.summary)?;
            xml.create_element("guid")
                .with_attribute(("isPermaLink", "false"))
                .write_text_content(words(&format!("urn:uuid:{}", self.identity)))?;
            text(xml, "pubDate", &mail_moment(self.published))
        })?;
        Ok(())
    }
}

fn begun() -> io::Result<Writer<Vec<u8>>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    Ok(xml)
}

fn text(xml: &mut Writer<Vec<u8>>, name: &str, said: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(words(said))?;
    Ok(())
}

fn link(xml: &mut Writer<Vec<u8>>, attributes: &[(&str, &str)]) -> io::Result<()> {
    xml.create_element("link").with_attributes(attributes.iter().copied()).write_empty()?;
    Ok(())
}

fn author(xml: &mut Writer<Vec<u8>>, name: &str) -> io::Result<()> {
    xml.create_element("author").write_inner_content(|xml| text(xml, "name", name))?;
    Ok(())
}

/// Words without the characters that XML cannot hold, escaped as they are written.
fn words(said: &str) -> BytesText<'static> {
    let can_hold = |c: &char| matches!(c, '\t' | '\n' | '\r') || (*c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    BytesText::new(&said.chars().filter(can_hold).collect::<String>()).into_owned()
}

/// As Atom writes moments (RFC 3339).
fn moment(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// As RSS writes moments (RFC 822).
fn mail_moment(at: Timestamp) -> String {
    at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed() -> Feed {
        let entry = Entry {
            identity: "5b0e…".into(),
            title: "Buses & <parks>\u{1}".into(),
            address: "https://heard.example/results/town/1?a=1&b=2".into(),
            published: "2026-12-20T10:00:00Z".parse().unwrap(),
            updated: "2027-01-03T09:30:00Z".parse().unwrap(),
            author: "Town".into(),
            summary: "]]> “What” people said".into(),
        };
        Feed {
            title: "Results".into(),
            about: "What was published".into(),
            author: "Town".into(),
            language: "en".into(),
            page: "https://heard.example/results".into(),
            address: "https://heard.example/results/feed.atom".into(),
            entries: vec![entry],
        }
    }

    #[test]
    fn words_are_escaped_and_what_xml_cannot_hold_is_left_out() {
        for written in [feed().atom().unwrap(), feed().rss().unwrap()] {
            let written = String::from_utf8(written).unwrap();
            assert!(written.contains("Buses &amp; &lt;parks&gt;</title>"), "{written}");
            assert!(written.contains("1?a=1&amp;b=2") && !written.contains('\u{1}'), "{written}");
            assert!(!written.contains("]]>"), "{written}");
        }
    }

    #[test]
    fn a_feed_is_as_new_as_its_newest_entry() {
        let atom = String::from_utf8(feed().atom().unwrap()).unwrap();
        assert_eq!(atom.matches("<updated>2027-01-03T09:30:00Z</updated>").count(), 2, "{atom}");
        let rss = String::from_utf8(feed().rss().unwrap()).unwrap();
        assert!(rss.contains("<lastBuildDate>Sun, 03 Jan 2027 09:30:00 GMT</lastBuildDate>"), "{rss}");
        assert!(rss.contains("<pubDate>Sun, 20 Dec 2026 10:00:00 GMT</pubDate>"), "{rss}");
    }

    #[test]
    fn an_empty_feed_is_a_feed() {
        let empty = Feed { entries: vec![], ..feed() };
        let atom = String::from_utf8(empty.atom().unwrap()).unwrap();
        assert!(atom.contains("<updated>1970-01-01T00:00:00Z</updated>") && !atom.contains("<entry"), "{atom}");
    }
}
