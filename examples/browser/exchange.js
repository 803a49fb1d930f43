// What a door says to the server and hears from it.

/** How long an answer may take before the door counts as offline. */
const PATIENCE = 8000;

export class Server {
  door = "";
  device = "";
  code = "";

  /** The event: its name, place and day. */
  async event() {
    return (await this.#ask("GET", "event")).json();
  }

  /** The list of tickets, and when it was taken, on this machine's clock. */
  async tickets() {
    const answer = await this.#ask("GET", "tickets");
    const age = Number(answer.headers.get("snapshot-age"));
    return { bytes: new Uint8Array(await answer.arrayBuffer()), takenAt: Date.now() - age * 1000 };
  }

  /** Hands over this door's scans; answers those of all doors when that are others. */
  async exchange(marks) {
    const answer = await this.#ask("POST", "marks", marks);
    return answer.status === 204 ? undefined : new Uint8Array(await answer.arrayBuffer());
  }

  /** Lets the server report some scans to the service. */
  async sync() {
    return (await this.#ask("POST", "sync", new Uint8Array(), 10 * PATIENCE)).json();
  }

  async #ask(method, path, body, patience = PATIENCE) {
    const words = { door: this.door, device: this.device, "door-code": this.code };
    const headers = Object.fromEntries(Object.entries(words).map(([name, word]) => [name, encodeURIComponent(word)]));
    const answer = await fetch(path, { method, body, headers, signal: AbortSignal.timeout(patience), cache: "no-store" });
    if (!answer.ok) throw Object.assign(new Error(await answer.text()), { status: answer.status });
    return answer;
  }
}
