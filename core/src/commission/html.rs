//! A split as a table with bars, for notebooks and pages.

use super::explain::{Step, told};
use super::note::Language;
use super::split::Split;
use crate::Amount;

const TABLE: &str = "border-collapse:collapse;table-layout:auto;margin:0;color:inherit;background:none;font-size:inherit;\
                     font-variant-numeric:tabular-nums";
const CELL: &str = "padding:.2em .9em .2em 0;border:0;border-bottom:1px solid rgba(128,128,128,.35);\
                    background:none;vertical-align:baseline;font-weight:inherit";

impl Split {
    /// The derivation as HTML: one element with a table of the steps, bars in proportion to the gross price, and the notes.
    ///
    /// It brings its own looks, in attributes only, takes font and colour of text from the page around it, whether light
    /// or dark, and loads nothing. Names of partners are escaped.
    ///
    /// ```
    /// use digistore24::commission::{Currency, Language, Sale, Terms, Vat, split};
    ///
    /// let sale = Sale::gross("119.00".parse()?, Currency::known("EUR")?, Vat::Rate("19".parse()?));
    /// let html = split(&sale, &Terms::default()).unwrap().to_html(Language::German);
    /// assert!(html.starts_with("<div lang=\"de\""));
    /// assert!(html.contains("119,00 × 19 / 119"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_html(&self, language: Language) -> String {
        let (words, steps) = (self.words(language), self.steps(language));
        let (sale, terms) = (escaped(&words.sale(&self.sale)), escaped(&words.terms(&self.terms)));
        let rows = |is_check| -> String {
            let rows = steps.iter().filter(|step| step.is_check() == is_check);
            rows.map(|step| self.row(step, language)).collect()
        };
        let [share, derivation] = words.say(["Share", "Derivation"], ["Anteil", "Herleitung"]);
        let code = words.say("en", "de");
        let head = |label: &str, align: &str| {
            format!("<th scope=\"col\" style=\"{CELL};text-align:{align};opacity:.75\">{label}</th>")
        };
        format!(
            "<div lang=\"{code}\" style=\"overflow-x:auto;margin:0 0 1em;line-height:1.4\"><table style=\"{TABLE}\">\
             <caption style=\"caption-side:top;text-align:left;padding:0 0 .5em;color:inherit\">\
             <strong>{sale}</strong><br>{terms}</caption>\
             <thead><tr>{}{}<td aria-hidden=\"true\" style=\"{CELL}\"></td>{}</tr></thead>\
             <tbody>{}</tbody><tfoot style=\"opacity:.75\">{}</tfoot></table>{}</div>",
            head(share, "left"),
            head(self.currency.code(), "right"),
            head(derivation, "left"),
            rows(false),
            rows(true),
            self.notes_list(&steps, language)
        )
    }

    fn row(&self, step: &Step, language: Language) -> String {
        let words = self.words(language);
        let marks: Vec<String> = self.marks(&step.field).iter().map(usize::to_string).collect();
        let marks = match marks.is_empty() {
            true => String::new(),
            false => format!("&nbsp;<sup style=\"line-height:0\">{}</sup>", marks.join(", ")),
        };
        let weight = if step.field == "amount_vendor" { ";font-weight:600" } else { "" };
        let below = match step.amount.is_negative() {
            true => format!(
                " <span style=\"padding:.05em .45em;border-radius:.6em;background:#b3261e;color:#fff;font-size:.8em;\
                 font-weight:600;white-space:nowrap\">{}</span>",
                words.say("below zero", "unter null")
            ),
            false => String::new(),
        };
        format!(
            "<tr><th scope=\"row\" style=\"{CELL}{weight};text-align:left\">{}{marks}{below}</th>\
             <td style=\"{CELL}{weight};text-align:right;white-space:nowrap\">{}</td>\
             <td aria-hidden=\"true\" style=\"{CELL};width:10em;min-width:5em\">{}</td>\
             <td style=\"{CELL};text-align:left\">{}</td></tr>",
            escaped(&step.label),
            words.figure(step.amount),
            self.bar(step),
            escaped(&step.derivation)
        )
    }

    /// A bar as long as the amount is of the gross price; nothing for a check.
    fn bar(&self, step: &Step) -> String {
        let width = match step.is_check() {
            true => 0,
            false => self.hundredths_of_percent(step.amount),
        };
        if width == 0 {
            return String::new();
        }
        let colour = match step.field.as_str() {
            _ if step.amount.is_negative() => "repeating-linear-gradient(135deg,#b3261e 0 .3em,#e8837c .3em .6em)",
            "amount_vat" => "#8d7b68",
            "amount_provider" => "#d9822b",
            "amount_affiliate" | "amount_referral" => "#3b82c4",
            "amount_vendor" => "#2e9e6b",
            field if field.ends_with("].amount") || field.ends_with("].amount_affiliate") => "#9467bd",
            _ => "rgba(128,128,128,.6)",
        };
        format!(
            "<div style=\"width:{}.{:02}%;min-width:1px;height:.7em;border-radius:2px;background:{colour};\
             print-color-adjust:exact;forced-color-adjust:none\"></div>",
            width / 100,
            width % 100
        )
    }

    /// How much an amount is of the gross price, whatever its sign, at most all of it.
    fn hundredths_of_percent(&self, amount: Amount) -> u128 {
        let minor = |amount: Amount| amount.units_at(self.currency.digits()).map(i64::unsigned_abs).map(u128::from);
        let all = minor(self.amount_brutto).filter(|all| *all > 0);
        let part = minor(amount).zip(all).map(|(part, all)| part * 10_000 / all);
        part.unwrap_or_default().min(10_000)
    }

    fn notes_list(&self, steps: &[Step], language: Language) -> String {
        if self.notes.is_empty() {
            return String::new();
        }
        let label = self.words(language).say("Notes", "Hinweise");
        let item = |note| format!("<li>{}</li>", escaped(&told(note, steps, language)));
        let items: String = self.notes.iter().map(item).collect();
        format!("<ol aria-label=\"{label}\" style=\"margin:.7em 0 0;padding-left:1.6em;font-size:.9em\">{items}</ol>")
    }
}

/// Text as HTML shows it, between tags and in attributes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
