/** The body of a response, or nothing when it has more bytes than that: then the rest is not read. */
export async function body(response, most) {
  if (response.headers.get("content-length") > most) return;
  const reader = response.body?.getReader();
  let bytes = new Uint8Array(0);
  let length = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    const end = length + value.length;
    if (end > most) return;
    if (length === 0) {
      // Most answers come in one piece.
      bytes = value;
    } else {
      // Copied, since pieces may be as small as whoever sends them likes.
      if (end > bytes.length) bytes = grown(bytes, length, end);
      bytes.set(value, length);
    }
    length = end;
  }
  return bytes.subarray(0, length);
}

function grown(bytes, length, least) {
  const larger = new Uint8Array(Math.max(least, 2 * bytes.length));
  larger.set(bytes.subarray(0, length));
  return larger;
}
