//! Atom feeds (RFC 4287): what is new, for programs that follow pages.

use jiff::Timestamp;

/// A feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    pub title: String,
    pub author: String,
    /// ISO 639-1 code of its language.
    pub language: String,
    /// The whole address of the page that it is about; its identifier.
    pub address: String,
    /// The whole address of the feed.
    pub own_address: String,
    /// The latest first.
    pub entries: Vec<Entry>,
}

/// One thing that is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// An address that is this entry's alone, for good.
    pub id: String,
    pub title: String,
    /// Where it can be read.
    pub address: String,
    /// In seconds since 1970 in UTC.
    pub updated: i64,
    pub paragraphs: Vec<String>,
}

impl Feed {
    /// The file.
    pub fn write(&self) -> String {
        let updated = self.entries.iter().map(|entry| entry.updated).max().unwrap_or(0);
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
             <id>{address}</id>\n<title>{}</title>\n<updated>{}</updated>\n<author><name>{}</name></author>\n\
             <link rel=\"self\" href=\"{}\"/>\n<link href=\"{address}\"/>\n",
            escaped(&self.language),
            escaped(&self.title),
            moment(updated),
            escaped(&self.author),
            escaped(&self.own_address),
            address = escaped(&self.address),
        );
        self.entries.iter().for_each(|entry| xml.push_str(&entry.write()));
        xml.push_str("</feed>\n");
        xml
    }
}

impl Entry {
    fn write(&self) -> String {
        format!(
            "<entry>\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n<link href=\"{}\"/>\n\
             <content type=\"text\">{}</content>\n</entry>\n",
            escaped(&self.id),
            escaped(&self.title),
            moment(self.updated),
            escaped(&self.address),
            escaped(&self.paragraphs.join("\n\n")),
        )
    }
}

fn moment(seconds: i64) -> String {
    Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
}

/// Words as XML has them; what XML cannot hold at all is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'.. => escaped.push(c),
            _ => {}
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_only_ever_words_and_the_latest_change_dates_the_feed() {
        let entry = |id: &str, updated| Entry {
            id: id.into(),
            title: "</title><script>\u{0}\u{ffff}".into(),
            address: "https://h.example/a?b=\"1\"&c".into(),
            updated,
            paragraphs: vec!["one".into(), "two & three".into()],
        };
        let feed = Feed {
            title: "A".into(),
            author: "B".into(),
            language: "en".into(),
            address: "https://h.example/a".into(),
            own_address: "https://h.example/a/feed.atom".into(),
            entries: vec![entry("x", 1_700_000_000), entry("y", 1_600_000_000)],
        };
        let xml = feed.write();
        assert!(xml.contains("<title>&lt;/title&gt;&lt;script&gt;</title>"), "{xml}");
        assert!(xml.contains("href=\"https://h.example/a?b=&quot;1&quot;&amp;c\""), "{xml}");
        assert!(xml.contains("<author><name>B</name></author>") && xml.contains("two &amp; three"), "{xml}");
        assert!(xml.split("<entry>").next().unwrap().contains("<updated>2023-11-14T22:13:20Z</updated>"), "{xml}");
    }
}
