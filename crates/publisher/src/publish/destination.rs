//! Where a repository is published to: a folder that a web server hands out, or a bucket of an S3-compatible store.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::Read;
use std::sync::Arc;
use std::time::Duration;

use flate2::read::GzDecoder;
use futures::TryStreamExt;
use md5::Md5;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey as Key};
use object_store::client::{HttpClient, HttpConnector};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{
    Attribute, Attributes, ClientOptions, GetResult, ObjectMeta, ObjectStore, ObjectStoreExt, PutOptions, RetryConfig,
};
use rustls::{ClientConfig, RootCertStore};
use sha2::{Digest, Sha256};
use url::Url;

use crate::host_files::{FOLDER, HostFile, gzip};
use crate::verify::is_private;

/// The first bytes of what gzip wrote.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// Nothing that is published is nearly as long.
const LONGEST: u64 = 64 * 1024 * 1024;

/// A store, and the place in it that `v1/` is below.
pub(crate) struct Destination {
    store: Arc<dyn ObjectStore>,
    prefix: Path,
    shape: Shape,
    name: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Folder,
    Bucket,
}

/// What a destination holds below `v1/`.
pub(crate) struct There(BTreeMap<Path, ObjectMeta>);

/// How a destination holds a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// With the same bytes.
    Same,
    /// With other bytes.
    Other,
    /// Not, or only a part of what is kept for it.
    Missing,
}

/// What a store is asked to keep.
struct Stored {
    path: Path,
    bytes: Vec<u8>,
    attributes: Attributes,
}

impl fmt::Display for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl Destination {
    /// The folder, or the bucket and the place in it, that `to` names.
    pub(crate) fn of(to: &str, endpoint: Option<&str>) -> Result<Self, String> {
        match to.strip_prefix("s3://") {
            Some(place) => Self::bucket(to, place, endpoint),
            None if endpoint.is_some() => Err(format!("--endpoint is for a store: {to} does not begin with s3://")),
            None if to.contains("://") => Err(format!("{to}: publish goes to a folder or to s3://BUCKET/PREFIX")),
            None => Self::folder(to),
        }
    }

    fn folder(to: &str) -> Result<Self, String> {
        let folder = std::path::absolute(to).map_err(|error| format!("{to}: {error}"))?;
        // The store takes no `..`, which only the file system can resolve; the end of it need not be there yet.
        let there = folder.ancestors().find(|above| above.exists()).unwrap_or(&folder);
        let real = fs::canonicalize(there).map_err(|error| format!("{to}: {error}"))?;
        let folder = folder.strip_prefix(there).map_or_else(|_| real.clone(), |rest| real.join(rest));
        let prefix = Path::from_absolute_path(folder).map_err(|error| format!("{to}: {error}"))?;
        // A power cut must not leave a timestamp that names what is not there.
        let store = LocalFileSystem::new().with_fsync(true);
        Ok(Self { store: Arc::new(store), prefix, shape: Shape::Folder, name: to.to_owned() })
    }

    fn bucket(to: &str, place: &str, endpoint: Option<&str>) -> Result<Self, String> {
        let (bucket, prefix) = place.split_once('/').unwrap_or((place, ""));
        if bucket.is_empty() {
            return Err(format!("{to}: no bucket is named"));
        }
        let prefix = Path::parse(prefix.trim_end_matches('/')).map_err(|error| format!("{to}: {error}"))?;
        let mut builder = AmazonS3Builder::from_env().with_bucket_name(bucket);
        if let Some(endpoint) = endpoint {
            builder = builder.with_endpoint(endpoint);
        }
        let set = |key| builder.get_config_value(&key).filter(|value| !value.is_empty());
        // Where neither is set the library would ask the machine that it runs on, at a fixed address, for a long time.
        let keys = set(Key::AccessKeyId).is_some() && set(Key::SecretAccessKey).is_some();
        let identity = set(Key::WebIdentityTokenFile).is_some() && set(Key::RoleArn).is_some();
        if !keys && !identity {
            return Err(format!("{to}: no credentials. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"));
        }
        let clear = match set(Key::S3Endpoint).or_else(|| set(Key::Endpoint)) {
            None => false,
            Some(endpoint) => {
                let address = Url::parse(&endpoint).map_err(|error| format!("{endpoint}: {error}"))?;
                if !is_private(&address) {
                    return Err(format!("{endpoint}: only a store on this computer may be http: and not https:"));
                }
                address.scheme() == "http"
            }
        };
        let retry = RetryConfig { max_retries: 4, retry_timeout: Duration::from_secs(60), ..RetryConfig::default() };
        let builder = builder.with_allow_http(clear).with_retry(retry).with_http_connector(Connector { clear });
        let store = builder.build().map_err(|error| format!("{to}: {error}"))?;
        Ok(Self { store: Arc::new(store), prefix, shape: Shape::Bucket, name: to.to_owned() })
    }

