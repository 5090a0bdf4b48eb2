//! Somebody between a device and a host who cuts the connection.

use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    time::Duration,
};

use crate::support::Host;

/// How much is handed on at once.
const PIECE: usize = 16 * 1024;

/// The address of one who hands everything on, but for answers to paths that begin like this only so many bytes of the body.
pub fn cutting(host: &Host, beginning: &str, after: usize) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let (host, beginning) = (host.address.strip_prefix("http://").unwrap().to_owned(), format!("GET /{beginning}"));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let Some(asked) = head(&mut stream) else { continue };
            let mut upstream = TcpStream::connect(&host).unwrap();
            let once = asked.replace("\r\n\r\n", "\r\nconnection: close\r\n\r\n");
            upstream.write_all(once.as_bytes()).unwrap();
            let mut answer = Vec::new();
            upstream.read_to_end(&mut answer).unwrap();
            let body = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
            let whole = !asked.starts_with(&beginning);
            let end = if whole { answer.len() } else { answer.len().min(body + after) };
            stream.set_nodelay(true).unwrap();
            for piece in answer[..end].chunks(PIECE) {
                if stream.write_all(piece).is_err() {
                    break;
                }
                if answer.len() > PIECE {
                    std::thread::sleep(Duration::from_millis(2));
                }
            }
        }
    });
    address
}

/// The address of one who hands everything on, but a large file piece by piece.
pub fn slowly(host: &Host) -> String {
    cutting(host, "targets/", usize::MAX / 2)
}

/// The request; nothing where somebody only connected.
fn head(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        if stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        head.extend(byte);
    }
    String::from_utf8(head).ok()
}
