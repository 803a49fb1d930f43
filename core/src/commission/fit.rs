//! Which percentages explain that a part was taken of a base: exact intervals, and the points that most of them share.

use super::round::Tie;

/// An interval of whole steps of percent, both ends in it.
pub(super) type Steps = (i64, i64);

/// The percentages, in `steps` to one percent, of which rounding makes `part` out of `base`; `None` without any.
#[inline]
pub(super) fn of_base(base: i64, part: i64, steps: i64, tie: Tie) -> Option<Steps> {
    // part - 1/2 <= base × percent / 100 <= part + 1/2, doubled.
    between(part, steps.checked_mul(50)?, base, base, tie, steps)
}

/// The same for a part that is inside a price on top of the rest, as VAT is.
pub(super) fn inside(price: i64, part: i64, steps: i64, tie: Tie) -> Option<Steps> {
    let twice = price.checked_sub(part)?.checked_mul(2)?;
    between(part, steps.checked_mul(100)?, twice.checked_add(1)?, twice.checked_sub(1)?, tie, steps)
}

/// From `(2 × part - 1) × scale / low` to `(2 × part + 1) × scale / high`; whether the ends belong to it is the tie's.
#[inline]
fn between(part: i64, scale: i64, low: i64, high: i64, tie: Tie, steps: i64) -> Option<Steps> {
    if part < 0 || low <= 0 || high <= 0 {
        return None;
    }
    let twice = part.checked_mul(2)?;
    let (from, to) = (twice.checked_sub(1)?.checked_mul(scale)?, twice.checked_add(1)?.checked_mul(scale)?);
    let is_even = tie == Tie::Even && part % 2 == 0;
    let from = match tie == Tie::Up || is_even {
        true => from.checked_add(low - 1)?.div_euclid(low),
        false => from.div_euclid(low) + 1,
    };
    let to = match tie == Tie::Down || is_even {
        true => to.div_euclid(high),
        false => to.checked_add(high - 1)?.div_euclid(high) - 1,
    };
    let (from, to) = (from.max(0), to.min(steps.checked_mul(100)?));
    (from <= to).then_some((from, to))
}

/// How many decimals so many of `steps` (a power of ten) to a whole have.
pub(super) fn decimals(count: i64, steps: i64) -> u8 {
    let (mut coarse, mut decimals) = (steps, 0);
    while coarse > 1 && count % coarse != 0 {
        coarse /= 10;
        decimals += 1;
    }
    decimals
}

/// The number with the fewest decimals in an interval of `steps` (a power of ten) to a whole.
pub(super) fn simplest((from, to): Steps, steps: i64) -> i64 {
    let mut coarse = steps;
    while coarse > 1 {
        let above = (from + coarse - 1).div_euclid(coarse) * coarse;
        if above <= to {
            return above;
        }
        coarse /= 10;
    }
    from
}

/// That a part was taken of a base, in so many rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sample {
    pub(super) base: i64,
    pub(super) part: i64,
    pub(super) rows: i32,
}

impl Sample {
    /// Equal ones become one of more rows.
    pub(super) fn merged(mut samples: Vec<Sample>) -> Vec<Sample> {
        samples.sort_unstable();
        samples.dedup_by(|next, kept| {
            let is_same = (next.base, next.part) == (kept.base, kept.part);
            if is_same {
                kept.rows = kept.rows.saturating_add(next.rows);
            }
            is_same
        });
        samples
    }

    /// How many rows they are.
    pub(super) fn rows(samples: &[Sample]) -> usize {
        samples.iter().map(|sample| sample.rows.unsigned_abs() as usize).sum()
    }
}

/// A percentage in steps, and a fixed part in the smallest unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) percent: i64,
    pub(super) fixed: i64,
}

/// How many rows each percentage explains, beside each fixed part.
pub(super) struct Grid {
    fixed: Vec<i64>,
    steps: i64,
    width: usize,
    tie: Tie,
    /// For each fixed part how many rows more a percentage explains than the one before.
    more: Vec<i32>,
}

