//! What there is to know about a link or a name beside what it says.

use crate::Value;
use crate::words::words;

words! {
    /// Something to know about a link or a name.
    Remark {
        Blanks = "blanks": "There were blanks around it, which were left out.";
        HtmlEscaped = "html_escaped": "It was taken from HTML: each &amp; was read as &.";
        HoldsKey = "holds_key": "It holds a key that opens somebody's papers without a login: keep it out of logs, and hand it to that person only.";
        NoScheme = "no_scheme": "There is no https:// before the host.";
        Opaque = "opaque": "Its form is not documented, as with links that createBuyUrl makes: use it as it is.";
        OwnDomain = "own_domain": "It leads to a page of the vendor, where the promocode script reads the affiliate.";
        Legacy = "legacy": "It is of an old form: read, and never built.";
        Template = "template": "It is a template: the placeholders in it are still to be replaced.";
        Placeholder = "placeholder": "The value is a placeholder, which somebody on the way is to fill.";
        NoAffiliate = "no_affiliate": "It names no affiliate, so nobody is credited.";
        TwoAffiliates = "two_affiliates": "It names an affiliate twice; the one in the path counts by the documented form, which is inference.";
        CampaignAlone = "campaign_alone": "A campaign key without an affiliate belongs to nobody.";
        Repeated = "repeated": "The parameter stands there more than once; that the first one counts is a guess.";
        NoValue = "no_value": "Without = and a value it is not recorded.";
        KeyTooLong = "key_too_long": "It is longer than the 127 characters that keys may have.";
        KeyCharacters = "key_characters": "Keys are made of ASCII letters, digits, _ and -; for campaign keys that is inference.";
        AffiliateCharacters = "affiliate_characters": "All names of affiliates that are known have letters, digits, _ and - only.";
        AffiliateDot = "affiliate_dot": "A dot in the name of an affiliate is known from one project only.";
        NotDigits = "not_digits": "Numbers of the service are made of digits only, and this is not.";
        LeadingZero = "leading_zero": "No number of the service is known to begin with 0.";
        TooMany = "too_many_segments": "There is more in the path than this form has.";
        TooFew = "too_few_segments": "There is less in the path than this form has.";
        OtherForm = "other_form": "It begins like a link of this form and goes on in another way.";
        Unreadable = "unreadable": "A part of it is no text once it is decoded.";
        OrderIdShape = "order_id_shape": "Order ids have 8 characters A to Z and 0 to 9, and may one day have up to 15.";
        OrderIdLonger = "order_id_longer": "All order ids that are known have 8 characters; the field is documented with up to 15.";
        LooksAlike = "looks_alike": "Keys, image ids and other things look just the same: only the service knows whether there is such an order.";
        AllDigits = "all_digits": "It is made of digits only, as numbers of transactions and products are.";
        UnlikelyCharacters = "unlikely_characters": "No order id that is known has 0, 1, I or O, though examples in documents do.";
        SeveralIds = "several_ids": "There are several order ids; ask about one at a time.";
        IsLink = "is_link": "It is a link; read it with `parse`.";
        UnknownPlaceholder = "unknown_placeholder": "No such placeholder is known, and the full list is not documented.";
        OtherBrackets = "other_brackets": "Placeholders of this page stand in other brackets, so this one is not filled.";
        TestPurchase = "test_purchase": "Whoever has the link buys without paying, with every link of the account: keep it to yourself.";
        LongCustom = "long_custom": "createBuyUrl takes 63 characters at most; the limit of links is not documented.";
    }
}

/// Something to know about a link or a name, or about a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// What it is.
    pub remark: Remark,
    /// The part it is about, such as the name of a parameter; empty where it is about all.
    pub about: String,
    /// Whether it is a part that options name, and no parameter of the link.
    is_part: bool,
}

impl Note {
    fn new(remark: Remark, about: &str) -> Note {
        // One line of a log stays one line.
        Note { remark, about: about.replace(char::is_control, "\u{fffd}"), is_part: false }
    }

    /// About a part by the name that its option has.
    pub(super) fn of_part(remark: Remark, part: &str) -> Note {
        Note { is_part: !part.is_empty(), ..Note::new(remark, part) }
    }
}

/// `utm_source: Without = and a value it is not recorded.`
impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.about.as_str() {
            "" => f.write_str(self.remark.sentence()),
            part if self.is_part => write!(f, "`{part}`: {}", self.remark.sentence()),
            about => write!(f, "{about}: {}", self.remark.sentence()),
        }
    }
}

/// `word` and `text`.
impl From<&Note> for Value {
    fn from(note: &Note) -> Value {
        Value::from([("word", note.remark.as_str().into()), ("text", note.to_string().into())])
    }
}

/// Notes, each once.
pub(super) fn note(notes: &mut Vec<Note>, holds: bool, remark: Remark, about: &str) {
    if holds && !notes.iter().any(|other| other.remark == remark && other.about == about) {
        notes.push(Note::new(remark, about));
    }
}
