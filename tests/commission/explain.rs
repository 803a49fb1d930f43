//! The explanation of a split: figures that come to what they say, in words of two languages, as text and as HTML.

use digistore24::commission::{Commission, Currency, Language, Partner, Sale, Split, Step, Terms, Tie, Vat, split};
use digistore24::{Amount, Value};
use proptest::prelude::*;

use super::random::cases;
use super::split::of_options;
use crate::vectors::{equal, vectors};

const BOTH: [Language; 2] = [Language::English, Language::German];

/// The text of an amount as a fraction of whole numbers.
fn number(token: &str) -> (i128, i128) {
    let token = token.trim_matches(['(', ')']).replace(',', ".");
    let (sign, digits) = token.strip_prefix('−').map_or((1, token.as_str()), |digits| (-1, digits));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    (sign * format!("{whole}{part}").parse::<i128>().unwrap(), 10i128.pow(part.len() as u32))
}

/// What figures come to in the smallest unit: the products of a sum are rounded together, other amounts are added to that.
fn evaluated(derivation: &str, digits: u8, tie: Tie) -> i128 {
    let unit = 10i128.pow(digits.into());
    let (mut products, mut plain) = ((0, 1), 0);
    let mut sign = 1;
    let mut tokens = derivation.split(' ').peekable();
    while let Some(token) = tokens.next() {
        match token {
            "+" => sign = 1,
            "−" => sign = -1,
            token => {
                let (mut above, mut below) = number(token);
                let mut is_product = false;
                while let Some(operator) = tokens.next_if(|token| ["×", "/", "%"].contains(token)) {
                    is_product = true;
                    let (other_above, other_below) = match operator {
                        "%" => (1, 100),
                        "/" => {
                            let (above, below) = number(tokens.next().unwrap());
                            (below, above)
                        }
                        _ => number(tokens.next().unwrap()),
                    };
                    (above, below) = (above * other_above, below * other_below);
                }
                if is_product {
                    products = (products.0 * below + sign * above * products.1, products.1 * below);
                } else {
                    assert_eq!(above * unit % below, 0, "{derivation} has more than {digits} digits");
                    plain += sign * above * unit / below;
                }
            }
        }
    }
    let (whole, rest) = ((products.0 * unit).div_euclid(products.1), (products.0 * unit).rem_euclid(products.1));
    let up = match (rest * 2).cmp(&products.1) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => tie == Tie::Up || tie == Tie::Even && whole % 2 != 0,
    };
    plain + whole + i128::from(up)
}

/// What a derivation comes to, words included.
fn derived(step: &Step, split: &Split) -> i128 {
    let (digits, tie) = (split.currency.digits(), split.terms.tie);
    let minor = |amount: Amount| i128::from(amount.minor_units(digits).unwrap());
    let of = |figures: &str| evaluated(figures, digits, tie);
    let fixed = |commission: Commission| match commission {
        Commission::Fixed(fixed) | Commission::Both { fixed, .. } => minor(fixed),
        other => panic!("{other:?} has no fixed amount"),
    };
    let derivation = step.derivation.as_str();
    if let Some(both) = derivation.strip_prefix("larger of ").or(derivation.strip_prefix("das Größere von ")) {
        let (one, other) = both.split_once(" and ").or(both.split_once(" und ")).unwrap();
        return of(one).max(of(other));
    }
    match (derivation, step.field.as_str()) {
        ("given" | "angegeben", "amount_brutto" | "amount_netto") => match split.sale.price {
            digistore24::commission::Price::Gross(price) | digistore24::commission::Price::Net(price) => minor(price),
        },
        ("given" | "angegeben", "amount_vat") => match split.sale.vat {
            Vat::Amount(vat) => minor(vat),
            other => panic!("{other:?}"),
        },
        ("given" | "angegeben", "amount_shipping") => minor(split.sale.shipping),
        ("none" | "keine", "amount_vat") => 0,
        ("of the first payment only" | "nur von der ersten Zahlung", "amount_affiliate") => {
            assert!(split.terms.first_payment_only && split.sale.pay_sequence_no > 1);
            0
        }
        ("fixed amount" | "Festbetrag", "amount_affiliate") => fixed(split.terms.affiliate),
        ("fixed amount" | "Festbetrag", field) => {
            let at: usize = field.trim_start_matches("partners[").split(']').next().unwrap().parse().unwrap();
            fixed(split.terms.partners[at].own_affiliate)
        }
        _ => of(derivation.trim_start_matches("remainder: ").trim_start_matches("Rest: ")),
    }
}

/// The amount of plain data at a path such as `partners[0].amount`.
fn at<'v>(plain: &'v Value, path: &str) -> Option<&'v Value> {
    path.split(['.', '[']).try_fold(plain, |value, name| match (value, name.strip_suffix(']')) {
        (Value::List(items), Some(at)) => items.get(at.parse::<usize>().unwrap()),
        (value, _) => value.get(name),
    })
}