impl Grid {
    pub(super) fn new(fixed: Vec<i64>, steps: i64, tie: Tie) -> Grid {
        let width = usize::try_from(steps).unwrap_or_default() * 100 + 2;
        Grid { more: vec![0; width * fixed.len()], fixed, steps, width, tie }
    }

    /// Counts a sample in.
    pub(super) fn add(&mut self, sample: Sample) {
        self.count(sample, sample.rows);
    }

    /// Counts a sample out again.
    pub(super) fn remove(&mut self, sample: Sample) {
        self.count(sample, -sample.rows);
    }

    fn count(&mut self, sample: Sample, rows: i32) {
        for (line, fixed) in self.more.chunks_exact_mut(self.width).zip(&self.fixed) {
            let Some((from, to)) = of_base(sample.base, sample.part.saturating_sub(*fixed), self.steps, self.tie)
            else {
                continue;
            };
            if let Some(cell) = line.get_mut(from as usize) {
                *cell += rows;
            }
            if let Some(cell) = line.get_mut(to as usize + 1) {
                *cell -= rows;
            }
        }
    }

    /// The point that explains the most rows, how many, and how many points explain as many. Of those the one with the
    /// lowest rank.
    pub(super) fn best<R: Ord>(&self, rank: impl Fn(Point) -> R) -> Option<(Point, i32, usize)> {
        let mut best: Option<(Point, i32, usize)> = None;
        for (line, fixed) in self.more.chunks_exact(self.width).zip(&self.fixed) {
            let mut rows = 0;
            for (percent, more) in line.iter().enumerate() {
                rows += more;
                let most = best.map_or(1, |(_, most, _)| most);
                if rows < most {
                    continue;
                }
                let point = Point { percent: percent as i64, fixed: *fixed };
                best = match best {
                    Some((other, most, ties)) if rows == most => {
                        Some((if rank(point) < rank(other) { point } else { other }, most, ties + 1))
                    }
                    _ => Some((point, rows, 1)),
                };
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::super::round::Share;
    use super::*;
    use crate::Amount;

    /// Every percentage in the interval makes the part, and its neighbours do not.
    #[test]
    fn intervals_are_exact_for_every_tie() {
        let share = |steps: i64| Share::percent(Amount::new(steps, 2).unwrap_or_default()).unwrap_or(Share::NONE);
        for tie in [Tie::Up, Tie::Down, Tie::Even] {
            for base in [1, 3, 50, 199, 2500, 4900, 29_750] {
                for percent in (0..=10_000).step_by(37) {
                    let part = share(percent).of(base, tie).map_or(0, |part| part.units);
                    let (from, to) = of_base(base, part, 100, tie).unwrap_or((1, 0));
                    assert!((from..=to).contains(&percent), "{base} {percent} {part} {tie:?}: {from}..={to}");
                    let makes = |steps| share(steps).of(base, tie).is_some_and(|other| other.units == part);
                    assert!(makes(from) && makes(to), "{base} {part} {tie:?}: {from}..={to}");
                    assert!(from == 0 || !makes(from - 1), "{base} {part} {tie:?}: below {from}");
                    assert!(to == 10_000 || !makes(to + 1), "{base} {part} {tie:?}: above {to}");
                }
            }
        }
    }

    #[test]
    fn taxes_inside_a_price_are_found_again() {
        let found = |price, vat| inside(price, vat, 1000, Tie::Up).map(|steps| simplest(steps, 1000));
        assert_eq!(found(3700, 667), Some(22_000));
        assert_eq!(found(4900, 367), Some(8_100));
        assert_eq!(found(108_875, 8_875), Some(8_875));
        assert_eq!(found(1000, 0), Some(0));
        assert_eq!(found(10_000, 10_000), None);
    }

    #[test]
    fn the_simplest_number_has_the_fewest_decimals() {
        assert_eq!(simplest((789, 811), 100), 800);
        assert_eq!(simplest((785, 795), 100), 790);
        assert_eq!(simplest((786, 789), 100), 786);
        assert_eq!([800, 790, 786].map(|steps| decimals(steps, 100)), [0, 1, 2]);
    }
}
