//! Exact fractions of whole numbers of cents, rounded once.

use crate::Amount;

/// How exactly half a cent is rounded.
///
/// Eight real splits (2019 to 2026) fit half-up at every step; the only tie among them, 2.165, went up. The vendor's cost
/// page prints 37.56 where 37.565 is exact, so the platform may differ by a cent at exact ties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tie {
    /// Away from zero: 2.165 becomes 2.17. Fits all ledger data seen.
    #[default]
    Up,
    /// Towards zero: 37.565 becomes 37.56.
    Down,
    /// To the even digit: 2.165 becomes 2.16, 2.175 becomes 2.18.
    Even,
}

impl Tie {
    /// `up`, `down` or `even`.
    pub fn as_str(self) -> &'static str {
        match self {
            Tie::Up => "up",
            Tie::Down => "down",
            Tie::Even => "even",
        }
    }
}

/// A whole number, and whether exactly half of one was rounded to get there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rounded {
    pub(super) units: i64,
    pub(super) was_tie: bool,
}

/// `numerator / denominator`; the denominator is above zero. `None` when it does not fit.
pub(super) fn divided(numerator: i128, denominator: i128, tie: Tie) -> Option<Rounded> {
    // Division of 64 bits is several times quicker.
    match (i64::try_from(numerator), i64::try_from(denominator)) {
        (Ok(numerator), Ok(denominator)) => quick(numerator, denominator, tie),
        _ => slow(numerator, denominator, tie),
    }
}

/// `value × numerator / denominator`; the denominator is above zero.
#[inline]
pub(super) fn scaled(value: i64, numerator: i64, denominator: i64, tie: Tie) -> Option<Rounded> {
    match value.checked_mul(numerator) {
        Some(product) => quick(product, denominator, tie),
        None => slow(i128::from(value) * i128::from(numerator), denominator.into(), tie),
    }
}

#[inline]
fn quick(numerator: i64, denominator: i64, tie: Tie) -> Option<Rounded> {
    let (whole, rest) = (numerator.checked_div(denominator)?, numerator.checked_rem(denominator)?);
    let half = rest.unsigned_abs().cmp(&(denominator.unsigned_abs() - rest.unsigned_abs()));
    stepped(whole, half, numerator < 0, tie)
}

fn slow(numerator: i128, denominator: i128, tie: Tie) -> Option<Rounded> {
    let (whole, rest) = (numerator.checked_div(denominator)?, numerator.checked_rem(denominator)?);
    let half = rest.unsigned_abs().cmp(&(denominator.unsigned_abs() - rest.unsigned_abs()));
    stepped(i64::try_from(whole).ok()?, half, numerator < 0, tie)
}

#[inline]
fn stepped(whole: i64, half: std::cmp::Ordering, is_negative: bool, tie: Tie) -> Option<Rounded> {
    let was_tie = half.is_eq();
    let away = half.is_gt()
        || was_tie
            && match tie {
                Tie::Up => true,
                Tie::Down => false,
                Tie::Even => whole % 2 != 0,
            };
    let step = if is_negative { -1 } else { 1 };
    let units = if away { whole.checked_add(step)? } else { whole };
    Some(Rounded { units, was_tie })
}

/// A number that many others are divided by: a multiplication instead of each division, which is several times quicker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Divisor {
    by: i64,
    /// 2⁶³⁺ˡ / `by`, rounded up, where 2ˡ is the least power of two that is not below `by`. The excess is too small to be
    /// seen in the quotient of any dividend below 2⁶³ (Granlund and Montgomery, 1994).
    reciprocal: u64,
    /// l - 1.
    shift: u32,
}

impl Divisor {
    /// Above 1.
    pub(super) const fn new(by: i64) -> Divisor {
        let log = 64 - (by as u64 - 1).leading_zeros();
        let reciprocal = (1u128 << (63 + log)) / by as u128 + 1;
        Divisor { by, reciprocal: reciprocal as u64, shift: log - 1 }
    }

    pub(super) fn by(self) -> i64 {
        self.by
    }

    /// What has to be added before a number is divided, so that halves go where they should.
    #[inline(always)]
    fn half(self, tie: Tie) -> i64 {
        // Up to the next whole, or just not.
        if tie == Tie::Down { (self.by - 1) / 2 } else { self.by / 2 }
    }

