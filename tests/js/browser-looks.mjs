//! Runs in the page: what of it could not be read.

/** The texts with too little contrast (WCAG AA), and everything that sticks out of the window or of the verdict. */
export function unreadable() {
  const found = [];
  const parts = (color) => color.match(/[\d.]+/g).map(Number);
  const light = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = parts(getComputedStyle(at).backgroundColor);
      if (color.length < 4 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  for (const element of document.body.querySelectorAll("*")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!hasText || !element.checkVisibility() || element.closest(".unseen, :disabled, noscript")) continue;
    const style = getComputedStyle(element);
    const [one, other] = [light(parts(style.color)), light(ground(element))];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const name = `${element.id || element.tagName} “${element.textContent.trim().slice(0, 30)}”`;
    if (contrast < (isLarge ? 3 : 4.5)) found.push(`${name}: contrast ${contrast.toFixed(2)}`);
    if (size < 16) found.push(`${name}: ${size} px`);
    const { left, right } = element.getBoundingClientRect();
    if (left < 0 || right > innerWidth + 0.5) found.push(`${name}: outside the window`);
  }
  const scrolled = document.documentElement.scrollWidth;
  if (scrolled > innerWidth) found.push(`the page is ${scrolled} px wide`);
  const verdict = document.getElementById("verdict");
  if (verdict?.checkVisibility()) {
    const { bottom, top } = verdict.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight + 1) found.push(`the verdict ends at ${bottom} of ${innerHeight} px`);
    const word = document.getElementById("word");
    const range = document.createRange();
    range.selectNodeContents(word);
    const [text, frame] = [range.getBoundingClientRect(), verdict.getBoundingClientRect()];
    if (text.width > verdict.clientWidth) found.push(`“${word.textContent}” is wider than the verdict`);
    const sign = verdict.querySelector("svg").getBoundingClientRect();
    const isApart = sign.bottom <= text.top + 8 || sign.right <= text.left + 8;
    if (!isApart || sign.top < frame.top || text.bottom > frame.bottom) found.push(`“${word.textContent}” and its shape do not fit`);
    if (verdict.scrollHeight > verdict.clientHeight + 1) found.push(`“${word.textContent}” is cut: ${verdict.scrollHeight} in ${verdict.clientHeight} px`);
    if (parseFloat(getComputedStyle(word).fontSize) < Math.min(frame.width / 12, innerHeight / 9)) found.push(`“${word.textContent}” is small`);
  }
  return found;
}
