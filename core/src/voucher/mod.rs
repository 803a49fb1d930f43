//! Discount codes and value vouchers: whether a code applies, and what is left to pay.
