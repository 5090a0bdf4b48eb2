//! A web server on this computer.

use axum::{Router, body::Body, extract::Request, http::Response};

/// Answers until the test ends. Hands back its address, without a slash at its end.
pub fn serve(mut answer: impl FnMut(&Request) -> Response<Body> + Clone + Send + Sync + 'static) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            let answer = move |request: Request| std::future::ready(answer(&request));
            axum::serve(listener, Router::new().fallback(answer)).await.unwrap();
        });
    });
    address
}
