import { run } from "./run.js";

/** Every row of a list, however many pages it takes. The types, in `digistore24.d.ts`, say what everything is. */
export class Rows {
  #pages;
  #host;
  #options;
  #page = [];
  #used = 0;

  constructor(pages, host, options) {
    this.#pages = pages;
    this.#host = host;
    this.#options = options;
  }

  get cursor() {
    return JSON.parse(this.#pages.cursor(this.#used));
  }

  async *[Symbol.asyncIterator]() {
    while (await this.#more()) {
      this.#used += 1;
      yield this.#page[this.#used - 1];
    }
  }

  async *pages() {
    while (await this.#more()) {
      const rows = this.#page.slice(this.#used);
      this.#used = this.#page.length;
      yield rows;
    }
  }

  /** Whether there is another row, for which it may take another page. */
  async #more() {
    while (this.#used === this.#page.length) {
      const flow = this.#pages.next();
      if (!flow) return false;
      const { signal, onProgress } = this.#options;
      const rows = JSON.parse(await run(flow, this.#host, signal));
      [this.#page, this.#used] = [rows, 0];
      onProgress?.({ rows: this.#pages.rows(), total: this.#pages.total() ?? null });
    }
    return true;
  }
}
