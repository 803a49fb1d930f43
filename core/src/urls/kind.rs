//! What links are there, and what their paths say.

use std::fmt;

use super::name::is_number;
use super::note::Remark;
use super::query;

/// A part of a link that gives access: the authkey of an upgrade, the number of a ticket. It shows in no debug output.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The text itself.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// What a link is. Keys are not here, but for that of an upgrade, which the API asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A promo link, which credits an affiliate and leads to the sales page (vendor document).
    Promo {
        /// The product.
        product_id: String,
        /// The affiliate; nothing in links that credit nobody.
        affiliate: Option<String>,
        /// The affiliate's own key.
        campaign_key: Option<String>,
    },
    /// A content link, which credits an affiliate and leads to some page of the vendor (vendor document).
    Content {
        /// The product.
        product_id: String,
        /// The content link.
        content_link_id: String,
        /// The affiliate.
        affiliate: String,
        /// The affiliate's own key.
        campaign_key: Option<String>,
    },
    /// An order form (vendor document).
    OrderForm {
        /// The product.
        product_id: String,
        /// A second number, presumably that of the order form (inference).
        order_form_id: Option<String>,
    },
    /// A link that starts an upgrade (vendor document).
    Upgrade {
        /// The upgrade.
        upgrade_id: String,
        /// Its secret part.
        authkey: Secret,
        /// The orders to upgrade.
        order_ids: Vec<String>,
    },
    /// An invoice (vendor document). It holds a key.
    Invoice {
        /// The order.
        order_id: String,
        /// The transaction; `0` in test orders and older links.
        transaction_id: String,
    },
    /// The confirmation of an order (captures). It holds a key.
    Receipt {
        /// The product.
        product_id: String,
        /// The order.
        order_id: String,
    },
    /// A page of an order (captures). It holds a key.
    Order {
        /// Which page.
        page: OrderPage,
        /// The order.
        order_id: String,
    },
    /// The PDF of an e-ticket (vendor document). Its number is all that a ticket is.
    Eticket {
        /// The twenty digits.
        number: Secret,
    },
    /// A paper about a payout (vendor document). It holds a key.
    PayoutPaper {
        /// `credit_note` or `commissions`.
        paper: &'static str,
        /// Its number.
        id: String,
    },
    /// A page where affiliates sign up (seen in public code).
    Signup {
        /// The products.
        product_ids: Vec<String>,
        /// A name behind them: that of the vendor or of a referring affiliate, which is unclear.
        affiliate: Option<String>,
    },
    /// A button of an upsell page (seen in public code).
    UpsellAnswer {
        /// `yes`, `no`, or the number of a product.
        answer: String,
    },
    /// What the tracking script of thank-you pages calls (seen in public code). It holds a key.
    ThankYouTracking,
    /// A page that is the same for everybody, such as `find_my_order`.
    Page {
        /// Its name.
        name: String,
    },
    /// A script for pages of vendors (vendor document).
    Script {
        /// Its name.
        name: String,
    },
    /// The approval of an API key. It holds a key.
    KeyApproval,
    /// A call of the API. In the old form it holds the API key.
    ApiCall {
        /// The function.
        function: String,
    },
    /// An order in the vendor's back office (captures).
    OrderDetails {
        /// The order.
        order_id: String,
    },
    /// A promo link of an old form (seen in public code).
    LegacyPromo {
        /// The affiliate.
        affiliate: String,
        /// The affiliate's own key.
        campaign_key: Option<String>,
    },
    /// A page of the vendor with the affiliate behind the address, for the promocode script (vendor document).
    Promocode {
        /// The affiliate.
        affiliate: String,
        /// The affiliate's own key.
        campaign_key: Option<String>,
    },
    /// A link with placeholders such as `AFFILIATE` in its path.
    Template {
        /// What it is a template of: `promo`, `content`, `order_form`, `upgrade` or `signup`.
        form: &'static str,
        /// The placeholders in the path.
        placeholders: Vec<String>,
    },
    /// It begins like a link of this form and is none; the notes say why.
    Malformed {
        /// The form.
        form: &'static str,
    },
    /// A page of the service whose form is not documented, such as the links of `createBuyUrl`.
    Unknown,
    /// An address on another host.
    Foreign,
    /// A path without a host, as image addresses in notifications may be (captures).
    RelativePath,
    /// Nothing, which is normal in every field for links (captures).
    Empty,
    /// No address at all.
    NoLink,
}

