// One interface for whatever can be asked for pages: SANE, WIA, eSCL. A source knows no archive; it hands bytes over.
import type { Device, DeviceKind, DeviceNote } from "#contract/device";
import type { ScanSettings } from "#contract/scan-profile";

export type ScanOrder = {
  /** As `list` named it. */
  readonly deviceId: string;
  readonly settings: ScanSettings;
};

/** What comes of a scan, in order. */
export type ScanPart =
  /** How much of the page that is being taken has come, 0 to 1. */
  | { readonly kind: "progress"; readonly share: number }
  /** One page as the device gave it, resolution inside. */
  | { readonly kind: "page"; readonly bytes: Buffer; readonly extension: "jpg" | "png" | "tif" | "pdf" }
  /** Something the clerk should be told of the run. */
  | { readonly kind: "note"; readonly message: string };

export type ScanSource = {
  readonly kind: DeviceKind;
  /** Looks for devices; what keeps this kind from being looked for is a note, not a failure. Refuses task-cancelled. */
  list(signal: AbortSignal): Promise<{ readonly devices: readonly Device[]; readonly notes: readonly DeviceNote[] }>;
  /**
   * Scans until the paper is at its end. The next page is asked of the device only when the reader comes back for it, so
   * that each can be made durable before; leaving the loop stops the device. Refuses the scanner- codes of device.scan
   * (without their details: pages are counted by the caller) and task-cancelled.
   */
  scan(order: ScanOrder, signal: AbortSignal): AsyncGenerator<ScanPart, void>;
};

/** Where sources look; tests name their own. */
export type ScanSurroundings = {
  /** The program to start instead of the system's scanimage (Linux) or PowerShell (Windows). */
  readonly program?: string;
  /** SANE_CONFIG_DIR; without it a configuration without network drivers is made (quiet-sane.ts). */
  readonly saneConfigFolder?: string;
  /** How long a scanner program may take to end after it said why, in milliseconds. */
  readonly closingGraceMs?: number;
  /** Ports of the loopback address that are asked for eSCL. */
  readonly loopbackPorts?: readonly number[];
};
