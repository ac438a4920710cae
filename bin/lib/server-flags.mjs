/**
 * How Node runs the server, for an association on a small machine. Left alone on one with much memory, V8 lets what is
 * in use grow to several times what it needs before it looks. 60 % more is nearly as quick (MongoDB: 363 MB under load
 * instead of 521). A young generation of three times 32 MB: with half of it the same memory is used, and what sixteen
 * requests at once have not finished with is copied about (a statement: 5.3 ms of CPU instead of 6.7).
 */
export const SERVER_FLAGS = ['--max-semi-space-size=32', '--heap-growing-percent=60']
