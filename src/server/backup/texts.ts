import { defineTexts, formatNumber, type Lang, plural } from '@/core/lang'
import type { Refusal } from '@/core/result'

type Detail = Record<string, string | number>

/** « 1 ligne », « 1 204 lignes ». */
const counted = (lang: Lang, n: number, forms: { one: string; other: string }) =>
  `${formatNumber(n, lang)} ${plural(lang, n, forms)}`

const fr = {
  usageBackup: `npm run backup -- [--to DOSSIER|FICHIER.tar] [--keep N]

  --to     où écrire ; par défaut ./data/backups/compagnon-<date>.tar
  --keep   ne garder que les N dernières sauvegardes du dossier (les autres fichiers ne sont pas touchés)`,
  usageRestore: `npm run restore -- FICHIER.tar [--database URI] [--media DOSSIER] [--replace] [--check]

  --database   une autre base que DATABASE_URI : SQLite ou MongoDB, quelle que soit celle d’origine
  --media      un autre dossier que MEDIA_DIR
  --replace    remplacer le contenu d’une base qui n’est pas vide (un fichier SQLite est d’abord copié)
  --check      seulement vérifier le fichier`,
  badOption: (option: string) => `Option incomprise : ${option}`,
  badKeep: '--keep attend un nombre, 1 ou plus.',
  oneFile: 'Il faut nommer un fichier, et un seul.',
  failed: (message: string) => `Échec : ${message}`,
  megabytes: (n: string) => `${n} Mo`,
  step: {
    media: 'Fichiers déposés',
    snapshot: 'Instantané de la base',
    checking: 'Vérification du fichier',
    emptying: 'Vidage de la base',
    comparing: 'Relecture et comparaison',
    auditing: 'Vérification du grand livre TS et des places',
  },
  rows: (n: number) => counted('fr', n, { one: 'ligne', other: 'lignes' }),
  files: (n: number) => counted('fr', n, { one: 'fichier', other: 'fichiers' }),
  made: (file: string, size: string) => `✓ Sauvegarde : ${file} (${size})`,
  sum: (sum: string) => `  sha256 ${sum}`,
  seal: (seq: string, hash: string) => `  dernier sceau du grand livre : n° ${seq}, ${hash}`,
  noSeal: '  grand livre : aucun sceau encore',
  missing: (n: string) => `! Fichiers nommés par une ligne et absents du dossier : ${n}`,
  rotated: (names: string) => `  anciennes sauvegardes supprimées : ${names}`,
  isWhole: (file: string) => `✓ Le fichier est entier : ${file}`,
  about: (at: string, program: string, database: string) =>
    `  fait le ${at} par la version ${program}, sur ${database}`,
  holds: (rows: string, files: string, size: string) =>
    `  ${rows} lignes, ${files} fichiers déposés, ${size}`,
  copied: (file: string) => `Copie de la base d’avant : ${file}`,
  restored: '✓ Restauration terminée et vérifiée. Chacun devra se reconnecter.',
  differences: { missing: 'absente', surplus: 'en trop', other: 'différente', count: 'nombre de lignes' },
  notEqual:
    '✗ La base relue n’est pas celle du fichier : elle reste marquée comme incomplète, et le programme ne démarrera pas dessus. Recommencez (--replace).',
  foundInSource:
    '✗ Toutes les lignes sont celles du fichier, et la base est utilisable ; ce qui précède était déjà ainsi dans la base d’origine.',
  equal: (rows: string) => `✓ ${rows} lignes relues, toutes égales à celles du fichier`,
  ledger: (rows: string, seals: string) => `✓ grand livre rejoué : ${rows} écritures, ${seals} sceaux`,
  seats: '✓ places vérifiées',
  under: (n: string) =>
    `  ${n} faits étaient en route au moment de la sauvegarde : le programme les achèvera à son démarrage (ensuite : npm run ledger:verify)`,
  finding: (text: string) => `✗ ${text}`,
  note: (text: string) => `  · ${text}`,
  dangling: (n: string) =>
    `! ${n} références ne mènent nulle part (elles étaient ainsi dans la base d’origine)`,
  cut: (file: string) =>
    `Une restauration de « ${file} » a été interrompue : cette base est incomplète. Recommencez : npm run restore -- FICHIER --replace`,
  reasons: {
    'file.absent': ({ file }: Detail) => `${file} : ce fichier n’existe pas.`,
    'file.foreign': ({ file }: Detail) => `${file} : ce n’est pas une sauvegarde de Compagnon.`,
    'file.version': ({ file, version, known }: Detail) =>
      `${file} : format ${version}, ce programme ne connaît que le format ${known}. Prenez la version qui l’a fait.`,
    'file.cut': ({ file }: Detail) =>
      `${file} : il manque la fin de ce fichier (copie interrompue ?). Rien n’a été écrit.`,
    'file.damaged': ({ file }: Detail) =>
      `${file} : ce fichier est abîmé, sa somme de contrôle est fausse. Rien n’a été écrit.`,
    'to.exists': ({ file }: Detail) => `${file} : ce fichier existe déjà.`,
    'keep.needs-folder': (_: Detail) => '--keep va avec un dossier (--to DOSSIER), pas avec un fichier.',
    'database.absent': ({ file }: Detail) => `${file} : il n’y a pas de base ici.`,
    'database.newer': ({ names }: Detail) =>
      `Cette base vient d’une version plus récente du programme (${names}) : sauvegardez avec cette version.`,
    'database.busy': ({ where }: Detail) =>
      `Un Compagnon se sert de cette base (${where}). Arrêtez-le d’abord ; s’il vient d’être tué, attendez une minute.`,
    'database.full': ({ section }: Detail) =>
      `Cette base n’est pas vide (${section}). Pour en remplacer le contenu : --replace`,
    'database.incomplete': ({ file }: Detail) =>
      `La restauration de « ${file} » a été interrompue dans cette base. Pour recommencer : --replace`,
    'database.pushed': ({ file }: Detail) =>
      `${file} : ce fichier a été fait par des tests ; prenez-en un autre.`,
    'database.no-snapshot': (_: Detail) =>
      'MongoDB doit être en « replica set » pour qu’une sauvegarde lise un seul instant.',
    'database.snapshot-too-old': (_: Detail) =>
      'La lecture a duré plus longtemps que MongoDB ne garde le passé : augmentez minSnapshotHistoryWindowInSeconds.',
    'schema.newer': ({ program }: Detail) =>
      `Cette sauvegarde vient d’une version plus récente du programme (${program}) : installez-la d’abord.`,
    'schema.older': ({ program }: Detail) =>
      `Cette sauvegarde vient d’une version plus ancienne du programme (${program}) : installez-la, restaurez, puis mettez à jour.`,
    'sections.unknown': ({ names }: Detail) =>
      `Cette sauvegarde contient ce que ce programme ne connaît pas : ${names}`,
  },
}

