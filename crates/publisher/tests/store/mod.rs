//! An S3-compatible store in this process: `s3s-fs`, which checks signatures and keeps what each object says of itself.

use std::fs;
use std::net::TcpListener;
use std::thread;

use async_trait::async_trait;
use axum::Router;
use axum::error_handling::HandleError;
use axum::http::StatusCode;
use s3s::access::{S3Access, S3AccessContext};
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s::{HttpError, S3Result, s3_error};
use s3s_fs::FileSystem;
use tempfile::TempDir;

/// The one bucket that there is.
pub(crate) const BUCKET: &str = "kindway";
pub(crate) const KEY: &str = "test-key";
pub(crate) const SECRET: &str = "test-secret";

/// A store with one bucket, whose objects everybody may read and only the owner of a key may list or write.
pub(crate) struct Store {
    pub(crate) folder: TempDir,
    pub(crate) endpoint: String,
}

struct ReadByAll;

#[async_trait]
impl S3Access for ReadByAll {
    async fn check(&self, context: &mut S3AccessContext<'_>) -> S3Result<()> {
        let reads = ["GetObject", "HeadObject"].contains(&context.s3_op().name());
        if reads || context.credentials().is_some() { Ok(()) } else { Err(s3_error!(AccessDenied)) }
    }
}

impl Store {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(BUCKET)).unwrap();
        let mut builder = S3ServiceBuilder::new(FileSystem::new(folder.path()).unwrap());
        builder.set_auth(SimpleAuth::from_single(KEY, SECRET));
        builder.set_access(ReadByAll);
        let service = HandleError::new(builder.build(), |error: HttpError| async move {
            (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:?}"))
        });
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                axum::serve(listener, Router::new().fallback_service(service)).await.unwrap();
            });
        });
        Self { folder, endpoint }
    }

    /// The repository below this place in the bucket, as everybody reads it.
    pub(crate) fn address(&self, place: &str) -> String {
        format!("{}/{BUCKET}/{place}/v1/", self.endpoint)
    }
}