proptest! {
    #[test]
    fn the_figures_of_each_step_come_to_its_amount((sale, terms) in cases()) {
        let split = split(&sale, &terms).unwrap();
        for language in BOTH {
            for step in split.steps(language) {
                let amount = step.amount.minor_units(split.currency.digits()).unwrap();
                prop_assert_eq!(derived(&step, &split), i128::from(amount), "{:?}", step);
            }
        }
    }

    #[test]
    fn the_steps_are_the_amounts_of_the_split_and_add_up((sale, terms) in cases()) {
        let split = split(&sale, &terms).unwrap();
        let (plain, steps) = (Value::from(&split), split.steps(Language::English));
        let mut sum = Amount::cents(0);
        for step in &steps {
            let field = step.field.strip_prefix("check.").unwrap_or(&step.field);
            let is_between = ["shipping_brutto", "margin_base"].contains(&field) || field.ends_with("].share");
            if !is_between {
                prop_assert_eq!(at(&plain, field), Some(&Value::Amount(step.amount)), "{}", field);
            }
            let is_share = ["amount_vat", "amount_provider", "amount_affiliate", "amount_referral", "amount_vendor"]
                .contains(&step.field.as_str())
                || step.field.ends_with("].amount")
                || step.field.ends_with("].amount_affiliate");
            if is_share {
                sum = sum.checked_add(step.amount).unwrap();
            }
            let notes: Vec<_> = split.notes.iter().filter(|note| note.field == step.field).collect();
            prop_assert_eq!(notes.len(), step.notes.len());
        }
        prop_assert_eq!(sum, split.amount_brutto);
        // What is left out is nothing, and every note about one figure stands at its step.
        for field in ["amount_affiliate", "amount_referral", "amount_shipping"] {
            let is_told = steps.iter().any(|step| step.field == field);
            prop_assert!(is_told || at(&plain, field) == Some(&Value::Amount(Amount::cents(0))), "{}", field);
        }
        let told: usize = steps.iter().map(|step| step.notes.len()).sum();
        let general = split.notes.iter().filter(|note| ["", "partners"].contains(&note.field.as_str())).count();
        prop_assert_eq!(told + general, split.notes.len());
    }

    #[test]
    fn html_is_closed_where_it_is_opened_and_tells_what_the_steps_tell((sale, terms) in cases()) {
        let split = split(&sale, &terms).unwrap();
        for language in BOTH {
            let html = split.to_html(language);
            let told = text_of(&html);
            for step in split.steps(language) {
                let is_said = told.contains(&step.derivation) && told.contains(step.label.trim());
                prop_assert!(is_said, "{:?} is not in {}", step, told);
            }
            prop_assert_eq!(html.matches("scope=\"row\"").count(), split.steps(language).len());
        }
    }
}

/// What is between the tags, which have to be known, closed, and without anything that runs or loads.
fn text_of(html: &str) -> String {
    const KNOWN: &[&str] = &[
        "div", "table", "caption", "strong", "br", "thead", "tbody", "tfoot", "tr", "th", "td", "sup", "span", "ol",
        "li",
    ];
    const ATTRIBUTES: &[&str] = &["lang", "style", "scope", "aria-hidden", "aria-label"];
    let (mut open, mut text) = (Vec::new(), String::new());
    for piece in html.split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap_or_else(|| panic!("an open tag in {html}"));
        text += after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(KNOWN.contains(&name), "<{name}> in {html}");
        let parts: Vec<&str> = attributes.split('"').collect();
        for attribute in parts.chunks_exact(2) {
            let name = attribute[0].trim().trim_end_matches('=');
            assert!(ATTRIBUTES.contains(&name), "{name} in {html}");
            assert!(!attribute[1].contains("url"), "{html}");
        }
        if name != "br" {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} stay open in {html}");
    assert!(!text.contains('"') && !text.contains('\''), "{text}");
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
}

fn amount(text: &str) -> Amount {
    text.parse().unwrap()
}

fn partner(name: &str) -> Partner {
    let rate = amount("25");
    Partner { name: name.to_owned(), rate, base: Default::default(), own_affiliate: Commission::None }
}

fn of(gross: &str, terms: Terms) -> Split {
    let sale = Sale::gross(amount(gross), Currency::known("EUR").unwrap(), Vat::Rate(amount("19")));
    split(&sale, &terms).unwrap()
}

