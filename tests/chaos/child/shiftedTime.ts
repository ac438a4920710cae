/*
 * The child's whole time, later than the machine's by CHAOS_SHIFT_MS. A process that comes after a killed one
 * lives some minutes later: claims, locks and leases of the dead are over at once, and every job is due, so
 * that recovery is tried at each start without waiting for it. Ids, rows and timers agree with each other.
 * Imported before anything else.
 */
const shift = Number(process.env.CHAOS_SHIFT_MS ?? 0)

if (shift !== 0) {
  const Real = Date
  const now = () => Real.now() + shift
  const Shifted = new Proxy(Real, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
  Real.prototype.constructor = Shifted
  globalThis.Date = Shifted
}

export {}
