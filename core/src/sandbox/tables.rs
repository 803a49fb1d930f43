//! Tables that never change: countries, currencies, places.

/// Two-letter countries with their English and German names; the service knows all of them.
pub(in crate::sandbox) const COUNTRIES: &[(&str, &str, &str)] = &[
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
pub(in crate::sandbox) struct Money {
    pub(in crate::sandbox) code: &'static str,
    pub(in crate::sandbox) symbol: &'static str,
    pub(in crate::sandbox) names: (&'static str, &'static str),
    /// Ten-thousandths of the currency for one euro.
    pub(in crate::sandbox) rate: i64,
    pub(in crate::sandbox) countries: &'static [&'static str],
}

pub(in crate::sandbox) const CURRENCIES: &[Money] = &[
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
pub(in crate::sandbox) fn is_country(code: &str) -> bool {
    COUNTRIES.iter().any(|(known, ..)| *known == code)
}

/// Whether the account sells in the currency.
pub(in crate::sandbox) fn is_currency(code: &str) -> bool {
    CURRENCIES.iter().any(|money| money.code == code)
}

/// Types of products, by number, name and category. All made up: the service has others.
pub(in crate::sandbox) const PRODUCT_TYPES: &[(&str, &str, &str)] = &[
    ("1", "Online course", "digital"),
    ("2", "Software", "digital"),
    ("3", "Event", "event"),
    ("4", "Book", "shipping"),
    ("5", "Coaching", "service"),
];

/// The fields whose codes `getGlobalSettings` explains.
pub(in crate::sandbox) const TYPES: &[(&str, &[&str])] = &[
    ("billing_type", &["single_payment", "subscription", "installment"]),
    ("billing_status", &["paying", "completed", "aborted", "unpaid", "reminding"]),
    ("transaction_type", &["payment", "refund", "chargeback", "refund_request"]),
    ("pay_method", &["paypal", "creditcard", "elv", "banktransfer", "test"]),
    ("approval_status", &["new", "pending", "approved"]),
];

/// The ways to pay that the account offers.
pub(in crate::sandbox) const PAY_METHODS: &[&str] = &["paypal", "creditcard", "elv", "banktransfer", "klarna", "test"];

/// Standard rates of the tax in percent, as known in December 2025. The service has its own, by kind of product, and for the
/// United States by town; nowhere else does this library use these.
const VAT_RATES: &[(&str, &str)] = &[
    ("AT", "20.00"),
    ("BE", "21.00"),
    ("BG", "20.00"),
    ("CH", "8.10"),
    ("CY", "19.00"),
    ("CZ", "21.00"),
    ("DE", "19.00"),
    ("DK", "25.00"),
    ("EE", "24.00"),
    ("ES", "21.00"),
    ("FI", "25.50"),
    ("FR", "20.00"),
    ("GB", "20.00"),
    ("GR", "24.00"),
    ("HR", "25.00"),
    ("HU", "27.00"),
    ("IE", "23.00"),
    ("IS", "24.00"),
    ("IT", "22.00"),
    ("LI", "8.10"),
    ("LT", "21.00"),
    ("LU", "17.00"),
    ("LV", "21.00"),
    ("MT", "18.00"),
    ("NL", "21.00"),
    ("NO", "25.00"),
    ("PL", "23.00"),
    ("PT", "23.00"),
    ("RO", "21.00"),
    ("SE", "25.00"),
    ("SI", "22.00"),
    ("SK", "23.00"),
];

/// The rate for buyers of a country; nothing is known of others.
pub(in crate::sandbox) fn vat_rate(country: &str) -> &'static str {
    VAT_RATES.iter().find(|(code, _)| *code == country).map_or("0.00", |(_, rate)| rate)
}
