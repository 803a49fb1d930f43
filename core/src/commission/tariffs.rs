//! Tariffs that explain margins.

use super::fit::{Grid, Point, Sample, decimals, of_base};
use super::round::Tie;
use super::split::Ready;
use super::tariff::{PRESETS, Tariff};
use super::terms::Terms;
use crate::Amount;

/// Steps to one percent at which a tariff is looked for: tenths first.
const LEVELS: [i64; 4] = [10, 100, 1_000, FINEST];
const FINEST: i64 = 10_000;

/// So many groups of rows with a tariff each are told apart.
const MOST_GROUPS: usize = 12;

/// What tariffs are looked for by.
pub(super) struct Space {
    /// How many decimals the currency has.
    pub(super) digits: u8,
    /// The fixed parts that are tried, in the smallest unit.
    pub(super) fixed: Vec<i64>,
    pub(super) tie: Tie,
}

/// A tariff that explains margins.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) tariff: Tariff,
    pub(super) preset: Option<&'static str>,
    /// What it explains.
    pub(super) samples: Vec<Sample>,
    /// How many other tariffs explain as many rows.
    pub(super) alternatives: usize,
}

/// A tariff, ready to be applied.
struct Listed {
    name: &'static str,
    tariff: Tariff,
    ready: Ready,
}

impl Listed {
    fn explains(&self, sample: &Sample) -> bool {
        self.ready.margin(sample.base).is_some_and(|margin| margin.units == sample.part)
    }
}

impl Space {
    /// Fixed parts from 0 to `most`, in steps.
    pub(super) fn new(digits: u8, step: i64, most: i64, tie: Tie) -> Space {
        let count = most.checked_div(step).unwrap_or_default();
        Space { digits, fixed: (0..=count).map(|at| at * step).collect(), tie }
    }

    /// Fixed parts from 0.00 to 5.00, in steps of 0.05; of 1 where the currency has fewer decimals.
    pub(super) fn usual(digits: u8, tie: Tie) -> Space {
        let unit = 10i64.pow(digits.into());
        Space::new(digits, (unit / 20).max(1), unit * 5, tie)
    }

    /// The tariffs of price lists. Those whose further tiers no payment reaches are the same as one without, and left out.
    fn listed(&self, samples: &[Sample]) -> Vec<Listed> {
        let highest = samples.iter().map(|sample| sample.base).max().unwrap_or_default();
        let reached = |tariff: &Tariff| match tariff.tiers.get(1) {
            Some((from, _)) => from.minor_units(self.digits).is_ok_and(|from| from < highest),
            None => true,
        };
        let all = PRESETS.iter().filter_map(|preset| {
            let tariff = preset.tariff();
            let terms = Terms { tariff: tariff.clone(), tie: self.tie, ..Terms::default() };
            let ready = Ready::of(&terms, self.digits).filter(|_| reached(&tariff))?;
            Some(Listed { name: preset.name, tariff, ready })
        });
        all.collect()
    }

    /// The tariff at a point, with its name where it is in a price list.
    fn at(&self, point: Point, steps: i64) -> (Tariff, Option<&'static str>) {
        let scale = steps.ilog10() as u8;
        let percent = Amount::new(point.percent, scale).unwrap_or_default();
        let fixed = Amount::new(point.fixed, self.digits).unwrap_or_default();
        let tariff = Tariff::flat(percent, fixed);
        let preset = PRESETS.iter().find(|preset| preset.tariff() == tariff);
        (tariff, preset.map(|preset| preset.name))
    }

    /// The likelier tariff has the lower rank: a fixed part of 1.00, as nearly all tariffs seen have; then fewer decimals.
    fn rank(&self, point: Point, steps: i64) -> (bool, u8, u8, i64) {
        let unit = 10i64.pow(self.digits.into());
        (point.fixed != unit, decimals(point.percent, steps), decimals(point.fixed, unit), point.percent)
    }

