/** What `bagit.txt` declares. `fault` says in Chinese what is wrong with it; reading then goes on as 1.0 and UTF-8. */
export type BagitTxt = { readonly version: string | null; readonly encoding: string; readonly fault: string | null };

/**
 * Reads `bagit.txt` (RFC 8493, 2.1.1): exactly two lines, UTF-8 without byte order mark. In 1.0 no space may stand
 * before the colon and one after it; 0.97 was looser.
 */
export function readBagitTxt(bytes: Buffer): BagitTxt {
  const faulty = (fault: string, version: string | null = null): BagitTxt => ({ version, encoding: "UTF-8", fault });
  if (bytes.length > 4096) return faulty("文件过大");
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return faulty("开头有字节顺序标记 BOM");
  const lines = bytes.toString("utf8").split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  const [first = "", second = ""] = lines;
  const version = /^BagIt-Version[ \t]*:[ \t]*(\d+\.\d+)[ \t]*$/.exec(first)?.[1] ?? null;
  if (version === null) return faulty("第 1 行应为 BagIt-Version: 1.0");
  const encoding = /^Tag-File-Character-Encoding[ \t]*:[ \t]*(\S+)[ \t]*$/.exec(second)?.[1];
  if (encoding === undefined) return faulty("第 2 行应为 Tag-File-Character-Encoding: UTF-8", version);
  if (lines.length !== 2) return faulty("应当只有两行", version);
  const isStrict = first === `BagIt-Version: ${version}` && second === `Tag-File-Character-Encoding: ${encoding}`;
  if (version === "1.0" && !isStrict) return faulty("冒号前后的空格不合规定", version);
  return { version, encoding, fault: null };
}
