//! Chance that comes from a seed: the same seed always throws the same.

/// A small generator of numbers, splitmix64 by Steele, Lea and Flood. It is for stories, not for secrets.
#[derive(Clone, Debug)]
pub(super) struct Dice(u64);

impl Dice {
    /// Dice of a seed. What is stirred in keeps two stories of one seed apart.
    pub(super) fn of(seed: u64, stirred_in: &[u64]) -> Dice {
        let mut dice = Dice(seed);
        for part in stirred_in {
            dice.0 = dice.next() ^ part;
        }
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one below `end`; 0 where there is none.
    pub(super) fn below(&mut self, end: i64) -> i64 {
        let end = u128::from(u64::try_from(end).unwrap_or_default());
        i64::try_from((u128::from(self.next()) * end) >> 64).unwrap_or_default()
    }

    /// A number from `least` to `most`.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        least + self.below(most - least + 1)
    }

    /// True so many times in a hundred.
    pub(super) fn percent(&mut self, chance: i64) -> bool {
        self.below(100) < chance
    }

    /// One of several; they are not empty.
    pub(super) fn one<'o, T>(&mut self, of: &'o [T]) -> Option<&'o T> {
        let at = self.below(i64::try_from(of.len()).unwrap_or(i64::MAX));
        of.get(usize::try_from(at).unwrap_or_default())
    }
}

/// How likely each of several is: their weights, summed up.
#[derive(Clone, Debug)]
pub(super) struct Odds(Vec<i64>);

impl Odds {
    pub(super) fn of(weights: impl IntoIterator<Item = i64>) -> Odds {
        let sums = weights.into_iter().scan(0, |sum, weight| {
            *sum += weight;
            Some(*sum)
        });
        Odds(sums.collect())
    }

    /// Where one of them stands, each as likely as its weight.
    pub(super) fn draw(&self, dice: &mut Dice) -> usize {
        let drawn = dice.below(self.0.last().copied().unwrap_or_default());
        self.0.partition_point(|sum| *sum <= drawn)
    }

    /// One of those that the weights stand for.
    pub(super) fn one<'o, T>(&self, of: &'o [T], dice: &mut Dice) -> Option<&'o T> {
        of.get(self.draw(dice))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_that_were_published() {
        let mut dice = Dice(1_234_567);
        let drawn: Vec<u64> = (0..3).map(|_| dice.next()).collect();
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn every_number_comes_about_as_often() {
        let mut dice = Dice::of(7, &[1, 2]);
        let mut counts = [0; 6];
        for _ in 0..60_000 {
            let drawn = usize::try_from(dice.between(1, 6)).ok();
            if let Some(count) = drawn.and_then(|drawn| counts.get_mut(drawn - 1)) {
                *count += 1;
            }
        }
        assert!(counts.iter().all(|count| (9_500..10_500).contains(count)), "{counts:?}");
        let mut weighed = [0; 3];
        let odds = Odds::of([1, 0, 2]);
        for _ in 0..60_000 {
            if let Some(count) = weighed.get_mut(odds.draw(&mut dice)) {
                *count += 1;
            }
        }
        assert!(matches!(weighed, [19_000..21_000, 0, 39_000..41_000]), "{weighed:?}");
        assert_eq!(dice.below(0), 0);
    }
}
