//! What the sandbox says, in English and German. All texts but those marked as seen are made up.

/// A text in English and German; `{}` stands for what it is about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words(&'static str, &'static str);

impl Words {
    pub(super) fn say(self, german: bool) -> &'static str {
        if german { self.1 } else { self.0 }
    }

    pub(super) fn about(self, german: bool, what: &str) -> String {
        self.say(german).replace("{}", what)
    }
}

// Seen on the wire, in English.
pub(super) const NO_KEY: Words = Words("No API key given.", "Es wurde kein API-Schlüssel angegeben.");
pub(super) const BAD_KEY: Words = Words("The API key is invalid.", "Der API-Schlüssel ist ungültig.");
pub(super) const ONLY_HTTPS: Words =
    Words("Please only use secure URLs with https://", "Bitte verwenden Sie nur sichere URLs mit https://");

pub(super) const KEY_IN_ADDRESS: Words = Words(
    "API keys in the address are refused. Send the key in the header X-DS-API-KEY.",
    "API-Schlüssel in der Adresse werden abgelehnt. Senden Sie den Schlüssel im Header X-DS-API-KEY.",
);
pub(super) const NOT_PERMITTED: Words = Words(
    "The API key has no permission for the function {}.",
    "Der API-Schlüssel hat keine Berechtigung für die Funktion {}.",
);
pub(super) const UNKNOWN_FUNCTION: Words = Words("Unknown API function: {}", "Unbekannte API-Funktion: {}");
pub(super) const UNKNOWN_ARGUMENT: Words = Words("Unknown argument: {}", "Unbekanntes Argument: {}");
pub(super) const MIXED_FORMS: Words = Words(
    "Arguments by position and by name in one call: {}",
    "Argumente nach Position und nach Name in einem Aufruf: {}",
);
pub(super) const MISSING_ARGUMENT: Words = Words("Missing argument: {}", "Argument fehlt: {}");
pub(super) const BAD_ARGUMENT: Words = Words("Invalid value for argument: {}", "Ungültiger Wert für Argument: {}");
pub(super) const NOT_FOUND: Words = Words("Not found: {}", "Nicht gefunden: {}");

/// What somebody asked to be said.
pub(super) const SAID: Words = Words("{}", "{}");

pub(super) const DONE: Words = Words("Done.", "Erledigt.");
pub(super) const NOTHING_TO_DO: Words = Words("Nothing had to be changed.", "Es gab nichts zu ändern.");

pub(super) const CODE_TAKEN: Words =
    Words("There is a discount code {} already.", "Es gibt bereits einen Rabattcode {}.");
pub(super) const PRODUCT_SOLD: Words = Words(
    "Product {} has been sold and can only be deactivated.",
    "Produkt {} wurde bereits verkauft und kann nur deaktiviert werden.",
);
pub(super) const TAG_REFUSED: Words = Words("The tag cannot be set: {}", "Das Tag kann nicht gesetzt werden: {}");
pub(super) const UNKNOWN_AFFILIATE: Words = Words("There is no affiliate {}.", "Es gibt keinen Affiliate {}.");
pub(super) const NO_SUCH_UPGRADE: Words =
    Words("The order {} cannot be upgraded.", "Die Bestellung {} kann nicht hochgestuft werden.");

pub(super) const REFUNDED: Words = Words("The payment was refunded.", "Die Zahlung wurde zurückgegeben.");
pub(super) const ALREADY_REFUNDED: Words =
    Words("The payment has already been refunded.", "Die Zahlung wurde bereits zurückgegeben.");
pub(super) const NOT_REFUNDABLE: Words =
    Words("The transaction is not a payment.", "Die Transaktion ist keine Zahlung.");

pub(super) const REBILLING_STOPPED: Words = Words("The payments were stopped.", "Die Zahlungen wurden gestoppt.");
pub(super) const REBILLING_STARTED: Words =
    Words("The payments were resumed.", "Die Zahlungen wurden wieder aufgenommen.");
pub(super) const NO_REBILLING: Words =
    Words("The order has no recurring payments.", "Die Bestellung hat keine wiederkehrenden Zahlungen.");
pub(super) const STOP_BUTTON: Words = Words("Stop payments", "Zahlungen stoppen");

pub(super) const NOT_CHARGEABLE: Words = Words(
    "The payment method of order {} cannot be charged again.",
    "Das Zahlungsmittel der Bestellung {} kann nicht erneut belastet werden.",
);
pub(super) const CHARGED_TOO_OFTEN: Words = Words(
    "Order {} has been charged too often. Try again later.",
    "Die Bestellung {} wurde zu oft belastet. Versuchen Sie es später erneut.",
);
pub(super) const CARD_DECLINED: Words = Words("The payment was declined.", "Die Zahlung wurde abgelehnt.");
pub(super) const NOTHING_TO_CHARGE: Words =
    Words("The order has no payment to collect.", "Die Bestellung hat keine Zahlung, die eingezogen werden kann.");
pub(super) const DELIVERY_TAKEN: Words =
    Words("The delivery is in progress or done already.", "Die Lieferung ist bereits in Bearbeitung oder erledigt.");

pub(super) const TICKET_VALID: Words = Words("The ticket is valid.", "Das Ticket ist gültig.");
pub(super) const TICKET_UNKNOWN: Words = Words("There is no such ticket.", "Dieses Ticket gibt es nicht.");
pub(super) const TICKET_USED: Words = Words("The ticket was used at {}.", "Das Ticket wurde bereits verwendet: {}");
pub(super) const TICKET_BLOCKED: Words = Words("The ticket is blocked.", "Das Ticket ist gesperrt.");
pub(super) const TICKET_ELSEWHERE: Words =
    Words("The ticket is for a different event.", "Das Ticket gilt für eine andere Veranstaltung.");

