import { Button, Segmented, Select } from "antd";
import { type ReactNode, useState } from "react";
import type { Device } from "#contract/device";
import { scanFeed, type ScanFeed, type ScanProfile } from "#contract/scan-profile";
import { deviceText, profileText } from "#text/device";
import { ProfileDialog } from "./profile-dialog.tsx";
import { chooseFeed, chooseProfile } from "./scan-desk.ts";

type Props = {
  readonly profiles: readonly ScanProfile[];
  readonly profile: ScanProfile | undefined;
  readonly device: Device;
  readonly feed: ScanFeed;
};

/** What this choice falls short of, if anything (DA/T 31-2017, 9.3 and 9.4). */
function shortcoming(profile: ScanProfile, device: Device): string {
  const { colourMode, dpi } = profile;
  if (device.state === "ready" && !device.colourModes.includes(colourMode))
    return deviceText.notOffered(deviceText.colourModes[colourMode]);
  if (dpi < 200) return deviceText.tooCoarse;
  return colourMode === "colour" ? "" : deviceText.notColour;
}

/** The profile and how the paper goes in. */
export function ProfileChoice({ profiles, profile, device, feed }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const warning = profile ? shortcoming(profile, device) : deviceText.profileNone;
  return (
    <div className="source-choice">
      <div className="row">
        <Select
          aria-label={deviceText.profile}
          className="profile-select"
          value={profile?.id ?? null}
          options={profiles.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={chooseProfile}
        />
        <Button onClick={() => setOpen(true)}>{profileText.manage}</Button>
        <Segmented
          aria-label={deviceText.feed}
          value={feed}
          options={scanFeed.options.map((value) => ({
            value,
            label: deviceText.feeds[value],
            disabled: device.feeds.length > 0 && !device.feeds.includes(value),
          }))}
          onChange={chooseFeed}
        />
      </div>
      {warning && (
        <p className="small tone-look cut" title={warning}>
          {warning}
        </p>
      )}
      {isOpen && <ProfileDialog profiles={profiles} first={profile?.id} onClose={() => setOpen(false)} />}
    </div>
  );
}