#[test]
fn explanations_read_as_written() {
    let list = vectors("money_split.json", 110);
    let told: Vec<_> = list.iter().filter(|vector| vector.get("text_en").is_some()).collect();
    assert!(told.len() >= 5);
    for vector in told {
        let split = of_options(&vector["options"]).unwrap();
        for (language, field) in [(Language::English, "text_en"), (Language::German, "text_de")] {
            equal(field, split.explain(language).as_str(), vector[field].as_str().unwrap()).unwrap();
        }
    }
}

#[test]
fn every_amount_carries_the_currency_and_german_has_a_comma() {
    let split = of("100.00", Terms { affiliate: Commission::Percent(amount("50")), ..Terms::default() });
    let (english, german) = (split.explain(Language::English), split.explain(Language::German));
    for line in
        [&english, &german].into_iter().flat_map(|text| text.lines().skip(3).take_while(|line| !line.is_empty()))
    {
        assert!(line.contains(" EUR  "), "{line}");
    }
    assert!(english.contains("37.57 EUR") && !english.contains("37,57"), "{english}");
    assert!(german.contains("37,57 EUR") && !german.contains("37.57"), "{german}");
    assert_eq!(english.lines().count(), german.lines().count());
}

#[test]
fn a_currency_without_decimals_is_written_without_them() {
    let yen = Currency::with_digits("JPY", 0).unwrap();
    let text = split(&Sale::gross(amount("11000"), yen, Vat::Rate(amount("10"))), &Terms::default()).unwrap();
    assert!(text.explain(Language::English).contains("VAT            1000 JPY  11000 × 10 / 110\n"), "{text:?}");
}

#[test]
fn a_name_stays_a_name() {
    let name = "</td><script>alert(\"1\")</script>\n&'Ada'";
    let split = of("100.00", Terms { partners: vec![partner(name)], ..Terms::default() });
    let html = split.to_html(Language::English);
    assert!(!html.contains("<script") && !html.contains("</td><s"), "{html}");
    assert!(
        html.contains("Partner &lt;/td&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp;&#39;Ada&#39;"),
        "{html}"
    );
    let text = split.explain(Language::English);
    assert!(text.contains("alert(\"1\")</script> &'Ada'"), "{text}");
    assert_eq!(text.lines().count(), 3 + split.steps(Language::English).len());
}

#[test]
fn html_is_a_table_that_reads_without_its_bars() {
    let split = of("100.00", Terms { affiliate: Commission::Percent(amount("50")), ..Terms::default() });
    let html = split.to_html(Language::German);
    for part in [
        "<div lang=\"de\"",
        "<caption",
        "<th scope=\"col\"",
        ">Anteil</th>",
        ">EUR</th>",
        ">Herleitung</th>",
        "<th scope=\"row\"",
        "Affiliate-Provision&nbsp;<sup",
        "<li>Affiliate-Provision: Hier wurde genau ein halber Cent gerundet",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    // Each bar stands in a cell that is hidden from whoever cannot see it, and is as long as its part of the gross price.
    for (step, width) in [("amount_vat", "15.97"), ("amount_provider", "8.90"), ("amount_vendor", "37.56")] {
        let steps = split.steps(Language::German);
        let label = &steps.iter().find(|other| other.field == step).unwrap().label;
        let (_, row) = html.split_once(&format!(">{label}</th>")).unwrap();
        let (row, _) = row.split_once("</tr>").unwrap();
        let (_, cell) = row.split_once("<td aria-hidden=\"true\"").unwrap();
        assert!(cell.split_once("</td>").unwrap().0.contains(&format!("width:{width}%;")), "{row}");
    }
    assert!(!html.contains("unter null"));
}

#[test]
fn an_amount_below_zero_is_marked_by_more_than_its_colour() {
    let split = of("19.00", Terms { affiliate: Commission::Fixed(amount("15.00")), ..Terms::default() });
    for (language, mark) in [(Language::English, "below zero"), (Language::German, "unter null")] {
        let html = split.to_html(language);
        assert_eq!(html.matches(&format!(">{mark}</span>")).count(), 1, "{html}");
        assert!(html.contains(">1</sup> <span"), "{html}");
        assert!(html.contains(">−1"), "{html}");
    }
}

#[test]
fn a_price_of_nothing_has_no_bars() {
    let html = of("0", Terms::default()).to_html(Language::English);
    assert!(!html.contains("<div style"), "{html}");
}

#[test]
fn steps_are_plain_data_too() {
    let split = of("100.00", Terms { affiliate: Commission::Percent(amount("50")), ..Terms::default() });
    let steps = split.steps(Language::English);
    let step = Value::from(steps.iter().find(|step| step.field == "amount_affiliate").unwrap());
    let json = serde_json::to_value(step).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "field": "amount_affiliate",
            "label": "Affiliate commission",
            "derivation": "75.13 × 50 %",
            "amount": "37.57",
            "notes": [split.notes[0].sentence(Language::English)],
        })
    );
}
