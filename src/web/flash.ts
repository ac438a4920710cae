import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Flash } from '@/hooks/web'

export const FLASH_COOKIE = 'flash'

/** A message for the next page, signed so that no other site of the domain can put words in our mouth. */
export function sealFlash(flash: Flash, secret: string): string {
  const body = Buffer.from(JSON.stringify(flash)).toString('base64url')
  return `${body}.${sign(body, secret)}`
}

/** The message, or null when there is none or it is not ours. */
export function openFlash(cookie: string | undefined, secret: string): Flash | null {
  const [body, mark] = (cookie ?? '').split('.')
  if (!body || !mark) return null
  const expected = Buffer.from(sign(body, secret))
  const given = Buffer.from(mark)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Flash
}

const sign = (body: string, secret: string) =>
  createHmac('sha256', secret).update(`flash:${body}`).digest('base64url')
