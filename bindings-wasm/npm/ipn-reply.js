import { form } from "./form.js";
import { reply } from "./pkg/ipn.js";

/** What a notification is answered with. */
export class Reply {
  // Out of reach of everything that prints or copies objects, since it holds passwords.
  #steps = [];

  thankyouUrl(url) {
    return this.#say({ thankyou_url: url });
  }

  account({ username = "", password = "", loginurl = "" }) {
    return this.#say({ username, password, loginurl });
  }

  headline(text) {
    return this.#say({ headline: text });
  }

  showOn(...places) {
    for (const place of places.flat()) this.#say({ show_on: place });
    return this;
  }

  hideOn(...places) {
    for (const place of places.flat()) this.#say({ hide_on: place });
    return this;
  }

  line(label, value) {
    return this.#say({ label, value });
  }

  text() {
    const { text, problems } = this.#told();
    if (!problems) return text;
    const said = problems.map(({ path, message }) => `${path}: ${message}`).join("; ");
    throw Object.assign(new TypeError(`Reply: ${said}`), { problems });
  }

  preview() {
    return this.#told().preview;
  }

  #say(texts) {
    const steps = Object.entries(texts);
    const wrong = steps.find(([, text]) => typeof text !== "string");
    if (wrong) throw new TypeError(`Reply: ${wrong[0]}: expected a string`);
    this.#steps.push(...steps);
    return this;
  }

  #told() {
    return JSON.parse(reply(form(this.#steps)));
  }
}
