//! The tables that all languages share.
