import type { AuditApplication, AuditMembership, AuditSeat, Finding } from './auditRows'
import { lineKey } from './keys'

export type AuditLineRow = { key: string; person: string; application: string; state: string }

export type LineAudit = {
  season: { id: string }
  seats: readonly AuditSeat[]
  memberships: readonly AuditMembership[]
  applications: readonly AuditApplication[]
  line: readonly AuditLineRow[]
  /** Does the season take members, so that nobody waits while a seat is free? */
  invites: boolean
}

/** Which state of its file each state in line goes with. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  waiting: ['waiting'],
  invited: ['accepted'],
  missed: ['accepted'],
  seated: ['joined', 'left'],
  withdrawn: ['withdrawn'],
  removed: ['withdrawn'],
}

/** Do the waiting list, its files and the seats agree? For a season at rest. */
export function auditLine({ season, seats, memberships, applications, line, invites }: LineAudit): Finding[] {
  const found: Finding[] = []
  const files = new Map(applications.map((a) => [a.id, a]))
  const held = new Set(seats.filter((s) => s.state === 'held').map((s) => s.person))
  const members = new Set(memberships.map((m) => m.person))
  for (const row of line) {
    const file = files.get(row.application)
    if (row.key !== lineKey(season.id, row.person)) found.push({ code: 'line.key', about: row.key })
    if (file?.person !== row.person || !FILES[row.state]?.includes(file.state))
      found.push({ code: 'line.file', about: row.key })
    if (row.state === 'invited' ? !held.has(row.person) : row.state !== 'missed' && held.has(row.person))
      found.push({ code: 'line.seat', about: row.key })
    if (row.state === 'seated' && !members.has(row.person))
      found.push({ code: 'line.no-membership', about: row.key })
  }
  const waiting = new Set(line.filter((r) => r.state === 'waiting').map((r) => r.application))
  for (const a of applications)
    if (a.state === 'waiting' && !waiting.has(a.id))
      found.push({ code: 'application.not-in-line', about: a.id })
  const free = seats.filter((s) => s.state === 'free').length
  if (invites && free > 0 && waiting.size > 0)
    found.push({ code: 'line.seat-free', about: `${waiting.size} wait, ${free} free` })
  return found
}