/// A page of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OrderPage {
    /// Changing how to pay, or taking up again.
    Renew,
    /// Buying more on the order.
    Add,
    /// Changing how often to pay.
    Switch,
    /// Asking for a refund.
    Refund,
    /// Stopping payments.
    Stop,
    /// Support.
    Support,
}

impl OrderPage {
    fn as_str(self) -> &'static str {
        match self {
            OrderPage::Renew => "renew",
            OrderPage::Add => "add_to_order",
            OrderPage::Switch => "switch_interval",
            OrderPage::Refund => "refund_request",
            OrderPage::Stop => "stop_rebilling",
            OrderPage::Support => "support",
        }
    }
}

impl Kind {
    /// A word for it: `promo`, `order_form`, `refund_request`, `unknown`.
    pub fn as_str(&self) -> &'static str {
        match self {
            Kind::Promo { .. } => "promo",
            Kind::Content { .. } => "content",
            Kind::OrderForm { .. } => "order_form",
            Kind::Upgrade { .. } => "upgrade",
            Kind::Invoice { .. } => "invoice",
            Kind::Receipt { .. } => "receipt",
            Kind::Order { page, .. } => page.as_str(),
            Kind::Eticket { .. } => "eticket",
            Kind::PayoutPaper { paper, .. } => paper,
            Kind::Signup { .. } => "signup",
            Kind::UpsellAnswer { .. } => "upsell_answer",
            Kind::ThankYouTracking => "thank_you_tracking",
            Kind::Page { .. } => "page",
            Kind::Script { .. } => "script",
            Kind::KeyApproval => "key_approval",
            Kind::ApiCall { .. } => "api_call",
            Kind::OrderDetails { .. } => "order_details",
            Kind::LegacyPromo { .. } => "legacy_promo",
            Kind::Promocode { .. } => "promocode",
            Kind::Template { .. } => "template",
            Kind::Malformed { .. } => "malformed",
            Kind::Unknown => "unknown",
            Kind::Foreign => "foreign",
            Kind::RelativePath => "relative_path",
            Kind::Empty => "empty",
            Kind::NoLink => "no_link",
        }
    }

    /// Whether the link may be shown as it is: it holds no key, as far as is known.
    pub(super) fn is_open(&self, path: &str) -> bool {
        let is_image = matches!(self, Kind::RelativePath) && path.starts_with("/pb/");
        is_image
            || matches!(
                self,
                Kind::Promo { .. }
                    | Kind::Content { .. }
                    | Kind::OrderForm { .. }
                    | Kind::Signup { .. }
                    | Kind::UpsellAnswer { .. }
                    | Kind::Page { .. }
                    | Kind::Script { .. }
                    | Kind::OrderDetails { .. }
                    | Kind::LegacyPromo { .. }
                    | Kind::Promocode { .. }
                    | Kind::Empty
            )
    }

    /// What the path shows to others: the path itself, or what is left of it without keys.
    pub(super) fn shown_path(&self, path: &str) -> String {
        let encoded = |text: &str| {
            let mut out = String::new();
            query::push_encoded(text, &mut out);
            out
        };
        let order = |verb: &str, order_id: &str| format!("/{verb}/{}/***", encoded(order_id));
        match self {
            Kind::Template { form, .. } if *form != "upgrade" => path.to_owned(),
            kind if kind.is_open(path) => path.to_owned(),
            Kind::Upgrade { upgrade_id, order_ids, .. } => {
                let order_ids: Vec<String> = order_ids.iter().map(|id| encoded(id)).collect();
                format!("/upgrade/{upgrade_id}-***/{}", order_ids.join(","))
            }
            Kind::Invoice { order_id, transaction_id } => {
                format!("/invoice/{}/{}/***.pdf", encoded(order_id), encoded(transaction_id))
            }
            Kind::Receipt { product_id, order_id } => {
                format!("/receipt/{}/{}/***", encoded(product_id), encoded(order_id))
            }
            Kind::Order { page, order_id } => match page {
                OrderPage::Renew => order("renew", order_id),
                OrderPage::Add => order("order/add", order_id),
                OrderPage::Switch => order("order/switch", order_id),
                OrderPage::Refund => order("order/cancel", order_id),
                OrderPage::Stop => order("order/stop", order_id),
                OrderPage::Support => order("support", order_id),
            },
            Kind::ApiCall { function } if path.contains("/json/") => format!("/api/call/***/json/{function}"),
            Kind::ApiCall { function } => format!("/api/call/{function}"),
            _ if matches!(path, "" | "/") => path.to_owned(),
            _ => "/***".to_owned(),
        }
    }
}

