//! Every row of a list once, however many pages and periods it takes.
//!
//! ```
//! use digistore24::{Client, Flow, Paging, Time, Zone, catalogue::purchases::ListPurchases, sandbox::Sandbox};
//!
//! let mut sandbox = Sandbox::new();
//! let client = Client::new(sandbox.api_key())?;
//! let now = Time::parse("2026-10-05 12:00:00", Zone::Berlin).unwrap();
//! let since = ListPurchases { from: Some("start".into()), ..Default::default() };
//! let pages = client.pages(since, now, &Paging::default())?;
//! while let Some(page) = pages.next() {
//!     for row in page.run(&mut sandbox)? {
//!         println!("{:?}", row.get("id"));
//!     }
//! }
//! # Ok::<(), digistore24::Error>(())
//! ```

mod cursor;
mod identity;
mod moments;
mod paging;
mod reading;
mod rows;
mod state;
mod table;
mod window;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

pub use self::cursor::Cursor;
pub use self::paging::Paging;
pub use self::rows::Rows;
use self::state::State;
use crate::wire::send::Function;
use crate::{Attempt, Call, Client, Error, Failure, Flow, Problem, Response, Step, Time, Value, catalogue};

/// Every row of a list once.
///
/// The service knows no cursors: a page is a stretch of the list as it is at that moment, and when rows come or go while
/// pages are read, others slip from one page to the next. So pages overlap: each begins at a row that was read before.
/// Where that is not found, the pages before are read again. All that stays in the list all the time is handed out once,
/// nothing of it is lost. That needs an order which stays the same: lists that can be are sorted by date. Of others it is
/// assumed.
///
/// The period is fixed in the beginning: `-3d` and `now` become the moments they mean then. Lists that take a period have
/// to be told since when, as the service would otherwise answer the last 24 hours only.
///
/// Lists without pages come as the service answers them in one call: of `listPurchasesOfEmail` that is no more than its
/// `limit`, which is 100 unless given.
///
/// Clones share how far they have read.
#[derive(Clone)]
pub struct Pages {
    client: Client,
    state: Arc<Mutex<State>>,
}

impl Client {
    /// Every row of a list once, from parameters without `page_no`. `page_size` is how many rows are asked for at most.
    ///
    /// # Errors
    /// [`Error::Params`] with everything that is wrong with the parameters, the period, and the cursor.
    pub fn pages<F: Function>(&self, parameters: F, now: Time, paging: &Paging) -> Result<Pages, Error> {
        self.pages_named(F::SPEC.name, parameters.value().unwrap_or_default(), now, paging)
    }

    /// The same for callers without types: a function by the name the service gives it.
    ///
    /// # Errors
    /// As with [`pages`](Client::pages).
    pub fn pages_named(&self, function: &str, parameters: Value, now: Time, paging: &Paging) -> Result<Pages, Error> {
        let spec = catalogue::find(function).ok_or_else(|| vec![Client::unknown(function)]);
        let state = spec.and_then(|spec| State::new(spec, &parameters, now, paging));
        match state {
            Ok(state) => Ok(Pages { client: self.clone(), state: Arc::new(Mutex::new(state)) }),
            Err(problems) => Err(Error::Params { function: function.to_owned(), problems }),
        }
    }
}

impl Pages {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next page; `None` when the list was read to its end. After an error it is the same page again.
    pub fn next(&self) -> Option<Page> {
        let state = self.state();
        (!state.is_over()).then(|| Page {
            pages: self.clone(),
            call: None,
            turn: state.turn,
            seen: None,
            outcome: None,
        })
    }

    /// Where reading has got to, all rows of the last page taken for used.
    pub fn cursor(&self) -> Cursor {
        self.state().cursor()
    }

    /// Where reading has got to when only so many rows of the last page were used.
    pub fn cursor_after(&self, used: usize) -> Cursor {
        self.state().cursor_after(used)
    }

    /// How many rows were handed out, by processes before as well.
    pub fn rows(&self) -> u64 {
        self.state().rows()
    }

    /// How many rows the service says there are, where it says so.
    pub fn total(&self) -> Option<u64> {
        self.state().total
    }
}

impl fmt::Debug for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("Pages")
            .field("function", &state.spec.name)
            .field("rows", &state.rows())
            .field("is_over", &state.is_over())
            .finish_non_exhaustive()
    }
}

/// One page of a list, with the requests it takes to bring new rows.
#[must_use = "a page does nothing until it is run"]
pub struct Page {
    pages: Pages,
    call: Option<Call>,
    turn: u64,
    seen: Option<Attempt>,
    outcome: Option<Result<Rows, Error>>,
}

impl Page {
    /// What the answer comes to; `None` when another request is needed.
    fn took(&mut self, result: Result<crate::Answer, Error>) -> Option<Result<Rows, Error>> {
        let answer = match result {
            Ok(answer) => answer,
            Err(error) => return Some(Err(error)),
        };
        let mut state = self.pages.state();
        if state.turn != self.turn {
            let message = "this page was overtaken by another of the same list; ask for the next one";
            let function = state.spec.name.to_owned();
            return Some(Err(Error::Params { function, problems: vec![Problem::new("", message)] }));
        }
        let result = state.took(answer);
        self.turn = state.turn;
        match result {
            Ok(rows) if rows.is_empty() && !state.is_over() => None,
            result => Some(result),
        }
    }
}

impl Flow for Page {
    type Output = Result<Rows, Error>;

    fn step(&mut self, now: Duration) -> Step<Self::Output> {
        loop {
            if let Some(outcome) = &self.outcome {
                return Step::Done(outcome.clone());
            }
            let call = self.call.get_or_insert_with(|| {
                let state = self.pages.state();
                self.pages.client.call_named(state.spec.name, state.call())
            });
            let step = call.step(now);
            self.seen = call.seen().or(self.seen.take());
            match step {
                Step::Send(request) => return Step::Send(request),
                Step::Wait(pause) => return Step::Wait(pause),
                Step::Done(result) => {
                    self.call = None;
                    self.outcome = self.took(result);
                }
            }
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        if let Some(call) = &mut self.call {
            call.answer(reply);
        }
    }

    fn seen(&mut self) -> Option<Attempt> {
        self.seen.take()
    }
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page").field("pages", &self.pages).finish_non_exhaustive()
    }
}
