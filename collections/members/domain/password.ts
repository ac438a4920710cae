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
  if (littleBut(plain, COMMON)) return 'password.too-simple'
  const personal = about.flatMap((a) => searchKey(a).split(' ')).filter((part) => part.length >= 4)
  if (littleBut(plain, personal)) return 'password.personal'
  return null
}

/** Fewer than five characters remain once these words are taken out, and one of them was there. */
function littleBut(plain: string, words: readonly string[]): boolean {
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), plain)
  return rest !== plain && rest.length < 5
}

/** abcdefghijkl, 987654321098 … */
function isRun(text: string): boolean {
  if (text.length < PASSWORD_MIN) return false
  let steps = 0
  for (let i = 1; i < text.length; i++)
    if (Math.abs(text.charCodeAt(i) - text.charCodeAt(i - 1)) === 1) steps++
  return steps >= text.length - 2
}