pub(super) const KEY_PENDING: Words =
    Words("The request has not been approved yet.", "Die Anfrage wurde noch nicht bestätigt.");
pub(super) const KEY_READY: Words = Words("The API key was created.", "Der API-Schlüssel wurde erstellt.");
pub(super) const KEY_COLLECTED: Words =
    Words("The API key has been collected already.", "Der API-Schlüssel wurde bereits abgeholt.");
pub(super) const KEY_ABORTED: Words = Words("The request was aborted.", "Die Anfrage wurde abgebrochen.");
pub(super) const KEY_DELETED: Words = Words("The API key was deleted.", "Der API-Schlüssel wurde gelöscht.");
pub(super) const KEY_STAYS: Words = Words(
    "The API key was created by hand and is not deleted.",
    "Der API-Schlüssel wurde von Hand angelegt und wird nicht gelöscht.",
);
pub(super) const SITE_MISMATCH: Words = Words(
    "The return URL must start with the site URL: {}",
    "Die Rücksprung-URL muss mit der Website-URL beginnen: {}",
);

pub(super) const INVOICE: Words = Words("Invoice {}", "Rechnung {}");
pub(super) const CREDIT: Words = Words("Credit note {}", "Gutschrift {}");
pub(super) const INVOICES_SENT: Words = Words("The invoices were sent to {}.", "Die Rechnungen wurden an {} gesendet.");
pub(super) const NO_INVOICES: Words =
    Words("The order has no invoices.", "Zu der Bestellung gibt es keine Rechnungen.");

pub(super) const COUPON_LEFT: Words =
    Words("The voucher is valid. {} are left.", "Der Gutschein ist gültig. Sie können noch {} einlösen.");
pub(super) const COUPON_USED_UP: Words =
    Words("Nothing is left of the voucher.", "Der Gutschein ist vollständig eingelöst.");
pub(super) const COUPON_INVALID: Words = Words("The voucher code is not valid.", "Der Gutschein-Code ist ungültig.");

pub(super) const REPORT_TAKEN: Words = Words("The report was taken.", "Die Meldung wurde aufgenommen.");
pub(super) const REPORT_KNOWN: Words = Words("This was reported before.", "Das wurde bereits gemeldet.");
pub(super) const REPORT_NOBODY: Words =
    Words("The transaction has no affiliate.", "Die Transaktion hat keinen Affiliate.");

pub(super) const FOR_SALE: Words = Words("For sale", "Verkäuflich");
pub(super) const NOT_FOR_SALE: Words = Words("Not for sale", "Nicht verkäuflich");

pub(super) const PRODUCT_IMAGE: Words = Words("Product image", "Produktbild");
pub(super) const IMAGE_LIMITS: Words =
    Words("At most 1000 KB, 100 to 2000 pixels", "Höchstens 1000 KB, 100 bis 2000 Pixel");

/// What a code is called, beside it in the fields that end in `_msg`.
pub(super) fn label(code: &str, german: bool) -> &'static str {
    let found = LABELS.iter().find(|(known, _)| *known == code);
    found.map(|(_, words)| words.say(german)).unwrap_or_default()
}

/// The codes of one field with what they are called, as `getGlobalSettings` lists them.
pub(super) const LABELS: &[(&str, Words)] = &[
    ("single_payment", Words("Single payment", "Einmalzahlung")),
    ("subscription", Words("Subscription", "Abonnement")),
    ("installment", Words("Instalments", "Ratenzahlung")),
    ("paying", Words("Payments active", "Zahlungen aktiv")),
    ("completed", Words("Completed", "Abgeschlossen")),
    ("aborted", Words("Aborted", "Abgebrochen")),
    ("refused", Words("Refused", "Abgelehnt")),
    ("unpaid", Words("Unpaid", "Unbezahlt")),
    ("reminding", Words("Payment reminder sent", "Zahlungserinnerung läuft")),
    ("payment", Words("Payment", "Zahlung")),
    ("refund", Words("Refund", "Rückgabe")),
    ("chargeback", Words("Chargeback", "Rückbuchung")),
    ("refund_request", Words("Refund request", "Rückgabeanfrage")),
    ("paypal", Words("PayPal", "PayPal")),
    ("creditcard", Words("Credit card", "Kreditkarte")),
    ("elv", Words("Direct debit", "Lastschrift")),
    ("banktransfer", Words("Prepayment", "Vorkasse")),
    ("test", Words("Test payment", "Testzahlung")),
    ("digital", Words("Digital", "Digital")),
    ("shipping", Words("Shipping", "Versand")),
    ("service", Words("Service", "Dienstleistung")),
    ("download", Words("Download", "Download")),
    ("event", Words("Event", "Veranstaltung")),
    ("read", Words("Read", "Lesen")),
    ("M", Words("Mr", "Herr")),
    ("F", Words("Ms", "Frau")),
    ("affiliate", Words("Affiliate", "Affiliate")),
    ("merchant", Words("Vendor", "Vendor")),
    ("pending", Words("Pending", "Wartet auf Prüfung")),
    ("approved", Words("Approved", "Genehmigt")),
    ("new", Words("New", "Neu")),
    ("rejected", Words("Rejected", "Abgelehnt")),
    ("no_affiliation", Words("No affiliation", "Keine Partnerschaft")),
    ("wait_for_approval", Words("Waiting for approval", "Wartet auf Genehmigung")),
    ("no_valid_products", Words("No valid products", "Keine gültigen Produkte")),
];
