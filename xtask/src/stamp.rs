//! Remembering that a step is done: a small file holding a hash of what the step was made from.
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::PathBuf,
};

use crate::Result;

/// The mark of one finished step. It best lies inside what the step makes, so that both vanish together.
pub(crate) struct Stamp {
    file: PathBuf,
    key: String,
}

impl Stamp {
    /// The stamp at `file` for a step made from `inputs`.
    pub(crate) fn new(file: PathBuf, inputs: impl Hash) -> Stamp {
        let mut hasher = DefaultHasher::new();
        inputs.hash(&mut hasher);
        Stamp { file, key: format!("{:016x}", hasher.finish()) }
    }

    /// Whether the step was already done from these inputs.
    pub(crate) fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|key| key == self.key)
    }

    /// Marks the step as done.
    pub(crate) fn set(&self) -> Result {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.file, &self.key)
            .map_err(|error| format!("{} cannot be written: {error}", self.file.display()).into())
    }
}
