//! What became of a call, as plain data.

use super::{Aftermath, Evidence};
use crate::Value;
use crate::value::list;

impl From<&Evidence> for Value {
    fn from(evidence: &Evidence) -> Value {
        Value::from([("function", evidence.function.into()), ("record", evidence.record.clone())])
    }
}

impl From<&Aftermath> for Value {
    fn from(aftermath: &Aftermath) -> Value {
        Value::from([
            ("function", aftermath.function.as_str().into()),
            ("verdict", aftermath.verdict.as_str().into()),
            ("reason", aftermath.reason.as_str().into()),
            ("evidence", list(&aftermath.evidence)),
            ("basis", aftermath.basis.as_str().into()),
            ("again_in", aftermath.again_in.into()),
        ])
    }
}

/// The result of a conversation.
impl From<Aftermath> for Value {
    fn from(aftermath: Aftermath) -> Value {
        Value::from(&aftermath)
    }
}
