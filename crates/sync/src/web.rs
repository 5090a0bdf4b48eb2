//! [`Fetch`] over HTTPS: reqwest, rustls, ring, and no root certificate but the bundled ones.

use std::{
    error::Error as _,
    io,
    io::Write,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use reqwest::{
    Client, StatusCode, Url,
    header::{self, HeaderMap},
    redirect,
};
use rustls::{ClientConfig, RootCertStore, pki_types::UnixTime, time_provider::TimeProvider};
use tokio::{
    runtime::{Builder, Runtime},
    time::{Instant, timeout_at},
};

use crate::{
    clock::Clock,
    fetch::{Answer, Ask, Fetch, Status, Trouble},
};

/// How long it waits before it looks whether it is to stop. Whoever pressed "Stop" does not see a difference.
const LOOK_UP: Duration = Duration::from_millis(200);

/// How slow a host may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// In every stretch of this length...
    pub window: Duration,
    /// ...at least so many bytes have to come. The first stretch begins with the request.
    pub least: u64,
    /// All requests together, from the first one on.
    pub whole: Duration,
}

impl Pace {
    /// 200 bytes a second over half a minute, and ten minutes in all: slower than the slowest telephone line.
    pub const PATIENT: Self =
        Self { window: Duration::from_secs(30), least: 200 * 30, whole: Duration::from_secs(10 * 60) };
}

/// What is asked of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WebOptions {
    /// How slow a host may be.
    pub pace: Pace,
    /// Whether an address may be `http:`. The signatures are what protects; the app still never says in clear what it asks
    /// for. For repositories on one's own computer.
    pub cleartext: bool,
}

impl WebOptions {
    /// For the app.
    pub const APP: Self = Self { pace: Pace::PATIENT, cleartext: false };
}

/// One host, for one update: its deadline runs from the first request.
///
/// A runtime of one thread, not reqwest's blocking client: that one needs a second thread for every client and waits in it
/// without knowing our rate; here a request that is given up is dropped, and its connection with it.
#[derive(Debug)]
pub struct Web {
    base: Url,
    client: Client,
    runtime: Left,
    pace: Pace,
    deadline: Option<Instant>,
    clock: OurTime,
    stopped: Arc<AtomicBool>,
}

impl Web {
    /// For the files below `base`. `clock` also decides whether a certificate is out of date.
    ///
    /// # Errors
    /// [`Trouble::Address`] where `base` is no address, or `http:` and that is not allowed.
    pub fn new(base: &str, clock: Arc<dyn Clock>, options: WebOptions) -> Result<Self, Trouble> {
        // Not those of the phone: a certificate that somebody else added to it is not trusted.
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        Self::with_roots(base, clock, options, roots)
    }

    /// The same, given up as soon as that is asked for: while it waits for a host that says nothing, too.
    #[must_use]
    pub fn stopped_by(self, stopped: Arc<AtomicBool>) -> Self {
        Self { stopped, ..self }
    }

    fn with_roots(
        base: &str,
        clock: Arc<dyn Clock>,
        options: WebOptions,
        roots: RootCertStore,
    ) -> Result<Self, Trouble> {
        let no_address = |why: &dyn std::fmt::Display| Trouble::Address(format!("{base}: {why}"));
        let base_url = if base.ends_with('/') { Url::parse(base) } else { Url::parse(&format!("{base}/")) };
        let base_url = base_url.map_err(|error| no_address(&error))?;
        let allowed = base_url.scheme() == "https" || (options.cleartext && base_url.scheme() == "http");
        if !allowed || base_url.cannot_be_a_base() {
            return Err(no_address(&"not https"));
        }
        let clock = OurTime(clock);
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| Trouble::Unreachable(error.to_string()))?;
        let client = Client::builder()
            .tls_backend_preconfigured(tls(roots, clock.clone())?)
            .https_only(!options.cleartext)
            .redirect(within_one_host())
            .referer(false)
            .no_proxy()
            .build()
            .map_err(|error| Trouble::Unreachable(chain(&error)))?;
        let runtime = Left(Some(runtime));
        Ok(Self { base: base_url, client, runtime, pace: options.pace, deadline: None, clock, stopped: Arc::default() })
    }
}

