/** What a person who starts the program should read instead of a stack. */
export class StartRefused extends Error {}

/** Another process holds the SQLite file. */
export class FileTaken extends StartRefused {}
