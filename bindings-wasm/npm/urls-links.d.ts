/** A number of the service: digits as text, or a whole number. */
export type Id = string | number | bigint;

/** A parameter of a link. */
export interface Parameter {
  /** Its name, decoded. */
  readonly name: string;
  /** Its value, decoded; `null` where there is no `=`. */
  readonly value: string | null;
}

/** Something to know about a link or a name. */
export interface Note {
  /** What it is, for programs: `foreign_host`, `holds_key`, `repeated`. */
  readonly word: string;
  /** The same as a sentence, in English. */
  readonly text: string;
}

/** What links there are. `unknown` is a page of the service whose form is not documented, `foreign` another host. */
export type LinkType =
  | "promo"
  | "content"
  | "order_form"
  | "upgrade"
  | "invoice"
  | "receipt"
  | "renew"
  | "add_to_order"
  | "switch_interval"
  | "refund_request"
  | "stop_rebilling"
  | "support"
  | "eticket"
  | "credit_note"
  | "commissions"
  | "signup"
  | "upsell_answer"
  | "thank_you_tracking"
  | "page"
  | "script"
  | "key_approval"
  | "api_call"
  | "order_details"
  | "legacy_promo"
  | "promocode"
  | "template"
  | "malformed"
  | "unknown"
  | "foreign"
  | "relative_path"
  | "empty"
  | "no_link";

/** What every link has that was read. */
export interface AnyLink {
  /** What it is. */
  readonly type: LinkType;
  /** Whether it is an address of the service, written as the service writes them. The notes say why not. */
  readonly trusted: boolean;
  /** The link, to the byte; `null` where it holds a key: then use the one you have. */
  readonly url: string | null;
  /** The link for logs: without keys, and without values of parameters that are not known to be harmless. */
  readonly shown: string;
  /** The host in small letters. */
  readonly host: string | null;
  /** The parameters behind the question mark, in order, with repeats. */
  readonly query: readonly Parameter[];
  /** What there is to know. */
  readonly notes: readonly Note[];
}

interface Utm {
  readonly utmSource: string | null;
  readonly utmMedium: string | null;
  readonly utmCampaign: string | null;
  readonly utmTerm: string | null;
  readonly utmContent: string | null;
}

interface Tracked extends Utm {
  /** The vendor's own key. */
  readonly trackingKey: string | null;
  /** An advertising network's id of the click. */
  readonly clickId: string | null;
  readonly sid1: string | null;
  readonly sid2: string | null;
  readonly sid3: string | null;
  readonly sid4: string | null;
  readonly sid5: string | null;
}

/** A promo link. */
export interface PromoLink extends AnyLink, Tracked {
  readonly type: "promo";
  readonly url: string;
  readonly productId: string;
  /** `null` in links that credit nobody. */
  readonly affiliate: string | null;
  /** The affiliate's own key. */
  readonly campaignKey: string | null;
}

/** A content link. */
export interface ContentLink extends AnyLink, Tracked {
  readonly type: "content";
  readonly url: string;
  readonly productId: string;
  readonly contentLinkId: string;
  readonly affiliate: string;
  readonly campaignKey: string | null;
}

/** An order form. */
export interface OrderFormLink extends AnyLink, Utm {
  readonly type: "order_form";
  readonly url: string;
  readonly productId: string;
  /** A second number, presumably that of the order form (inference). */
  readonly orderFormId: string | null;
  readonly voucher: string | null;
  /** Position of a payment plan, from 1, or its number. */
  readonly plan: string | null;
  readonly custom: string | null;
  readonly email: string | null;
  readonly affiliate: string | null;
  readonly campaignKey: string | null;
  readonly trackingKey: string | null;
}

