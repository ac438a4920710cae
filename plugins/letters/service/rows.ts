import type { App } from '@/hooks'
import { LETTERS, type LetterKind, type LetterState } from '../contract'

export type LetterRow = {
  id: string
  rev: number
  facts?: string | null
  factsPending?: number | null
  key: string
  state: LetterState
  kind: LetterKind
  /** `<audience>:<which of several>` */
  to: string
  toFr: string
  toEn: string
  subject: string
  text: string
  subjectEn?: string | null
  textEn?: string | null
  by: string
  sentBy?: string | null
  sentAt?: string | null
  people?: number | null
  createdAt: string
}

export const findLetter = async (app: App, id: string): Promise<LetterRow | null> =>
  (await app.payload.db.findOne<LetterRow>({ collection: LETTERS, where: { id: { equals: id } } })) ?? null

export const findLetterByKey = (app: App, key: string): Promise<LetterRow | null> =>
  app.payload.db.findOne<LetterRow>({ collection: LETTERS, where: { key: { equals: key } } })

/** A page of letters in a state, the latest first. */
export async function listLetters(
  app: App,
  { state, page, limit }: { state: LetterState; page: number; limit: number },
): Promise<{ rows: LetterRow[]; total: number }> {
  const found = await app.payload.db.find<LetterRow>({
    collection: LETTERS,
    where: { state: { equals: state } },
    sort: state === 'sent' ? ['-sentAt', '-id'] : '-id',
    limit,
    page,
    pagination: true,
  })
  return { rows: found.docs, total: found.totalDocs }
}
