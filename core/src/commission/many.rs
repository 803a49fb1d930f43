//! Many sales by many terms in one call: columns in, columns out.

use super::currency::Currency;
use super::round::Share;
use super::split::{Cents, PartnerCents, Payment, Ready, VatCents};
use super::terms::{Price, Sale, Terms, Vat};
use crate::options::{Options, finished};
use crate::{Amount, Problem, Value};

/// Sales of one currency, column by column. All amounts are whole minor units: cents for EUR.
#[derive(Clone, Copy, Debug)]
pub struct Sales<'a> {
    /// The prices of the payments.
    pub prices: &'a [i64],
    /// Whether VAT is added to these prices. It is in them otherwise.
    pub is_net: bool,
    /// The VAT of the payments.
    pub vat: Vats<'a>,
    /// The part of each price that is shipping, as in [`Sale::shipping`].
    pub shipping: Column<'a>,
    /// The numbers of the payments, as in [`Sale::pay_sequence_no`].
    pub pay_sequence_no: Column<'a>,
}

impl<'a> Sales<'a> {
    /// Single payments without shipping, at prices that hold their VAT.
    pub fn gross(prices: &'a [i64], vat: Vats<'a>) -> Sales<'a> {
        Sales { prices, is_net: false, vat, shipping: Column::All(0), pay_sequence_no: Column::All(0) }
    }

    /// Single payments without shipping, at prices to which VAT is added.
    pub fn net(prices: &'a [i64], vat: Vats<'a>) -> Sales<'a> {
        Sales { is_net: true, ..Sales::gross(prices, vat) }
    }
}

/// A whole number for each sale.
#[derive(Clone, Copy, Debug)]
pub enum Column<'a> {
    /// The same for all.
    All(i64),
    /// One for each, in the order of the prices.
    Each(&'a [i64]),
}

/// The VAT of many payments.
#[derive(Clone, Copy, Debug)]
pub enum Vats<'a> {
    /// None.
    None,
    /// So many percent of all.
    Rate(Amount),
    /// A few rates, and for each sale which of them it has: 0 for the first.
    Rates(&'a [Amount], &'a [u32]),
    /// As the service told, in minor units. Prefer this wherever it did.
    Amounts(Column<'a>),
}

macro_rules! fields {
    ($($name:ident = $word:literal, $cents:ident;)*) => {
        /// A figure of every split: a column of the result.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Field {
            $(#[doc = concat!("`", $word, "` of a [`Split`](super::Split).")] $name,)*
            /// Three columns for each partner of the terms: `partners[0].base`, `partners[0].amount` and
            /// `partners[0].amount_affiliate` for the first.
            Partners,
        }

        impl Field {
            /// All of them.
            pub const ALL: &'static [Field] = &[$(Field::$name,)* Field::Partners];

            /// The name of the column; `partners` for those of the partners.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Field::$name => $word,)*
                    Field::Partners => "partners",
                }
            }

            /// Appends this figure of each split.
            fn append(self, splits: &[Figures], column: &mut Vec<i64>) {
                match self {
                    $(Field::$name => column.extend(splits.iter().map(|figures| figures.$cents)),)*
                    Field::Partners => {}
                }
            }
        }

        /// The figures of a split alone: what nobody reads of [`Cents`] need not be computed.
        #[derive(Clone, Copy, Debug, Default)]
        struct Figures { $($cents: i64,)* }

        impl Figures {
            #[inline]
            fn of(cents: Cents) -> Figures {
                Figures { $($cents: cents.$cents,)* }
            }
        }
    };
}

fields! {
    AmountBrutto = "amount_brutto", brutto;
    AmountVat = "amount_vat", vat;
    AmountNetto = "amount_netto", netto;
    AmountProvider = "amount_provider", provider;
    AmountShipping = "amount_shipping", shipping;
    BasicAmount = "basic_amount", basic;
    AmountAffiliate = "amount_affiliate", affiliate;
    AmountReferral = "amount_referral", referral;
    AmountPartner = "amount_partner", partner;
    AmountPartnerAffiliates = "amount_partner_affiliates", partner_affiliates;
    AmountVendor = "amount_vendor", vendor;
}

