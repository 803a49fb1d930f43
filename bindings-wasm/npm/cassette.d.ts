/**
 * What may be shown of an API key: its number.
 *
 * ```js
 * import { redacted } from "digistore24/cassette";
 *
 * console.log(redacted("123-ExampleKey")); // 123-…
 * ```
 */
export function redacted(key: string): string;
