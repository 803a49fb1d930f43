// A verdict for the ears: up is in, twice low is not in, once in the middle is look here.

const TONES = {
  go: [[660, 0, 0.12], [990, 0.12, 0.2]],
  stop: [[170, 0, 0.22], [170, 0.3, 0.32]],
  ask: [[440, 0, 0.3]],
};
const SHAKES = { go: [60], stop: [200, 100, 200], ask: [120] };

let context;

/** Plays what belongs to the kind of a verdict. Browsers allow it once a key was pressed. */
export function play(kind) {
  navigator.vibrate?.(SHAKES[kind] ?? []);
  const Context = globalThis.AudioContext;
  if (!Context) return;
  context ??= new Context();
  context.resume().catch(() => {});
  for (const [pitch, from, length] of TONES[kind] ?? []) {
    const tone = new OscillatorNode(context, { frequency: pitch, type: kind === "stop" ? "square" : "triangle" });
    const volume = new GainNode(context, { gain: 0 });
    const start = context.currentTime + from;
    volume.gain.setTargetAtTime(0.4, start, 0.01);
    volume.gain.setTargetAtTime(0, start + length, 0.02);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + length + 0.2);
  }
}
