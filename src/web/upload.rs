//! Forms that carry files: `multipart/form-data`, read with the same limits of size and time as other forms.
//!
//! A file's name is used in messages alone and never as a path. Leaves out what a file says.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use super::form::{MOST_TIME, read};
use super::{Form, PageError};

/// The most parts that a form may have.
const MOST_PARTS: usize = 50;
/// The most characters of a file's name that are kept.
const MOST_IN_A_NAME: usize = 100;

/// A file that somebody chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadedFile {
    /// The field that it was chosen in.
    pub field: String,
    /// As the browser gives it, without folders, for messages; empty where no file was chosen.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What a form with files says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Upload {
    pub form: Form,
    pub files: Vec<UploadedFile>,
}

impl Upload {
    /// The file chosen in a field; none where the field was left empty.
    pub fn file(&self, field: &str) -> Option<&UploadedFile> {
        self.files.iter().find(|file| file.field == field && !(file.name.is_empty() && file.bytes.is_empty()))
    }

    /// Reads a body whose parts stand between this boundary; none where it is not such a body.
    pub fn parse(body: &[u8], boundary: &str) -> Option<Self> {
        let (opening, between) = (format!("--{boundary}"), format!("\r\n--{boundary}"));
        let mut rest = body.get(find(body, opening.as_bytes())? + opening.len()..)?;
        let (mut fields, mut files) = (Vec::new(), Vec::new());
        while !rest.starts_with(b"--") {
            let part = rest.strip_prefix(b"\r\n")?;
            let head_ends = find(part, b"\r\n\r\n")?;
            let content = &part[head_ends + 4..];
            let ends = find(content, between.as_bytes())?;
            let head = String::from_utf8_lossy(&part[..head_ends]).into_owned();
            let field = parameter(&head, "name")?;
            match parameter(&head, "filename") {
                Some(name) => files.push(UploadedFile { field, name: bare(&name), bytes: content[..ends].to_vec() }),
                None => fields.push((field, String::from_utf8_lossy(&content[..ends]).into_owned())),
            }
            if fields.len() + files.len() > MOST_PARTS {
                return None;
            }
            rest = &content[ends + between.len()..];
        }
        Some(Self { form: Form::of(fields), files })
    }
}

impl FromRequest for Upload {
    type Error = PageError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, PageError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let is_upload = request.content_type().eq_ignore_ascii_case("multipart/form-data");
        let boundary =
            kind.split(';').filter_map(|part| part.trim().split_once('=')).find(|(name, _)| *name == "boundary");
        let boundary = boundary.map(|(_, value)| value.trim_matches('"').to_owned()).filter(|value| !value.is_empty());
        let payload = payload.take();
        Box::pin(async move {
            let body = tokio::time::timeout(MOST_TIME, read(payload)).await.map_err(|_| PageError::too_slow())??;
            let boundary = boundary.filter(|_| is_upload).ok_or_else(PageError::unreadable_form)?;
            Self::parse(&body, &boundary).ok_or_else(PageError::unreadable_form)
        })
    }
}

/// Where something begins.
fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}

/// A quoted parameter of a part's disposition. Browsers write a quotation mark within as `%22`.
fn parameter(head: &str, name: &str) -> Option<String> {
    let line = head.lines().find(|line| line.to_ascii_lowercase().starts_with("content-disposition:"))?;
    let rest = line.split_once(&format!("; {name}=\""))?.1;
    Some(rest.split('"').next().unwrap_or_default().replace("%22", "\""))
}

/// A file's name without folders and control characters.
fn bare(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(MOST_IN_A_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "--x1\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n0f\r\n--x1\r\nContent-Disposition: \
                        form-data; name=\"file\"; filename=\"..\\folder/a\u{7}.csv\"\r\nContent-Type: text/csv\r\n\r\n\
                        id,--x1\r\n1,\"a\r\nb\"\r\n--x1--\r\n";

    #[test]
    fn fields_and_files_are_told_apart_and_a_file_keeps_every_byte() {
        let upload = Upload::parse(BODY.as_bytes(), "x1").unwrap();
        assert_eq!(upload.form.text("csrf"), "0f");
        let file = upload.file("file").unwrap();
        assert_eq!((file.name.as_str(), file.bytes.as_slice()), ("a.csv", &b"id,--x1\r\n1,\"a\r\nb\""[..]));
        assert_eq!(upload.file("other"), None);
    }

    #[test]
    fn a_body_that_is_cut_off_or_has_another_boundary_is_refused() {
        for end in [0, 10, 60, BODY.len() - 6] {
            assert_eq!(Upload::parse(&BODY.as_bytes()[..end], "x1"), None, "{end}");
        }
        assert_eq!(Upload::parse(BODY.as_bytes(), "x2"), None);
    }
}
