/**
 * How Node runs the server. On a machine with much memory V8 lets what is young grow to 128 MB before it looks for
 * what is still in use; 32 are as quick here and leave an association on a small machine 150 MB more.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=16']
