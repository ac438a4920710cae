/*
 * What `npm run plugin:new` must know of a new plugin: from flags, or asked on the terminal. Pure, but for `ask`.
 */

/** Ids that name something else: rooms of the house, and addresses of the program itself. */
const RESERVED = ['admin', 'api', 'assets', 'compagnon', 'core', 'hooks', 'house', 'index', 'web', 'widgets']

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const PATH = /^(\/[a-z0-9]+(-[a-z0-9]+)*)+$/
const TITLE = /^[^\\`${}\r\n]{2,60}$/

const FLAGS = ['title-fr', 'title-en', 'path', 'listen']
const SWITCHES = ['yes', 'no-matrix', 'help']

/** @returns {{id?: string, flags: Record<string, string>, switches: Set<string>, unknown: string[]}} */
export function readArguments(argv) {
  const read = { id: undefined, flags: {}, switches: new Set(), unknown: [] }
  for (const word of argv) {
    const [, name, , value] = /^--([a-z-]+)(=([\s\S]*))?$/.exec(word) ?? []
    if (!word.startsWith('-') && read.id === undefined) read.id = word
    else if (FLAGS.includes(name) && value !== undefined) read.flags[name] = value
    else if (SWITCHES.includes(name) && value === undefined) read.switches.add(name)
    else read.unknown.push(word)
  }
  return read
}

/** « petites-annonces » → « Petites annonces ». */
export const titleOf = (id) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')

/** What is wrong with an id, in both languages; undefined where nothing is. */
export function problemOfId(id, taken) {
  if (!ID.test(id) || id.length > 40)
    return [
      `« ${id} » : un identifiant s’écrit en minuscules sans accent, chiffres et tirets (petites-annonces), 40 signes au plus.`,
      `“${id}”: an id is lower-case letters without accents, digits and hyphens (small-ads), 40 at most.`,
    ]
  if (RESERVED.includes(id) || taken.includes(id) || taken.includes(`${id}-settings`))
    return [`« ${id} » est déjà pris dans la maison.`, `“${id}” is taken in the house already.`]
  return undefined
}

export function problemOfPath(path, routes) {
  if (!PATH.test(path) || RESERVED.includes(path.split('/')[1]))
    return [
      `« ${path} » : une adresse comme /petites-annonces, qui n’est pas au programme lui-même.`,
      `“${path}”: an address such as /small-ads, that is not the program’s own.`,
    ]
  if (routes.some((route) => route === path || route.startsWith(`${path}/`)))
    return [`L’adresse ${path} est déjà prise.`, `The address ${path} is taken already.`]
  return undefined
}

export const problemOfTitle = (title) =>
  TITLE.test(title)
    ? undefined
    : [
        `« ${title} » : un titre a 2 à 60 signes, sans \\ \` $ { }.`,
        `“${title}”: a title is 2 to 60 characters, without \\ \` $ { }.`,
      ]

/**
 * The questions, in order: each with its flag, what counts where nothing is said, and what is wrong with an answer.
 * @param {{actions: {name: string}[], routes: string[]}} house
 */
export const questions = (id, { actions, routes }) => [
  {
    flag: 'title-fr',
    ask: ['Titre, en français', 'Title, in French'],
    otherwise: () => titleOf(id),
    problem: problemOfTitle,
  },
  {
    flag: 'title-en',
    ask: ['Titre, en anglais', 'Title, in English'],
    otherwise: (answers) => answers['title-fr'],
    problem: problemOfTitle,
  },
  {
    flag: 'path',
    ask: ['Adresse de sa page', 'Address of its page'],
    otherwise: () => `/${id}`,
    problem: (path) => problemOfPath(path, routes),
  },
  {
    flag: 'listen',
    ask: ['Action à écouter', 'Action to listen to'],
    choices: actions.map((action) => action.name),
    otherwise: () => 'membership.confirmed',
    problem: (name) =>
      actions.some((action) => action.name === name)
        ? undefined
        : [
            `Aucune action « ${name} » qui dise de qui il s’agit. Il y a : ${actions.map((a) => a.name).join(', ')}.`,
            `No action “${name}” that says whom it is about. There are: ${actions.map((a) => a.name).join(', ')}.`,
          ],
  },
]

/**
 * Goes through the questions: a flag answers, else `ask` (null: nobody to ask), else what counts otherwise.
 * @returns {Promise<{answers: Record<string, string>} | {problem: [string, string]}>}
 */
export async function collect(list, flags, ask) {
  const answers = {}
  for (const question of list) {
    for (;;) {
      const otherwise = question.otherwise(answers)
      const given = flags[question.flag]
      // Typed with a straight apostrophe, printed as typography has it: it would also end a text of the source.
      const answer = (given ?? (ask ? await ask(question, otherwise) : otherwise)).trim().replaceAll("'", '’')
      const problem = question.problem(answer)
      if (!problem) {
        answers[question.flag] = answer
        break
      }
      if (given !== undefined || !ask) return { problem }
      ask.complain(problem)
    }
  }
  return { answers }
}
