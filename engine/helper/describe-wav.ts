// WAV: the fmt and data chunks (RIFF; RF64 of EBU Tech 3306 above 4 GB).
import { silentRecording, type DescribedFile } from "./described.ts";
import { Refused } from "./serve-questions.ts";

const codecs: Record<number, string> = { 1: "PCM", 3: "IEEE float", 6: "A-law", 7: "µ-law", 0x55: "MP3", 0xff: "AAC" };
const extensible = 0xfffe;
const unsaid = 0xffff_ffff;

/** `bytes` is the beginning of a file of `size` bytes. Refuses document-damaged when it says nothing of its sound. */
export function describeWav(bytes: Buffer, size: number): DescribedFile {
  let sound:
    { codec: string; channelCount: number; sampleRate: number; byteRate: number; bitDepth: number } | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString("latin1", at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (name === "fmt " && at + 24 <= bytes.length) {
      const plain = bytes.readUInt16LE(at + 8);
      // The extensible form keeps the true format in the first two bytes of its sub-format.
      const format = plain === extensible && at + 34 <= bytes.length ? bytes.readUInt16LE(at + 32) : plain;
      sound = {
        codec: codecs[format] ?? `0x${format.toString(16)}`,
        channelCount: bytes.readUInt16LE(at + 10),
        sampleRate: bytes.readUInt32LE(at + 12),
        byteRate: bytes.readUInt32LE(at + 16),
        bitDepth: bytes.readUInt16LE(at + 22),
      };
    }
    if (name === "data" && sound) {
      const there = size - at - 8;
      const isCut = length !== unsaid && length > there;
      const { byteRate, ...facts } = sound;
      const held = Math.min(length, there);
      const durationMs = byteRate > 0 ? Math.round((held / byteRate) * 1_000) : null;
      const recording = { ...silentRecording, ...facts, bitDepth: facts.bitDepth || null, durationMs };
      return {
        kind: "described",
        formatVersion: "WAVE",
        madeWith: "",
        warnings: isCut ? ["recording-cut"] : [],
        recording,
      };
    }
    at += 8 + length + (length % 2);
  }
  if (!sound) throw new Refused("document-damaged");
  const { byteRate: _, ...facts } = sound;
  return {
    ...{ kind: "described", formatVersion: "WAVE", madeWith: "", warnings: [] },
    recording: { ...silentRecording, ...facts, bitDepth: facts.bitDepth || null },
  };
}
