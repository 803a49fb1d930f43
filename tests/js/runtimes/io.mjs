// What the shared suite may use beyond the package: the host's address and the repository's files.

/** The `io` of the suite. */
export function io(runtime, base) {
  return { runtime, base, read };

  async function read(path) {
    const answer = await fetch(`${base}/${path}`);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.text();
  }
}
