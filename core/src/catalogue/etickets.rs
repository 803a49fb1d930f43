//! E-tickets: issuing, finding and checking tickets for events.

use super::system::Outcome;
use super::words::*;

functions! {
    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    // otherwise: the help-center syntax line gives `note` the default 1, which is meant for `count`
    /// Issues free e-tickets for an event.
    ///
    /// Ticket numbers have 20 digits.
    CreateEticket = "createEticket" (Post, Write, Once) -> CreateEticketAnswer {
        /// Who gets the tickets.
        buyer: EticketBuyer,
        /// Number of the product.
        product_id: Id,
        /// Number of the location.
        location_id: Id,
        /// Number of the template.
        template_id: Id,
        /// Day of the event.
        date: Day,
        /// Length of the event in days.
        days: Option<i64> [default("1") min(1)],
        /// Remark, for example the time of day.
        note: Option<String>,
        /// How many tickets to issue.
        count: Option<i64> [default("1") min(1)],
    }

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    // otherwise: the argument has 20 digits, the id in the printed answer has 10
    /// Reads one e-ticket.
    ///
    /// Works with keys of accounts that have full, technical or support access to the vendor account.
    GetEticket = "getEticket" (Get, Read, Safe) -> GetEticketAnswer {
        /// Number of the ticket, 20 digits.
        eticket_id: Id,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Reads the owners, templates and locations of e-tickets that the key may use.
    GetEticketSettings = "getEticketSettings" (Get, Read, Safe) -> GetEticketSettingsAnswer {}

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: low
    // otherwise: openapi-2025-10 answers a bare list; getEticketSettings answers maps from id to name
    /// Lists the locations of events.
    ListEticketLocations = "listEticketLocations" (Get, Read, Safe) -> Loose<EticketLocation> {}

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: low
    // otherwise: openapi-2025-10 answers a bare list; getEticketSettings answers maps from id to name
    /// Lists the templates of e-tickets.
    ListEticketTemplates = "listEticketTemplates" (Get, Read, Safe) -> Loose<EticketTemplate> {}

    // source: openapi-2025-10, vendor-mcp-code-2025-09, third-party-observed-2020; access: inferred;
    // confidence: medium
    // otherwise: openapi-2025-10 sends `search` as one JSON value; help-center sends `search[key]`
    /// Lists the e-tickets that match a search.
    ListEtickets = "listEtickets" (Get, Read, Safe) -> ListEticketsAnswer {
        /// What a ticket must match.
        search: Option<EticketSearch>,
    }

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    // otherwise: help-center does not know `seperator`, `valid_ticket_count` and `used_ticket_count`; they are from
    // openapi-2025-10
    /// Checks an e-ticket at the door and marks it used if it is valid.
    ///
    /// A ticket that does not pass is an API success: look at `status`. The check cannot be taken back, so never repeat
    /// it or try it out.
    ///
    /// Works with keys of accounts that have full, technical or support access to the vendor account.
    ValidateEticket = "validateEticket" (Get, Write, Once) -> ValidateEticketAnswer {
        /// Number of the ticket, 20 digits.
        eticket_id: Id,
        /// Numbers of the templates.
        template_id: Joined,
        /// Numbers of the locations.
        location_id: Joined,
        /// Days on which the ticket must be valid; `now` and `today` work.
        date: Option<Joined> [default("now")],
        // The service spells it so.
        /// What separates the parts of the text in the answer.
        seperator: Option<String> [default(" ")],
    }
}

object! {
    /// Who gets an e-ticket.
    EticketBuyer {
        /// E-mail address.
        email: Option<String>,
        /// Title, for example `Dr.`.
        title: Option<String>,
        /// How the holder is addressed.
        salutation: Option<EticketSalutation>,
        /// Family name.
        last_name: Option<String>,
        /// Given name.
        first_name: Option<String>,
    }

    /// What an e-ticket must match to be listed.
    EticketSearch {
        /// Numbers of the vendors who own the tickets.
        owner_id: Option<Joined>,
        /// Order id.
        purchase_id: Option<Id>,
        /// Given name.
        first_name: Option<String>,
        /// Family name.
        last_name: Option<String>,
        /// E-mail address.
        email: Option<String>,
        /// Numbers of the templates.
        template_id: Option<Joined>,
        /// Numbers of the locations.
        location_id: Option<Joined>,
        /// Day on which the ticket is valid; `today` works.
        date: Option<Day>,
    }
}

choice! {
    /// How the holder of an e-ticket is addressed; small letters, unlike elsewhere.
    EticketSalutation { Mr = "m", Ms = "f" }
}

shape! {
    /// What `createEticket` answers.
    CreateEticketAnswer {
        /// The tickets.
        etickets: Vec<CreatedEticket>,
    }

    /// An e-ticket that was issued.
    CreatedEticket {
        /// Number of the ticket, 20 digits.
        id: Id,
        /// Address of the ticket.
        url: String,
        /// E-mail address of the holder.
        email: String,
    }

    /// An e-ticket.
    Eticket {
        /// Link to download the ticket.
        download_url: String,
        /// Length of the event.
        duration: String,
        /// Number of the date.
        date_id: Id,
        /// Day of the event.
        date: Time,
        /// Remark about time or schedule.
        hint: String,
        /// Number of the location.
        location_id: Id,
        /// Number of the template.
        template_id: Id,
        /// Number of the ticket.
        id: Id,
        /// Number of the line of the order.
        purchase_item_id: Id,
        /// Running number among the tickets of the order line.
        no: i64,
        /// How many tickets the order line has.
        count: i64,
        /// E-mail address.
        email: String,
        /// Given name.
        first_name: String,
        /// Family name.
        last_name: String,
        /// How the holder is addressed.
        salutation: String,
        /// Title, for example `Dr.`.
        title: String,
        /// Two-letter language.
        language: String,
        // otherwise: openapi-2025-10 prints it without a blank between day and time
        /// When it was used; empty if it was not.
        used_at: Time,
        /// Whether it is blocked.
        is_blocked: bool,
        /// Remark.
        note: String,
        /// Number of the product.
        product_id: Id,
    }

    /// Where events take place.
    EticketLocation {
        /// Number of the location.
        id: Id,
        /// Name.
        name: String,
        /// Address.
        address: String,
    }

    /// A template of e-tickets.
    EticketTemplate {
        /// Number of the template.
        id: Id,
        /// Name.
        name: String,
        /// When it was created.
        created_at: Time,
        /// When it was last changed.
        modified_at: Time,
    }

    /// What `getEticket` answers.
    GetEticketAnswer {
        /// The ticket.
        eticket: Eticket,
    }

    /// What `getEticketSettings` answers.
    GetEticketSettingsAnswer {
        /// Names of the vendors by number.
        eticket_owners: Map<String>,
        /// Names of the templates by vendor and number.
        eticket_templates: Map<Map<String>>,
        /// Names of the locations by vendor and number.
        eticket_locations: Map<Map<String>>,
    }

    /// What `listEtickets` answers.
    ListEticketsAnswer {
        /// The tickets.
        etickets: Vec<Eticket>,
    }

    /// What `validateEticket` answers.
    ValidateEticketAnswer {
        /// How it went.
        status: Outcome [fails("error")],
        /// Result in words.
        msg: String,
        /// Number of the location the ticket is for.
        eticket_location_id: Id,
        /// Number of the template the ticket is made from.
        eticket_template_id: Id,
        /// Day on which the ticket is valid.
        eticket_date: Time,
        /// Whether the ticket is for another event; only comes with a failure.
        is_eticket_valid_for_different_event: bool,
        /// How many valid tickets the event has.
        valid_ticket_count: i64,
        /// How many of its tickets are used.
        used_ticket_count: i64,
    }
}
