import type { PersonCard } from '@/collections/members/contract'
import { readPeople } from '@/collections/members/service'
import type { Lang } from '@/core/lang'
import type { Visitor } from '@/core/person'
import type { App } from '@/hooks'
import { type Move, POOL } from '../contract'
import { type Texts, texts } from '../i18n'
import { type CodeName, codeName, readCodes } from '../i18n/codes'
import { personOfAccount } from '../service/openMemberAccount'
import { signedAmount } from '../service/signedAmount'

/** A row of the ledger as its account's holder reads it. */
export type Line = {
  id: string
  key: string
  at: string
  /** « Reçu », « Réservé » … */
  what: string
  /** « Entraide », « Adhésion » … */
  purpose: string
  /** Where to read more. */
  href: string | null
  counterpart: { name: string; href: string | null } | null
  /** What it changes of the balance; 0 for holds. */
  moved: number
  /** What it holds or frees. */
  held: number
  row: Move
}

/** Names of accounts: people by their profile, the association's own by its word. */
export const accountName = (account: string, people: ReadonlyMap<string, PersonCard>, t: Texts): string => {
  const person = personOfAccount(account)
  if (person) return people.get(person)?.name ?? t.former
  return account === POOL || account.startsWith('pool:') ? t.association : t.escrow
}

/**
 * Rows with the names they need: two queries at most. Read by `staff` they lead only to what that person may open;
 * whoever the account belongs to may open all of it.
 */
export async function linesOf(
  app: App,
  account: string,
  rows: readonly Move[],
  lang: Lang,
  staff?: Visitor,
): Promise<Line[]> {
  const t = texts(lang)
  const others = rows.map((row) => personOfAccount(row.debit === account ? row.credit : row.debit))
  const [people, codes] = await Promise.all([readPeople(app, others), readCodes(app)])
  const leads = ({ path, staff: rule }: CodeName) => (staff === undefined || rule?.(staff) ? path : undefined)
  return rows.map((row) => lineOf(row, account, people, codes, leads, t, lang))
}

function lineOf(
  row: Move,
  account: string,
  people: ReadonlyMap<string, PersonCard>,
  codes: Readonly<Record<string, CodeName>>,
  leads: (code: CodeName) => string | undefined,
  t: Texts,
  lang: Lang,
): Line {
  const other = row.debit === account ? row.credit : row.debit
  const card = people.get(personOfAccount(other) ?? '')
  const code = row.code ? codes[row.code] : undefined
  const path = code && leads(code)
  return {
    id: row.id,
    key: row.key,
    at: row.at,
    what: whatOf(row, account, t),
    purpose: codeName(codes, row.code, lang),
    href: path && row.ref ? `${path}${row.ref}` : null,
    counterpart:
      other === account
        ? null
        : { name: accountName(other, people, t), href: card ? `/annuaire/${card.slug}` : null },
    moved: signedAmount(row, account),
    held: row.kind === 'hold' || row.kind === 'void' ? row.amount : 0,
    row,
  }
}

function whatOf(row: Move, account: string, t: Texts): string {
  const received = row.credit === account
  switch (row.kind) {
    case 'open':
      return t.kinds.open
    case 'limit':
      return t.kinds.limit
    case 'close':
      return t.kinds.close
    case 'hold':
      return received ? t.kinds.heldIn : t.kinds.heldOut
    case 'void':
      return t.kinds.freed
    default:
      if (isReversal(row)) return t.kinds.reversal
      return received ? t.kinds.received : t.kinds.given
  }
}

export const isReversal = (row: Move): boolean =>
  row.settles.startsWith('reverse:') || row.reason === 'correction'
