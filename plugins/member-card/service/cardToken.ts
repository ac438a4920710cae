import { randomBytes } from 'node:crypto'
import { type App, insertOnce } from '@/hooks'
import { MEMBER_CARDS } from '../contract'
import { cardKey, isToken, TOKEN_BYTES } from '../domain/token'

type CardRow = { id: string; key: string; token: string; person: string; season: string }

const find = (app: App, where: { key: { equals: string } } | { token: { equals: string } }) =>
  app.payload.db.findOne<CardRow>({ collection: MEMBER_CARDS, where })

/** The token of a person's card of a season: made when first asked for, the same ever after, however many ask at once. */
export async function cardToken(app: App, of: { person: string; season: string }): Promise<string> {
  const key = cardKey(of.person, of.season)
  const there = await find(app, { key: { equals: key } })
  if (there) return there.token
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  if (await insertOnce(app, MEMBER_CARDS, { key, token, ...of })) return token
  const first = await find(app, { key: { equals: key } })
  if (!first) throw new Error(`card ${key} is there and cannot be read`)
  return first.token
}

/** Whose card of which season a token is; null when nobody's. */
export async function findCard(app: App, token: string): Promise<{ person: string; season: string } | null> {
  return isToken(token) ? find(app, { token: { equals: token } }) : null
}
