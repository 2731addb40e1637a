// Words of the bridge itself.
export const bridgeText = {
  fault: "程序出了一个没有预料到的问题，已确认保存的内容都在。请再试一次；仍然出现时，把后面的编号告诉技术支持。",
  waiting: "正在读取",
  again: "再试一次",
};
