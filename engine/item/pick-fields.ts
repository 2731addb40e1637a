// Some fields of a record, in the order they are named: the order counts where they are digested.

/** The named fields of a thing, and nothing else of it. */
export function pickFields<T extends object, K extends keyof T>(thing: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, thing[name]])) as Pick<T, K>;
}
