/** How far applications come, each stage containing those after it. */
export const STAGES = ['received', 'planned', 'interviewed', 'accepted', 'joined'] as const
export type Stage = (typeof STAGES)[number]

/** Applications alike in what matters here, and how many there are. */
export type Group = {
  state: string
  /** An interview was planned; it took place; what was decided. */
  planned: boolean
  interviewed: boolean
  decision: string | null
  reasonCode: string | null
  n: number
}

/** States that say how far; others (refused) are told by what the file holds. */
const BY_STATE: Readonly<Record<string, Stage>> = {
  received: 'received',
  'interview-planned': 'planned',
  interviewed: 'interviewed',
  accepted: 'accepted',
  joined: 'joined',
  // Came all the way, and went again.
  left: 'joined',
}

/** The furthest stage an application came to. */
export function stageOf({ state, planned, interviewed, decision }: Omit<Group, 'n'>): Stage {
  const said = BY_STATE[state]
  if (said) return said
  if (decision === 'accepted') return 'accepted'
  if (interviewed) return 'interviewed'
  return planned ? 'planned' : 'received'
}

/** How many came at least as far as each stage. */
export function funnel(groups: readonly Group[]): Record<Stage, number> {
  const reached: Record<Stage, number> = { received: 0, planned: 0, interviewed: 0, accepted: 0, joined: 0 }
  for (const group of groups) {
    const furthest = STAGES.indexOf(stageOf(group))
    for (const stage of STAGES.slice(0, furthest + 1)) reached[stage] += group.n
  }
  return reached
}

/** Codes with how often each was given, the most frequent first; '' where none was. */
export function tallyCodes(
  given: readonly { code: string | null; n: number }[],
): { code: string; n: number }[] {
  const counts = new Map<string, number>()
  for (const { code, n } of given) counts.set(code ?? '', (counts.get(code ?? '') ?? 0) + n)
  return [...counts]
    .map(([code, n]) => ({ code, n }))
    .toSorted((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1))
}
