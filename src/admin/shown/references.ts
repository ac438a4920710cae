/** What an id may stand for. Rows outlive what they name, so they hold plain ids; staff reads names. */
export const KINDS = ['person', 'season', 'loge', 'mission', 'application', 'payment'] as const
export type Kind = (typeof KINDS)[number]
export type Reference = { kind: Kind; id: string }

const all = <K extends Kind>(kind: K, ...names: string[]) => names.map((name) => [name, kind] as const)

/** Text fields that hold an id, by their names. */
const KIND_OF: ReadonlyMap<string, Kind> = new Map([
  ...all(
    'person',
    'about',
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
    'hiddenBy',
    'key',
    'lastPostBy',
    'person',
    'postedBy',
    'recordedBy',
    'requester',
    'verifiedBy',
  ),
  ...all('season', 'season'),
  ...all('loge', 'loge', 'scope'),
  ...all('mission', 'mission'),
  ...all('application', 'application'),
  ...all('payment', 'paymentRef'),
])

/** May a text field of this name hold an id? */
export const isReference = (field: string): boolean => KIND_OF.has(field)

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const ID = new RegExp(`^(${UUID})$`)
/** A person by id, or by the key of their TS account, or as who asked for an entry. */
const PERSON = new RegExp(`^(?:(?:member|staff):)?(${UUID})$`)

/** What the value of a field stands for; undefined for words, codes and the accounts of the association. */
export function referenceIn(field: string, value: unknown): Reference | undefined {
  const kind = KIND_OF.get(field)
  if (!kind || typeof value !== 'string') return undefined
  const id = (kind === 'person' ? PERSON : ID).exec(value)?.[1]
  return id === undefined ? undefined : { kind, id }
}