impl Fetch for Web {
    fn get(&mut self, ask: &Ask<'_>, body: &mut dyn Write) -> Result<Answer, Trouble> {
        // Not `join`: it would take `a:b` for a scheme and `..` for the way out.
        let address = Url::parse(&format!("{}{}", self.base, ask.path));
        let address = address.map_err(|error| Trouble::Address(format!("{}: {error}", ask.path)))?;
        if !address.path().starts_with(self.base.path()) {
            return Err(Trouble::Address(ask.path.into()));
        }
        let Self { client, runtime, pace, deadline, clock, stopped, .. } = self;
        let Some(runtime) = &runtime.0 else { return Err(Trouble::Stopped) };
        runtime.block_on(async {
            let begun = Instant::now();
            let deadline = *deadline.get_or_insert(begun + pace.whole);
            let pulse = Pulse { pace: *pace, deadline, until: begun + pace.window, came: 0, stopped: stopped.clone() };
            answer(client, address, ask, body, pulse, clock.0.as_ref()).await
        })
    }
}

/// A runtime that is left as it is: without this its end waits for the system to look up a name, longer than anybody does who has
/// pressed "Stop".
#[derive(Debug)]
struct Left(Option<Runtime>);

impl Drop for Left {
    fn drop(&mut self) {
        self.0.take().into_iter().for_each(Runtime::shutdown_background);
    }
}

async fn answer(
    client: &Client,
    address: Url,
    ask: &Ask<'_>,
    body: &mut dyn Write,
    mut pulse: Pulse,
    clock: &dyn Clock,
) -> Result<Answer, Trouble> {
    let request = || {
        let mut request = client.get(address.clone());
        if let Some(tag) = ask.known {
            request = request.header(header::IF_NONE_MATCH, tag);
        }
        if let Some(from) = ask.from {
            request = request.header(header::RANGE, format!("bytes={from}-"));
            // The bytes of the file, not those of a packed one.
            request = request.header(header::ACCEPT_ENCODING, "identity");
        }
        request.send()
    };
    let mut response = match pulse.wait(request()).await? {
        // A host may close a connection that it has answered on just when it is asked again on it. Nothing was answered, and
        // asking changes nothing there: it is asked once more, on a new one.
        Err(error) if !error.is_connect() && !error.is_redirect() => pulse.wait(request()).await?,
        first => first,
    }
    .map_err(|error| trouble(&error))?;
    let headers = response.headers();
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let status = match response.status() {
        StatusCode::OK => Status::Whole,
        StatusCode::PARTIAL_CONTENT => match first_byte(headers) {
            Some(from) => Status::Part { from },
            // A part of which nobody says where it begins is of no use.
            None => Status::Refused(206),
        },
        StatusCode::NOT_MODIFIED => Status::Unchanged,
        StatusCode::NOT_FOUND | StatusCode::GONE => Status::Missing,
        // RFC 6585: a Wi-Fi that wants a log-in first.
        StatusCode::NETWORK_AUTHENTICATION_REQUIRED => return Err(Trouble::Portal),
        other => Status::Refused(other.as_u16()),
    };
    let answer = Answer {
        status,
        tag: text(header::ETAG),
        retry_after: text(header::RETRY_AFTER).and_then(|text| retry_after(&text, clock)),
        kind: text(header::CONTENT_TYPE),
    };
    let asked = ask.from.unwrap_or(0);
    // What stands before the first byte that was asked for.
    let mut before = match status {
        Status::Whole => asked,
        Status::Part { from } if from == asked => 0,
        _ => return Ok(answer),
    };
    // The page of a Wi-Fi is larger than most of what is asked for.
    let page = answer.kind.as_deref().is_some_and(|kind| kind.trim_start().starts_with("text/html"));
    let too_long = |page| if page { Trouble::Portal } else { Trouble::TooLong(ask.cap) };
    let mut left = ask.cap;
    // What a host says of itself can only make it fail sooner; what comes is counted.
    let says_too_long = response.content_length().is_some_and(|length| length > left);
    if says_too_long && page {
        return Err(Trouble::Portal);
    }
    while let Some(bytes) = pulse.wait(response.chunk()).await?.map_err(|error| trouble(&error))? {
        if says_too_long {
            // Not every page says that it is one.
            return Err(too_long(bytes.trim_ascii_start().starts_with(b"<")));
        }
        let length = bytes.len() as u64;
        left = left.checked_sub(length).ok_or_else(|| too_long(page))?;
        pulse.came(length)?;
        let passed = before.min(length);
        before -= passed;
        let bytes = usize::try_from(passed).ok().and_then(|passed| bytes.get(passed..)).unwrap_or_default();
        body.write_all(bytes).map_err(|error| Trouble::Body(error.to_string()))?;
    }
    Ok(answer)
}

