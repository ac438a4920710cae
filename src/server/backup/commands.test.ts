import { expect, it } from 'vitest'
import type { Lang } from '@/core/lang'
import { backupCommand, restoreCommand } from './commands'

const config = { ok: false, problems: [] } as const

async function run(command: typeof backupCommand, args: string[], lang: Lang = 'fr') {
  const said: string[] = []
  const say = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) }
  const code = await command.run({ read: config, args, lang, say })
  return { code, said: said.join('\n') }
}

it.each([
  [backupCommand, ['--cible', 'x'], 'Option incomprise : --cible'],
  [backupCommand, ['dossier'], 'npm run backup'],
  [backupCommand, ['--keep', '0'], '--keep attend un nombre'],
  [backupCommand, ['--keep', 'dix'], '--keep attend un nombre'],
  [restoreCommand, [], 'Il faut nommer un fichier'],
  [restoreCommand, ['a.tar', 'b.tar'], 'Il faut nommer un fichier'],
  [restoreCommand, ['a.tar', '--force'], 'Option incomprise : --force'],
] as const)('%o %j is answered with how to ask', async (command, args, sentence) => {
  const { code, said } = await run(command, [...args])
  expect(code).toBe(2)
  expect(said).toContain(sentence)
})

it('says in the language of the terminal what is wrong with a file, and needs no configuration for that', async () => {
  const file = '/nowhere/backup.tar'
  expect(await run(restoreCommand, [file, '--check'])).toEqual({
    code: 1,
    said: `${file} : ce fichier n’existe pas.`,
  })
  expect(await run(restoreCommand, [file, '--check'], 'en')).toEqual({
    code: 1,
    said: `${file}: there is no such file.`,
  })
})
