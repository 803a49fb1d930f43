// What the shared suite may use beyond the package: the host's address and the repository's files.

/** The `io` of the suite: where the files are, and where the service is, which for a page is another origin. */
export function io(runtime, base, service = base) {
  return { runtime, service, read };

  async function read(path) {
    const answer = await fetch(`${base}/${path}`);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.text();
  }
}
