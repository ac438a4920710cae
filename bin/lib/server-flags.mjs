/**
 * How Node runs the server, for an association on a small machine. Left alone on one with much memory, V8 lets what is
 * in use grow to several times what it needs before it looks. 40 % more is as quick, and leaves the rest to others
 * (SQLite, under load: 333 MB; at 60 % 412). A young generation of three times 32 MB: with half of it what sixteen
 * requests at once have not finished with is copied about (a statement: 5.3 ms of CPU instead of 6.7).
 */
export const SERVER_FLAGS = ['--max-semi-space-size=32', '--heap-growing-percent=40']
