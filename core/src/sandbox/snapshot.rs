//! The whole account as one JSON text, to be kept and to go on with.

use std::time::Duration;

use super::Sandbox;
use super::kept::{Fields, Kept};
use super::people::{Tell, named};
use crate::Problem;
use crate::options::read_all;

pub(super) const VERBS: &[(&str, Tell)] = &[
    ("save", |sandbox, options| {
        read_all(options, |_| Some(()))?;
        Ok(record! { text: sandbox.save() })
    }),
    ("load", |sandbox, options| {
        let text = named(options, "text", "what `save` gave")?;
        let loaded = Sandbox::load(&text).map_err(|problem| vec![Problem::new("text", problem.message)])?;
        sandbox.account = loaded.account;
        sandbox.walk = sandbox.walk.map(|_| Duration::ZERO);
        Ok(record! { time: sandbox.time() })
    }),
];

/// What the rows of a snapshot look like. It counts on when they change.
const FORM: i64 = 1;

impl Sandbox {
    /// The account and all that was done to it as JSON. [`load`](Sandbox::load) goes on from there: the same requests get the
    /// same answers.
    ///
    /// It holds everything in plain text, also the keys of this sandbox and the passphrases of its connections.
    ///
    /// ```
    /// use digistore24::sandbox::{Checkout, Sandbox};
    ///
    /// let mut sandbox = Sandbox::new();
    /// let bought = sandbox.buy(&Checkout::new("515151", "mia@example.com")).unwrap();
    /// let mut again = Sandbox::load(&sandbox.save())?;
    /// assert!(again.refund(&bought.transaction_ids[0]).is_ok());
    /// # Ok::<(), digistore24::Problem>(())
    /// ```
    pub fn save(&self) -> String {
        let mut text = String::from("{\"digistore24_sandbox\":");
        FORM.save(&mut text);
        text.push_str(",\"account\":");
        self.account.save(&mut text);
        text.push('}');
        text
    }

    /// The account of a snapshot.
    ///
    /// # Errors
    /// When the text is none.
    pub fn load(text: &str) -> Result<Sandbox, Problem> {
        let wrong = |message: &str| Problem::new("", message);
        let fields = Fields::of(text).ok_or_else(|| match text.trim_start().starts_with('{') {
            true => wrong("the snapshot is damaged or cut off: it is no JSON; take one that `save` made"),
            false => wrong("expected a snapshot of a sandbox, as `save` makes one"),
        })?;
        match fields.load::<Option<i64>>("digistore24_sandbox") {
            Some(Some(FORM)) => {}
            Some(None) => return Err(wrong("expected a snapshot of a sandbox, as `save` makes one")),
            _ => return Err(wrong("the snapshot was saved by another version; make it anew with this one")),
        }
        let mut account: super::store::Account =
            fields.load("account").ok_or_else(|| wrong("the snapshot is damaged; take one that `save` made"))?;
        account.schedule_all();
        Ok(Sandbox::of(account))
    }
}
