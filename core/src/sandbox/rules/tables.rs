//! Tables that never change: countries, currencies, places.

/// Two-letter countries with their English and German names; the service knows all of them.
pub(super) const COUNTRIES: &[(&str, &str, &str)] = &[
    ("AT", "Austria", "Österreich"),
    ("AU", "Australia", "Australien"),
    ("BE", "Belgium", "Belgien"),
    ("CA", "Canada", "Kanada"),
    ("CH", "Switzerland", "Schweiz"),
    ("CZ", "Czech Republic", "Tschechien"),
    ("DE", "Germany", "Deutschland"),
    ("DK", "Denmark", "Dänemark"),
    ("ES", "Spain", "Spanien"),
    ("FI", "Finland", "Finnland"),
    ("FR", "France", "Frankreich"),
    ("GB", "United Kingdom", "Vereinigtes Königreich"),
    ("IE", "Ireland", "Irland"),
    ("IT", "Italy", "Italien"),
    ("LI", "Liechtenstein", "Liechtenstein"),
    ("LU", "Luxembourg", "Luxemburg"),
    ("NL", "Netherlands", "Niederlande"),
    ("NO", "Norway", "Norwegen"),
    ("PL", "Poland", "Polen"),
    ("PT", "Portugal", "Portugal"),
    ("SE", "Sweden", "Schweden"),
    ("SI", "Slovenia", "Slowenien"),
    ("US", "United States", "Vereinigte Staaten"),
];

/// A currency: code, sign, English and German name, what one euro is worth in it (made up), default countries.
pub(super) struct Money {
    pub(super) code: &'static str,
    pub(super) symbol: &'static str,
    pub(super) names: (&'static str, &'static str),
    /// Ten-thousandths of the currency for one euro.
    pub(super) rate: i64,
    pub(super) countries: &'static [&'static str],
}

pub(super) const CURRENCIES: &[Money] = &[
    Money { code: "EUR", symbol: "€", names: ("Euro", "Euro"), rate: 10_000, countries: &["DE", "AT", "FR"] },
    Money { code: "USD", symbol: "$", names: ("US dollar", "US-Dollar"), rate: 11_000, countries: &["US"] },
    Money {
        code: "CHF",
        symbol: "CHF",
        names: ("Swiss franc", "Schweizer Franken"),
        rate: 9_500,
        countries: &["CH", "LI"],
    },
    Money { code: "GBP", symbol: "£", names: ("Pound sterling", "Pfund Sterling"), rate: 8_500, countries: &["GB"] },
];

/// Whether the account knows the country.
pub(super) fn is_country(code: &str) -> bool {
    COUNTRIES.iter().any(|(known, ..)| *known == code)
}

/// Whether the account sells in the currency.
pub(super) fn is_currency(code: &str) -> bool {
    CURRENCIES.iter().any(|money| money.code == code)
}

/// Where events take place, and from what their tickets are made: number and name.
pub(super) const LOCATION: (&str, &str, &str) = ("3", "Studio", "Beispielweg 1, 50667 Köln");
pub(super) const TEMPLATE: (&str, &str) = ("3", "Plain ticket");

/// Types of products, by number, name and category. All made up: the service has others.
pub(super) const PRODUCT_TYPES: &[(&str, &str, &str)] = &[
    ("1", "Online course", "digital"),
    ("2", "Software", "digital"),
    ("3", "Event", "event"),
    ("4", "Book", "shipping"),
    ("5", "Coaching", "service"),
];

/// The fields whose codes `getGlobalSettings` explains.
pub(super) const TYPES: &[(&str, &[&str])] = &[
    ("billing_type", &["single_payment", "subscription", "installment"]),
    ("billing_status", &["paying", "completed", "aborted", "unpaid", "reminding"]),
    ("transaction_type", &["payment", "refund", "chargeback", "refund_request"]),
    ("pay_method", &["paypal", "creditcard", "elv", "banktransfer", "test"]),
    ("approval_status", &["new", "pending", "approved"]),
];
