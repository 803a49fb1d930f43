//! The affiliates of scenarios, and how they get to know their vendor.

use super::super::store::Account;
use super::dice::{Dice, Odds};

/// An affiliate. One who is known to the account already keeps the terms that were agreed.
pub(super) struct Partner {
    pub(super) name: &'static str,
    id: &'static str,
    /// Percent.
    rate: &'static str,
    /// How many sell through this one, beside the others.
    strength: i64,
    /// The month in which most do.
    best_month: i64,
    /// Where the sales come from.
    campaignkeys: &'static [&'static str],
}

const PARTNERS: &[Partner] = &[
    partner("bea", "2718281", "40.00", 30, 11, &["blog", "newsletter"]),
    partner("malzeit", "2718291", "50.00", 22, 12, &["podcast", "newsletter", "shownotes"]),
    partner("farbklecks", "2718292", "40.00", 16, 10, &["video", "live"]),
    partner("pinselpost", "2718293", "40.00", 11, 3, &["newsletter"]),
    partner("kunstkiosk", "2718294", "30.00", 8, 9, &["shop", "magazine"]),
    partner("skizzenblog", "2718295", "40.00", 6, 5, &["blog", "sidebar"]),
    partner("zeichenbox", "2718296", "35.00", 4, 1, &["forum"]),
    partner("studiotim", "2718297", "50.00", 3, 7, &["course", "story"]),
];

const fn partner(
    name: &'static str,
    id: &'static str,
    rate: &'static str,
    strength: i64,
    best_month: i64,
    campaignkeys: &'static [&'static str],
) -> Partner {
    Partner { name, id, rate, strength, best_month, campaignkeys }
}

/// The first so many affiliates, with the odds of each by month.
pub(super) struct Partners {
    list: &'static [Partner],
    by_month: Vec<Odds>,
}

impl Partners {
    /// Makes those that the account does not know yet affiliates of all products.
    pub(super) fn join(account: &mut Account, count: usize) -> Partners {
        let list = PARTNERS.get(..count).unwrap_or(PARTNERS);
        for partner in list {
            if account.affiliates.find("name", partner.name).is_some() {
                continue;
            }
            let email = format!("{}@example.com", partner.name);
            account.affiliates.add(record! { id: partner.id, name: partner.name, email: email });
            let id = account.affiliations.number();
            account.affiliations.add(record! {
                id: id.to_string(), affiliate_id: partner.id, affiliate_name: partner.name, product_id: "all",
                commission_rate: partner.rate, commission_fix: "0.00", commission_currency: "EUR",
                approval_status: "approved", is_on_first_pmnt_only: "",
            });
        }
        let by_month = (1..=12).map(|month| Odds::of(list.iter().map(|partner| partner.weight(month))));
        Partners { list, by_month: by_month.collect() }
    }

    pub(super) fn count(&self) -> usize {
        self.list.len()
    }

    /// One of them, as likely as it sells in that month. The first sales go round, so that everybody has one.
    pub(super) fn one(&self, sale: usize, month: u8, dice: &mut Dice) -> Option<(&'static str, &'static str)> {
        let drawn = self.by_month.get(usize::from(month).wrapping_sub(1))?.one(self.list, dice);
        let partner = self.list.get(sale).or(drawn)?;
        Some((partner.name, dice.one(partner.campaignkeys)?))
    }
}

impl Partner {
    /// Ten times as much in the best month as half a year away from it.
    fn weight(&self, month: i64) -> i64 {
        let apart = (month - self.best_month).rem_euclid(12);
        self.strength * (20 - 3 * apart.min(12 - apart))
    }
}
