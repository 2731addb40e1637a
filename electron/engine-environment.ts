/** What the engine may know of the surroundings: language, time zone, home and temporary folders, where scanners are set up, Windows' own needs. */
const allowed = [
  "HOME",
  "LANG",
  "LC_ALL",
  "LC_CTYPE",
  "TZ",
  "TMPDIR",
  "TEMP",
  "TMP",
  "XDG_RUNTIME_DIR",
  "SANE_CONFIG_DIR",
  "SystemRoot",
  "SYSTEMROOT",
  "WINDIR",
  "USERPROFILE",
  "LOCALAPPDATA",
  "APPDATA",
] as const;

/**
 * The engine's environment: a short list, so that no NODE_*, LD_*, proxy or passphrase of the surroundings reaches the
 * process that holds the key (house 3.1).
 */
export function engineEnvironment(from: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(allowed.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
}
