// MP4 and M4A: the moov box (ISO 14496-12). Where it was filmed may stand beside it and is not read.
import type { RecordingFacts } from "#contract/digital-file";
import { shortLine, silentRecording, type DescribedFile } from "./described.ts";
import { Refused } from "./serve-questions.ts";

type Box = { readonly name: string; readonly begin: number; readonly end: number };

/** Boxes between two places; a size that leaves its parent ends the list. */
function boxesOf(bytes: Buffer, from: number, to: number): Box[] {
  const found: Box[] = [];
  for (let at = from; at + 8 <= to && found.length < 10_000;) {
    const short = bytes.readUInt32BE(at);
    const isLong = short === 1 && at + 16 <= to;
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    const head = isLong ? 16 : 8;
    if (size < head || at + size > to) break;
    found.push({ name: bytes.toString("latin1", at + 4, at + 8), begin: at + head, end: at + size });
    at += size;
  }
  return found;
}

const inside = (bytes: Buffer, box: Box | undefined, ...path: string[]): Box | undefined =>
  path.reduce<Box | undefined>(
    (now, name) => now && boxesOf(bytes, now.begin, now.end).find((each) => each.name === name),
    box,
  );

/** Duration in ms of an mvhd or mdhd box, or null when it is left open. */
function durationOf(bytes: Buffer, box: Box | undefined): number | null {
  if (!box || box.end - box.begin < 20) return null;
  const isLong = bytes[box.begin] === 1;
  if (isLong && box.end - box.begin < 32) return null;
  const scale = bytes.readUInt32BE(box.begin + (isLong ? 20 : 12));
  const length = isLong ? Number(bytes.readBigUInt64BE(box.begin + 24)) : bytes.readUInt32BE(box.begin + 16);
  return scale === 0 || length === 0 || length >= 0xffff_ffff ? null : Math.round((length / scale) * 1_000);
}

function describeTrack(
  bytes: Buffer,
  track: Box,
): { kind: string; facts: Partial<RecordingFacts>; codec: string } | undefined {
  const media = inside(bytes, track, "mdia");
  const handler = inside(bytes, media, "hdlr");
  const table = inside(bytes, media, "minf", "stbl");
  const samples = inside(bytes, table, "stsd");
  if (!handler || handler.end - handler.begin < 12 || !samples || samples.end - samples.begin < 16) return undefined;
  const kind = bytes.toString("latin1", handler.begin + 8, handler.begin + 12);
  const entry = samples.begin + 8;
  const codec = shortLine(bytes.toString("latin1", entry + 4, entry + 8));
  if (kind === "soun" && entry + 36 <= samples.end) {
    const facts = { channelCount: bytes.readUInt16BE(entry + 24), sampleRate: bytes.readUInt16BE(entry + 32) };
    return { kind, codec, facts: { channelCount: facts.channelCount || null, sampleRate: facts.sampleRate || null } };
  }
  if (kind !== "vide" || entry + 36 > samples.end) return { kind, codec, facts: {} };
  const times = inside(bytes, table, "stts");
  const milliseconds = durationOf(bytes, inside(bytes, media, "mdhd"));
  let frames = 0;
  if (times)
    for (let at = times.begin + 8; at + 8 <= Math.min(times.end, times.begin + 8 + 8 * 100_000); at += 8)
      frames += bytes.readUInt32BE(at);
  const frameRate = milliseconds && frames > 0 ? Math.round((frames / milliseconds) * 1_000_00) / 100 : null;
  const [width, height] = [bytes.readUInt16BE(entry + 32), bytes.readUInt16BE(entry + 34)];
  return { kind, codec, facts: { width: width || null, height: height || null, frameRate } };
}

/** `bytes` is the moov box with its head. Refuses document-damaged when there is none, document-password when it is locked. */
export function describeMp4(bytes: Buffer, brand: string): DescribedFile {
  const film = boxesOf(bytes, 0, bytes.length).find((box) => box.name === "moov");
  if (!film) throw new Refused("document-damaged");
  const tracks = boxesOf(bytes, film.begin, film.end)
    .filter((box) => box.name === "trak")
    .slice(0, 100)
    .flatMap((box) => describeTrack(bytes, box) ?? [])
    .toSorted((one, other) => (one.kind === other.kind ? 0 : one.kind === "vide" ? -1 : other.kind === "vide" ? 1 : 0));
  const seen = tracks.filter(({ kind }) => kind === "vide" || kind === "soun");
  if (seen.some(({ codec }) => codec === "encv" || codec === "enca")) throw new Refused("document-password");
  const first = (kind: string): Partial<RecordingFacts> => seen.find((track) => track.kind === kind)?.facts ?? {};
  const recording: RecordingFacts = {
    ...silentRecording,
    ...first("soun"),
    ...first("vide"),
    codec: shortLine([...new Set(seen.map(({ codec }) => codec))].join(" + ")),
    durationMs: durationOf(bytes, inside(bytes, film, "mvhd")),
  };
  return { kind: "described", formatVersion: shortLine(`ISO-BMFF ${brand}`), madeWith: "", warnings: [], recording };
}
