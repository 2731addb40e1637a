// A tone for the ear while the eye is on the paper: high when a page is kept, low twice when it wants a look.
let context: AudioContext | undefined;

export function playTone(kind: "kept" | "look"): void {
  try {
    context ??= new AudioContext();
    const notes =
      kind === "kept"
        ? [{ at: 0, hertz: 1320 }]
        : [
            { at: 0, hertz: 392 },
            { at: 0.16, hertz: 330 },
          ];
    for (const { at, hertz } of notes) beep(context, context.currentTime + at, hertz);
  } catch {
    // A machine without a loudspeaker still takes pages.
  }
}

function beep(on: AudioContext, start: number, hertz: number): void {
  const length = 0.12;
  const source = on.createOscillator();
  const volume = on.createGain();
  source.frequency.value = hertz;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.16, start + 0.01);
  volume.gain.linearRampToValueAtTime(0, start + length);
  source.connect(volume).connect(on.destination);
  source.start(start);
  source.stop(start + length);
}
