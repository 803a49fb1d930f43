//! Licence keys: their shape, the check with the service, and receipts that hold without it.