/// A figure of a partner: how its column ends, and what it is.
type OfPartner = (&'static str, fn(&PartnerCents) -> i64);

const OF_PARTNER: [OfPartner; 3] =
    [("base", |cents| cents.base), ("amount", |cents| cents.share), ("amount_affiliate", |cents| cents.affiliate)];

/// The splits of many sales by one set of terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Columns {
    /// What each column holds: the name of a [`Field`], or `partners[0].amount`.
    pub names: Vec<String>,
    /// The columns: for every sale an amount in minor units.
    pub minor_units: Vec<Vec<i64>>,
}

impl Columns {
    /// The column of that name.
    pub fn get(&self, name: &str) -> Option<&[i64]> {
        let at = self.names.iter().position(|other| other == name)?;
        self.minor_units.get(at).map(Vec::as_slice)
    }
}

/// Splits many sales by each of the terms: what [`split`](super::split) says of every row, to the cent.
///
/// Only the columns of `fields` are made; [`Field::ALL`] makes all. What rests on uncertain ground is the same as for one
/// sale; the notes of [`split`](super::split) name it.
///
/// # Errors
/// Everything that is wrong with the terms and with the sales, with the numbers of the rows, counted from 0. Of the rows
/// that are wrong the first 20 are told, and how many more there are.
///
/// ```
/// use digistore24::commission::{Commission, Currency, Field, Sales, Terms, Vats, split_many};
///
/// let offers = ["40", "50"].map(|rate| {
///     let affiliate = Commission::Percent(rate.parse().unwrap());
///     Terms { affiliate, ..Terms::default() }
/// });
/// let sales = Sales::gross(&[10_000, 2975], Vats::Rate("19".parse()?));
/// let fields = [Field::AmountAffiliate, Field::AmountVendor];
/// let columns = split_many(&sales, Currency::known("EUR")?, &offers, &fields).unwrap();
/// assert_eq!(columns[1].get("amount_affiliate"), Some(&[3757, 1083][..]));
/// assert_eq!(columns[1].get("amount_vendor"), Some(&[3756, 1082][..]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn split_many(
    sales: &Sales<'_>,
    currency: Currency,
    terms: &[Terms],
    fields: &[Field],
) -> Result<Vec<Columns>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut all = Vec::new();
    for (at, terms) in terms.iter().enumerate() {
        match Splitter::new(currency, terms, fields) {
            Ok(splitter) => all.push(splitter),
            Err(found) => problems.extend(found.into_iter().map(|Problem { path, message }| {
                let path = if path.is_empty() { format!("terms[{at}]") } else { format!("terms[{at}].{path}") };
                Problem::new(path, message)
            })),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let columns = all.iter().map(|splitter| {
        let mut minor_units = splitter.room(sales.prices.len());
        splitter.split(sales, 0, &mut minor_units)?;
        Ok(Columns { names: splitter.names(), minor_units })
    });
    columns.collect::<Result<_, _>>().map_err(Faults::into_problems)
}

/// Terms made ready for any number of sales. Rows are independent of each other, so several threads may each take a part
/// of them.
#[derive(Clone, Debug)]
pub struct Splitter {
    currency: Currency,
    terms: Ready,
    fields: Vec<Field>,
}

const BEYOND: &str = "the amounts are too large to be counted in 64 bits";

/// How many rows are computed before their columns are written: as many as stay in the nearest cache.
const LOT: usize = 256;

impl Splitter {
    /// Makes terms ready.
    ///
    /// # Errors
    /// Everything that is wrong with the terms.
    pub fn new(currency: Currency, terms: &Terms, fields: &[Field]) -> Result<Splitter, Vec<Problem>> {
        let mut problems = Vec::new();
        terms.check(currency.digits(), &mut problems);
        match Ready::of(terms, currency.digits()).filter(|_| problems.is_empty()) {
            Some(terms) => Ok(Splitter { currency, terms, fields: fields.to_vec() }),
            None if problems.is_empty() => Err(vec![Problem::new("", BEYOND)]),
            None => Err(problems),
        }
    }

    /// Makes terms ready from options by name: `currency` and `digits` as for one sale, `terms` as one group of options or
    /// several in a list, and `fields` as a list of the names of columns; all without it.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn read(options: &Value) -> Result<(Currency, Vec<Splitter>), Vec<Problem>> {
        let mut problems = Vec::new();
        let mut options = Options::new(options, "", &mut problems);
        let currency = options.currency();
        let digits = currency.map_or(2, Currency::digits);
        let mut terms = options.one_or_each("terms", |options| options.terms_in(digits));
        if options.value("terms").is_none() {
            terms.push(Terms::default());
        }
        let mut fields = Vec::new();
        for (at, value) in options.list("fields").iter().enumerate() {
            match Field::ALL.iter().find(|field| value.as_str() == Some(field.as_str())) {
                Some(field) => fields.push(*field),
                None => {
                    let names: Vec<&str> = Field::ALL.iter().map(|field| field.as_str()).collect();
                    let message = format!("expected one of {}, got {}", names.join(", "), value.in_words());
                    options.wrong(&format!("fields[{at}]"), message);
                }
            }
        }
        let fields = if options.value("fields").is_none() { Field::ALL } else { &fields };
        options.finish();
        let currency = finished(currency, problems)?;
        let all = terms.iter().map(|terms| Splitter::new(currency, terms, fields));
        Ok((currency, all.collect::<Result<_, _>>()?))
    }

    /// The names of the columns.
    pub fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for field in &self.fields {
            match field {
                Field::Partners => {
                    for at in 0..self.terms.partners() {
                        names.extend(OF_PARTNER.map(|(end, _)| format!("partners[{at}].{end}")));
                    }
                }
                field => names.push(field.as_str().to_owned()),
            }
        }
        names
    }

    /// Empty columns, with room for so many sales.
    pub fn room(&self, rows: usize) -> Vec<Vec<i64>> {
        self.names().iter().map(|_| Vec::with_capacity(rows)).collect()
    }

    /// Splits sales, and appends the figures to the columns that [`room`](Splitter::room) made.
    ///
    /// `first` is the number that the first of these sales has in problems, for sales that are a part of more.
    ///
    /// # Errors
    /// What is wrong with sales. The columns are of no use then.
    pub fn split(&self, sales: &Sales<'_>, first: usize, columns: &mut [Vec<i64>]) -> Result<(), Faults> {
        let rows = Rows::of(sales, self.currency)?;
        // What is the same for all sales is looked at once.
        match (sales.vat, rows.rates.first()) {
            (Vats::None | Vats::Amounts(Column::All(0)), _) => {
                self.fill(&rows, first, columns, |_| Some(VatCents::Amount(0)))
            }
            (Vats::Rate(_), Some(rate)) => self.fill(&rows, first, columns, |_| Some(VatCents::Rate(*rate))),
            _ => self.fill(&rows, first, columns, |row| rows.vat(row)),
        }
    }

    fn fill(
        &self,
        rows: &Rows<'_>,
        first: usize,
        columns: &mut [Vec<i64>],
        vat: impl Fn(usize) -> Option<VatCents>,
    ) -> Result<(), Faults> {
        let width = self.terms.partners();
        let small = self.terms.small(rows.rates.iter().copied());
        let count = rows.sales.prices.len();
        let (mut splits, mut partners) = (Vec::with_capacity(LOT), Vec::new());
        let mut faults = Faults::default();
        for from in (0..count).step_by(LOT) {
            let to = count.min(from + LOT);
            partners.clear();
            partners.resize((to - from) * width, PartnerCents::default());
            let mut room = partners.chunks_mut(width.max(1));
            splits.clear();
            splits.extend((from..to).map(|row| {
                let mine = room.next().unwrap_or_default();
                let payment = vat(row).and_then(|vat| rows.payment(row, vat));
                let cents = payment.and_then(|payment| match payment.is_small(small) {
                    true => self.terms.split_small(&payment, mine),
                    // A copy, so that payments are not laid out in memory before they are known to need this.
                    false => self.terms.split(&{ payment }, mine),
                });
                cents.map(Figures::of).unwrap_or_else(|| {
                    faults.add(|| rows.problems(row, first));
                    Figures::default()
                })
            }));
            self.write(&splits, &partners, width, columns);
        }
        faults.none()
    }

    fn write(&self, splits: &[Figures], partners: &[PartnerCents], width: usize, columns: &mut [Vec<i64>]) {
        let mut columns = columns.iter_mut();
        for field in &self.fields {
            match field {
                Field::Partners => {
                    for at in 0..width {
                        for ((_, figure), column) in OF_PARTNER.into_iter().zip(columns.by_ref()) {
                            column.extend(partners.iter().skip(at).step_by(width).map(figure));
                        }
                    }
                }
                field => {
                    if let Some(column) = columns.next() {
                        field.append(splits, column);
                    }
                }
            }
        }
    }
}