    /// How many tariffs explain every sample, and the likeliest of them. Tariffs of price lists come first; percentages are
    /// in tenths, or as many decimals finer as it takes until one fits.
    pub(super) fn explaining_all(&self, samples: &[Sample], most: usize) -> (usize, Vec<Found>) {
        let explains = |listed: &Listed| samples.iter().all(|sample| listed.explains(sample));
        let found = |(tariff, preset)| Found { tariff, preset, samples: samples.to_vec(), alternatives: 0 };
        let listed = self.listed(samples);
        let mut all: Vec<(Tariff, Option<&'static str>)> =
            listed.into_iter().filter(explains).map(|listed| (listed.tariff, Some(listed.name))).collect();
        let intervals: Vec<(i64, (i64, i64))> = self
            .fixed
            .iter()
            .filter_map(|fixed| {
                let mut common = (0, FINEST * 100);
                for sample in samples {
                    let (from, to) = of_base(sample.base, sample.part.checked_sub(*fixed)?, FINEST, self.tie)?;
                    common = (common.0.max(from), common.1.min(to));
                    if common.0 > common.1 {
                        return None;
                    }
                }
                Some((*fixed, common))
            })
            .collect();
        let levels = LEVELS.into_iter().take(if all.is_empty() { LEVELS.len() } else { 1 });
        for steps in levels {
            let ratio = FINEST / steps;
            let points = intervals.iter().flat_map(|(fixed, (from, to))| {
                let percents = (from + ratio - 1) / ratio..=to / ratio;
                percents.map(|percent| Point { percent, fixed: *fixed })
            });
            let mut points: Vec<Point> = points.collect();
            points.sort_by_key(|point| self.rank(*point, steps));
            let others: Vec<_> = points.into_iter().map(|point| self.at(point, steps)).collect();
            let is_new = |(tariff, _): &(Tariff, _)| all.iter().all(|(other, _)| other != tariff);
            let others: Vec<_> = others.into_iter().filter(is_new).collect();
            all.extend(others);
            if !all.is_empty() {
                break;
            }
        }
        (all.len(), all.into_iter().take(most).map(found).collect())
    }

    /// Tells the tariffs apart that are mixed in the samples: the one that explains the most rows, then the one that explains
    /// the most of the rest, and so on while there are at least so many different samples and rows. Returns what is left,
    /// too.
    pub(super) fn mixed(
        &self,
        samples: Vec<Sample>,
        least_samples: usize,
        least_rows: usize,
    ) -> (Vec<Found>, Vec<Sample>) {
        let (mut groups, mut left) = (Vec::new(), samples);
        for steps in LEVELS.into_iter().take(2) {
            if left.len() < least_samples.max(1) {
                break;
            }
            let mut grid = Grid::new(self.fixed.clone(), steps, self.tie);
            left.iter().for_each(|sample| grid.add(*sample));
            while groups.len() < MOST_GROUPS && left.len() >= least_samples {
                let best = grid.best(|point| self.rank(point, steps));
                let listed = self.listed(&left).into_iter().map(|listed| {
                    let rows = left.iter().filter(|sample| listed.explains(sample)).map(|sample| sample.rows).sum();
                    (listed, rows)
                });
                let listed = listed.rev().max_by_key(|(_, rows): &(Listed, i32)| *rows);
                let most = best.map_or(0, |(_, rows, _)| rows);
                let as_many = best.map_or(0, |(.., points)| points);
                let (tariff, preset, explained): (_, _, Vec<Sample>) = match (listed, best) {
                    (Some((listed, rows)), _) if rows >= most && rows > 0 => {
                        let explained = left.iter().filter(|sample| listed.explains(sample)).copied().collect();
                        (listed.tariff, Some(listed.name), explained)
                    }
                    (_, Some((point, ..))) => {
                        let explains = |sample: &&Sample| {
                            of_base(sample.base, sample.part.saturating_sub(point.fixed), steps, self.tie)
                                .is_some_and(|(from, to)| (from..=to).contains(&point.percent))
                        };
                        let (tariff, preset) = self.at(point, steps);
                        (tariff, preset, left.iter().filter(explains).copied().collect())
                    }
                    _ => break,
                };
                if explained.len() < least_samples || Sample::rows(&explained) < least_rows {
                    break;
                }
                let is_on_grid = Sample::rows(&explained) == most.unsigned_abs() as usize && tariff.tiers.len() == 1;
                let alternatives = if is_on_grid { as_many.saturating_sub(1) } else { 0 };
                explained.iter().for_each(|sample| grid.remove(*sample));
                // Both are in the same order, since one was picked from the other.
                let mut next = explained.iter().peekable();
                left.retain(|sample| next.next_if_eq(&sample).is_none());
                groups.push(Found { tariff, preset, samples: explained, alternatives });
            }
        }
        (groups, left)
    }
}
