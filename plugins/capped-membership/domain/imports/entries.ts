import { withoutGuard } from '@/core/csv'
import { type CivilDate, isCivilDate } from '@/core/dates'
import { type Cents, parseEuros } from '@/core/money'
import { dialled, isPhone } from '@/core/phone'
import { ok, type Refusal, type Result, refuse } from '@/core/result'
import { searchKey } from '@/core/text'
import { checkPayment, type Method } from '../payment'
import type { Column, Mapping } from './columns'

/** A line of the file as a spreadsheet counts: the heads are line 1. */
export type RawLine = { line: number; cells: readonly string[] }

/** What a line says of somebody. Without a payment the fee is still awaited. */
export type Entry = {
  line: number
  name: string
  email: string
  phone: string
  activity: string
  /** Since when they are members; null: since it is recorded. */
  joinedOn: CivilDate | null
  payment: { cents: Cents; method: Method; receivedOn: CivilDate; reference: string } | null
}
/** What is wrong in a column of a line: what stood there, why. */
type Fault = { column: Column; given: string; refusal: Refusal }
/** A line that cannot be imported: what is wrong first, and what besides. */
export type Wrong = { line: number; also: readonly Refusal[] } & Fault

/** What holds for all lines: the fee of the season, and today. */
export type Frame = { feeCents: Cents; today: CivilDate }

const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/
const LONGEST: Record<'name' | 'email' | 'phone' | 'activity' | 'reference', number> = {
  name: 80,
  email: 254,
  phone: 40,
  activity: 200,
  reference: 80,
}

const METHODS: Record<Method, readonly string[]> = {
  cash: ['especes', 'espece', 'liquide', 'cash'],
  cheque: ['cheque', 'check', 'cheque bancaire'],
  transfer: ['virement', 'virement bancaire', 'transfer', 'bank transfer'],
}

/** « Chèque » → cheque; null for a word that names no way to pay by hand. */
export function parseMethod(text: string): Method | null {
  const word = searchKey(text)
  return (Object.keys(METHODS) as Method[]).find((m) => METHODS[m].includes(word)) ?? null
}

/** « 07/01/2027 », « 7-1-2027 », « 2027-01-07 » → 2027-01-07. Whether there is such a day is for the payment's rule. */
export function parseDay(text: string): CivilDate {
  const m = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim())
  if (!m) return text.trim().slice(0, 10)
  return `${m[3]}-${(m[2] ?? '').padStart(2, '0')}-${(m[1] ?? '').padStart(2, '0')}`
}

/** A date before this is a slip of the finger: associations of this kind are of 1901. */
const EARLIEST_JOINING = '1901-07-01'

/** One line by itself, with all that is wrong with it; duplicates are looked for among all lines, see `readEntries`. */
export function readEntry(raw: RawLine, mapping: Mapping, frame: Frame): Entry | Wrong {
  const cell = (column: Column): string => {
    const at = mapping[column]
    return at === undefined
      ? ''
      : withoutGuard((raw.cells[at] ?? '').trim())
          .replace(/\s+/g, ' ')
          .trim()
  }
  const faults: Fault[] = []
  const wrong = (column: Column, reason: string, detail?: Refusal['detail']) =>
    void faults.push({ column, given: cell(column), refusal: refuse(reason, detail) })
  const name = cell('name') || [cell('firstName'), cell('lastName')].filter(Boolean).join(' ')
  const nameColumn: Column = mapping.name === undefined ? 'lastName' : 'name'
  const email = cell('email').toLowerCase()
  if (name.length < 2) wrong(nameColumn, 'import.name-missing')
  if (name.length > LONGEST.name) wrong(nameColumn, 'import.too-long', { max: LONGEST.name })
  if (email === '') wrong('email', 'import.email-missing')
  else if (!EMAIL.test(email) || email.length > LONGEST.email) wrong('email', 'import.email-wrong')
  for (const column of ['phone', 'activity', 'reference'] as const)
    if (cell(column).length > LONGEST[column]) wrong(column, 'import.too-long', { max: LONGEST[column] })
  const phone = restored(cell('phone'))
  if (phone !== '' && phone.length <= LONGEST.phone && !isPhone(phone))
    wrong('phone', 'application.phone-wrong')
  const joined = readJoining(cell('joinedOn'), frame.today)
  if (!joined.ok) wrong('joinedOn', joined.reason)
  const payment = readPayment(cell, frame)
  if (!payment.ok) wrong(payment.column, payment.reason, payment.detail)
  const [first, ...others] = faults
  if (first) return { line: raw.line, ...first, also: others.map((fault) => fault.refusal) }
  return {
    line: raw.line,
    name,
    email,
    phone,
    activity: cell('activity'),
    joinedOn: joined.ok ? joined.value : null,
    payment: payment.ok ? payment.value : null,
  }
}

