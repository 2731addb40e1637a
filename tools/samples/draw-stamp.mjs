const RED = "#c8201e";

/**
 * A round red stamp that says the paper is a sample. It has no star and names no office: nobody's seal is imitated.
 * @param {PDFKit.PDFDocument} doc
 * @param {number} x centre
 * @param {number} y centre
 */
export function drawStamp(doc, x, y) {
  doc.save();
  doc.rotate(-9, { origin: [x, y] });
  doc.opacity(0.72);
  doc.circle(x, y, 56).lineWidth(2.6).stroke(RED);
  doc.circle(x, y, 50).lineWidth(0.8).stroke(RED);
  doc.font("sans-sc-bold").fillColor(RED);
  for (const [words, size, offset] of /** @type {const} */ ([
    ["样张专用", 17, -26],
    ["邻档演示", 14, -2],
    ["非真实文件", 11, 20],
  ])) {
    doc.fontSize(size);
    doc.text(words, x - doc.widthOfString(words) / 2, y + offset, { lineBreak: false });
  }
  doc.restore();
}