    /// What was raised by a [`half`](Divisor::half), divided; not below zero.
    #[inline(always)]
    fn quotient(self, raised: i64, half: i64) -> Rounded {
        let units = match cfg!(target_arch = "wasm32") {
            // There, a product of 128 bits takes more than a division.
            true => raised as u64 / self.by as u64,
            false => ((u128::from(raised as u64) * u128::from(self.reciprocal)) >> 64) as u64 >> self.shift,
        };
        let units = units as i64;
        let over = raised - half - units * self.by;
        Rounded { units, was_tie: over.unsigned_abs() * 2 == self.by as u64 }
    }

    /// A number of more than 64 bits, divided.
    pub(super) fn divided(self, numerator: i128, tie: Tie) -> Option<Rounded> {
        match i64::try_from(numerator) {
            Ok(numerator) => Checked::scaled(numerator, 1, self, tie),
            Err(_) => divided(numerator, self.by.into(), tie),
        }
    }
}

/// How whole numbers are computed with. The formula is the same in each.
pub(super) trait Arithmetic {
    fn add(one: i64, other: i64) -> Option<i64>;

    fn sub(one: i64, other: i64) -> Option<i64>;

    /// `value × numerator / divisor`.
    fn scaled(value: i64, numerator: i64, divisor: Divisor, tie: Tie) -> Option<Rounded>;
}

/// For any numbers: `None` when a result does not fit.
pub(super) enum Checked {}

impl Arithmetic for Checked {
    #[inline(always)]
    fn add(one: i64, other: i64) -> Option<i64> {
        one.checked_add(other)
    }

    #[inline(always)]
    fn sub(one: i64, other: i64) -> Option<i64> {
        one.checked_sub(other)
    }

    #[inline(always)]
    fn scaled(value: i64, numerator: i64, divisor: Divisor, tie: Tie) -> Option<Rounded> {
        let half = divisor.half(tie);
        let product = value.checked_mul(numerator).filter(|product| *product >= 0);
        match product.and_then(|product| product.checked_add(half)) {
            Some(raised) => {
                let Rounded { units, was_tie } = divisor.quotient(raised, half);
                let units = if tie == Tie::Even && was_tie { units & !1 } else { units };
                Some(Rounded { units, was_tie })
            }
            None => scaled(value, numerator, divisor.by, tie),
        }
    }
}

/// For numbers of which it is known that they are not below zero where they are scaled, and that everything fits; and not
/// for [`Tie::Even`], which has to look at every remainder.
pub(super) enum Small {}

impl Small {
    /// How large values may be that are scaled by no more than `numerator`: four of them can be added, too.
    pub(super) fn most(numerator: i64) -> i64 {
        i64::MAX / 4 / numerator.max(4)
    }
}

impl Arithmetic for Small {
    #[inline(always)]
    fn add(one: i64, other: i64) -> Option<i64> {
        Some(one.wrapping_add(other))
    }

    #[inline(always)]
    fn sub(one: i64, other: i64) -> Option<i64> {
        Some(one.wrapping_sub(other))
    }

    #[inline(always)]
    fn scaled(value: i64, numerator: i64, divisor: Divisor, tie: Tie) -> Option<Rounded> {
        let half = divisor.half(tie);
        Some(divisor.quotient(value.wrapping_mul(numerator).wrapping_add(half), half))
    }
}

/// A rate in percent as a fraction: `7.9` is 79 / 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    numerator: i64,
    denominator: Divisor,
    /// The sum of both.
    sum: Divisor,
}

impl Share {
    pub(super) const NONE: Share = Share { numerator: 0, denominator: Divisor::new(100), sum: Divisor::new(100) };

    /// `None` for rates below zero, and for those with more than 12 decimals.
    pub(super) fn percent(rate: Amount) -> Option<Share> {
        let decimals = rate.decimals();
        let denominator = 10i64.checked_pow(u32::from(decimals) + 2).filter(|_| decimals <= 12)?;
        let numerator = rate.minor_units(decimals).ok().filter(|numerator| *numerator >= 0)?;
        let sum = Divisor::new(denominator.checked_add(numerator)?);
        Some(Share { numerator, denominator: Divisor::new(denominator), sum })
    }

    /// That share of a number.
    #[inline(always)]
    pub(super) fn of(self, value: i64, tie: Tie) -> Option<Rounded> {
        self.of_in::<Checked>(value, tie)
    }

