//! Who promotes what, and for how much.

use digistore24::Amount;
use digistore24::catalogue::affiliates::{
    AffiliateCommissionData, Affiliation, AffiliationStatus, GetAffiliateCommission, GetAffiliateForEmail,
    GetReferringAffiliate, ReferralAction, SetAffiliateForEmail, SetReferringAffiliate, UpdateAffiliateCommission,
    ValidateAffiliate, ValidateAffiliateAnswer,
};
use digistore24::catalogue::buy_urls::{BuyUrlTracking, CreateBuyUrl};
use digistore24::catalogue::products::{ProductUpdateData, UpdateProduct};
use digistore24::catalogue::system::ApprovalStatus;
use digistore24::catalogue::transactions::{ListTransactions, TransactionSearch};
use digistore24::sandbox::{Checkout, Sandbox};

use super::{Story, amount, refusal, text};

fn terms(story: &mut Story, affiliate: &str, products: &str) -> Vec<Affiliation> {
    let get = GetAffiliateCommission { affiliate_id: affiliate.into(), product_ids: Some(products.into()) };
    story.call(get).affiliations().unwrap().unwrap()
}

fn update(affiliate: &str, products: &str, data: AffiliateCommissionData) -> UpdateAffiliateCommission {
    UpdateAffiliateCommission { affiliate_id: affiliate.into(), product_ids: products.into(), data }
}

fn standing(story: &mut Story, affiliate: &str, products: &str) -> (ValidateAffiliateAnswer, AffiliationStatus) {
    let answer = story.call(ValidateAffiliate { affiliate_name: affiliate.into(), product_ids: products.into() });
    let status = answer.affiliation_status().unwrap().unwrap();
    (answer, status)
}

#[test]
fn an_affiliate_is_found_by_number_name_and_address() {
    let mut story = Story::new();
    for who in ["2718281", "bea", "bea@example.com"] {
        let get = GetAffiliateCommission { affiliate_id: who.into(), product_ids: None };
        let answer = story.call(get);
        assert_eq!(answer.affiliate_id().unwrap(), text("2718281"));
        assert_eq!(answer.affiliate_name().unwrap(), text("bea"));
        let rows = answer.affiliations().unwrap().unwrap();
        assert_eq!(rows.len(), 4, "one for each product");
        assert_eq!(rows[0].approval_status().unwrap(), Some(ApprovalStatus::Approved));
        assert_eq!(rows[0].commission_rate().unwrap(), amount("40"));
        assert_eq!(rows[0].product_is_active().unwrap(), Some(true));
        assert_eq!(rows[0].raw_field("is_on_first_pmnt_only"), Some("\"\""), "never N");
    }
    let nobody = GetAffiliateCommission { affiliate_id: "nobody".into(), product_ids: None };
    assert_eq!(refusal(story.try_call(nobody)), (Some(4), "There is no affiliate nobody.".to_owned(), 200));
    let moon = GetAffiliateCommission { affiliate_id: "bea".into(), product_ids: Some("1".into()) };
    assert_eq!(refusal(story.try_call(moon)).0, Some(4));
    assert!(terms(&mut story, "dora", "all").is_empty());
}

