/** Written by `npm run generate`: the name of the last migration. Beside them, since they bring SQLite's adapter along. */
export const latestMigration = '20261127_185758_seasons_and_letters'