    #[inline(always)]
    pub(super) fn of_in<A: Arithmetic>(self, value: i64, tie: Tie) -> Option<Rounded> {
        match self.numerator {
            0 => Some(Rounded { units: 0, was_tie: false }),
            numerator => A::scaled(value, numerator, self.denominator, tie),
        }
    }

    /// What that share leaves of a number; the rate is 100 percent at most.
    pub(super) fn rest(self) -> Share {
        let numerator = self.denominator.by - self.numerator;
        Share { numerator, sum: Divisor::new(self.denominator.by.saturating_add(numerator)), ..self }
    }

    /// The tax inside a price that holds it at this rate.
    #[inline(always)]
    pub(super) fn inside<A: Arithmetic>(self, value: i64, tie: Tie) -> Option<Rounded> {
        A::scaled(value, self.numerator, self.sum, tie)
    }

    /// The largest number in it.
    pub(super) fn largest(self) -> i64 {
        self.sum.by
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_where_the_rule_says_and_nothing_else_is_a_tie() {
        let of = |tie| [25, 35, -25, -35, 24, 26].map(|value| divided(value, 10, tie).map(|rounded| rounded.units));
        assert_eq!(of(Tie::Up), [3, 4, -3, -4, 2, 3].map(Some));
        assert_eq!(of(Tie::Down), [2, 3, -2, -3, 2, 3].map(Some));
        assert_eq!(of(Tie::Even), [2, 4, -2, -4, 2, 3].map(Some));
        let ties = [25, 24, -35].map(|value| divided(value, 10, Tie::Up).is_some_and(|rounded| rounded.was_tie));
        assert_eq!(ties, [true, false, true]);
    }

    #[test]
    fn what_does_not_fit_64_bits_on_the_way_is_exact_all_the_same() {
        let rate = Share::percent(Amount::parse("33.333333").unwrap_or_default());
        let whole = 9_000_000_000_000_000_000;
        assert_eq!(
            rate.and_then(|rate| rate.of(whole, Tie::Up)).map(|part| part.units),
            Some(2_999_999_970_000_000_000)
        );
        assert_eq!(scaled(i64::MAX, 2, 1, Tie::Up), None);
    }

    #[test]
    fn multiplying_by_a_reciprocal_is_dividing() {
        // Numbers without pattern, and those next to every limit and half.
        let mut state = 0x9E37_79B9_7F4A_7C15u64;
        let mut next = move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let powers = (2..=14).map(|exponent| 10i64.pow(exponent));
        let mut divisors: Vec<i64> =
            powers.flat_map(|power| [power, power + 19, power + power / 2, 2 * power]).collect();
        divisors.extend([
            2,
            3,
            4,
            7,
            8,
            127,
            128,
            129,
            i64::MAX,
            i64::MAX - 1,
            i64::MAX / 2,
            i64::MAX / 2 + 1,
            1 << 62,
        ]);
        divisors.extend((0..200).map(|_| (next() >> (next() % 62 + 1)) as i64).filter(|divisor| *divisor > 1));
        for by in divisors {
            let divisor = Divisor::new(by);
            let whole =
                |times: i64| by.checked_mul(times).and_then(|whole| whole.checked_add(by / 2)).unwrap_or(i64::MAX);
            let near = [
                0,
                by / 2,
                by,
                whole(1),
                whole(2),
                whole(12_345),
                i64::MAX / by * by,
                i64::MAX - by / 2,
                i64::MAX,
                Small::most(by),
                Small::most(79),
            ];
            let near = near.into_iter().flat_map(|value| (-2..=2).map(move |by| value.saturating_add(by)));
            let any: Vec<i64> = (0..200).map(|_| (next() >> (next() % 64)) as i64).collect();
            for value in near.chain(any) {
                for numerator in [1, 79, by - 1] {
                    for tie in [Tie::Up, Tie::Down, Tie::Even] {
                        let exact = slow(i128::from(value) * i128::from(numerator), by.into(), tie);
                        assert_eq!(
                            Checked::scaled(value, numerator, divisor, tie),
                            exact,
                            "{value} × {numerator} / {by} {tie:?}"
                        );
                        if tie != Tie::Even && (0..=Small::most(numerator.max(by))).contains(&value) {
                            assert_eq!(
                                Small::scaled(value, numerator, divisor, tie),
                                exact,
                                "{value} × {numerator} / {by} {tie:?}"
                            );
                        }
                        assert_eq!(divisor.divided(i128::from(value) * i128::from(numerator), tie), exact);
                    }
                }
            }
        }
    }
}
