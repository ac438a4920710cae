/** Fields of rows that name a person by id, or a person's TS account by its key. */
export const NAMES_A_PERSON: ReadonlySet<string> = new Set([
  'account',
  'actor',
  'author',
  'by',
  'credit',
  'debit',
  'decidedBy',
  'endedBy',
  'evaluatedBy',
  'helper',
  'key',
  'person',
  'postedBy',
  'recordedBy',
  'requester',
  'verifiedBy',
])

const PERSON = /^(?:member:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The person that a text stands for, or undefined: `system` and the accounts of the association are nobody's. */
export const personIn = (text: unknown): string | undefined =>
  typeof text === 'string' ? PERSON.exec(text)?.[1] : undefined
