import { v7 } from 'uuid'

/** A new identifier: UUIDv7 (RFC 9562 § 5.7), so that ids sort by creation time on both databases. */
export const newId = (): string => v7()

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)

/** The smallest UUIDv7 of an instant, to be compared with ids: `id < idFloor(t)` means "made before t". */
export function idFloor(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`
}
