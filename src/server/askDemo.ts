import { createInterface } from 'node:readline/promises'
import type { Lang } from '@/core/lang'
import { StartRefused } from './startRefused'

const texts = {
  fr: {
    question: 'La base est vide. Installer des données de démonstration ? [O/n] ',
    left: 'Arrêt : la base reste vide.',
  },
  en: {
    question: 'The database is empty. Load demo data? [Y/n] ',
    left: 'Stopped: the database stays empty.',
  },
}

/** Asks the person at the terminal; yes unless they say no. Throws StartRefused when they leave instead (Ctrl-C). */
export async function askDemo(
  lang: Lang,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<boolean> {
  const line = createInterface({ input, output })
  // A terminal that goes away leaves the question without an answer for ever.
  const closed = new Promise<never>((_, reject) => line.once('close', () => reject(new Error('closed'))))
  try {
    const answer = await Promise.race([line.question(texts[lang].question), closed])
    return !/^n/i.test(answer.trim())
  } catch {
    throw new StartRefused(`\n${texts[lang].left}`)
  } finally {
    line.close()
  }
}
