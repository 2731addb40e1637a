// 金额大写 — an amount in the financial capitals of receipts (支付结算办法, 附件一: 正确填写票据和结算凭证的基本规定).

const digits = "零壹贰叁肆伍陆柒捌玖";
const units = ["", "拾", "佰", "仟"];

/** Up to four digits; noughts between others are said once. */
function sayGroup(group: string): string {
  let words = "";
  for (const [at, digit] of [...group].entries()) {
    if (digit === "0") continue;
    if (words !== "" && group[at - 1] === "0") words += "零";
    words += (digits[Number(digit)] ?? "") + (units[group.length - 1 - at] ?? "");
  }
  return words;
}

/** A whole number without leading noughts; "" for nought. */
function sayWhole(whole: string): string {
  for (const [length, unit] of [
    [8, "亿"],
    [4, "万"],
  ] as const) {
    if (whole.length <= length) continue;
    const [high, low] = [whole.slice(0, -length), whole.slice(-length)];
    const rest = sayWhole(low.replace(/^0+/, ""));
    return sayWhole(high) + unit + (low.startsWith("0") && rest !== "" ? "零" : "") + rest;
  }
  return sayGroup(whole);
}

/**
 * "1409.50" → 壹仟肆佰零玖元伍角整, exact to 分: the digits are read, nothing is reckoned. Takes the canonical value of a money
 * column; "" for what is none.
 */
export function moneyWords(value: string): string {
  const parts = /^(-?)0*(\d{1,15}?)\.(\d)(\d)$/.exec(value);
  if (!parts) return "";
  const [, sign = "", whole = "", tenth = "0", hundredth = "0"] = parts;
  const yuan = sayWhole(whole.replace(/^0+/, ""));
  const jiao = tenth === "0" ? "" : `${digits[Number(tenth)] ?? ""}角`;
  const fen = hundredth === "0" ? "" : `${digits[Number(hundredth)] ?? ""}分`;
  if (yuan + jiao + fen === "") return "零元整";
  const gap = yuan !== "" && jiao === "" && fen !== "" ? "零" : "";
  return (sign && "负") + (yuan && `${yuan}元`) + gap + jiao + (fen || "整");
}