    /// A file of the destination, as it was before it was compressed.
    pub(crate) async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, String> {
        let place = self.place(path);
        match self.store.get(&place).await {
            Ok(found) => plain(found).await.map(Some).map_err(|why| format!("{place}: {why}")),
            Err(error) if self.is_only_missing(&error) => Ok(None),
            Err(error) => Err(self.told(&error)),
        }
    }

    /// What is there already.
    pub(crate) async fn there(&self) -> Result<There, String> {
        let listed = self.store.list(Some(&self.place(""))).map_ok(|about| (about.location.clone(), about));
        listed.try_collect().await.map(There).map_err(|error| self.told(&error))
    }

    /// Whether a file is there with these bytes.
    pub(crate) async fn holds(&self, there: &There, file: &HostFile, bytes: &[u8]) -> Result<Held, String> {
        let mut held = Held::Same;
        for stored in self.stored(file, bytes) {
            match there.0.get(&stored.path) {
                None => held = Held::Missing,
                Some(about) if !self.is(&stored, about).await? => return Ok(Held::Other),
                Some(_) => {}
            }
        }
        Ok(held)
    }

    /// Puts a file where it belongs. It is there whole or not at all.
    pub(crate) async fn put(&self, file: &HostFile, bytes: &[u8]) -> Result<(), String> {
        for stored in self.stored(file, bytes) {
            let Stored { path, bytes, attributes } = stored;
            let options = PutOptions { attributes, ..PutOptions::default() };
            self.store.put_opts(&path, bytes.into(), options).await.map_err(|error| self.told(&error))?;
        }
        Ok(())
    }

    fn place(&self, path: &str) -> Path {
        let below = std::iter::once(FOLDER).chain(path.split('/').filter(|part| !part.is_empty()));
        self.prefix.parts().chain(below.map(Into::into)).collect()
    }

    /// What is kept for a file. A store says `Content-Encoding` itself, so a list is kept there compressed and nothing else: every
    /// client that asks such a store for one can read gzip. A web server has to be able to answer those that cannot, so a folder
    /// holds it plain, and compressed beside it (`gzip_static` of nginx): that costs no work for each request, and the server's tag
    /// stays a strong one. The plain file comes last, so that it is there only where both are.
    fn stored(&self, file: &HostFile, bytes: &[u8]) -> Vec<Stored> {
        let HostFile { kind, path } = file;
        let place = self.place(path);
        match self.shape {
            Shape::Folder => {
                let stored = |path, bytes| Stored { path, bytes, attributes: Attributes::new() };
                let beside = kind.is_json().then(|| stored(self.place(&format!("{path}.gz")), gzip(bytes)));
                beside.into_iter().chain([stored(place, bytes.to_vec())]).collect()
            }
            Shape::Bucket => {
                let mut attributes = Attributes::from_iter([
                    (Attribute::ContentType, kind.mime()),
                    (Attribute::CacheControl, kind.caching()),
                ]);
                let mut bytes = bytes.to_vec();
                if kind.is_json() {
                    attributes.insert(Attribute::ContentEncoding, "gzip".into());
                    bytes = gzip(&bytes);
                }
                vec![Stored { path: place, bytes, attributes }]
            }
        }
    }

