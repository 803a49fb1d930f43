// Running the shared suite in a program that executes a file and prints: Node, Deno, Bun.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const INSIDE = fileURLToPath(new URL("inside.mjs", import.meta.url));

/** Runs `inside.mjs` with this program and answers what it found. */
export async function program(command, options, runtime, base) {
  const child = spawn(command, [...options, INSIDE, runtime, base], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  let printed = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) printed += chunk;
  const status = await ended;
  const last = printed.trim().split("\n").at(-1);
  if (status !== 0 || !last.startsWith("{")) throw new Error(`ended with status ${status} after printing: ${printed}`);
  return JSON.parse(last);
}
