//! Reads the HTML that Heard writes into a tree, strictly: an element left open, closed twice or closed
//! out of turn is an error. It reads Heard's pages (UTF-8, every element closed), not the web's.

/// One element with what is inside it.
#[derive(Debug, Clone, Default)]
pub struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

#[derive(Debug, Clone)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// Elements that have no end.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Elements whose inside is text, whatever it looks like.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// The page as one element named `#document`, or what is wrong with it.
pub fn parse(html: &str) -> Result<Element, String> {
    let mut open = vec![Element { name: "#document".to_owned(), ..Element::default() }];
    let mut rest = html;
    while !rest.is_empty() {
        let line = 1 + html[..html.len() - rest.len()].matches('\n').count();
        if rest.starts_with("<!--") {
            rest = rest.split_once("-->").ok_or(format!("line {line}: a comment is left open"))?.1;
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            rest = rest.split_once('>').ok_or(format!("line {line}: a declaration is left open"))?.1;
        } else if let Some(end) = rest.strip_prefix("</") {
            let (name, after) = end.split_once('>').ok_or(format!("line {line}: an end tag is left open"))?;
            close(&mut open, name.trim()).map_err(|problem| format!("line {line}: {problem}"))?;
            rest = after;
        } else if rest.starts_with('<') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (element, closed, after) = start_tag(rest).ok_or(format!("line {line}: a start tag is left open"))?;
            rest = after;
            let name = element.name.clone();
            open.push(element);
            if RAW.contains(&name.as_str()) && !closed {
                let end = format!("</{name}");
                let inside = rest.split(&end).next().unwrap_or(rest);
                add(&mut open, Node::Text(decode(inside)));
                rest = &rest[inside.len()..];
            } else if closed || VOID.contains(&name.as_str()) {
                close(&mut open, &name)?;
            }
        } else {
            // Not from the first byte: text may begin with a character of several.
            let end = rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(at, _)| at);
            add(&mut open, Node::Text(decode(&rest[..end])));
            rest = &rest[end..];
        }
    }
    if open.len() > 1 {
        return Err(format!("<{}> is never closed", open[open.len() - 1].name));
    }
    open.pop().ok_or_else(|| "more was closed than opened".to_owned())
}

fn add(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn close(open: &mut Vec<Element>, name: &str) -> Result<(), String> {
    let last = open.pop().filter(|_| !open.is_empty()).ok_or(format!("</{name}> closes nothing"))?;
    if !last.name.eq_ignore_ascii_case(name) {
        return Err(format!("</{name}> where </{}> is due", last.name));
    }
    add(open, Node::Element(last));
    Ok(())
}

/// The element that this text begins with, whether it closes itself, and what follows.
fn start_tag(text: &str) -> Option<(Element, bool, &str)> {
    let is_end = |c: char| c.is_ascii_whitespace() || c == '>' || c == '/';
    let name_end = text[1..].find(is_end)? + 1;
    let mut element = Element { name: text[1..name_end].to_ascii_lowercase(), ..Element::default() };
    let mut rest = text[name_end..].trim_start();
    loop {
        if let Some(after) = rest.strip_prefix('>') {
            return Some((element, false, after));
        }
        if let Some(after) = rest.strip_prefix("/>") {
            return Some((element, true, after));
        }
        let end = rest.find(|c: char| is_end(c) || c == '=').filter(|end| *end > 0)?;
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            (value, rest) = match after.chars().next()? {
                quote @ ('"' | '\'') => after[1..].split_once(quote)?,
                _ => after.split_at(after.find(|c: char| c.is_ascii_whitespace() || c == '>')?),
            };
        }
        element.attributes.push((name, decode(value)));
        rest = rest.trim_start();
    }
}

/// Turns character references into characters; what is no reference stays as it is.
fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        let reference = rest[at + 1..].split(';').next().unwrap_or_default();
        let number = reference.strip_prefix('#').and_then(|digits| {
            let hex = digits.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
            hex.unwrap_or_else(|| digits.parse()).ok().and_then(char::from_u32)
        });
        let named = match reference {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            "nbsp" => Some('\u{a0}'),
            _ => number,
        };
        let length = if named.is_some() { reference.len() + 2 } else { 1 };
        decoded.push(named.unwrap_or('&'));
        rest = rest.get(at + length..).unwrap_or_default();
    }
    decoded.push_str(rest);
    decoded
}

impl Element {
    /// The value of an attribute; an attribute without a value has an empty one.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|classes| classes.split_whitespace().any(|own| own == class))
    }

    /// The elements directly inside.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Every element inside, at any depth, in the order of the page.
    pub fn all(&self) -> Vec<&Element> {
        self.elements().flat_map(|element| std::iter::once(element).chain(element.all())).collect()
    }

    /// Every element inside with this name, in the order of the page.
    pub fn named(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// The element inside with this id.
    pub fn by_id(&self, id: &str) -> Option<&Element> {
        self.all().into_iter().find(|element| element.attribute("id") == Some(id))
    }

    /// All text inside, runs of white space as one space.
    pub fn text(&self) -> String {
        self.raw_text().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// All text inside, exactly as written.
    pub fn raw_text(&self) -> String {
        let parts = self.children.iter().map(|node| match node {
            Node::Element(element) => element.raw_text(),
            Node::Text(text) => text.clone(),
        });
        parts.collect()
    }
}
