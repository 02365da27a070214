//! Papers on their way to the page: bytes in memory behind a token, handed over by a narrow scheme.
//!
//! Must never: read a file for the page, or keep more than a few papers.

use std::borrow::Cow;
use std::sync::Arc;

use app::Failure;
use tauri::http::{Method, Request, Response, StatusCode, header};
use tauri::{Runtime, UriSchemeContext};

use crate::tokens::Tokens;

/// `paper://localhost/<token>`, on Windows `http://paper.localhost/<token>`.
pub(crate) const SCHEME: &str = "paper";

/// The page's own origins; no other page may read a paper.
const ORIGINS: [&str; 3] = [
    "tauri://localhost",
    "http://tauri.localhost",
    "https://tauri.localhost",
];

/// The papers the page may fetch.
#[derive(Debug, Clone, Default)]
pub struct Papers(Tokens<Vec<u8>>);

impl Papers {
    /// Keeps a paper and answers its token; the oldest is forgotten.
    ///
    /// # Errors
    /// When the operating system gives no random numbers.
    pub fn keep(&self, pdf: Vec<u8>) -> Result<String, Failure> {
        self.0.keep(Arc::new(pdf))
    }

    /// Forgets all papers: they belong to records that were closed.
    pub fn clear(&self) {
        self.0.clear();
    }

    /// Answers one request of the page.
    pub fn answer(&self, request: &Request<Vec<u8>>) -> Response<Cow<'static, [u8]>> {
        let origin = request
            .headers()
            .get(header::ORIGIN)
            .and_then(|origin| origin.to_str().ok());
        // WebKit names no origin for its own schemes; the page's usual one is allowed then.
        let Some(origin) = allowed(origin.unwrap_or_else(|| usual_origin())) else {
            return bare(StatusCode::FORBIDDEN);
        };
        if request.method() != Method::GET {
            return bare(StatusCode::METHOD_NOT_ALLOWED);
        }
        let Some(pdf) = self.0.get(request.uri().path().trim_start_matches('/')) else {
            return bare(StatusCode::NOT_FOUND);
        };
        Response::builder()
            .header(header::CONTENT_TYPE, "application/pdf")
            .header(header::CACHE_CONTROL, "no-store")
            .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
            .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin)
            .body(Cow::Owned(pdf.to_vec()))
            .unwrap_or_else(|_| bare(StatusCode::INTERNAL_SERVER_ERROR))
    }

    /// The scheme's handler.
    pub(crate) fn protocol<R: Runtime>(
        &self,
    ) -> impl Fn(UriSchemeContext<'_, R>, Request<Vec<u8>>) -> Response<Cow<'static, [u8]>>
    + Send
    + Sync
    + use<R>
    + 'static {
        let papers = self.clone();
        move |_, request| papers.answer(&request)
    }
}

fn usual_origin() -> &'static str {
    let [unix, windows, _] = ORIGINS;
    if cfg!(windows) { windows } else { unix }
}

fn allowed(origin: &str) -> Option<&'static str> {
    ORIGINS.into_iter().find(|one| *one == origin)
}

fn bare(status: StatusCode) -> Response<Cow<'static, [u8]>> {
    let mut response = Response::new(Cow::Borrowed(&[][..]));
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::KEPT;

    fn ask(papers: &Papers, method: Method, token: &str, origin: Option<&str>) -> StatusCode {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("paper://localhost/{token}"));
        if let Some(origin) = origin {
            request = request.header(header::ORIGIN, origin);
        }
        papers.answer(&request.body(Vec::new()).unwrap()).status()
    }

    #[test]
    fn a_kept_paper_is_handed_over_whole() {
        let papers = Papers::default();
        let token = papers.keep(b"%PDF-1.7".to_vec()).unwrap();
        let request = Request::get(format!("paper://localhost/{token}"))
            .body(Vec::new())
            .unwrap();
        let response = papers.answer(&request);
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "application/pdf");
        assert_eq!(
            response.headers()[header::ACCESS_CONTROL_ALLOW_ORIGIN],
            usual_origin()
        );
        assert_eq!(response.body().as_ref(), b"%PDF-1.7");
    }

    #[test]
    fn a_guess_another_method_and_another_page_get_nothing() {
        let papers = Papers::default();
        let token = papers.keep(b"%PDF-1.7".to_vec()).unwrap();
        assert_eq!(ask(&papers, Method::GET, "0", None), StatusCode::NOT_FOUND);
        assert_eq!(
            ask(&papers, Method::GET, "../../etc/passwd", None),
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            ask(&papers, Method::POST, &token, None),
            StatusCode::METHOD_NOT_ALLOWED
        );
        let elsewhere = Some("https://example.org");
        assert_eq!(
            ask(&papers, Method::GET, &token, elsewhere),
            StatusCode::FORBIDDEN
        );
        assert_eq!(
            ask(&papers, Method::GET, &token, Some("tauri://localhost")),
            StatusCode::OK
        );
    }

    #[test]
    fn the_oldest_paper_is_forgotten_and_closing_forgets_all() {
        let papers = Papers::default();
        let tokens: Vec<_> = (0..=KEPT)
            .map(|n| papers.keep(vec![n as u8]).unwrap())
            .collect();
        assert_eq!(
            ask(&papers, Method::GET, &tokens[0], None),
            StatusCode::NOT_FOUND
        );
        assert_eq!(ask(&papers, Method::GET, &tokens[1], None), StatusCode::OK);
        papers.clear();
        assert_eq!(
            ask(&papers, Method::GET, &tokens[1], None),
            StatusCode::NOT_FOUND
        );
    }
}
