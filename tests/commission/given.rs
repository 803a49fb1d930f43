//! Splits as the options that they were computed from.

use digistore24::commission::{split, split_of};
use proptest::prelude::*;

use super::random::cases;

proptest! {
    #[test]
    fn the_options_of_a_split_come_to_the_same_split((sale, terms) in cases()) {
        let split = split(&sale, &terms).unwrap();
        prop_assert_eq!(split_of(&split.options()), Ok(split));
    }
}
