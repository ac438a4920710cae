/** For tests: ids that a page points at and does not have, or has twice. */
export function brokenReferences(html: string): string[] {
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '')
  const ids = all(/\sid="([^"]*)"/g)
  const wanted = [
    ...all(/\sfor="([^"]*)"/g),
    ...all(/\saria-(?:describedby|labelledby|controls)="([^"]*)"/g).flatMap((list) => list.split(' ')),
    ...all(/\shref="#([^"]+)"/g),
    ...all(/url\(#([^)]+)\)/g),
  ]
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i)
  return [
    ...wanted.filter((id) => !ids.includes(id)).map((id) => `missing: ${id}`),
    ...twice.map((id) => `twice: ${id}`),
  ]
}
