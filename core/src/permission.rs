//! What a key may do, and which of a client's keys a function is called with.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use crate::key::Key;
use crate::wire::{Access, Repeat, Spec};

/// What a key may do, as `getUserInfo` tells in `api_key_permissions` (a field seen in answers of 2025, in no document).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Permission {
    /// Nobody has said. Every call is sent, and the service decides.
    #[default]
    Unknown,
    /// It reads. Sources call it both `readonly` and `read-only`.
    ReadOnly,
    /// It reads and changes: `writable`.
    Writable,
    /// It belongs to an application, not to an account: `developer`. It asks for keys, and checks licence keys.
    Developer,
}

impl Permission {
    /// The permission of that name; of any other name nothing is known.
    pub fn of(word: &str) -> Permission {
        match word.trim().to_ascii_lowercase().as_str() {
            "readonly" | "read-only" => Permission::ReadOnly,
            "writable" => Permission::Writable,
            "developer" => Permission::Developer,
            _ => Permission::Unknown,
        }
    }

    /// The word for it; empty where nothing is known.
    pub fn as_str(self) -> &'static str {
        match self {
            Permission::Unknown => "",
            Permission::ReadOnly => "readonly",
            Permission::Writable => "writable",
            Permission::Developer => "developer",
        }
    }

    /// Whether a key with this permission may call a function, as far as the catalogue knows.
    pub fn allows(self, function: &Spec) -> bool {
        match self {
            Permission::Unknown => true,
            Permission::ReadOnly => function.access == Access::Read,
            Permission::Writable => function.access != Access::Developer,
            Permission::Developer => function.developer || function.access == Access::Developer,
        }
    }
}

/// A key, and what is known of it. Clones share what is learned.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keyed {
    pub(crate) key: Key,
    known: Arc<AtomicU8>,
}

impl Keyed {
    pub(crate) fn new(key: &str, permission: Permission) -> Keyed {
        let keyed = Keyed { key: Key(key.to_owned()), known: Arc::default() };
        keyed.learn(permission);
        keyed
    }

    pub(crate) fn permission(&self) -> Permission {
        match self.known.load(Ordering::Relaxed) {
            1 => Permission::ReadOnly,
            2 => Permission::Writable,
            3 => Permission::Developer,
            _ => Permission::Unknown,
        }
    }

    /// Keeps what was told of the key.
    pub(crate) fn learn(&self, permission: Permission) {
        self.known.store(permission as u8, Ordering::Relaxed);
    }
}

/// The keys of a client.
#[derive(Clone, Debug)]
pub(crate) struct Keys {
    pub(crate) main: Keyed,
    pub(crate) write: Option<Keyed>,
    pub(crate) developer: Option<Keyed>,
    pub(crate) writing: bool,
}

impl Keys {
    /// The key to call a function with, or why it cannot be called. Of what the catalogue does not know, the worst is
    /// assumed: that it changes something.
    pub(crate) fn choose(&self, function: Option<&Spec>) -> Result<&Keyed, String> {
        let access = function.map_or(Access::Write, |function| function.access);
        let once = function.is_none_or(|function| function.repeat == Repeat::Once);
        // `unregister` asks for a key that reads, and ends it.
        if !self.writing && (access == Access::Write || access == Access::Read && once) {
            return Err(
                "writing is switched off for this client; make it with `writing` switched on to change something"
                    .to_owned(),
            );
        }
        let keyed = match (access, &self.write, &self.developer) {
            (Access::Read, _, _) => &self.main,
            (Access::Write, write, _) => write.as_ref().unwrap_or(&self.main),
            (Access::Developer, _, Some(developer)) => developer,
            // Next to a key that writes, the other one reads, unless it is known not to.
            (Access::Developer, Some(_), None) if self.main.permission() != Permission::Developer => {
                return Err(
                    "it takes a developer key, and this client has none; give one as `developer_key`".to_owned()
                );
            }
            (Access::Developer, _, None) => &self.main,
        };
        match function {
            Some(function) if !keyed.permission().allows(function) => Err(refusal(keyed, function)),
            _ => Ok(keyed),
        }
    }

    /// The one of them that reads so, with all that is known of it.
    pub(crate) fn known(&self, key: &str) -> Option<&Keyed> {
        let others = self.write.iter().chain(&self.developer);
        std::iter::once(&self.main).chain(others).find(|keyed| keyed.key.0 == key)
    }
}

/// Why a key is not enough, and what to do.
fn refusal(keyed: &Keyed, function: &Spec) -> String {
    let (kind, remedy) = match (keyed.permission(), function.access) {
        (Permission::ReadOnly, Access::Write) => {
            ("only reads", "give another one as `write_key`, or call getUserInfo again if that has changed")
        }
        (Permission::ReadOnly, _) => ("only reads", "give one as `developer_key`"),
        (Permission::Developer, _) => ("is a developer key", "make the client with the key of an account"),
        _ => ("belongs to an account", "give one as `developer_key`"),
    };
    format!("it takes {}, and the key {:?} {kind}; {remedy}", function.needs(), keyed.key)
}

impl Spec {
    /// The kind of key that is needed, in words: `a key with full access`.
    pub fn needs(&self) -> &'static str {
        match (self.access, self.developer) {
            (Access::Read, false) => "a read-only key",
            (Access::Read, true) => "a read-only key or a developer key",
            (Access::Write, false) => "a key with full access",
            (Access::Write, true) => "a key with full access or a developer key",
            (Access::Developer, _) => "a developer key",
        }
    }
}
