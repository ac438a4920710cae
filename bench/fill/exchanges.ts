import type { Payload } from 'payload'
import type { Row } from '@/collections/ts/contract'
import { bulkInsert } from './bulk'

/** More would only make the file larger: a member sees its own. */
const MOST = 20_000

const NEED =
  'Relire et mettre en page le dossier de demande de subvention, une quinzaine de pages, avant la fin du mois. Les chiffres sont prêts, il manque l’ordre et les titres.'

type Settled = { hold: Row; by: Row | null }

/** The exchanges behind the holds of the ledger, as their rows would stand. */
export class Exchanges {
  readonly #held = new Map<string, Settled>()

  see(row: Row): void {
    if (row.kind === 'hold' && this.#held.size < MOST) this.#held.set(row.key, { hold: row, by: null })
    const settled = this.#held.get(row.settles)
    if (settled && (row.kind === 'post' || row.kind === 'void')) settled.by = row
  }

  async write(payload: Payload): Promise<void> {
    await bulkInsert(payload, 'exchanges', [...this.#held.values()].map(exchangeOf))
  }

  /** An exchange of this person. */
  idOf(person: string): string | undefined {
    for (const { hold } of this.#held.values())
      if (hold.debit === `member:${person}` || hold.credit === `member:${person}`)
        return hold.ref ?? undefined
    return undefined
  }
}

function exchangeOf({ hold, by }: Settled) {
  const done = by?.kind === 'post'
  const at = by?.at ?? hold.at
  return {
    id: hold.ref,
    key: `bench:${hold.ref}`,
    title: 'Relecture d’un dossier de subvention',
    need: NEED,
    state: done ? 'settled' : by ? 'cancelled' : 'accepted',
    amount: hold.amount,
    hours: hold.amount * 2,
    requester: hold.debit.slice('member:'.length),
    helper: hold.credit.slice('member:'.length),
    rating: done ? 4 : null,
    comment: done ? 'Travail net, rendu avant l’heure.' : null,
    evaluatedBy: done ? hold.debit.slice('member:'.length) : null,
    since: at,
    expiresAt: by ? null : hold.expiresAt,
    askedAt: hold.at,
    acceptedAt: hold.at,
    deliveredAt: done ? at : null,
    evaluatedAt: done ? at : null,
    settledAt: done ? at : null,
    endedAt: by ? at : null,
    owes: 'none',
    attempt: 1,
    holdKey: hold.key,
    rev: 3,
    facts: null,
    factsPending: 0,
    createdAt: hold.at,
    updatedAt: at,
  }
}
