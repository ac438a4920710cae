import { readConfig } from '../config'
import { keepQuiet } from '../keepQuiet'
import { createLog } from '../log'

/* A process of its own that says all the secrets it is given, in every way, and dies of them: `HOW SECRET…`. */
const [how, ...secrets] = process.argv.slice(2)
const read = readConfig(process.env)
if (!read.ok) throw new Error(read.problems.join('\n'))
keepQuiet(read.config)

const log = createLog('info')
for (const secret of secrets) {
  console.log(`console ${secret}`)
  console.error(
    new Error(`console ${secret}`, {
      cause: { secret, basic: Buffer.from(`x:${secret}`).toString('base64') },
    }),
  )
  log.info({ err: new Error('refused', { cause: new Error(secret) }), secret }, `log ${secret}`)
}
const all = secrets.join(' ')
const last = new Error(`dying of ${all}`, { cause: new Error(`and ${all}`) })
if (how === 'throw') throw last
if (how === 'reject') void Promise.reject(last)
// The second dies before what was said of the first is known to be written.
if (how === 'two')
  setImmediate(() => {
    process.nextTick(() => {
      throw last
    })
    throw new Error('the first')
  })