/// Counts what comes in each stretch of time.
struct Pulse {
    pace: Pace,
    deadline: Instant,
    until: Instant,
    came: u64,
    stopped: Arc<AtomicBool>,
}

impl Pulse {
    async fn wait<T>(&mut self, what: impl Future<Output = T>) -> Result<T, Trouble> {
        let mut what = std::pin::pin!(what);
        loop {
            if self.stopped.load(Ordering::Relaxed) {
                return Err(Trouble::Stopped);
            }
            let now = Instant::now();
            match timeout_at((now + LOOK_UP).min(self.until).min(self.deadline), &mut what).await {
                Ok(done) => return Ok(done),
                Err(_) => self.turn(Instant::now())?,
            }
        }
    }

    fn came(&mut self, bytes: u64) -> Result<(), Trouble> {
        self.came += bytes;
        // A drop now and then keeps every wait short; the stretch ends all the same.
        self.turn(Instant::now())
    }

    fn turn(&mut self, now: Instant) -> Result<(), Trouble> {
        if now >= self.deadline {
            return Err(Trouble::TooSlow);
        }
        if now >= self.until {
            if self.came < self.pace.least {
                return Err(Trouble::TooSlow);
            }
            self.came = 0;
            self.until = now + self.pace.window;
        }
        Ok(())
    }
}

fn tls(roots: RootCertStore, clock: OurTime) -> Result<ClientConfig, Trouble> {
    let ring = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_details(ring, Arc::new(clock)).with_safe_default_protocol_versions();
    let config = config.map_err(|error| Trouble::Unreachable(error.to_string()))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// Certificates are judged by the same clock as signed files.
#[derive(Clone)]
struct OurTime(Arc<dyn Clock>);

impl std::fmt::Debug for OurTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OurTime")
    }
}

impl TimeProvider for OurTime {
    fn current_time(&self) -> Option<UnixTime> {
        let seconds = u64::try_from(self.0.now().timestamp()).ok()?;
        Some(UnixTime::since_unix_epoch(Duration::from_secs(seconds)))
    }
}

/// A redirect to another host is how a Wi-Fi shows its log-in page, and how a host would send her to somebody else.
fn within_one_host() -> redirect::Policy {
    redirect::Policy::custom(|attempt| {
        let first = attempt.previous().first();
        if first.is_some_and(|first| first.origin() != attempt.url().origin()) || attempt.previous().len() > 3 {
            attempt.error(Elsewhere)
        } else {
            attempt.follow()
        }
    })
}

#[derive(thiserror::Error, Debug)]
#[error("redirected to another host")]
struct Elsewhere;

fn first_byte(headers: &HeaderMap) -> Option<u64> {
    let range = headers.get(header::CONTENT_RANGE)?.to_str().ok()?;
    range.strip_prefix("bytes ")?.split('-').next()?.trim().parse().ok()
}

/// Seconds, or a date.
fn retry_after(text: &str, clock: &dyn Clock) -> Option<Duration> {
    if let Ok(seconds) = text.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = chrono::DateTime::parse_from_rfc2822(text.trim()).ok()?;
    (date.to_utc() - clock.now()).to_std().ok()
}

fn trouble(error: &reqwest::Error) -> Trouble {
    if error.is_redirect() {
        return Trouble::Portal;
    }
    for cause in std::iter::successors(error.source(), |&cause| inside(cause)) {
        let tls = cause.downcast_ref::<rustls::Error>();
        if let Some(rustls::Error::InvalidCertificate(why)) = tls {
            use rustls::CertificateError::{Expired, ExpiredContext, NotValidYet, NotValidYetContext};
            return match why {
                Expired | ExpiredContext { .. } | NotValidYet | NotValidYetContext { .. } => Trouble::Dates,
                other => Trouble::Certificate(other.to_string()),
            };
        }
    }
    Trouble::Unreachable(chain(error))
}

