/** « Marie-Ange de la Tour » → « MT »: the first letters of the first and last words. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = words[0] ?? ''
  const last = words.length > 1 ? words[words.length - 1]! : ''
  return (
    [first, last]
      .map((word) => [...word][0] ?? '')
      .join('')
      .toLocaleUpperCase('fr-FR') || '·'
  )
}
