/** The parts of npm test, in the order they run; `long` only runs when it is asked for. */
export const STAGES = [
  'lint',
  'types',
  'imports',
  'generated',
  'unit',
  'sqlite',
  'mongodb',
  'build',
  'journeys',
  'long',
]

const QUICK = ['lint', 'types', 'unit']
const ON_WHAT_IS_BUILT = ['journeys', 'long']

/**
 * What `npm test -- …` asks for: `--quick`, `--only=unit,sqlite`, and paths, which narrow the tests down to
 * the files whose path contains one of them.
 * @returns {{stages: string[], paths: string[], quick: boolean} | {problem: string}}
 */
export function parseArguments(argv) {
  const options = argv.filter((word) => word.startsWith('-'))
  const paths = argv.filter((word) => !word.startsWith('-')).map((word) => word.replace(/^\.\//, ''))
  const quick = options.includes('--quick')
  const only = options.flatMap((word) => (word.startsWith('--only=') ? word.slice(7).split(',') : []))
  const unknown = [
    ...options.filter((word) => word !== '--quick' && !word.startsWith('--only=')),
    ...only.filter((stage) => !STAGES.includes(stage)),
  ]
  if (unknown.length > 0) {
    return { problem: `${unknown.join(' ')} ? --quick | --only=${STAGES.join(',')} | path…` }
  }
  const named = only.length > 0 ? only : quick ? QUICK : paths.length > 0 ? stagesOfPaths(paths) : undefined
  if (named?.some((stage) => ON_WHAT_IS_BUILT.includes(stage))) named.push('build')
  const stages = STAGES.filter((stage) => (named ? named.includes(stage) : stage !== 'long'))
  return { stages, paths, quick }
}

/** The runners that can have tests at these paths: a file's name says it, a folder may hold several kinds. */
function stagesOfPaths(paths) {
  return paths.flatMap((path) => {
    if (path.includes('journey')) return ['journeys']
    if (path.includes('.long.test')) return ['long']
    if (path.includes('.int.test')) return ['sqlite', 'mongodb']
    return /\.test\.\w+$/.test(path) ? ['unit'] : ['unit', 'sqlite', 'mongodb']
  })
}
