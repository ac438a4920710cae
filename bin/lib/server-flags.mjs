/**
 * How Node runs the server, for an association on a small machine. On one with much memory V8 lets what is young grow
 * to 128 MB before it looks for what is still in use, and all else to several times what it needs. 32 MB, and 60 %
 * more than is in use, are nearly as quick (MongoDB: 363 MB under load instead of 521) and leave the rest to others.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=16', '--heap-growing-percent=60']
