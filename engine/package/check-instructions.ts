import { plainLine } from "./render-xml.ts";

/** 校验说明.txt beside `data/`: how anybody checks this package without our program, and what each way does not see. */
export function renderCheckInstructions(given: {
  packageId: string;
  unit: string;
  items: number;
  files: number;
  bytes: number;
}): string {
  const packageId = plainLine(given.packageId);
  return `校验说明

数据包：${packageId}
移交单位：${plainLine(given.unit)}
内容：${given.items} 件，${given.files} 个文件，${given.bytes} 字节（data 文件夹）

这个文件夹是按 BagIt 1.0（RFC 8493）制作的数据包。data 文件夹是移交内容，其余是校验清单和说明。
不用本单位的程序，也可以用下面任何一种办法核对内容是否完整、有没有改动。


一、Linux、统信 UOS、银河麒麟、macOS

  在本文件夹打开终端，依次输入：

    sha256sum -c --quiet manifest-sha256.txt
    sha256sum -c --quiet tagmanifest-sha256.txt

  什么也不显示就是全部相符。macOS 把 sha256sum 换成 shasum -a 256。
  局限：只核对清单里列出的文件，发现不了多出来的文件。


二、Windows

  核对一个文件：在本文件夹打开“命令提示符”，输入（路径换成要核对的文件）：

    certutil -hashfile "data\\说明文件.TXT" SHA256

  把得到的数字与 manifest-sha256.txt 中这个文件那一行比较。

  核对全部文件：在本文件夹打开 PowerShell，粘贴这四行：

    Get-Content -Encoding UTF8 .\\manifest-sha256.txt | ForEach-Object {
      $sum, $path = $_ -split '  ', 2
      if ((Get-FileHash -Algorithm SHA256 -LiteralPath $path).Hash -ne $sum) { "不符：$path" }
    }

  只列出不符或缺少的文件，什么也不显示就是全部相符。
  局限：需要 PowerShell 4.0 以上（Windows 8.1 起自带）；同样发现不了多出来的文件。


三、Python（任何系统，最全面）

  安装公开的 bagit 程序后，在本文件夹的上一级输入：

    python -m pip install bagit
    python -c "import bagit; bagit.Bag('${packageId}').validate(); print('OK')"

  显示 OK 就是全部相符，否则最后一行说明哪里不符。它核对版本、文件总数和字节数、缺少的和多出来的文件、两套校验清单。
  局限：安装时需要网络；没有网络的电脑请先在别处下载。


与纸面登记表对照

  上面三种办法能发现损坏和误改，但有人同时改了文件又改了清单，它们发现不了。请再计算清单本身的校验值：

    sha256sum tagmanifest-sha256.txt
    certutil -hashfile tagmanifest-sha256.txt SHA256

  前 32 位数字，四位一组，就是“数据包指纹”，应与双方签字的移交登记表上所记的完全相同。


没有核对的事

  文件内容是否真实、图像是否清楚、有没有病毒、载体是否完好，以上办法都看不出来，需要人工查看或另用工具。
  data 文件夹的目录结构按 DA/T 93-2022 附录B 编排；制作程序所据为间接资料，待核对正式文本。
`;
}