/// Sales made ready.
struct Rows<'a> {
    sales: &'a Sales<'a>,
    currency: Currency,
    /// The rates that there are.
    rates: Vec<Share>,
}

impl<'a> Rows<'a> {
    fn of(sales: &'a Sales<'a>, currency: Currency) -> Result<Rows<'a>, Faults> {
        let mut problems = Vec::new();
        let count = sales.prices.len();
        let mut fits = |name: &str, length: usize| {
            if length != count {
                let message = format!("expected as many values as there are prices, {count}, got {length}");
                problems.push(Problem::new(name, message));
            }
        };
        let columns = [
            ("shipping", Some(sales.shipping)),
            ("pay_sequence_no", Some(sales.pay_sequence_no)),
            ("vat_amount", sales.vat.amounts()),
        ];
        for (name, column) in columns {
            if let Some(Column::Each(each)) = column {
                fits(name, each.len());
            }
        }
        if let Vats::Rates(_, of) = sales.vat {
            fits("vat_rate", of.len());
        }
        let rates = match &sales.vat {
            Vats::Rate(rate) => std::slice::from_ref(rate),
            Vats::Rates(rates, _) => rates,
            Vats::None | Vats::Amounts(_) => &[],
        };
        for rate in rates {
            Sale::gross(Amount::cents(0), currency, Vat::Rate(*rate)).check(&mut problems);
        }
        let all = |column: Option<Column<'_>>| match column {
            Some(Column::All(value)) => value,
            _ => 0,
        };
        let mut sale =
            Sale::gross(currency.amount(i64::MAX), currency, Vat::Amount(currency.amount(all(sales.vat.amounts()))));
        sale.shipping = currency.amount(all(Some(sales.shipping)));
        sale.check(&mut problems);
        check_number(all(Some(sales.pay_sequence_no)), &mut problems);
        if !problems.is_empty() {
            return Err(Faults { told: vec![problems], more: 0 });
        }
        // Those that are no share are among the problems.
        let ready = |rate: &Amount| Share::percent(*rate).unwrap_or(Share::NONE);
        Ok(Rows { sales, currency, rates: rates.iter().map(ready).collect() })
    }

    /// The VAT of a sale.
    #[inline]
    fn vat(&self, row: usize) -> Option<VatCents> {
        match self.sales.vat {
            Vats::None => Some(VatCents::Amount(0)),
            Vats::Rate(_) => self.rates.first().copied().map(VatCents::Rate),
            Vats::Rates(_, of) => self.rates.get(*of.get(row)? as usize).copied().map(VatCents::Rate),
            Vats::Amounts(column) => column.at(row).map(VatCents::Amount),
        }
    }

    /// A sale in whole cents; `None` when something is wrong with it.
    #[inline]
    fn payment(&self, row: usize, vat: VatCents) -> Option<Payment> {
        let Sales { prices, is_net, vat: _, shipping, pay_sequence_no } = *self.sales;
        let (price, shipping) = (*prices.get(row)?, shipping.at(row)?);
        let pay_sequence_no = u32::try_from(pay_sequence_no.at(row)?).ok()?;
        let is_vat = match vat {
            VatCents::Rate(_) => true,
            VatCents::Amount(vat) => vat >= 0 && (is_net || vat <= price),
        };
        let is_right = price >= 0 && is_vat && shipping >= 0 && shipping <= price;
        is_right.then_some(Payment { price, is_net, vat, shipping, pay_sequence_no })
    }

    /// What is wrong with a sale, in the words of [`Sale::check`].
    #[cold]
    fn problems(&self, row: usize, first: usize) -> Vec<Problem> {
        let Sales { prices, is_net, vat, shipping, pay_sequence_no } = *self.sales;
        let amount = |minor: Option<i64>| self.currency.amount(minor.unwrap_or_default());
        let price = amount(prices.get(row).copied());
        let mut problems = Vec::new();
        let mut sale = Sale::gross(price, self.currency, Vat::None);
        match vat {
            Vats::Amounts(column) => sale.vat = Vat::Amount(amount(column.at(row))),
            Vats::Rates(rates, of) => {
                if let Some(which) = of.get(row).filter(|which| **which as usize >= rates.len()) {
                    let message = format!("expected the number of one of {} rates, got {which}", rates.len());
                    problems.push(Problem::new("vat_rate", message));
                }
            }
            Vats::None | Vats::Rate(_) => {}
        }
        sale.price = if is_net { Price::Net(price) } else { Price::Gross(price) };
        sale.shipping = amount(shipping.at(row));
        sale.check(&mut problems);
        check_number(pay_sequence_no.at(row).unwrap_or_default(), &mut problems);
        if problems.is_empty() {
            problems.push(Problem::new(if is_net { "net" } else { "gross" }, BEYOND));
        }
        let numbered = |problem: Problem| Problem::new(format!("{}[{}]", problem.path, first + row), problem.message);
        problems.into_iter().map(numbered).collect()
    }
}

