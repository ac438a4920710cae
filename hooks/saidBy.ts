import type { App, WorkKind } from './app'

/**
 * What a module says when asked at once (a rule, a sentence). Where it throws, `otherwise` is the answer, and a fault is
 * noted under its name: what stands around it (a menu, a form, a file) must not fall with it.
 */
export function saidBy<T>(
  app: Pick<App, 'attempt'>,
  { module, kind, name }: { module: string; kind: WorkKind; name: string },
  ask: () => T,
  otherwise: T,
): T {
  try {
    return ask()
  } catch (error) {
    void app.attempt({ module, kind, name, run: () => Promise.reject(error), otherwise: () => undefined })
    return otherwise
  }
}
