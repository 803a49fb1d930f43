//! Money: who gets how much, to the cent, and why.

mod explain;
mod given;
mod infer;
mod ledger;
mod many;
mod overtime;
mod planted;
mod random;
mod reconcile;
mod rows;
mod split;