const en: typeof fr = {
  usageBackup: `npm run backup -- [--to FOLDER|FILE.tar] [--keep N]

  --to     where to write; by default ./data/backups/compagnon-<date>.tar
  --keep   keep only the N latest backups of the folder (other files are not touched)`,
  usageRestore: `npm run restore -- FILE.tar [--database URI] [--media FOLDER] [--replace] [--check]

  --database   another database than DATABASE_URI: SQLite or MongoDB, whichever the backup came from
  --media      another folder than MEDIA_DIR
  --replace    replace what is in a database that is not empty (a SQLite file is copied first)
  --check      only check the file`,
  badOption: (option) => `Option not understood: ${option}`,
  badKeep: '--keep wants a number, 1 or more.',
  oneFile: 'Name a file, and only one.',
  failed: (message) => `Failed: ${message}`,
  megabytes: (n) => `${n} MB`,
  step: {
    media: 'Uploaded files',
    snapshot: 'Snapshot of the database',
    checking: 'Checking the file',
    emptying: 'Emptying the database',
    comparing: 'Reading back and comparing',
    auditing: 'Verifying the TS ledger and the seats',
  },
  rows: (n) => counted('en', n, { one: 'row', other: 'rows' }),
  files: (n) => counted('en', n, { one: 'file', other: 'files' }),
  made: (file, size) => `✓ Backup: ${file} (${size})`,
  sum: (sum) => `  sha256 ${sum}`,
  seal: (seq, hash) => `  last seal of the ledger: no. ${seq}, ${hash}`,
  noSeal: '  ledger: no seal yet',
  missing: (n) => `! Files that a row names and that are not in the folder: ${n}`,
  rotated: (names) => `  old backups removed: ${names}`,
  isWhole: (file) => `✓ The file is whole: ${file}`,
  about: (at, program, database) => `  made on ${at} by version ${program}, from ${database}`,
  holds: (rows, files, size) => `  ${rows}, ${files}, ${size}`,
  copied: (file) => `Copy of the database as it was: ${file}`,
  restored: '✓ Restored and verified. Everybody has to sign in again.',
  differences: { missing: 'missing', surplus: 'surplus', other: 'different', count: 'number of rows' },
  notEqual:
    '✗ The database read back is not that of the file: it stays marked as incomplete, and the program will not start on it. Begin again (--replace).',
  foundInSource:
    '✗ All rows are those of the file, and the database can be used; the above was so in the database they came from.',
  equal: (rows) => `✓ ${rows} rows read back, all equal to those in the file`,
  ledger: (rows, seals) => `✓ ledger replayed: ${rows} entries, ${seals} seals`,
  seats: '✓ seats audited',
  under: (n) =>
    `  ${n} facts were on their way when the backup was made: the program finishes them when it starts (then: npm run ledger:verify)`,
  finding: (text) => `✗ ${text}`,
  note: (text) => `  · ${text}`,
  dangling: (n) => `! ${n} references lead nowhere (they did so in the database they came from)`,
  cut: (file) =>
    `A restore of "${file}" was interrupted: this database is incomplete. Begin again: npm run restore -- FILE --replace`,
  reasons: {
    'file.absent': ({ file }) => `${file}: there is no such file.`,
    'file.foreign': ({ file }) => `${file}: this is no backup of Compagnon.`,
    'file.version': ({ file, version, known }) =>
      `${file}: format ${version}; this program knows format ${known} only. Use the version that made it.`,
    'file.cut': ({ file }) =>
      `${file}: the end of this file is missing (a copy cut short?). Nothing was written.`,
    'file.damaged': ({ file }) =>
      `${file}: this file is damaged, its checksum is wrong. Nothing was written.`,
    'to.exists': ({ file }) => `${file}: this file exists already.`,
    'keep.needs-folder': (_) => '--keep goes with a folder (--to FOLDER), not with a file.',
    'database.absent': ({ file }) => `${file}: there is no database here.`,
    'database.newer': ({ names }) =>
      `This database comes from a newer version of the program (${names}): back it up with that version.`,
    'database.busy': ({ where }) =>
      `A Compagnon is using this database (${where}). Stop it first; if it was just killed, wait a minute.`,
    'database.full': ({ section }) =>
      `This database is not empty (${section}). To replace what is in it: --replace`,
    'database.incomplete': ({ file }) =>
      `Restoring "${file}" was interrupted in this database. To begin again: --replace`,
    'database.pushed': ({ file }) => `${file}: this file was made by tests; use another one.`,
    'database.no-snapshot': (_) => 'MongoDB must be a replica set, so that a backup reads one instant.',
    'database.snapshot-too-old': (_) =>
      'Reading took longer than MongoDB keeps the past: raise minSnapshotHistoryWindowInSeconds.',
    'schema.newer': ({ program }) =>
      `This backup comes from a newer version of the program (${program}): install that first.`,
    'schema.older': ({ program }) =>
      `This backup comes from an older version of the program (${program}): install that, restore, then update.`,
    'sections.unknown': ({ names }) => `This backup holds what this program does not know: ${names}`,
  },
}

export const texts = defineTexts(fr, en)
export type Reason = keyof typeof fr.reasons

export const sayReason = (lang: Lang, { reason, detail = {} }: Refusal<Reason>): string =>
  texts(lang).reasons[reason](detail)

export const megabytes = (bytes: number, lang: Lang): string => {
  const n = bytes / 1_000_000
  return texts(lang).megabytes(formatNumber(n < 10 ? Math.round(n * 10) / 10 : Math.round(n), lang))
}
