import { searchKey } from '@/core/text'

export const PASSWORD_MIN = 12
/** Longer ones cost hashing time and help nobody. */
export const PASSWORD_MAX = 200

/** Roots of the passwords most often tried; a password that is little more than one of them is refused. */
const COMMON = [
  'password',
  'motdepasse',
  'azerty',
  'qwerty',
  'qwertz',
  '123456',
  '1234567890',
  'abcdef',
  'iloveyou',
  'bonjour',
  'soleil',
  'doudou',
  'marseille',
  'loulou',
  'admin',
  'welcome',
  'teletravail',
  'compagnon',
  'letmein',
]

export type PasswordRefusal =
  | 'password.too-short'
  | 'password.too-long'
  | 'password.too-simple'
  | 'password.personal'

/**
 * What is wrong with a password, or null. Length counts most; no rule on kinds of characters, since those make
 * worse passwords (NIST SP 800-63B § 3.1.1.2).
 */
export function passwordRefusal(password: string, about: readonly string[] = []): PasswordRefusal | null {
  const length = [...password].length
  if (length < PASSWORD_MIN) return 'password.too-short'
  if (length > PASSWORD_MAX) return 'password.too-long'
  const plain = searchKey(password).replace(/ /g, '')
  if (new Set(password).size < 5 || isRun(plain)) return 'password.too-simple'
  for (const word of COMMON)
    if (plain.replaceAll(word, '').length < 5 && plain.includes(word)) return 'password.too-simple'
  for (const part of about.flatMap((a) => searchKey(a).split(' '))) {
    if (part.length >= 4 && plain.replaceAll(part, '').length < 5 && plain.includes(part))
      return 'password.personal'
  }
  return null
}

/** abcdefghijkl, 987654321098 … */
function isRun(text: string): boolean {
  if (text.length < PASSWORD_MIN) return false
  let steps = 0
  for (let i = 1; i < text.length; i++)
    if (Math.abs(text.charCodeAt(i) - text.charCodeAt(i - 1)) === 1) steps++
  return steps >= text.length - 2
}