fn check_number(number: i64, problems: &mut Vec<Problem>) {
    if u32::try_from(number).is_err() {
        let message = format!("expected a whole number from 0 to {}, got {number}", u32::MAX);
        problems.push(Problem::new("pay_sequence_no", message));
    }
}

impl Column<'_> {
    #[inline]
    fn at(self, row: usize) -> Option<i64> {
        match self {
            Column::All(value) => Some(value),
            Column::Each(values) => values.get(row).copied(),
        }
    }
}

impl<'a> Vats<'a> {
    fn amounts(self) -> Option<Column<'a>> {
        match self {
            Vats::Amounts(column) => Some(column),
            _ => None,
        }
    }
}

/// What is wrong with many sales.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// What is wrong with each of the first sales that are wrong.
    told: Vec<Vec<Problem>>,
    /// How many more are wrong.
    more: usize,
}

impl Faults {
    /// Of how many sales the problems are told.
    const MOST: usize = 20;

    /// Adds what is wrong with sales that come after these.
    pub fn merge(&mut self, later: Faults) {
        self.more += later.more;
        for problems in later.told {
            self.add(|| problems);
        }
    }

    /// The problems of the first 20 sales that are wrong, and how many more there are.
    pub fn into_problems(self) -> Vec<Problem> {
        let more = format!("{} more sales are wrong", self.more);
        let more = (self.more > 0).then(|| Problem::new("", more));
        self.told.into_iter().flatten().chain(more).collect()
    }

    /// Adds what is wrong with one more sale.
    pub fn add(&mut self, problems: impl FnOnce() -> Vec<Problem>) {
        match self.told.len() < Faults::MOST {
            true => self.told.push(problems()),
            false => self.more += 1,
        }
    }

    /// Nothing, or these if there are any.
    ///
    /// # Errors
    /// These.
    pub fn none(self) -> Result<(), Faults> {
        if self.told.is_empty() { Ok(()) } else { Err(self) }
    }
}
