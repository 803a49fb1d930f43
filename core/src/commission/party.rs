//! Who has a share in a payment.

use super::split::{PartnerShare, Split};
use crate::options::Options;
use crate::{Amount, Value};

/// Somebody who has a share in a payment.
///
/// Partners go by their names: those of the same name are one party.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Party {
    /// The vendor.
    Vendor,
    /// The affiliate.
    Affiliate,
    /// Who recruited the affiliate.
    Referral,
    /// The joint-venture partner of that name.
    Partner(String),
    /// The own affiliate of the partner of that name.
    PartnerAffiliate(String),
}

impl Party {
    /// `vendor`, `affiliate`, `referral`, `partner` or `partner_affiliate`.
    pub fn as_str(&self) -> &'static str {
        match self {
            Party::Vendor => "vendor",
            Party::Affiliate => "affiliate",
            Party::Referral => "referral",
            Party::Partner(_) => "partner",
            Party::PartnerAffiliate(_) => "partner_affiliate",
        }
    }

    /// The name of the partner.
    pub fn name(&self) -> Option<&str> {
        match self {
            Party::Partner(name) | Party::PartnerAffiliate(name) => Some(name),
            _ => None,
        }
    }

    /// The fields `party` and `name`, in front of others.
    pub(super) fn with<const N: usize>(&self, fields: [(&str, Value); N]) -> Value {
        let name = self.name().into();
        let both = [("party", self.as_str().into()), ("name", name)];
        Value::Map(both.into_iter().chain(fields).map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// The party of the options `party` and `name`.
    pub(super) fn read(options: &mut Options<'_, '_>) -> Option<Party> {
        options.require("party", "vendor, affiliate, referral, partner or partner_affiliate");
        let parties = ["vendor", "affiliate", "referral", "partner", "partner_affiliate"].map(|word| (word, word));
        let (word, name) = (options.word("party", &parties)?, options.text("name").map(str::to_owned));
        if word.starts_with("partner") {
            options.require("name", "the name of the partner");
        }
        match word {
            "vendor" => Some(Party::Vendor),
            "affiliate" => Some(Party::Affiliate),
            "referral" => Some(Party::Referral),
            "partner" => name.map(Party::Partner),
            _ => name.map(Party::PartnerAffiliate),
        }
    }
}

/// `vendor`, or `partner Ben`.
impl std::fmt::Display for Party {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())?;
        self.name().map_or(Ok(()), |name| write!(f, " {name}"))
    }
}

impl Split {
    /// What everybody gets: the vendor, and all others whose share is not nothing.
    pub fn shares(&self) -> Vec<(Party, Amount)> {
        shares(self.amount_vendor, self.amount_affiliate, self.amount_referral, &self.partners)
    }
}

/// The vendor's share, and those of all others that are not nothing.
pub(super) fn shares(
    vendor: Amount,
    affiliate: Amount,
    referral: Amount,
    partners: &[PartnerShare],
) -> Vec<(Party, Amount)> {
    let mut others = vec![(Party::Affiliate, affiliate), (Party::Referral, referral)];
    for partner in partners {
        others.push((Party::Partner(partner.name.clone()), partner.amount));
        others.push((Party::PartnerAffiliate(partner.name.clone()), partner.amount_affiliate));
    }
    others.retain(|(_, amount)| !amount.is_zero());
    others.insert(0, (Party::Vendor, vendor));
    others
}
