import { ReloadOutlined, ScanOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { deviceText } from "#text/device";
import { chooseDevice, findDevices, type ScanDesk } from "./scan-desk.ts";

/** The scanners found, each with its name and state; none yet, and how to come by one. */
export function DeviceButtons({ state }: { readonly state: ScanDesk }): ReactNode {
  const { found, isFinding, isScanning, deviceId } = state;
  const devices = found?.devices ?? [];
  const find = (
    <Button
      icon={devices.length > 0 ? <ReloadOutlined /> : <ScanOutlined />}
      loading={isFinding}
      disabled={isScanning}
      onClick={() => void findDevices()}
      aria-label={devices.length > 0 ? deviceText.findAgain : deviceText.find}
      {...(devices.length > 0 && { title: deviceText.findAgain })}
    >
      {devices.length > 0 ? null : isFinding ? deviceText.finding : deviceText.find}
    </Button>
  );
  if (devices.length === 0)
    return (
      <>
        {find}
        {found && (
          <p className="source-teach" role="status">
            <b>{deviceText.noneTitle}</b> {found.notes.map(({ message }) => message).join(" ") || deviceText.teach}
          </p>
        )}
      </>
    );
  return (
    <>
      <div className="source-devices" role="radiogroup" aria-label={deviceText.bar}>
        {devices.map((device) => (
          <button
            key={device.id}
            type="button"
            role="radio"
            aria-checked={device.id === deviceId}
            className="source-button"
            disabled={isScanning}
            title={device.name}
            onClick={() => chooseDevice(device.id)}
          >
            <b className="cut">{deviceText.device(device)}</b>
            <span className={device.state === "ready" ? "small quiet cut" : "small tone-look cut"}>
              {deviceText.state(device)}
            </span>
          </button>
        ))}
      </div>
      {find}
    </>
  );
}
