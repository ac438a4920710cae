/** Exit codes of commands (the higher ones as in sysexits.h); the help page tells them. */
export const EXIT = {
  done: 0,
  /** Not done, or something was found. */
  failed: 1,
  /** An unknown command, or not asked as its usage says. */
  usage: 2,
  /** The program is starting or stopping, or ended meanwhile: ask again. */
  unavailable: 69,
  /** The program runs as another user of the system. */
  forbidden: 77,
  /** The configuration, or the database, is not one that works. */
  config: 78,
} as const
