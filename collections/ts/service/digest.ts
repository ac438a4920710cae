import { createHash } from 'node:crypto'
import type { Row } from '../contract'

const sha256 = (text: string) => createHash('sha256').update(text)

/** Digest of what was asked, 43 characters: two requests under one key are the same if these are. */
export const requestDigest = (...parts: readonly unknown[]): string =>
  sha256(JSON.stringify(parts)).digest('base64url')

/** The sealed columns, in the order in which they are hashed: never reorder, only append. */
const SEALED = [
  'id',
  'key',
  'kind',
  'debit',
  'credit',
  'amount',
  'debitSlot',
  'creditSlot',
  'settles',
  'code',
  'batch',
  'leg',
  'legs',
  'ref',
  'reason',
  'note',
  'actor',
  'at',
  'expiresAt',
  'min',
  'max',
  'refusal',
  'seen',
  'request',
] as const satisfies readonly (keyof Row)[]

/** SHA-256 of a row's content, the delivery mark left out, as base64url. */
export const rowHash = (row: Row): string =>
  sha256(JSON.stringify(SEALED.map((column) => row[column]))).digest('base64url')

const PRINT = 8

/** Enough of a row's hash to tell which rows a seal covers; the seal's own hash is over the whole hashes. */
export const printOf = (hash: string): string => hash.slice(0, PRINT)

export const printsOf = (seal: { prints: string }): string[] => seal.prints.match(/.{8}/g) ?? []

/** @param hashes of the rows of the range by id, then of the late rows by id */
export const sealHash = (
  seal: { seq: number; from: string; to: string; prevHash: string; late: string },
  hashes: readonly string[],
): string =>
  sha256(JSON.stringify([seal.seq, seal.from, seal.to, seal.prevHash, seal.late, hashes])).digest('base64url')

/** What the first seal is chained to. */
export const NO_HASH = '-'