/** A link that was read: `type` says what else it has. */
export type Link =
  | PromoLink
  | ContentLink
  | OrderFormLink
  | (AnyLink & { readonly type: "upgrade"; readonly upgradeId: string; readonly authkey: string; readonly orderIds: readonly string[] })
  | (AnyLink & { readonly type: "invoice"; readonly orderId: string; readonly transactionId: string | null })
  | (AnyLink & { readonly type: "receipt"; readonly productId: string; readonly orderId: string })
  | (AnyLink & {
      readonly type: "renew" | "add_to_order" | "switch_interval" | "refund_request" | "stop_rebilling" | "support" | "order_details";
      readonly orderId: string;
    })
  | (AnyLink & { readonly type: "eticket"; readonly number: string })
  | (AnyLink & { readonly type: "credit_note" | "commissions"; readonly id: string })
  | (AnyLink & { readonly type: "signup"; readonly productIds: readonly string[]; readonly affiliate: string | null })
  | (AnyLink & { readonly type: "upsell_answer"; readonly answer: string })
  | (AnyLink & { readonly type: "page" | "script"; readonly name: string })
  | (AnyLink & { readonly type: "api_call"; readonly function: string })
  | (AnyLink & { readonly type: "legacy_promo" | "promocode"; readonly affiliate: string; readonly campaignKey: string | null })
  | (AnyLink & { readonly type: "template"; readonly form: string; readonly placeholders: readonly string[] })
  | (AnyLink & { readonly type: "malformed"; readonly form: string })
  | (AnyLink & {
      readonly type: "thank_you_tracking" | "key_approval" | "unknown" | "foreign" | "relative_path" | "empty" | "no_link";
    });

/** Any other parameters, by their names in the link. */
export type Query = Readonly<Record<string, string | number | null | undefined>> | readonly { name: string; value?: string | null }[];

/** What promo links and content links take beside their path. */
export interface TrackingOptions {
  /** The affiliate's own key: at most 127 letters, digits, `_` and `-`. */
  campaignKey?: string | null;
  /** The vendor's own key, of the same form. */
  trackingKey?: string | null;
  /** A click id, or a placeholder such as `{click_id}` that an advertising network fills. */
  clickId?: string | null;
  sid1?: string | null;
  sid2?: string | null;
  sid3?: string | null;
  sid4?: string | null;
  sid5?: string | null;
  utmSource?: string | null;
  utmMedium?: string | null;
  utmCampaign?: string | null;
  utmTerm?: string | null;
  utmContent?: string | null;
  /** Any other parameters. */
  query?: Query | null;
  /** Another host of the service. Default: `www.checkout-ds24.com`. */
  host?: string | null;
}

/** What order forms take beside the product. */
export interface OrderFormOptions {
  /** A second number, presumably that of the order form (inference). */
  orderFormId?: Id | null;
  /** A discount code. */
  voucher?: string | null;
  /** Position of a payment plan, from 1, or its number. */
  plan?: Id | null;
  /** Your own reference, which notifications return as `custom`. */
  custom?: string | null;
  /** E-mail address of the buyer. */
  email?: string | null;
  affiliate?: string | null;
  campaignKey?: string | null;
  trackingKey?: string | null;
  utmSource?: string | null;
  utmMedium?: string | null;
  utmCampaign?: string | null;
  utmTerm?: string | null;
  utmContent?: string | null;
  /** Any other parameters. */
  query?: Query | null;
  /** Another host of the service. Default: `www.checkout-ds24.com`. */
  host?: string | null;
}

/** An address that is handed on, with all that gives access in it. */
export interface MadeLink {
  /** The address. */
  readonly url: string;
  /** The same for logs. */
  readonly shown: string;
  /** What there is to know. */
  readonly notes: readonly Note[];
}

/** An address with placeholders. */
export interface Page {
  /** The address. */
  readonly url: string;
  /** The placeholders in it, without brackets. */
  readonly placeholders: readonly string[];
  /** What there is to know, such as placeholders that nobody knows. */
  readonly notes: readonly Note[];
}

/** What the shape of a name tells: never whether there is such a thing. */
export interface Shape {
  /** `known`: all that are known look like this. `tolerated`: there may be such. `other`: it is something else. */
  readonly verdict: "known" | "tolerated" | "other" | "empty";
  /** What was probably meant, to be confirmed by a person. */
  readonly suggestion: string | null;
  /** What there is to know. */
  readonly notes: readonly Note[];
}
