//! A small HTTP/1.1 client over one kept-alive connection, for measuring: it keeps cookies, follows no
//! redirect, takes pages packed as browsers do, and talks to this machine only.

use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Result, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// One person's connection and cookies.
pub struct Client {
    address: SocketAddr,
    stream: BufReader<TcpStream>,
    cookies: Vec<(String, String)>,
}

/// An answer, unpacked, with how many bytes of it went over the wire.
pub struct Answer {
    pub status: u16,
    pub location: Option<String>,
    pub body: Vec<u8>,
    pub head_bytes: usize,
    pub body_bytes: usize,
}

impl Client {
    /// Connects as a new person. Any address but a loopback one is refused.
    pub fn connect(address: SocketAddr) -> Result<Self> {
        if !address.ip().is_loopback() {
            return Err(Error::new(ErrorKind::InvalidInput, format!("{address} is not on this machine")));
        }
        let stream = TcpStream::connect_timeout(&address, Duration::from_secs(5))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        stream.set_write_timeout(Some(Duration::from_secs(30)))?;
        Ok(Client { address, stream: BufReader::new(stream), cookies: Vec::new() })
    }

    /// Asks as the same person over a new connection, as a browser does that was silent for longer than a server waits.
    pub fn get_anew(&mut self, path: &str) -> Result<Answer> {
        self.stream = Self::connect(self.address)?.stream;
        self.get(path)
    }

    pub fn get(&mut self, path: &str) -> Result<Answer> {
        self.send("GET", path, "")
    }

    /// Posts fields as a form does.
    pub fn post(&mut self, path: &str, fields: &[(String, String)]) -> Result<Answer> {
        let encoded: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        self.send("POST", path, &encoded.join("&"))
    }

    fn send(&mut self, method: &str, path: &str, body: &str) -> Result<Answer> {
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n", self.address);
        request.push_str("Accept: text/html\r\nAccept-Encoding: gzip\r\n");
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request.push_str(&format!("Cookie: {}\r\n", cookies.join("; ")));
        }
        if method == "POST" {
            let kind = "application/x-www-form-urlencoded";
            request.push_str(&format!("Content-Type: {kind}\r\nContent-Length: {}\r\n", body.len()));
        }
        request.push_str("\r\n");
        request.push_str(body);
        self.stream.get_mut().write_all(request.as_bytes())?;
        self.read_answer()
    }

    fn read_answer(&mut self) -> Result<Answer> {
        let mut head_bytes = 0;
        let first = self.line(&mut head_bytes)?;
        let status = first.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(|| malformed(&first))?;
        let (mut length, mut chunked, mut packed, mut location) = (0, false, false, None);
        loop {
            let line = self.line(&mut head_bytes)?;
            let Some((name, value)) = line.split_once(':') else { break };
            let value = value.trim();
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().map_err(|_| malformed(&line))?,
                "transfer-encoding" => chunked = value.eq_ignore_ascii_case("chunked"),
                "content-encoding" => packed = value.eq_ignore_ascii_case("gzip"),
                "location" => location = Some(value.to_owned()),
                "set-cookie" => self.keep(value),
                _ => {}
            }
        }
        let (mut body, body_bytes) = if chunked { self.chunks()? } else { (self.bytes(length)?, length) };
        if packed {
            let mut plain = Vec::with_capacity(body.len() * 4);
            flate2::read::GzDecoder::new(body.as_slice()).read_to_end(&mut plain)?;
            body = plain;
        }
        Ok(Answer { status, location, body, head_bytes, body_bytes })
    }

    fn line(&mut self, read: &mut usize) -> Result<String> {
        let mut line = String::new();
        let length = self.stream.read_line(&mut line)?;
        if length == 0 {
            return Err(Error::new(ErrorKind::UnexpectedEof, "the server closed the connection"));
        }
        *read += length;
        Ok(line.trim_end().to_owned())
    }

    fn bytes(&mut self, length: usize) -> Result<Vec<u8>> {
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(body)
    }

    fn chunks(&mut self) -> Result<(Vec<u8>, usize)> {
        let (mut body, mut wire) = (Vec::new(), 0);
        loop {
            let size = self.line(&mut wire)?;
            let size = usize::from_str_radix(&size, 16).map_err(|_| malformed(&size))?;
            body.extend(self.bytes(size)?);
            wire += size;
            self.line(&mut wire)?;
            if size == 0 {
                return Ok((body, wire));
            }
        }
    }

    fn keep(&mut self, header: &str) {
        let Some((name, value)) = header.split(';').next().and_then(|pair| pair.split_once('=')) else { return };
        self.cookies.retain(|(own, _)| own != name);
        if !value.is_empty() {
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }
}

fn malformed(line: &str) -> Error {
    Error::new(ErrorKind::InvalidData, format!("not understood: {line}"))
}

fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => encoded.push(char::from(byte)),
            b' ' => encoded.push('+'),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
