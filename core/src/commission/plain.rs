//! A split as plain data, as the bindings hand it out.

use super::explain::Step;
use super::note::{Language, Note};
use super::split::{PartnerShare, Split};
use crate::Value;
use crate::value::list;

/// `currency`, every amount under its name, `partners` and `notes`.
impl From<&Split> for Value {
    fn from(split: &Split) -> Value {
        Value::from([
            ("currency", split.currency.code().into()),
            ("amount_brutto", split.amount_brutto.into()),
            ("amount_vat", split.amount_vat.into()),
            ("amount_netto", split.amount_netto.into()),
            ("amount_provider", split.amount_provider.into()),
            ("amount_shipping", split.amount_shipping.into()),
            ("basic_amount", split.basic_amount.into()),
            ("amount_affiliate", split.amount_affiliate.into()),
            ("amount_referral", split.amount_referral.into()),
            ("amount_partner", split.amount_partner().into()),
            ("amount_partner_affiliates", split.amount_partner_affiliates().into()),
            ("partners", list(&split.partners)),
            ("amount_vendor", split.amount_vendor.into()),
            ("notes", list(&split.notes)),
        ])
    }
}

/// `name`, `base`, `amount` and `amount_affiliate`.
impl From<&PartnerShare> for Value {
    fn from(partner: &PartnerShare) -> Value {
        Value::from([
            ("name", partner.name.as_str().into()),
            ("base", partner.base.into()),
            ("amount", partner.amount.into()),
            ("amount_affiliate", partner.amount_affiliate.into()),
        ])
    }
}

/// `word`, `field` and `text`, the English sentence.
impl From<&Note> for Value {
    fn from(note: &Note) -> Value {
        Value::from([
            ("word", note.remark.as_str().into()),
            ("field", note.field.as_str().into()),
            ("text", note.sentence(Language::English).into()),
        ])
    }
}

/// `field`, `label`, `derivation`, `amount` and `notes`.
impl From<&Step> for Value {
    fn from(step: &Step) -> Value {
        Value::from([
            ("field", step.field.as_str().into()),
            ("label", step.label.as_str().into()),
            ("derivation", step.derivation.as_str().into()),
            ("amount", step.amount.into()),
            ("notes", step.notes.iter().map(|note| Value::from(*note)).collect::<Vec<_>>().into()),
        ])
    }
}
