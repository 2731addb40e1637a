// An eSCL scanner on the loopback address, as the specification describes one: capabilities, status, jobs, pages.
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type EsclBehaviour = {
  /** Pages in the feeder. */
  pages: number;
  image: Buffer;
  /** Answers 503 so often before a page. */
  warmUp: number;
  /** Before this page the feeder jams; 0 for never. */
  jamsBefore: number;
  /** What ends the pages: both are used by devices. */
  end: 404 | 410;
  /** Status of POST; 201 takes the job. */
  takesJob: number;
  /** Where it says the job is; {port} is its own. */
  location: string;
  adfState: string;
  state: string;
  jobState: string;
  contentType: string;
  capabilities: string;
};
export type EsclDevice = {
  readonly port: number;
  readonly behaviour: EsclBehaviour;
  /** Every question, in order, with the settings of a job behind it. */
  readonly asked: string[];
  close(): Promise<void>;
};

const caps = (name: string, formats: readonly string[]): string => `<scan:${name}>
  <scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth><scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>3508</scan:MaxHeight>
  <scan:SettingProfiles><scan:SettingProfile>
    <scan:ColorModes><scan:ColorMode>BlackAndWhite1</scan:ColorMode><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
    <scan:DocumentFormats>${formats.map((each) => `<pwg:DocumentFormat>${each}</pwg:DocumentFormat>`).join("")}</scan:DocumentFormats>
    <scan:SupportedResolutions><scan:DiscreteResolutions>${[100, 200, 300, 600].map((dpi) => `<scan:DiscreteResolution><scan:XResolution>${dpi}</scan:XResolution><scan:YResolution>${dpi}</scan:YResolution></scan:DiscreteResolution>`).join("")}</scan:DiscreteResolutions></scan:SupportedResolutions>
  </scan:SettingProfile></scan:SettingProfiles></scan:${name}>`;
const namespaces =
  'xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"';

export const capabilitiesXml = `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerCapabilities ${namespaces}>
<pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>Deli M3000 系列</pwg:MakeAndModel>
<scan:Platen>${caps("PlatenInputCaps", ["image/jpeg", "application/pdf"])}</scan:Platen>
<scan:Adf>${caps("AdfSimplexInputCaps", ["image/jpeg", "image/png"])}</scan:Adf>
</scan:ScannerCapabilities>`;

const statusXml = ({ state, adfState, jobState }: EsclBehaviour): string => `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerStatus ${namespaces}><pwg:Version>2.63</pwg:Version><pwg:State>${state}</pwg:State><scan:AdfState>${adfState}</scan:AdfState>
<scan:Jobs><scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/7</pwg:JobUri><pwg:JobState>${jobState}</pwg:JobState></scan:JobInfo></scan:Jobs></scan:ScannerStatus>`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

/** Starts one; its behaviour can be changed while it runs. */
export async function startEsclDevice(change: Partial<EsclBehaviour> & { image: Buffer }): Promise<EsclDevice> {
  const behaviour: EsclBehaviour = {
    ...{
      pages: 3,
      warmUp: 0,
      jamsBefore: 0,
      end: 404,
      takesJob: 201,
      location: "http://127.0.0.1:{port}/eSCL/ScanJobs/7",
    },
    ...{ adfState: "ScannerAdfLoaded", state: "Idle", jobState: "Processing" },
    ...{ contentType: "image/jpeg", capabilities: capabilitiesXml },
    ...change,
  };
  const asked: string[] = [];
  let given = 0;
  let warmed = 0;
  const server: Server = createServer((request, answer) => {
    const path = request.url ?? "";
    const { method } = request;
    void bodyOf(request).then((body) => {
      asked.push(`${method} ${path}${body && ` ${body}`}`);
      const xml = (words: string): void => void answer.writeHead(200, { "Content-Type": "text/xml" }).end(words);
      if (path === "/eSCL/ScannerCapabilities") return xml(behaviour.capabilities);
      if (path === "/eSCL/ScannerStatus") return xml(statusXml(behaviour));
      if (method === "POST") {
        given = 0;
        warmed = 0;
        const { port } = server.address() as AddressInfo;
        const location = behaviour.location.replace("{port}", String(port));
        return void answer.writeHead(behaviour.takesJob, { Location: location }).end();
      }
      if (method === "DELETE") return void answer.writeHead(200).end();
      if (warmed++ < behaviour.warmUp) return void answer.writeHead(503, { "Retry-After": "0" }).end();
      if (behaviour.jamsBefore === given + 1) {
        behaviour.adfState = "ScannerAdfJam";
        return void answer.writeHead(503).end();
      }
      if (given >= behaviour.pages) return void answer.writeHead(behaviour.end).end();
      given++;
      answer.writeHead(200, { "Content-Type": behaviour.contentType }).end(behaviour.image);
    });
  }).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  return {
    port: (server.address() as AddressInfo).port,
    behaviour,
    asked,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
