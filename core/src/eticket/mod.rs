//! E-tickets: numbers, records, the check at the door, and lists for doors without a network.
