import * as wasm from "./pkg/ipn.js";

/** What a notification is answered with. */
export class Reply {
  // Out of reach of everything that prints or copies objects, since it holds passwords.
  #steps = [];

  thankyouUrl(url) {
    return this.#say("thankyou_url", url);
  }

  account({ username = "", password = "", loginurl = "" }) {
    return this.#say("account", username, password, loginurl);
  }

  headline(text) {
    return this.#say("headline", text);
  }

  showOn(...places) {
    for (const place of places.flat()) this.#say("show_on", place);
    return this;
  }

  hideOn(...places) {
    for (const place of places.flat()) this.#say("hide_on", place);
    return this;
  }

  line(label, value) {
    return this.#say("line", label, value);
  }

  text() {
    const { text, problems } = JSON.parse(wasm.replyText(this.#steps));
    if (!problems) return text;
    const said = problems.map(({ path, message }) => `${path}: ${message}`).join("; ");
    throw Object.assign(new TypeError(`Reply: ${said}`), { problems });
  }

  preview() {
    return wasm.replyPreview(this.#steps);
  }

  #say(what, one, two = "", three = "") {
    if ([one, two, three].some((text) => typeof text !== "string")) throw new TypeError(`Reply: ${what}: expected a string`);
    this.#steps.push(what, one, two, three);
    return this;
  }
}
