//! How an application comes to a key: a user makes it in the browser.
//!
//! 1. [`Wish`] asks for it with `requestApiKey` and a developer key. The answer is a [`Ticket`].
//! 2. **Store the token of the ticket**, then send the user to its address. There the user signs in, which decides whose
//!    account it is, and approves. That the browser comes back to `return_url` proves nothing.
//! 3. [`Collect`] asks `retrieveApiKey` until the user has decided, and with the new key `getUserInfo`, whose it is. It
//!    needs no more than the token, so that another process can go on where one has ended.
//!
//! Asking `retrieveApiKey` every two seconds is asking again on purpose, not the repetition of a call that failed: while
//! the user has not decided, its answer is a success that says so, and the vendor's own tool asks this way. A call whose
//! answer was lost may have been the one that handed out the key, which happens once. Asking once more makes that no
//! worse, and tells it: the key is then [lost](KeyState::Lost), and the user is asked for another one.
//!
//! ```
//! use digistore24::keys::{Collect, KeyState, Wish};
//! use digistore24::{Client, Flow, Inquiring, sandbox::Sandbox};
//!
//! let mut sandbox = Sandbox::new();
//! let client = Client::new(sandbox.developer_key())?;
//! let wish = Wish::new("https://shop.example.org/connected");
//! let ticket = wish.through(&client).run(&mut sandbox)?;
//! let stored = ticket.token().to_owned(); // where the next process finds it
//! println!("Please open {}", ticket.url());
//! sandbox.approve(&stored); // as the user does in the browser
//!
//! let collected = Inquiring::new(&client, Collect::new(&stored)).run(&mut sandbox)?;
//! assert_eq!(collected.state, KeyState::Granted);
//! let granted = collected.granted.ok_or("no key")?;
//! assert_eq!(granted.user.and_then(|user| user.name).as_deref(), Some("ada"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A key that was made this way ends with `unregister`, called with that very key. Its connections for notifications end
//! with it:
//!
//! ```
//! # use digistore24::{Client, Flow, PerCall, catalogue::api_keys::Unregister, sandbox::Sandbox};
//! # let mut sandbox = Sandbox::new();
//! # let client = Client::new(sandbox.developer_key())?;
//! # let api_key = sandbox.api_key().to_owned();
//! let theirs = client.with(&PerCall { api_key: Some(api_key), ..PerCall::default() })?;
//! let gone = theirs.call(Unregister {}).run(&mut sandbox)?;
//! assert_eq!(gone.modified()?, Some(false)); // this one was made by hand, and stays
//! # Ok::<(), digistore24::Error>(())
//! ```

mod collect;
mod granted;
mod requesting;
mod state;
mod ticket;
mod wish;

pub use collect::{Collect, collect_of};
pub use granted::{Collected, Failed, Granted, User};
pub use requesting::Requesting;
pub use state::KeyState;
pub use ticket::{Ticket, ticket_of};
pub use wish::{Wish, wish_of};
