//! What a first visit to a question page weighs: the page and everything it loads, as sent.

use super::client::Client;
use super::respondent::{Choices, attribute, find_form};
use std::net::SocketAddr;

/// One file a browser asks for.
pub struct File {
    pub path: String,
    /// Bytes of the body as sent (packed where the server packs it).
    pub body: usize,
    /// Bytes of the status line and headers.
    pub head: usize,
}

/// Walks to the first page with a box to write in, then asks for it again as someone who has nothing yet.
/// The address of the page and its files, the page first.
pub fn question_page(server: SocketAddr, start: &str) -> Result<Vec<File>, String> {
    let mut client = Client::connect(server).map_err(|problem| problem.to_string())?;
    let mut choices = Choices::new(7);
    let mut path = start.to_owned();
    for _ in 0..30 {
        let answer = client.get(&path).map_err(|problem| format!("{path}: {problem}"))?;
        if let Some(location) = answer.location {
            path = location;
            continue;
        }
        let page = String::from_utf8_lossy(&answer.body).into_owned();
        if page.contains("<textarea") {
            let page_file = File { path: path.clone(), body: answer.body_bytes, head: answer.head_bytes };
            return files_of(&mut client, page_file, &page);
        }
        let Some(form) = find_form(&page, &path, &mut choices) else {
            let links = page.split("<a ").skip(1).filter_map(|link| attribute(&format!(" {link}"), "href"));
            let next = links.into_iter().find(|link| link.starts_with(start) && link.len() > start.len());
            path = next.ok_or(format!("{path}: no form and no way on"))?;
            continue;
        };
        let answer =
            client.post(&form.action, &form.fields).map_err(|problem| format!("{}: {problem}", form.action))?;
        path = answer.location.ok_or(format!("{}: status {}, no redirect", form.action, answer.status))?;
    }
    Err("no page with a box to write in within 30 steps".to_owned())
}

fn files_of(client: &mut Client, page_file: File, page: &str) -> Result<Vec<File>, String> {
    let mut wanted = Vec::new();
    let mut has_icon = false;
    for tag in page.split('<').skip(1).map(|part| part.split('>').next().unwrap_or(part)) {
        let relation = attribute(tag, "rel").unwrap_or_default();
        let address = match tag.split_whitespace().next() {
            Some("link") if ["stylesheet", "icon", "preload", "manifest"].contains(&relation.as_str()) => {
                has_icon |= relation == "icon";
                attribute(tag, "href")
            }
            Some("script" | "img" | "iframe" | "source") => attribute(tag, "src"),
            _ => None,
        };
        wanted.extend(address);
    }
    if !has_icon {
        // A browser asks for this by itself when a page names no icon.
        wanted.push("/favicon.ico".to_owned());
    }
    let mut files = vec![page_file];
    while let Some(path) = wanted.pop() {
        if path.starts_with("data:") || files.iter().any(|file| file.path == path) {
            continue;
        }
        let answer = client.get(&path).map_err(|problem| format!("{path}: {problem}"))?;
        if path.ends_with(".css") {
            let sheet = String::from_utf8_lossy(&answer.body).into_owned();
            let inside = sheet.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
            let inside = inside.map(|address| address.trim_matches(['"', '\'']).to_owned());
            wanted.extend(inside.filter(|address| !address.starts_with('#')));
        }
        files.push(File { path, body: answer.body_bytes, head: answer.head_bytes });
    }
    Ok(files)
}
