//! What is known of each list: whether it has pages and a period, and what tells its rows apart.

use crate::wire::{Kind, Spec};

/// One list that comes in pages. Lists that are not here come whole.
pub(crate) struct Paged {
    pub(crate) function: &'static str,
    /// Whether it takes `from` and `to`. Left out, the service answers the last 24 hours only.
    pub(crate) has_period: bool,
    /// Whether it can be sorted by date. Others come in an order of their own, which is taken to be stable.
    pub(crate) is_sorted: bool,
    /// How many rows a page has by default, in the smallest number that is documented. A page with fewer is the last.
    pub(crate) default_size: u32,
    /// How many rows are asked for unless the caller says otherwise.
    pub(crate) size: u32,
    /// The fields that tell a row from all others. Where the first is missing, the row as a whole does.
    pub(crate) identity: &'static [&'static str],
}

/// How many pages a period may have before it is cut in two: a choice, since a service counts through everything that
/// comes before a page, and no limit is documented.
pub(crate) const MOST_PAGES: u32 = 1000;

/// The names of the parameters that [`Pages`](super::Pages) fills in itself.
pub(crate) const PAGE_NO: &str = "page_no";
pub(crate) const PAGE_SIZE: &str = "page_size";

const PAGED: &[Paged] = &[
    // The documents name 500 and 1000 as the default. They document no page_count.
    Paged {
        function: "listPurchases",
        has_period: true,
        is_sorted: true,
        default_size: 500,
        size: 500,
        identity: &["id"],
    },
    // A refund may share the number of what it refunds (unknown), so the type and the moment are looked at as well.
    Paged {
        function: "listTransactions",
        has_period: true,
        is_sorted: true,
        default_size: 500,
        size: 500,
        identity: &["id", "transaction_type", "created_at"],
    },
    // By default everything comes in one page, however much it is. 500 is a choice, as for the others.
    Paged {
        function: "listCommissions",
        has_period: true,
        is_sorted: false,
        default_size: 0,
        size: 500,
        identity: &["id", "transaction_id", "reason", "created_at"],
    },
    // That the id is that of the change, and not of the order, is not proven.
    Paged {
        function: "listRebillingStatusChanges",
        has_period: true,
        is_sorted: false,
        default_size: 100,
        size: 100,
        identity: &["id", "type", "created_at", "pay_sequence_no"],
    },
    Paged {
        function: "listBuyers",
        has_period: false,
        is_sorted: false,
        default_size: 100,
        size: 100,
        identity: &["id"],
    },
    // The documents know no pages of it; they are observed.
    Paged {
        function: "listBuyUrls",
        has_period: false,
        is_sorted: false,
        default_size: 100,
        size: 100,
        identity: &["id"],
    },
];

/// What is known of the pages of a function; `None` where its answer is the whole list.
pub(crate) fn paged(function: &str) -> Option<&'static Paged> {
    PAGED.iter().find(|paged| paged.function == function)
}

/// Whether the answer is a list of rows: itself, or in one field only. `listAccountAccess` answers two lists, and
/// `listCountries` none.
pub(crate) fn is_list(spec: &Spec) -> bool {
    match spec.returns {
        Kind::List(_) | Kind::Loose(Kind::List(_)) => true,
        Kind::Object(shape) if spec.name.starts_with("list") => {
            shape.fields.iter().filter(|field| matches!(field.kind, Kind::List(_))).count() == 1
        }
        _ => false,
    }
}
