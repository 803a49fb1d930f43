//! Deliveries: parcels, shipping costs, and proof that a service was delivered.

use super::system::{ApprovalStatus, IsModifiedAnswer};
use super::words::*;

functions! {
    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    // otherwise: openapi-2025-10 has the properties at the top level of a JSON body; `data` is from help-center
    /// Creates a shipping cost policy.
    CreateShippingCostPolicy = "createShippingCostPolicy" (Post, Write, Once) -> CreateShippingCostPolicyAnswer {
        /// The properties.
        data: ShippingCostPolicyData,
    }

    // source: openapi-2025-10; access: inferred; confidence: medium
    /// Deletes a shipping cost policy.
    DeleteShippingCostPolicy = "deleteShippingCostPolicy" (Delete, Write, Safe) -> Value {
        /// Number of the policy.
        policy_id: Id,
    }

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-mcp-code-2025-09; access: inferred;
    // confidence: high
    /// Reads one delivery, and on request locks it for you.
    ///
    /// `set_in_progress` gives one worker the exclusive right to handle the delivery; check `is_set_in_progress`.
    /// Whether a read-only key may lock is not documented.
    GetDelivery = "getDelivery" (Get, Read, Safe) -> GetDeliveryAnswer {
        /// Number of the delivery.
        delivery_id: Id,
        /// Whether to lock the delivery for you.
        set_in_progress: Option<bool> [default("N")],
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: low
    /// Reads one request to prove that a service was delivered.
    GetServiceProofRequest = "getServiceProofRequest" (Get, Read, Safe) -> GetServiceProofRequestAnswer {
        /// Number of the request.
        service_proof_id: Id,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: low
    // otherwise: no field of the answer is documented; the properties of createShippingCostPolicy are expected
    /// Reads one shipping cost policy.
    GetShippingCostPolicy = "getShippingCostPolicy" (Get, Read, Safe) -> GetShippingCostPolicyAnswer {
        /// Number of the policy.
        policy_id: Id,
    }

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-mcp-code-2025-09, third-party-observed-2022;
    // access: inferred; confidence: medium
    // otherwise: openapi-2025-10 sends `search` as one JSON value; help-center sends `search[key]`
    /// Lists the deliveries that match a search.
    ///
    /// There are no pages; narrow the list with `from` and `to`. Open work is found by `type`
    /// `request,partial_delivery`.
    ListDeliveries = "listDeliveries" (Get, Read, Safe) -> ListDeliveriesAnswer {
        /// What a delivery must match.
        search: Option<DeliverySearch>,
    }

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: low
    // otherwise: openapi-2025-10 sends `search` as one JSON value and answers a bare list; both are unproven
    /// Lists the requests to prove that a service was delivered.
    ///
    /// `request_status` `pending` finds the open ones.
    ListServiceProofRequests = "listServiceProofRequests" (Get, Read, Safe) -> Loose<ServiceProofRequest> {
        /// What a request must match.
        search: Option<ServiceProofSearch>,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: low
    // otherwise: openapi-2025-10 answers a bare list whose entries hold `rules`; creating knows `scale_*` fields
    // instead
    /// Lists the shipping cost policies.
    ListShippingCostPolicies = "listShippingCostPolicies" (Get, Read, Safe) -> Loose<ShippingCostPolicy> {}

    // source: openapi-2025-10, help-center, third-party-verified-2026-10, vendor-mcp-code-2025-09;
    // access: help-center; confidence: high
    // otherwise: help-center explains `is_shipped` with a field `quantity_shipped`; the listed field is
    // `quantity_delivered`
    // otherwise: openapi-2025-10 sends a JSON body; the nesting is the same in every source
    /// Sets state, quantities and parcel tracking of a delivery.
    ///
    /// `notify_via_email` is on by default, so a repeated call may mail the buyer again; `add_quantity_delivered` adds
    /// again.
    UpdateDelivery = "updateDelivery" (Put, Write, Once) -> IsModifiedAnswer {
        /// Number of the delivery.
        delivery_id: Id,
        /// Whether to tell the buyer by e-mail.
        notify_via_email: Option<bool> [default("Y")],
        /// What to change.
        data: Option<DeliveryData>,
        /// Parcels, found by their number.
        tracking: Option<Vec<ParcelData>>,
    }

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    // otherwise: openapi-2025-10 sends a JSON body; the nesting is the same in every source
    /// Hands in the proof of a delivered service, or agrees to the refund.
    UpdateServiceProofRequest = "updateServiceProofRequest" (Put, Write, Once) -> IsModifiedAnswer {
        /// Number of the request.
        service_proof_id: Id,
        /// The answer.
        data: ServiceProofData,
        /// Files that prove it.
        files: Option<Vec<ProofFile>>,
    }

    // source: openapi-2025-10, help-center; access: help-center; confidence: high
    // otherwise: openapi-2025-10 has the properties at the top level of a JSON body; `data` is from help-center
    /// Changes a shipping cost policy.
    UpdateShippingCostPolicy = "updateShippingCostPolicy" (Put, Write, Safe) -> IsModifiedAnswer {
        /// Number of the policy.
        policy_id: Id,
        /// What to change.
        data: ShippingCostPolicyData,
    }
}

object! {
    /// What to change in a delivery.
    DeliveryData {
        /// New state.
        r#type: Option<DeliveryState>,
        /// Yes marks everything as shipped, no cancels.
        is_shipped: Option<bool>,
        /// How many pieces are delivered.
        quantity_delivered: Option<i64>,
        /// How many pieces to add to those delivered.
        add_quantity_delivered: Option<i64>,
        /// Code of the fulfilment centre that ships in the reseller's name.
        is_shipped_by_reseller_from: Option<String>,
    }

    /// What a delivery must match to be listed.
    DeliverySearch {
        /// Order id.
        purchase_id: Option<Id>,
        /// Start of the period.
        from: Option<Day>,
        /// End of the period.
        to: Option<Day>,
        /// States: `request`, `in_progress`, `delivery`, `partial_delivery`, `return`, `cancel`.
        r#type: Option<Joined>,
        /// Number of a delivery that goes to the same address.
        same_address_as: Option<Id>,
        /// Whether it is handled.
        is_processed: Option<bool>,
        /// Whether it is a test order.
        is_test_order: Option<bool>,
    }

    /// A parcel of a delivery.
    ParcelData {
        /// Parcel service.
        parcel_service: Option<String>,
        /// Number of the parcel.
        tracking_id: Option<Id>,
        /// Expected day of arrival.
        expect_delivery_at: Option<Day>,
        /// How many pieces.
        quantity: Option<i64>,
        /// What to do with the parcel of this number.
        operation: Option<ParcelOperation> [default("create_or_update")],
    }

    /// A file that proves a service.
    ProofFile {
        /// Public address of the file.
        url: String,
        /// Name of the file.
        filename: Option<String>,
    }

    /// The answer to a request for proof.
    ServiceProofData {
        /// Proof, or the refund.
        request_status: ServiceProofReply,
        /// Message.
        message: Option<String>,
    }

    /// What a request for proof must match to be listed.
    ServiceProofSearch {
        /// Order id.
        purchase_id: Option<Id>,
        /// Number of the product.
        product_id: Option<Id>,
        /// Kind of delivery.
        delivery_type: Option<DeliveryKind>,
        /// State of the approval.
        approval_status: Option<ApprovalStatus>,
        /// State of the request.
        request_status: Option<ServiceProofStatus>,
    }

    /// The properties of a shipping cost policy.
    ShippingCostPolicyData {
        /// Name.
        name: Option<String> [max_len(63)],
        /// Label in each language.
        label as "label_XX": Option<PerLanguage> [max_len(63)],
        /// Position in the list.
        position: Option<i64> [default("100")],
        /// Whether it is switched on.
        is_active: Option<bool> [default("Y")],
        /// Product numbers, or `all`.
        for_product_ids: Option<Joined>,
        /// Two-letter countries, or `all`.
        for_countries: Option<Joined>,
        /// Currencies, or `all`.
        for_currencies: Option<Joined>,
        /// Flat fee or fee per piece.
        fee_type: Option<FeeType>,
        /// How often it is charged.
        billing_cycle: Option<BillingCycle>,
        /// Currency, for example `EUR`.
        currency: Option<String>,
        /// How many price levels there are.
        scale_level_count: Option<i64> [default("1") min(1) max(5)],
        /// Price of level 1.
        scale_1_amount: Option<Amount>,
        /// From how many pieces level 2 applies.
        scale_2_from: Option<i64>,
        /// Price of level 2.
        scale_2_amount: Option<Amount>,
        /// From how many pieces level 3 applies.
        scale_3_from: Option<i64>,
        /// Price of level 3.
        scale_3_amount: Option<Amount>,
        /// From how many pieces level 4 applies.
        scale_4_from: Option<i64>,
        /// Price of level 4.
        scale_4_amount: Option<Amount>,
        /// From how many pieces level 5 applies.
        scale_5_from: Option<i64>,
        /// Price of level 5.
        scale_5_amount: Option<Amount>,
    }
}

choice! {
    /// How often shipping is charged.
    BillingCycle { Once = "once", Monthly = "monthly" }

    /// How a product reaches the buyer.
    open DeliveryKind {
        Digital = "digital",
        Shipping = "shipping",
        Service = "service",
        Event = "event",
        Download = "download",
    }

    /// The state of a delivery.
    DeliveryState {
        Request = "request",
        InProgress = "in_progress",
        Delivery = "delivery",
        PartialDelivery = "partial_delivery",
        Return = "return",
        Cancel = "cancel",
    }

    /// Whether shipping costs a flat fee or a fee per piece.
    FeeType { TotalFee = "total_fee", FeePerUnit = "fee_per_unit" }

    /// What to do with the parcel of a tracking number.
    ParcelOperation { CreateOrUpdate = "create_or_update", Delete = "delete" }

    /// The answer to a request for proof.
    ServiceProofReply { ProofProvided = "proof_provided", ExecuteRefund = "exec_refund" }

    /// The state of a request for proof; the pending ones are open.
    ServiceProofStatus {
        Pending = "pending",
        ProofProvided = "proof_provided",
        ExecuteRefund = "exec_refund",
    }
}

shape! {
    /// What `createShippingCostPolicy` answers.
    CreateShippingCostPolicyAnswer {
        /// Number of the policy.
        policy_id: Id,
    }

    /// A delivery.
    Delivery {
        /// Where the goods go.
        delivery_address: DeliveryAddress,
        /// Kind of delivery.
        delivery_type: String,
        /// Type of the product in words.
        product_type_name: String,
        /// Link to the invoice; only in `getDelivery`.
        invoice_url: String,
        /// Link to the delivery note; only in `getDelivery`.
        delivery_slip_url: String,
        /// The parcels.
        tracking: Vec<Parcel>,
        /// How many pieces in total.
        quantity_total: i64,
        /// Number of the delivery.
        id: Id,
        /// Order id.
        purchase_id: Id,
        /// When the order was made.
        purchase_created_at: Time,
        /// Number of the line of the order.
        purchase_item_id: Id,
        /// Number of the address of delivery.
        buyer_address_id: Id,
        /// State of the delivery.
        r#type: DeliveryState,
        /// When it was handled.
        processed_at: Time,
        /// Who handled it.
        processed_by: String,
        /// Number of the product.
        product_id: Id,
        /// Name of the product.
        product_name: String,
        /// Number of the product type; `listProductTypes` answers them.
        product_type_id: Id,
        /// Label of the variant.
        variant_label: String,
        /// Name of the variant.
        variant_name: String,
        /// Key of the variant.
        variant_key: String,
        /// Number of the variant; 0 if there is none.
        variant_id: Id,
        /// How many pieces are delivered.
        quantity_delivered: i64,
        // The service spells it so.
        /// Reseller in whose name to ship.
        is_shippment_by_reseller_id: Id [also("is_shipment_by_reseller_id")],
        /// Whether it is a test order.
        is_test_order: bool,
    }

    /// Where a delivery goes.
    DeliveryAddress {
        /// Title, for example `Dr.`.
        title: String,
        /// How the buyer is addressed: `M`, `F` or empty.
        salutation: String,
        /// Company.
        company: String,
        /// Given name.
        first_name: String,
        /// Family name.
        last_name: String,
        /// Street and number.
        street: String,
        /// Second line of the address.
        street2: String,
        /// House number.
        street_number: String,
        /// Town.
        city: String,
        /// State or province.
        state: String,
        /// Postal code.
        zipcode: String,
        /// Two-letter country.
        country: String,
        /// E-mail address.
        email: String,
        /// Telephone number.
        phone_no: String,
        /// Tax number.
        tax_id: Id,
        /// Country in words.
        country_name: String,
    }

    /// What `getDelivery` answers.
    GetDeliveryAnswer {
        /// The delivery.
        delivery: Delivery,
        /// Whether the delivery was locked for you.
        is_set_in_progress: bool,
        /// Why it could not be locked.
        set_in_progress_fail_reason: String,
    }

    /// What `getServiceProofRequest` answers.
    GetServiceProofRequestAnswer {
        /// The request.
        service_proof_request: ServiceProofRequest,
    }

    /// What `getShippingCostPolicy` answers.
    GetShippingCostPolicyAnswer {
        /// The policy.
        policy: ShippingCostPolicy,
    }

    /// What `listDeliveries` answers.
    ListDeliveriesAnswer {
        /// The deliveries.
        delivery: Vec<Delivery>,
    }

    /// A parcel of a delivery.
    Parcel {
        /// Number of the delivery.
        delivery_id: Id,
        /// Parcel service.
        parcel_service_type: String,
        /// Name of the parcel service.
        service_label: String,
        /// Number of the parcel.
        tracking_id: Id,
        /// Page that tracks the parcel.
        tracking_url: String,
        /// How many pieces.
        quantity: i64,
        /// Notification connection that set the tracking.
        ipn_config_id: Id,
    }

    /// A request to prove that a service was delivered.
    ServiceProofRequest {
        /// Number of the request.
        id: Id,
        /// Order id.
        purchase_id: Id,
        /// State; only in `getServiceProofRequest`.
        status: String,
        /// When it was created.
        created_at: Time,
        /// Day by which an answer is needed; only in `getServiceProofRequest`.
        due_date: Time,
        /// Remarks; only in `getServiceProofRequest`.
        notes: String,
        /// Number of the product.
        product_id: Id,
        /// Kind of delivery.
        delivery_type: DeliveryKind,
        /// State of the approval.
        approval_status: ApprovalStatus,
        /// State of the request.
        request_status: ServiceProofStatus,
        /// When it was last changed.
        modified_at: Time,
    }

    /// A shipping cost policy.
    ShippingCostPolicy {
        /// Number of the policy.
        id: Id,
        /// Name.
        name: String,
        /// When it was created.
        created_at: Time,
        /// When it was last changed.
        modified_at: Time,
        /// Rules.
        rules: Vec<Value>,
        // source: expected from createShippingCostPolicy, and all that follows
        /// Position in the list.
        position: i64,
        /// Whether it is switched on.
        is_active: bool,
        /// Product numbers, or `all`.
        for_product_ids: Joined,
        /// Two-letter countries, or `all`.
        for_countries: Joined,
        /// Currencies, or `all`.
        for_currencies: Joined,
        /// Flat fee or fee per piece.
        fee_type: FeeType,
        /// How often it is charged.
        billing_cycle: BillingCycle,
        /// Currency, for example `EUR`.
        currency: String,
        /// How many price levels there are.
        scale_level_count: i64,
        /// Price of level 1.
        scale_1_amount: Amount,
        /// From how many pieces level 2 applies.
        scale_2_from: i64,
        /// Price of level 2.
        scale_2_amount: Amount,
        /// From how many pieces level 3 applies.
        scale_3_from: i64,
        /// Price of level 3.
        scale_3_amount: Amount,
        /// From how many pieces level 4 applies.
        scale_4_from: i64,
        /// Price of level 4.
        scale_4_amount: Amount,
        /// From how many pieces level 5 applies.
        scale_5_from: i64,
        /// Price of level 5.
        scale_5_amount: Amount,
    }
}
