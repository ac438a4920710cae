type Grant = { rule: string; amount: number }

/**
 * The grants a departure settles: those given and not settled by an earlier one. Whoever comes back is granted nothing
 * again, and gives nothing back twice.
 */
export function grantsToReturn(
  granted: readonly Grant[],
  settledBefore: readonly string[],
): { rules: string[]; due: number } {
  const before = new Set(settledBefore)
  const open = granted.filter(({ rule }) => !before.has(rule))
  return { rules: open.map(({ rule }) => rule), due: open.reduce((sum, { amount }) => sum + amount, 0) }
}

/** What can go back now: never more than was granted, never what is held for others, never below zero. */
export const returnable = (due: number, account: { balance: number; heldOut: number }): number =>
  Math.max(0, Math.min(due, account.balance - account.heldOut))
