// What PowerShell 5.1 is told for one question to WIA (Windows Image Acquisition, wiadef.h): a script, never a file. Every
// Windows has both; nothing is installed. Its answers are lines: D a device, P a page, F a failure, E the end.
import type { ScanSettings } from "#contract/scan-profile";
import { paperSize } from "./paper-size.ts";

const begin = `$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding($false)
function Say($line) { [Console]::Out.WriteLine($line); [Console]::Out.Flush() }
function Code($record) {
  $found = 0
  for ($each = $record.Exception; $each; $each = $each.InnerException) {
    $found = $each.HResult
    if (($found -band 0x7FFF0000) -eq 0x00210000) { break }
  }
  '{0:X8}' -f $found
}
function Get-One($from, $id) { foreach ($each in $from.Properties) { if ($each.PropertyID -eq $id) { return $each } } }
function Put($on, $id, $value) {
  $found = Get-One $on $id
  if (-not $found -or $found.IsReadOnly) { return }
  if ($found.SubType -eq 1) {
    if ($value -gt $found.SubTypeMax) { $value = $found.SubTypeMax }
    if ($value -lt $found.SubTypeMin) { $value = $found.SubTypeMin }
  }
  $found.Value = $value
}
try { $manager = New-Object -ComObject WIA.DeviceManager } catch { Say "F $(Code $_) manager"; exit 1 }
`;

/** Lists scanners: 7 name, 3086 document handling (1 feeder, 2 flatbed, 4 duplex), 6147 resolution, 4103 kinds of pixel. */
export const listScript = `${begin}
foreach ($info in $manager.DeviceInfos) {
  if ($info.Type -ne 1) { continue }
  $device = @{ id = $info.DeviceID; name = ''; state = ''; handling = 0; kinds = @(); resolutions = @(); least = 0; most = 0 }
  try {
    $name = Get-One $info 7
    if ($name) { $device.name = [string]$name.Value }
    $open = $info.Connect()
    $handling = Get-One $open 3086
    if ($handling) { $device.handling = [int]$handling.Value }
    $item = $open.Items.Item(1)
    $kinds = Get-One $item 4103
    if ($kinds -and $kinds.SubType -eq 2) { foreach ($each in $kinds.SubTypeValues) { $device.kinds += [int]$each } }
    $resolution = Get-One $item 6147
    if ($resolution -and $resolution.SubType -eq 2) { foreach ($each in $resolution.SubTypeValues) { $device.resolutions += [int]$each } }
    if ($resolution -and $resolution.SubType -eq 1) { $device.least = [int]$resolution.SubTypeMin; $device.most = [int]$resolution.SubTypeMax }
  } catch { $device.state = Code $_ }
  Say "D $(ConvertTo-Json $device -Compress)"
}
Say 'E'
`;

/** 3088 document handling select; 5 is feeder and duplex. */
const handling = { feeder: 1, flatbed: 2, duplex: 5 } as const;
/** 6146 current intent. */
const intent = { colour: 1, grey: 2, bitonal: 4 } as const;
const formats = {
  jpg: "{B96B3CAE-0728-11D3-9D7B-0000F81EF32E}",
  png: "{B96B3CAF-0728-11D3-9D7B-0000F81EF32E}",
} as const;

/** The device's own id comes as Base64: nothing in it can end the quotes it stands in. */
const quoted = (words: string): string =>
  `[Text.Encoding]::Unicode.GetString([Convert]::FromBase64String('${Buffer.from(words, "utf16le").toString("base64")}'))`;

/** What pages come as: one bit without loss, the rest as the standard's JPEG (DA/T 31-2017, 9.5). */
export const wiaFormat = ({ colourMode, dpi }: ScanSettings): "jpg" | "png" =>
  colourMode === "bitonal" || dpi >= 600 ? "png" : "jpg";

/**
 * Scans page by page. Before each it waits for a line, so that the page before is durable; a closed input ends it. Pages go
 * over standard output as Base64 and never become a file of ours. A driver that only knows bitmaps is converted by WIA itself.
 */
export function scanScript(deviceId: string, settings: ScanSettings): string {
  const { feed, colourMode, dpi, paper } = settings;
  const format = wiaFormat(settings);
  const size = paperSize[paper];
  const pixels = (mm: number): number => Math.round((mm / 25.4) * dpi);
  // Without a sheet the area stays all the device has.
  const extent = size
    ? `Put $item 6149 0; Put $item 6150 0; Put $item 6151 ${pixels(size.width)}; Put $item 6152 ${pixels(size.height)}`
    : "";
  return `${begin}
$wanted = ${quoted(deviceId)}
$info = $null
foreach ($each in $manager.DeviceInfos) { if ($each.DeviceID -eq $wanted) { $info = $each } }
if (-not $info) { Say 'F 80210015 connect'; exit 1 }
try { $open = $info.Connect() } catch { Say "F $(Code $_) connect"; exit 1 }
try {
  Put $open 3088 ${handling[feed]}
  ${feed === "feeder" ? "Put $open 3096 1" : ""}
  $item = $open.Items.Item(1)
  Put $item 6146 ${intent[colourMode]}
  Put $item 6147 ${dpi}; Put $item 6148 ${dpi}
  ${extent}
} catch { Say "F $(Code $_) settings"; exit 1 }
$wantedFormat = '${formats[format]}'
$isPlain = $false
while ($true) {
  if ([Console]::In.ReadLine() -eq $null) { exit 0 }
  try {
    $image = $null
    if (-not $isPlain) {
      try { $image = $item.Transfer($wantedFormat) }
      catch { if ((Code $_) -ne '80070057') { throw }; $isPlain = $true }
    }
    if ($isPlain) { $image = $item.Transfer() }
    if ($image.FormatID -ne $wantedFormat) {
      $process = New-Object -ComObject WIA.ImageProcess
      $process.Filters.Add($process.FilterInfos.Item('Convert').FilterID)
      $process.Filters.Item(1).Properties.Item('FormatID').Value = $wantedFormat
      if ('${format}' -eq 'jpg') { $process.Filters.Item(1).Properties.Item('Quality').Value = 90 }
      $image = $process.Apply($image)
    }
    $bytes = [byte[]]$image.FileData.BinaryData
  } catch { Say "F $(Code $_) transfer"; exit 1 }
  Say "P ${format} $([Convert]::ToBase64String($bytes))"
  ${feed === "flatbed" ? "Say 'E'; exit 0" : ""}
}
`;
}

/** The words PowerShell is started with; -InputFormat None leaves standard input to the script. */
export const powershellWords = (script: string): string[] => [
  ...["-NoLogo", "-NoProfile", "-NonInteractive", "-InputFormat", "None", "-OutputFormat", "Text"],
  ...["-EncodedCommand", Buffer.from(script, "utf16le").toString("base64")],
];