#[test]
fn terms_are_those_of_the_product_until_others_are_agreed() {
    let mut story = Story::new();
    let data = ProductUpdateData { affiliate_commision: amount("35.5"), ..ProductUpdateData::default() };
    story.call(UpdateProduct { product_id: 515_151_i64.into(), data });
    let carl = terms(&mut story, "carl", "all");
    assert_eq!(carl.len(), 1);
    assert_eq!(carl[0].commission_rate().unwrap(), amount("35.50"));
    assert_eq!(carl[0].approval_status().unwrap(), Some(ApprovalStatus::Pending));
    assert_eq!(carl[0].is_on_first_pmnt_only().unwrap(), Some(true));
    let bea = terms(&mut story, "bea", "515151");
    assert_eq!(bea[0].commission_rate().unwrap(), amount("40"), "agreed for all products");
    assert_eq!(bea[0].default_commission_rate().unwrap(), amount("35.50"));

    let fixed = AffiliateCommissionData {
        commission_rate: amount("0"),
        commission_fix: amount("7.5"),
        commission_currency: text("USD"),
        approval_status: Some(ApprovalStatus::Rejected),
    };
    let of_bea = update("bea", "515151,515152", fixed);
    story.call(of_bea.clone());
    assert!(story.answer(of_bea).raw().contains(r#""modified":"N""#), "the second time nothing changes");
    let bea = terms(&mut story, "bea", "all");
    for row in &bea[..2] {
        assert_eq!(row.commission_rate().unwrap(), amount("0"));
        assert_eq!(row.commission_fix().unwrap(), amount("7.50"));
        assert_eq!(row.commission_currency().unwrap(), text("USD"));
        assert_eq!(row.approval_status().unwrap(), Some(ApprovalStatus::Rejected));
    }
    assert_eq!(bea[2].commission_rate().unwrap(), amount("40"), "the others stay");
    let all = AffiliateCommissionData { commission_rate: amount("12.3456"), ..AffiliateCommissionData::default() };
    story.call(update("2718281", "all", all));
    assert!(terms(&mut story, "bea", "all").iter().all(|row| row.commission_rate().unwrap() == amount("12.3456")));
}

#[test]
fn an_affiliation_begins_with_what_the_vendor_sets() {
    let mut story = Story::new();
    let approved = AffiliateCommissionData {
        approval_status: Some(ApprovalStatus::Approved),
        ..AffiliateCommissionData::default()
    };
    story.call(update("dora", "515153", approved));
    let dora = terms(&mut story, "dora", "all");
    assert_eq!(dora.len(), 1);
    assert_eq!(dora[0].product_id().unwrap(), text("515153"));
    assert_eq!(dora[0].commission_rate().unwrap(), amount("40"), "on the terms of the product");
    let rate = AffiliateCommissionData { commission_rate: amount("10"), ..AffiliateCommissionData::default() };
    story.call(update("dora", "515152", rate.clone()));
    assert_eq!(terms(&mut story, "dora", "515152")[0].approval_status().unwrap(), Some(ApprovalStatus::New));

    assert_eq!(refusal(story.try_call(update("nobody", "all", rate.clone()))).0, Some(4));
    assert_eq!(refusal(story.try_call(update("bea", "1", rate.clone()))).0, Some(4));
    let money = AffiliateCommissionData { commission_currency: text("DEM"), ..rate };
    assert_eq!(refusal(story.try_call(update("bea", "all", money))).0, Some(3));
}

#[test]
fn the_lowest_state_of_several_products_wins() {
    let mut story = Story::with_key(Sandbox::developer_key);
    let (bea, status) = standing(&mut story, "bea", "515151,515152");
    assert_eq!(status, AffiliationStatus::Approved);
    assert_eq!(bea.have_affiliation().unwrap(), Some(true));
    assert_eq!(bea.raw_field("invalid_affiliate_name"), Some("false"), "a plain boolean");
    assert_eq!(bea.valid_product_ids().unwrap().unwrap(), ["515151", "515152"]);
    assert_eq!(bea.invite_url().unwrap(), text("https://www.digistore24.com/signup/515151,515152/ada"));

    assert_eq!(standing(&mut story, "carl", "515151").1, AffiliationStatus::WaitForApproval);
    assert_eq!(standing(&mut story, "carl", "515151,515152").1, AffiliationStatus::NoAffiliation);
    let (nobody, status) = standing(&mut story, "nobody", "all");
    assert_eq!((status, nobody.invalid_affiliate_name().unwrap()), (AffiliationStatus::NoAffiliation, Some(true)));

    let (mixed, status) = standing(&mut story, "bea", "515151,1");
    assert_eq!((status, mixed.have_affiliation().unwrap()), (AffiliationStatus::Approved, Some(false)));
    assert_eq!(mixed.invalid_product_ids().unwrap().unwrap(), ["1"]);
    let (none, status) = standing(&mut story, "bea", "1,2");
    assert_eq!((status, none.invite_url().unwrap()), (AffiliationStatus::NoValidProducts, text("")));
}

#[test]
fn an_affiliate_is_bound_to_an_address() {
    let mut story = Story::new();
    let get = GetAffiliateForEmail { email: "lena@example.com".into() };
    assert_eq!(story.call(get.clone()).affiliate_name().unwrap(), text(""));
    let mut bind = SetAffiliateForEmail {
        email: "lena@example.com".into(),
        affiliate: "bea".into(),
        campaignkey: text("autumn"),
        trackingkey: text("letter_7"),
        click_id: Some("c-1".into()),
    };
    story.call(bind.clone());
    let bound = story.call(get.clone());
    assert_eq!(bound.affiliate_name().unwrap(), text("bea"));
    assert_eq!(bound.affiliate_id().unwrap(), text("2718281"));
    assert_eq!(bound.campaignkey().unwrap(), text("autumn"));
    assert_eq!(bound.trackingkey().unwrap(), text("letter_7"));
    assert_eq!(bound.click_id().unwrap(), text("c-1"));
    assert_eq!(bound.promoclick_at().unwrap().unwrap().to_string(), "2026-10-05T14:00:00+02:00");
    bind.affiliate = "carl".into();
    bind.campaignkey = None;
    story.call(bind.clone());
    let bound = story.call(get);
    assert_eq!((bound.affiliate_name().unwrap(), bound.campaignkey().unwrap()), (text("carl"), text("")));
    bind.affiliate = "nobody".into();
    assert!(refusal(story.try_call(bind)).1.contains("nobody"));
}

#[test]
fn partners_bring_affiliates() {
    let mut story = Story::new();
    let get = GetReferringAffiliate { affiliate_id: "carl".into() };
    assert_eq!(story.call(get.clone()).referrer_name().unwrap(), text(""));
    let refer = |referrer: &str, commission: Option<&str>| SetReferringAffiliate {
        referrer_id: referrer.into(),
        affiliate_id: "2718282".into(),
        commission: commission.and_then(amount),
    };
    let mut action = |refer: SetReferringAffiliate| story.call(refer).action().unwrap().unwrap();
    assert_eq!(action(refer("bea", Some("10"))), ReferralAction::Create);
    assert_eq!(action(refer("2718281", None)), ReferralAction::Nothing);
    assert_eq!(action(refer("2718281", Some("12.5"))), ReferralAction::Update);
    let referral = story.call(get);
    assert_eq!(referral.affiliate_name().unwrap(), text("carl"));
    assert_eq!(referral.referrer_id().unwrap(), text("2718281"));
    assert_eq!(referral.referrer_name().unwrap(), text("bea"));
    assert_eq!(referral.commission().unwrap(), amount("12.5"));
    assert_eq!(referral.created_by().unwrap(), text("1234567"));
    assert_eq!(refusal(story.try_call(refer("carl", None))).0, Some(3), "nobody brings themselves");
    assert_eq!(refusal(story.try_call(refer("nobody", None))).0, Some(4));
}

#[test]
fn a_buy_url_takes_every_affiliate_of_the_account() {
    let mut story = Story::new();
    let link = |name: &str| CreateBuyUrl {
        product_id: 515_151_i64.into(),
        tracking: Some(BuyUrlTracking { affiliate: text(name), ..BuyUrlTracking::default() }),
        ..CreateBuyUrl::default()
    };
    for name in ["bea", "carl", "dora"] {
        story.call(link(name));
    }
    assert_eq!(refusal(story.try_call(link("nobody"))).0, Some(4));
}

#[test]
fn orders_pay_affiliates_on_their_terms() {
    let mut story = Story::new();
    let earned = |story: &mut Story, affiliate: &str, product: &str| {
        let order = Checkout { affiliate: affiliate.into(), ..Checkout::new(product, "mia@example.com") };
        let bought = story.sandbox.buy(&order).unwrap();
        let search = TransactionSearch { purchase_id: Some(bought.purchase_id.into()), ..TransactionSearch::default() };
        let row = story.call(ListTransactions { search: Some(search), ..ListTransactions::default() });
        let row = row.transaction_list().unwrap().unwrap().remove(0);
        (row.affiliate_amount().unwrap().unwrap(), row.earned_amount().unwrap().unwrap())
    };
    let nothing = Amount::cents(0);
    let (by_bea, beside_bea) = earned(&mut story, "bea", "515151");
    assert!(by_bea > nothing);
    let (by_carl, alone) = earned(&mut story, "carl", "515151");
    assert_eq!(by_carl, nothing, "not approved yet");
    assert_eq!(by_bea.checked_add(beside_bea), Some(alone));

    let fixed = AffiliateCommissionData {
        commission_fix: amount("5"),
        approval_status: Some(ApprovalStatus::Approved),
        ..AffiliateCommissionData::default()
    };
    story.call(update("carl", "515151", fixed));
    assert_eq!(Some(earned(&mut story, "carl", "515151").0), amount("5"));
    assert_eq!(earned(&mut story, "carl", "515152").0, nothing, "for another product");

    let refer =
        SetReferringAffiliate { referrer_id: "bea".into(), affiliate_id: "carl".into(), commission: amount("10") };
    story.call(refer);
    let (by_carl, left) = earned(&mut story, "carl", "515151");
    assert_eq!(Some(by_carl), amount("5"), "the partner's share is the vendor's to pay");
    assert_eq!(left.checked_add(by_carl).and_then(|sum| sum.checked_add(amount("0.5").unwrap())), Some(alone));

    let nobody = Checkout { affiliate: "nobody".into(), ..Checkout::new("515151", "mia@example.com") };
    assert_eq!(story.sandbox.buy(&nobody).unwrap_err()[0].path, "affiliate");
}
