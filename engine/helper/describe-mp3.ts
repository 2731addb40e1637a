// MP3: the first frame, and the frame count where an encoder wrote one (ISO 11172-3; Xing and Info headers).
import { shortLine, silentRecording, type DescribedFile } from "./described.ts";
import { Refused } from "./serve-questions.ts";

const bitRates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const bitRates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const sampleRates = [44_100, 48_000, 32_000];

export type Mp3Frame = {
  readonly version: 1 | 2 | 2.5;
  readonly bitRate: number;
  readonly sampleRate: number;
  readonly channelCount: number;
  /** Bytes of the whole frame. */
  readonly length: number;
};

/** The MPEG layer III frame header at a place, or undefined when there is none. */
export function mp3FrameAt(bytes: Buffer, at: number): Mp3Frame | undefined {
  if (at + 4 > bytes.length || bytes[at] !== 0xff) return undefined;
  const [second = 0, third = 0, fourth = 0] = bytes.subarray(at + 1, at + 4);
  if ((second & 0xe6) !== 0xe2) return undefined;
  const version = ([2.5, undefined, 2, 1] as const)[(second >> 3) & 3];
  const kbps = (version === 1 ? bitRates1 : bitRates2)[third >> 4];
  const base = sampleRates[(third >> 2) & 3];
  if (version === undefined || !kbps || base === undefined) return undefined;
  const sampleRate = version === 1 ? base : version === 2 ? base / 2 : base / 4;
  const length = Math.floor(((version === 1 ? 144 : 72) * kbps * 1_000) / sampleRate) + ((third >> 1) & 1);
  return { version, bitRate: kbps * 1_000, sampleRate, channelCount: fourth >> 6 === 3 ? 1 : 2, length };
}

/** Where the sound begins: after an ID3v2 tag, whose size is written seven bits a byte. */
export function mp3SoundAt(head: Buffer): number {
  if (head.toString("latin1", 0, 3) !== "ID3" || head.length < 10) return 0;
  const size = head.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
  return 10 + size + ((head[5] ?? 0) & 0x10 ? 10 : 0);
}

/** `bytes` begins where the sound begins; `size` is what follows from there. Refuses document-damaged when there is no frame. */
export function describeMp3(bytes: Buffer, size: number): DescribedFile {
  let at = 0;
  // A few bytes of padding may stand before the first frame; two in a row are no chance.
  for (; at < Math.min(bytes.length, 65_536); at += 1) {
    const one = mp3FrameAt(bytes, at);
    if (one && (at + one.length >= bytes.length || mp3FrameAt(bytes, at + one.length))) break;
  }
  const frame = mp3FrameAt(bytes, at);
  if (!frame) throw new Refused("document-damaged");
  const side = frame.version === 1 ? (frame.channelCount === 1 ? 17 : 32) : frame.channelCount === 1 ? 9 : 17;
  const mark = at + 4 + side;
  const isCounted = ["Xing", "Info"].includes(bytes.toString("latin1", mark, mark + 4)) && mark + 12 <= bytes.length;
  const frames = isCounted && (bytes.readUInt32BE(mark + 4) & 1) === 1 ? bytes.readUInt32BE(mark + 8) : 0;
  const samples = frame.version === 1 ? 1_152 : 576;
  const seconds = frames > 0 ? (frames * samples) / frame.sampleRate : ((size - at) * 8) / frame.bitRate;
  const encoder = isCounted ? bytes.toString("latin1", mark + 120, mark + 129) : "";
  return {
    kind: "described",
    formatVersion: `MPEG-${frame.version} Layer III`,
    madeWith: /^LAME|^Lav/.test(encoder) ? shortLine(encoder) : "",
    warnings: [],
    recording: {
      ...silentRecording,
      codec: "MP3",
      durationMs: Math.round(seconds * 1_000),
      sampleRate: frame.sampleRate,
      channelCount: frame.channelCount,
    },
  };
}