/// What caused an error. An I/O error hides what it carries from `source`.
fn inside<'a>(error: &'a (dyn std::error::Error + 'static)) -> Option<&'a (dyn std::error::Error + 'static)> {
    match error.downcast_ref::<io::Error>() {
        Some(error) => error.get_ref().map(|carried| carried as _),
        None => error.source(),
    }
}

fn chain(error: &reqwest::Error) -> String {
    let causes = std::iter::successors(error.source(), |&cause| cause.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

#[cfg(test)]
mod tests {
    //! What TLS is judged by. The bundled authorities sign nothing for a test, so it brings one of its own.

    use std::{io::Read as _, net::TcpListener};

    use chrono::DateTime;
    use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, date_time_ymd};
    use rustls::{ServerConfig, ServerConnection, pki_types::PrivateKeyDer};

    use super::*;

    struct At(&'static str);

    impl Clock for At {
        fn now(&self) -> DateTime<chrono::Utc> {
            DateTime::parse_from_rfc3339(self.0).unwrap().to_utc()
        }
    }

    /// A host whose certificate holds from November 2026 for a year, and the authority that says so.
    fn host() -> (String, RootCertStore) {
        let mut authority = CertificateParams::default();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority_key = KeyPair::generate().unwrap();
        let authority_certificate = authority.self_signed(&authority_key).unwrap();
        let mut params = CertificateParams::new(vec!["localhost".into()]).unwrap();
        params.not_before = date_time_ymd(2026, 11, 1);
        params.not_after = date_time_ymd(2027, 11, 1);
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &Issuer::from_params(&authority, &authority_key)).unwrap();

        let mut roots = RootCertStore::empty();
        roots.add(authority_certificate.der().clone()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()))
            .unwrap();
        let config = Arc::new(config);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let connection = ServerConnection::new(config.clone()).unwrap();
                let mut tls = rustls::StreamOwned::new(connection, stream.unwrap());
                if tls.read(&mut [0; 4096]).is_ok() {
                    let _ = tls.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
                }
            }
        });
        (address, roots)
    }

    fn ask(address: &str, roots: Option<RootCertStore>, now: &'static str) -> Result<Answer, Trouble> {
        let clock = Arc::new(At(now));
        let web = match roots {
            Some(roots) => Web::with_roots(address, clock, WebOptions::APP, roots),
            None => Web::new(address, clock, WebOptions::APP),
        };
        web?.get(&Ask::whole("x", 10), &mut Vec::new())
    }

    #[test]
    fn a_certificate_is_judged_by_the_clock_that_was_given() {
        let (address, roots) = host();
        assert_eq!(ask(&address, Some(roots.clone()), "2026-12-01T00:00:00Z").unwrap().status, Status::Whole);
        for wrong in ["1970-01-02T00:00:00Z", "2028-01-01T00:00:00Z"] {
            assert_eq!(ask(&address, Some(roots.clone()), wrong), Err(Trouble::Dates), "{wrong}");
        }
    }

    #[test]
    fn an_authority_that_is_not_bundled_is_not_trusted() {
        let (address, _) = host();
        let trouble = ask(&address, None, "2026-12-01T00:00:00Z").unwrap_err();
        assert!(matches!(trouble, Trouble::Certificate(_)), "{trouble}");
    }

    #[test]
    fn a_certificate_for_another_host_is_not_trusted() {
        let (address, roots) = host();
        let trouble = ask(&address.replace("localhost", "127.0.0.1"), Some(roots), "2026-12-01T00:00:00Z").unwrap_err();
        assert!(matches!(trouble, Trouble::Certificate(_)), "{trouble}");
    }

    #[test]
    fn the_app_never_asks_in_clear() {
        assert!(matches!(
            Web::new("http://localhost/", Arc::new(At("2026-12-01T00:00:00Z")), WebOptions::APP),
            Err(Trouble::Address(_))
        ));
    }
}
