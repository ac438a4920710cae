/** The ids of the late rows of a seal; none when the text is no list (verify then finds the hash wrong). */
export function lateOf(seal: { late: string }): string[] {
  try {
    const ids: unknown = JSON.parse(seal.late)
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}
