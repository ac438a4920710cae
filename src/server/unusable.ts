import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { StartRefused } from './startRefused'

/** The sentence for a SQLite file that cannot be opened, read or written. */
export function unusable(file: string, error: unknown): string {
  const { code, message = '' } = error as { code?: string; message?: string }
  // libsql gives SQLite's number at the end of a sentence of its own.
  const why = code ?? /: (\d+)"?\)?$/.exec(message)?.[1] ?? message
  return code === 'SQLITE_NOTADB' || /not a database/i.test(message)
    ? `${file} : ce fichier n’est pas une base SQLite ; corrigez DATABASE_URI.
${file}: this file is no SQLite database; mend DATABASE_URI.`
    : `${file} : ce fichier ne peut être ni ouvert ni écrit. Vérifiez DATABASE_URI, le dossier et ses droits. (${why})
${file}: this file can be neither opened nor written. Look at DATABASE_URI, the folder and its permissions. (${why})`
}

/** Makes the folder of uploads where it is missing. Throws StartRefused where nothing can be written into it. */
export function writableFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code } = error as { code?: string }
    throw new StartRefused(`MEDIA_DIR=${folder} : rien ne peut être écrit dans ce dossier (${code}).
MEDIA_DIR=${folder}: nothing can be written into this folder (${code}).`)
  }
}

/**
 * Throws where a SQLite file that is there cannot be read and written: SQLite would open it all the same, and each
 * write fail.
 */
export function usableFile(file: string, access = accessSync): void {
  if (existsSync(file)) access(file, constants.R_OK | constants.W_OK)
}