    async fn is(&self, wanted: &Stored, about: &ObjectMeta) -> Result<bool, String> {
        // Most stores give the MD5 of what they hold as its tag, so that nothing has to be fetched.
        let tag = about.e_tag.as_deref().unwrap_or_default().trim_matches('"');
        if tag == hex::encode(Md5::digest(&wanted.bytes)) {
            return Ok(true);
        }
        let same_length = about.size == wanted.bytes.len() as u64;
        // Packs and deltas are kept as they are; a list may have been compressed by another version of the library.
        let is_gzip = wanted.bytes.starts_with(&GZIP);
        if !same_length && !is_gzip {
            return Ok(false);
        }
        let found = self.store.get(&wanted.path).await.map_err(|error| self.told(&error))?;
        let found = plain(found).await.map_err(|why| format!("{}: {why}", wanted.path))?;
        let ours = if is_gzip { gunzip(&wanted.bytes) } else { Ok(wanted.bytes.clone()) };
        Ok(ours.is_ok_and(|ours| Sha256::digest(ours) == Sha256::digest(found)))
    }

    /// A bucket that is missing is not a file that is missing.
    fn is_only_missing(&self, error: &object_store::Error) -> bool {
        matches!(error, object_store::Error::NotFound { .. }) && !chain(error).contains("NoSuchBucket")
    }

    /// What a store said, for a person.
    fn told(&self, error: &object_store::Error) -> String {
        let whole = chain(error);
        let code = between(&whole, "<Code>", "</Code>");
        let message = between(&whole, "<Message>", "</Message>").unwrap_or_default();
        match code {
            Some("NoSuchBucket") => format!("{self}: there is no such bucket"),
            Some(code @ ("AccessDenied" | "InvalidAccessKeyId" | "SignatureDoesNotMatch" | "ExpiredToken")) => {
                format!("{self}: the store refuses these credentials ({code}). {message}")
            }
            Some(code) => format!("{self}: the store answered {code}. {message}"),
            None if is_no_connection(error) => format!("{self}: no connection to the store: {}", last(error)),
            None => format!("{self}: {whole}"),
        }
    }
}

/// The bytes of a file, as they were before they were compressed.
async fn plain(found: GetResult) -> Result<Vec<u8>, String> {
    if found.meta.size > LONGEST {
        return Err(format!("{} bytes long", found.meta.size));
    }
    let bytes = found.bytes().await.map_err(|error| error.to_string())?;
    if bytes.starts_with(&GZIP) { gunzip(&bytes) } else { Ok(bytes.to_vec()) }
}

fn gunzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    GzDecoder::new(bytes).take(LONGEST).read_to_end(&mut out).map_err(|error| error.to_string())?;
    Ok(out)
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    Some(rest.split_once(after)?.0)
}

fn causes<'a>(
    error: &'a (dyn std::error::Error + 'static),
) -> impl Iterator<Item = &'a (dyn std::error::Error + 'static)> {
    std::iter::successors(Some(error), |cause| cause.source())
}

fn chain(error: &object_store::Error) -> String {
    causes(error).map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

fn last(error: &object_store::Error) -> String {
    causes(error).last().map(ToString::to_string).unwrap_or_default()
}

fn is_no_connection(error: &object_store::Error) -> bool {
    causes(error).any(|cause| cause.downcast_ref::<reqwest::Error>().is_some_and(reqwest::Error::is_connect))
}

/// TLS as everywhere in Kindway: rustls with ring, and the roots of Mozilla.
#[derive(Debug)]
struct Connector {
    /// Whether the store is on this computer, where nobody listens.
    clear: bool,
}

impl HttpConnector for Connector {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let failed = |source| object_store::Error::Generic { store: "S3", source };
        let tls = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| failed(Box::new(error)))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .https_only(!self.clear)
            .no_proxy()
            // What is stored is compared as it is stored.
            .no_gzip()
            .connect_timeout(Duration::from_secs(10))
            .timeout(Duration::from_secs(5 * 60))
            .build()
            .map_err(|error| failed(Box::new(error)))?;
        Ok(HttpClient::new(client))
    }
}
