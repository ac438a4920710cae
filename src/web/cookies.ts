import { serialize } from 'cookie'
import type { Response } from 'express'
import type { Flash } from '@/hooks/web'
import { FLASH_COOKIE, sealFlash } from './flash'

type Safety = {
  secret: string
  /** Cookies only over https. */
  secure: boolean
}

/** Long enough to follow a redirect. */
const FLASH_SECONDS = 60

export const cookieHeader = (name: string, value: string, secure: boolean, maxAge: number): string =>
  serialize(name, value, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge })

/** Leaves a message for the next page. */
export function setFlash(res: Response, flash: Flash, { secret, secure }: Safety): void {
  res.append('Set-Cookie', cookieHeader(FLASH_COOKIE, sealFlash(flash, secret), secure, FLASH_SECONDS))
}

/** The message was shown. */
export function forgetFlash(res: Response, { secure }: Safety): void {
  res.append('Set-Cookie', cookieHeader(FLASH_COOKIE, '', secure, 0))
}