/// What stands where something is still to be put in.
pub(super) const PLACEHOLDERS: &[&str] =
    &["AFFILIATE", "CAMPAIGNKEY", "PRODUCT-ID", "PRODUKT-ID", "CONTENTLINK-ID", "AUTO", "ORDER_ID"];

/// What there is to know about the path.
pub(super) type Said = Vec<(Remark, &'static str)>;

/// What a path of the service is, from its segments.
pub(super) fn read(segments: &[&str], said: &mut Said) -> Kind {
    let form = match segments.first() {
        Some(&"redir") => "promo",
        Some(&"content") => "content",
        Some(&"product") => "order_form",
        Some(&"upgrade") => "upgrade",
        Some(&"signup") => "signup",
        _ => return other(segments, said),
    };
    let rest = segments.get(1..).unwrap_or_default();
    let is_placeholder = |segment: &&&str| {
        let inner = |open, close| segment.strip_prefix(open).and_then(|text| text.strip_suffix(close));
        PLACEHOLDERS.contains(segment) || inner('{', '}').or_else(|| inner('[', ']')).is_some()
    };
    let placeholders: Vec<String> = rest.iter().filter(is_placeholder).map(|text| (*text).to_owned()).collect();
    if !placeholders.is_empty() {
        said.push((Remark::Template, ""));
        return Kind::Template { form, placeholders };
    }
    tracked(form, rest, said).unwrap_or_else(|| malformed(form, said))
}

/// A link that is none, and why, unless that is said already.
fn malformed(form: &'static str, said: &mut Said) -> Kind {
    if said.is_empty() {
        said.push((Remark::OtherForm, ""));
    }
    Kind::Malformed { form }
}

/// Promo links, content links, order forms, upgrades and sign-ups.
fn tracked(form: &'static str, rest: &[&str], said: &mut Said) -> Option<Kind> {
    let owned = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let (least, most, numbers) = match form {
        "promo" => (1, 3, 1),
        "content" => (3, 4, 2),
        "order_form" => (1, 2, 2),
        "upgrade" => (2, 2, 0),
        _ => (1, 2, 0),
    };
    if rest.len() < least || rest.iter().any(|segment| segment.is_empty()) {
        said.push((Remark::TooFew, ""));
        return None;
    }
    if rest.len() > most {
        said.push((Remark::TooMany, ""));
        return None;
    }
    let names = ["product_id", if form == "content" { "content_link_id" } else { "order_form_id" }];
    let mut numbers = rest.iter().zip(names).take(numbers);
    if let Some((_, name)) = numbers.find(|(segment, _)| !is_number(segment)) {
        said.push((Remark::NotDigits, name));
        return None;
    }
    let kind = match (form, rest) {
        ("promo", [product_id, path @ ..]) => {
            let affiliate = path.first().map(|name| (*name).to_owned());
            if affiliate.is_none() {
                said.push((Remark::NoAffiliate, ""));
            }
            let campaign_key = path.get(1).map(|key| (*key).to_owned());
            Kind::Promo { product_id: (*product_id).to_owned(), affiliate, campaign_key }
        }
        ("content", [product_id, content_link_id, affiliate, path @ ..]) => Kind::Content {
            product_id: (*product_id).to_owned(),
            content_link_id: (*content_link_id).to_owned(),
            affiliate: (*affiliate).to_owned(),
            campaign_key: path.first().map(|key| (*key).to_owned()),
        },
        ("order_form", [product_id, path @ ..]) => Kind::OrderForm {
            product_id: (*product_id).to_owned(),
            order_form_id: path.first().map(|id| (*id).to_owned()),
        },
        ("upgrade", [upgrade, orders]) => {
            let (upgrade_id, authkey) = upgrade.split_once('-').filter(|(id, _)| is_number(id))?;
            let order_ids: Vec<String> = orders.split(',').map(str::to_owned).collect();
            if order_ids.iter().any(String::is_empty) {
                return None;
            }
            Kind::Upgrade { upgrade_id: upgrade_id.to_owned(), authkey: Secret(owned(authkey)?), order_ids }
        }
        ("signup", [products, path @ ..]) => {
            let product_ids: Vec<String> = products.split(',').map(str::to_owned).collect();
            if !product_ids.iter().all(|id| is_number(id)) {
                said.push((Remark::NotDigits, "product_ids"));
                return None;
            }
            Kind::Signup { product_ids, affiliate: path.first().map(|name| (*name).to_owned()) }
        }
        _ => return None,
    };
    Some(kind)
}

/// Everything else.
fn other(segments: &[&str], said: &mut Said) -> Kind {
    let text = |text: &str| text.to_owned();
    // A key is none.
    let is_function = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let order = |page, order_id: &str| Kind::Order { page, order_id: order_id.to_owned() };
    match segments {
        ["invoice", order_id, transaction_id, key] if key.ends_with(".pdf") => {
            Kind::Invoice { order_id: text(order_id), transaction_id: text(transaction_id) }
        }
        ["receipt", product_id, order_id, _] => {
            Kind::Receipt { product_id: text(product_id), order_id: text(order_id) }
        }
        ["renew", order_id, _] => order(OrderPage::Renew, order_id),
        ["order", "add", order_id, _] => order(OrderPage::Add, order_id),
        ["order", "switch", order_id, _] => order(OrderPage::Switch, order_id),
        ["order", "cancel", order_id, _] => order(OrderPage::Refund, order_id),
        ["order", "stop", order_id, _] => order(OrderPage::Stop, order_id),
        ["support", order_id, _] => order(OrderPage::Support, order_id),
        ["eticket", file] => {
            let number = file.strip_prefix("file").and_then(|file| file.strip_suffix(".pdf"));
            match number.filter(|number| number.len() == 20 && is_number(number)) {
                Some(number) => Kind::Eticket { number: Secret(text(number)) },
                None => malformed("eticket", said),
            }
        }
        ["creditnote", id, _] => Kind::PayoutPaper { paper: "credit_note", id: text(id) },
        ["commissions", id, _] => Kind::PayoutPaper { paper: "commissions", id: text(id) },
        ["answer", answer] if matches!(*answer, "yes" | "no") || is_number(answer) => {
            Kind::UpsellAnswer { answer: text(answer) }
        }
        ["buy", "track", "thankyou_page"] => Kind::ThankYouTracking,
        [page @ ("find_my_order" | "become_affiliate" | "faq" | "contact")] => Kind::Page { name: text(page) },
        ["service", "js", script] | ["service", script] if script.ends_with(".js") => {
            Kind::Script { name: text(script) }
        }
        ["extern", "api_register", "auth", ..] => Kind::KeyApproval,
        ["api", "call", function] | ["api", "call", function, "format", "json"] if is_function(function) => {
            Kind::ApiCall { function: text(function) }
        }
        ["api", "call", _, "json", function] if is_function(function) => {
            said.push((Remark::Legacy, ""));
            Kind::ApiCall { function: text(function) }
        }
        [verb @ ("invoice" | "receipt" | "renew" | "support" | "creditnote" | "commissions" | "answer"), ..] => {
            let forms = ["invoice", "receipt", "renew", "support", "credit_note", "commissions", "upsell_answer"];
            let verbs = ["invoice", "receipt", "renew", "support", "creditnote", "commissions", "answer"];
            let form = verbs.iter().zip(forms).find(|(other, _)| *other == verb).map_or("", |(_, form)| form);
            malformed(form, said)
        }
        _ => {
            said.push((Remark::Opaque, ""));
            Kind::Unknown
        }
    }
}