/** A spreadsheet takes a number for a figure, and its 0 or + away: `612345678`, `33612345678`. French ones get it back. */
const restored = (text: string): string => {
  const number = dialled(text)
  if (/^[1-9]\d{8}$/.test(number)) return `0${text}`
  return /^33[1-9]\d{8}$/.test(number) ? `+${text}` : text
}

/** A day that has come; none where the line says nothing. */
function readJoining(
  said: string,
  today: CivilDate,
): Result<CivilDate | null, 'import.date-unreadable' | 'import.joined-wrong'> {
  if (said === '') return ok(null)
  const day = parseDay(said)
  if (!isCivilDate(day)) return refuse('import.date-unreadable')
  return day > today || day < EARLIEST_JOINING ? refuse('import.joined-wrong') : ok(day)
}

type PaymentRead =
  | { ok: true; value: Entry['payment'] }
  | { ok: false; column: Column; reason: string; detail?: Refusal['detail'] }

/** A way or a day says that the fee was paid; an amount alone may be what is due. */
function readPayment(cell: (column: Column) => string, { feeCents, today }: Frame): PaymentRead {
  const [said, on, given] = [cell('method'), cell('paidOn'), cell('amount')]
  if (said === '' && on === '') return { ok: true, value: null }
  if (said === '') return { ok: false, column: 'method', reason: 'import.method-missing' }
  if (on === '') return { ok: false, column: 'paidOn', reason: 'import.date-missing' }
  const method = parseMethod(said)
  if (!method) return { ok: false, column: 'method', reason: 'import.method-unknown' }
  const cents = given === '' ? feeCents : parseEuros(given)
  if (cents === null) return { ok: false, column: 'amount', reason: 'payment.amount' }
  const receivedOn = parseDay(on)
  if (!isCivilDate(receivedOn)) return { ok: false, column: 'paidOn', reason: 'import.date-unreadable' }
  const checked = checkPayment({ cents, method, receivedOn }, feeCents, today)
  if (!checked.ok) {
    const column = checked.reason === 'payment.wrong-date' ? 'paidOn' : 'amount'
    return {
      ok: false,
      column,
      reason: checked.reason,
      ...(checked.detail ? { detail: checked.detail } : {}),
    }
  }
  return { ok: true, value: { cents, method, receivedOn, reference: cell('reference') } }
}

/** All lines, in their order: what each says, or why it cannot be. Of an address given twice the first line holds. */
export function readEntries(lines: readonly RawLine[], mapping: Mapping, frame: Frame): (Entry | Wrong)[] {
  const first = new Map<string, number>()
  return lines.map((raw) => {
    const entry = readEntry(raw, mapping, frame)
    if (isWrong(entry)) return entry
    const { email, line } = entry
    const before = first.get(email)
    if (before !== undefined) {
      const refusal = refuse('import.twice', { line: before })
      return { line, column: 'email', given: email, refusal, also: [] }
    }
    first.set(email, line)
    return entry
  })
}

export const isWrong = (of: Entry | Wrong): of is Wrong => 'refusal' in of
