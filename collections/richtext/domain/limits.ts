/** Readers stop here whatever the database holds: a document written around our checks cannot exhaust the stack. */
export const MAX_SHOWN_DEPTH = 24

/** Blocks a document may hold: each may ask the database once. */
export const MAX_BLOCKS = 30

/** Longest Markdown taken from a text area, in characters: a little more than what it may say. */
export const MAX_MARKDOWN = 24_000
